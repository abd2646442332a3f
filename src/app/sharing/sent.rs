//! What a link takes along, and where a link of its length can go.

use crate::analysis::MODEL_VERSION;
use crate::app::session::first_to_look_at;
use crate::app::{Origin, Place, PrioritiseSettings, Route, Session};
use crate::exchange::{SharedAgenda, SharedJourney, SharedWork, journey_digest, without_texts};
use crate::model::Signing;

/// What is worked on, as it is shared: it opens where `route` leads. A ready journey goes by its name, one's own as a whole,
/// as far as it holds; without what customers say and the other texts, where the reader wants it so. `twin` is the id of the
/// ready journey that one's own is to the last figure, where that is known: it goes by its name too.
pub fn sent(session: &Session, route: &Route, is_bare: bool, twin: Option<&str>) -> SharedWork {
    let work = &session.work;
    let ready = match &work.origin {
        Origin::Ready(id) => Some(id.as_str()),
        _ => twin,
    };
    let journey = match ready {
        Some(id) => SharedJourney::Ready { id: id.to_owned(), digest: journey_digest(&work.journey) },
        None if is_bare => SharedJourney::Own(Box::new(without_texts(&work.journey))),
        None => SharedJourney::Own(Box::new((*work.journey).clone())),
    };
    let open = match route {
        Route::Journey(link) => link.as_ref().filter(|link| **link != first_to_look_at(&work.journey)),
        _ => None,
    };
    let panel = route.panel().map(|panel| panel.slug().to_owned());
    SharedWork {
        model: MODEL_VERSION,
        journey,
        scenario: work.scenario.clone(),
        seed: work.seed,
        place: (route.place() != Place::default()).then(|| route.place().slug().to_owned()),
        open: open.map(ToString::to_string).or(panel),
        agenda: agreed(&session.agenda, is_bare),
    }
}

/// What a room has agreed on that is not as it begins.
fn agreed(agenda: &PrioritiseSettings, is_bare: bool) -> SharedAgenda {
    let usual = PrioritiseSettings::default();
    SharedAgenda {
        goal: (agenda.goal != usual.goal).then(|| agenda.goal.name().to_owned()),
        units: (agenda.units != usual.units).then_some(agenda.units),
        unit_cost: agenda.unit_cost,
        bets: agenda.bets.clone(),
        signing: if is_bare { Signing::default() } else { agenda.signing.clone() },
    }
}

/// Where a link of a length can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fits {
    /// As a code on a projector, which a telephone reads from the back of a room.
    pub projector: bool,
    /// As a code on paper.
    pub paper: bool,
    /// In a message of Teams, Slack and the like, and in mail.
    pub message: bool,
}

/// What a QR code of version 12 holds at level M [bytes]: its 65 squares a side can be told apart from the back of a room.
const PROJECTOR: usize = 287;
/// The same of version 20, whose 97 squares a side can be told apart on paper [bytes].
const PAPER: usize = 666;
/// What mail and chat leave whole [characters]: some cut at 2 048.
const MESSAGE: usize = 2_000;

/// Where an address of so many characters can go.
pub fn fits(length: usize) -> Fits {
    Fits { projector: length <= PROJECTOR, paper: length <= PAPER, message: length <= MESSAGE }
}
