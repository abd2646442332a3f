//! Everything that a reader can do, as one list.

use super::{Built, Lane, Language, Place, Proposal, Session, Theme};
use crate::analysis::studies::Goal;
use crate::model::{Field, ImprovementId, Journey, LinkId, PersonaId, Signing};

/// Something that a reader does.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// A lever of a link to a value, in the lever's own unit; a strength lies in [0..1].
    SetLever {
        link: LinkId,
        lever: Field,
        value: f64,
    },
    /// A quality of a persona to a value, in the quality's own unit.
    SetQuality {
        persona: PersonaId,
        quality: Field,
        value: f64,
    },
    ResetQuality {
        persona: PersonaId,
        quality: Field,
    },
    /// Strain to a value [≥ 0]; 0 is a calm day.
    SetStrain(f64),
    /// Price per period to a value [money, over 0]; `None` is the journey's own.
    SetPrice(Option<f64>),
    SetSeed(u64),
    /// Calendar view: the period from which the scenario holds [0..horizon].
    SetStart(u16),
    /// Calendar view: strength of word of mouth [0..1]; `None` is the market's own.
    SetEcho(Option<f64>),
    /// Calendar view: arrivals per period [customers, over 0]; `None` is the market's own.
    SetArrivals(Option<f64>),
    /// How many arrivals to simulate [customers].
    SetCustomers(u64),
    /// Switches the edit of a lever off or on, keeping it.
    Switch {
        link: LinkId,
        lever: Field,
        off: bool,
    },
    ResetLever {
        link: LinkId,
        lever: Field,
    },
    /// Adds a named improvement, switched on; one with a fault changes nothing.
    AddProposal(Proposal),
    /// Replaces what a named improvement says; one with a fault changes nothing.
    SetProposal {
        id: ImprovementId,
        proposal: Proposal,
    },
    RemoveProposal(ImprovementId),
    /// Switches a named improvement off or on; one that cannot be on as things are stays off.
    SwitchProposal {
        id: ImprovementId,
        off: bool,
    },
    /// Every lever of a link back to today.
    ResetLink(LinkId),
    /// Everything back to this journey's today; named improvements are kept, switched off.
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
    /// A ready journey, with its id.
    ChooseReady {
        id: String,
        journey: Box<Journey>,
    },
    /// The journey itself as somebody has built it.
    Build(Box<Built>),
    /// The state as it is kept, where another page of the site has kept it meanwhile.
    TakeOver(Box<Session>),
    /// To another place of the page.
    GoTo(Place),
    /// Which outcome counts when a room prioritises.
    SetGoal(Goal),
    /// How many units of effort there are to spend [effort].
    SetUnits(u32),
    /// What one unit of effort costs [money, over 0]; `None` where nobody says.
    SetUnitCost(Option<f64>),
    /// Where the outcome should stand [its own unit]; `None` where nobody says.
    SetTarget(Option<f64>),
    /// Lays a chip on a link, or takes one back.
    Bet {
        link: LinkId,
        more: bool,
    },
    /// What whoever signs the decision says themselves.
    Sign(Signing),
    /// Covers the ranking to bet first, or shows it.
    Cover(bool),
    /// Names the binding link of this journey, or leaves the room to find it.
    ShowBinding(bool),
    /// Takes all chips back.
    ClearBets,
    /// Shows a lane under the chain, or takes it away.
    ShowLane {
        lane: Lane,
        on: bool,
    },
    /// Opens or closes the two dashboards.
    ShowDashboards(bool),
    SetLanguage(Language),
    SetTheme(Theme),
    /// The reader let a slider go: what follows is a step of its own.
    LetGo,
    /// The reader did not mean what they have moved since they took hold of it: it is as if they never had.
    TakeBack,
    Undo,
    Redo,
}

impl Command {
    /// True if it turns to something else or takes something back: what was half typed about the state before is gone.
    pub fn turns(&self) -> bool {
        matches!(
            self,
            Self::Select(_)
                | Self::ResetLever { .. }
                | Self::ResetLink(_)
                | Self::ResetQuality { .. }
                | Self::ResetAll
                | Self::OpenJourney { .. }
                | Self::ChooseReady { .. }
                | Self::TakeOver(_)
                | Self::Undo
                | Self::Redo
        )
    }
}

/// What a command changed, so that no more is done than is needed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// Results are out of date: ask again.
    pub ask: bool,
    /// What has been found out by many trials is out of date.
    pub inquire: bool,
    /// The journey is another one: what was counted of it does not hold.
    pub journey: bool,
    /// It has other links, so that what was counted is not even shown.
    pub links: bool,
    /// Something that is kept on the device changed.
    pub keep: bool,
}
