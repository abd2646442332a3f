//! The places of the page: what is known of each without the page. Its view hangs on the same list in `ui/places`.

/// A place of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// The chain, the crowd and what a change does.
    #[default]
    Journey,
    /// Which link, how sure, and what a budget should buy.
    Prioritise,
    /// Where a group makes its own journey, and changes it.
    Build,
    /// Lessons of five minutes, and what a teacher needs.
    Learn,
    /// The journeys of one's own, and those that come with Kedja.
    Library,
    /// Where work goes from here: a link, a page to sign, pictures and tables.
    Share,
    /// What Kedja is, and how it counts.
    About,
}

/// How much is found out by many trials for whoever is in a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Studies {
    /// Which link binds.
    Binding,
    /// That, how sure it is, and what a budget comes to: what a page to sign says. Then all else, for whoever takes it away.
    Brief,
    /// Everything that a room prioritises by, what is open first.
    All,
}

impl Place {
    /// Every place, in the order in which the page names them.
    pub const ALL: [Self; 7] =
        [Self::Journey, Self::Prioritise, Self::Build, Self::Learn, Self::Library, Self::Share, Self::About];

    /// The place's word in an address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Journey => "journey",
            Self::Prioritise => "prioritise",
            Self::Build => "build",
            Self::Learn => "learn",
            Self::Library => "library",
            Self::Share => "share",
            Self::About => "about",
        }
    }

    /// Whether all that this place draws is drawn for whoever is at another one: Share takes away what is drawn elsewhere.
    pub fn is_drawn_at(self, other: Self) -> bool {
        other == Self::Share && matches!(self, Self::Journey | Self::Prioritise)
    }

    /// What is found out for whoever is here.
    pub(super) fn studies(self) -> Studies {
        match self {
            Self::Journey | Self::Build | Self::Learn | Self::Library | Self::About => Studies::Binding,
            Self::Share => Studies::Brief,
            Self::Prioritise => Studies::All,
        }
    }
}
