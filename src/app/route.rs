//! The address of what is seen: a place of the page, and what is open in it. Text and value are each other's inverse.
//!
//! | address | what it names |
//! | --- | --- |
//! | `#/journey` | the journey |
//! | `#/journey/invoice` | the journey with that link selected |
//! | `#/prioritise` | the place where a room prioritises |
//! | `#/prioritise/race` | one of its panels |
//! | `#/build` | the place where a journey is made |
//! | `#/learn` | the lessons |
//! | `#/learn/weakest-link` | one of them; `class` and `teachers` are the class view and the teacher's page |
//! | `#/library` | the journeys that are kept |
//! | `#/share` | where work goes from here |
//! | `#/about` | what Kedja is |
//! | `#k1…` | what came by a link (`exchange::read_link`) |
//! | `#k1…/prioritise/race` | the same, at a place |
//!
//! An address that names nothing of this leads to the journey; but what can be left of a link is taken for one, so that it
//! is told what is wrong with it. Nothing that a reader has done depends on an address.

use super::{Command, Panel, Place, Session};
use crate::model::LinkId;

/// What an address names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The journey, with a link selected; `None` leaves the selection as it is.
    Journey(Option<LinkId>),
    /// The place where a room prioritises, at a panel; `None` is its beginning.
    Prioritise(Option<Panel>),
    /// The place where a journey is made.
    Build,
    /// The lessons: their list, or the page of this name.
    Learn(Option<String>),
    /// The journeys that are kept.
    Library,
    /// The place from which work is shared.
    Share,
    /// What Kedja is, and how it counts.
    About,
}

/// Where an address leads that names nothing known.
impl Default for Route {
    fn default() -> Self {
        Self::Journey(None)
    }
}

/// How an address gets into the browser's history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// As a new entry: Back leads to the one before.
    Push,
    /// In place of the entry that stands.
    Replace,
}

impl Route {
    /// What the part of an address from `#` on names; `None` if it names nothing at all.
    pub fn parse(hash: &str) -> Option<Self> {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        let path = path.strip_prefix('/').unwrap_or(path);
        if path.is_empty() {
            return None;
        }
        Some(Self::known(path).unwrap_or_default())
    }

    fn known(path: &str) -> Option<Self> {
        let (place, rest) = path.split_once('/').unwrap_or((path, ""));
        let rest = Some(rest.strip_suffix('/').unwrap_or(rest)).filter(|rest| !rest.is_empty());
        let place = Place::ALL.into_iter().find(|known| known.slug() == place)?;
        Some(match place {
            Place::Journey => Self::Journey(rest.filter(|id| is_id(id)).map(LinkId::from)),
            Place::Prioritise => {
                Self::Prioritise(rest.and_then(|word| Panel::ALL.into_iter().find(|panel| panel.slug() == word)))
            }
            Place::Build => Self::Build,
            Place::Learn => Self::Learn(rest.filter(|id| is_id(id)).map(str::to_owned)),
            Place::Library => Self::Library,
            Place::Share => Self::Share,
            Place::About => Self::About,
        })
    }

    /// The part of an address from `#` on.
    pub fn address(&self) -> String {
        let open = match self {
            Self::Journey(link) => link.as_ref().map(LinkId::as_str),
            Self::Prioritise(panel) => panel.map(Panel::slug),
            Self::Learn(page) => page.as_deref(),
            Self::Build | Self::Library | Self::Share | Self::About => None,
        };
        let place = self.place().slug();
        open.map_or_else(|| format!("#/{place}"), |open| format!("#/{place}/{open}"))
    }

    /// What is seen in a session, at a panel, or at a page of the lessons.
    pub fn of(session: &Session, panel: Option<Panel>, lesson: Option<&str>) -> Self {
        match session.place {
            Place::Journey => Self::Journey(Some(session.selected.clone())),
            Place::Prioritise => Self::Prioritise(panel),
            Place::Build => Self::Build,
            Place::Learn => Self::Learn(lesson.map(str::to_owned)),
            Place::Library => Self::Library,
            Place::Share => Self::Share,
            Place::About => Self::About,
        }
    }

    /// The place that is named.
    pub fn place(&self) -> Place {
        match self {
            Self::Journey(_) => Place::Journey,
            Self::Prioritise(_) => Place::Prioritise,
            Self::Build => Place::Build,
            Self::Learn(_) => Place::Learn,
            Self::Library => Place::Library,
            Self::Share => Place::Share,
            Self::About => Place::About,
        }
    }

    /// The panel that is named; `None` if it is the place as a whole.
    pub fn panel(&self) -> Option<Panel> {
        match self {
            Self::Journey(_) | Self::Build | Self::Learn(_) | Self::Library | Self::Share | Self::About => None,
            Self::Prioritise(panel) => *panel,
        }
    }

    /// The page of the lessons that is named; `None` if it is none or the list.
    pub fn lesson(&self) -> Option<&str> {
        match self {
            Self::Learn(page) => page.as_deref(),
            _ => None,
        }
    }

    /// What leads there. A link that the journey lacks stays unselected.
    pub fn commands(&self) -> Vec<Command> {
        let select = match self {
            Self::Journey(link) => link.clone().map(Command::Select),
            Self::Prioritise(_) | Self::Build | Self::Learn(_) | Self::Library | Self::Share | Self::About => None,
        };
        [Some(Command::GoTo(self.place())), select].into_iter().flatten().collect()
    }

    /// How the address of `now` gets into the history over that of `before`; `None` if it is the same.
    ///
    /// Going to another place is always a step that Back takes back. Going from link to link is one only once the hand
    /// has rested on the link before (`rested`), so that Back leads to what was looked at and not through all that was
    /// passed on the way.
    pub fn step(before: &Self, now: &Self, rested: bool) -> Option<Step> {
        if before == now {
            return None;
        }
        Some(if rested || before.place() != now.place() { Step::Push } else { Step::Replace })
    }
}

/// What the part of an address from `#` on names: a place, or what came by a link, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageAddress {
    /// What came by a link, as far as it is there.
    pub link: Option<String>,
    /// The place; `None` if none is named.
    pub route: Option<Route>,
}

/// What names no place and is longer than this is taken for what is left of a link [bytes].
const LONGEST_NAME: usize = 24;

impl PageAddress {
    /// Reads the part of an address from `#` on.
    pub fn parse(hash: &str) -> Self {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        let place = path.strip_prefix('/').unwrap_or(path);
        let is_long = |path: &str| !path.starts_with('/') || path.len() > LONGEST_NAME;
        let is_link = !path.is_empty() && Route::known(place).is_none() && is_long(path);
        if !is_link {
            return Self { link: None, route: Route::parse(hash) };
        }
        // A place may stand behind a link. What else does is the link's own affair.
        let parts = path.match_indices('/').map(|(at, _)| path.split_at(at));
        let place =
            parts.filter(|(link, _)| is_long(link)).find_map(|(link, rest)| Some((link, Route::known(&rest[1..])?)));
        match place {
            Some((link, route)) => Self { link: Some(link.to_owned()), route: Some(route) },
            None => Self { link: Some(path.to_owned()), route: None },
        }
    }

    /// The part of an address from `#` on.
    pub fn written(&self) -> String {
        let place = self.route.as_ref().map_or_else(String::new, Route::address);
        match &self.link {
            Some(link) => format!("#{link}{}", place.strip_prefix('#').unwrap_or_default()),
            None => place,
        }
    }
}

/// True if a text can be the id of a link.
fn is_id(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}
