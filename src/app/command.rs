//! Everything that a reader can do, as one list.

use super::{Language, Theme};
use crate::model::{Journey, Lever, LinkId, PersonaId};

/// Something that a reader does.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// A lever of a link to a value, in the lever's own unit; a strength lies in [0..1].
    SetLever {
        link: LinkId,
        lever: Lever,
        value: f64,
    },
    /// Strain to a value [≥ 0]; 0 is a calm day.
    SetStrain(f64),
    /// Price per period to a value [money, over 0]; `None` is the journey's own.
    SetPrice(Option<f64>),
    SetSeed(u64),
    /// How many arrivals to simulate [customers].
    SetCustomers(u64),
    /// Switches the edit of a lever off or on, keeping it.
    Switch {
        link: LinkId,
        lever: Lever,
        off: bool,
    },
    ResetLever {
        link: LinkId,
        lever: Lever,
    },
    /// Every lever of a link back to today.
    ResetLink(LinkId),
    /// Everything back to this journey's today.
    ResetAll,
    /// Shows a link in the inspector.
    Select(LinkId),
    /// Shows one persona's customers alone, or everybody.
    Only(Option<PersonaId>),
    /// A journey from a file of this name; it has been checked.
    OpenJourney {
        journey: Box<Journey>,
        name: String,
    },
    /// A ready journey, by its id; an unknown one changes nothing.
    ChooseReady(String),
    SetLanguage(Language),
    SetTheme(Theme),
    /// The reader let a slider go: what follows is a step of its own.
    LetGo,
    Undo,
    Redo,
}

/// What a command changed, so that no more is done than is needed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// Results are out of date: ask again.
    pub ask: bool,
    /// Another journey stands on the page.
    pub journey: bool,
    /// Something that is kept on the device changed.
    pub keep: bool,
}
