//! The panels of the place where a room prioritises: the questions that a meeting asks, one after the other.

/// A panel that an address can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    Ranking,
    Bets,
    Today,
    Logic,
    Strain,
    Sure,
    Race,
    Reach,
    Proposals,
    Rescue,
}

impl Panel {
    /// Every panel.
    pub const ALL: [Self; 10] = [
        Self::Ranking,
        Self::Bets,
        Self::Today,
        Self::Logic,
        Self::Strain,
        Self::Sure,
        Self::Race,
        Self::Reach,
        Self::Proposals,
        Self::Rescue,
    ];

    /// The one that is open where nobody has chosen.
    pub const FIRST: Self = Self::Ranking;

    /// The panel's word in an address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Ranking => "ranking",
            Self::Bets => "bets",
            Self::Today => "today",
            Self::Logic => "logic",
            Self::Strain => "strain",
            Self::Sure => "sure",
            Self::Race => "race",
            Self::Reach => "reach",
            Self::Proposals => "proposals",
            Self::Rescue => "rescue",
        }
    }
}
