//! Ready-made proposals: what the claims say would be better at a link of this kind, as changes that can be tried in one
//! press. How much each changes is an assumption (docs/model.md).

use super::{Project, Proposal};
use crate::model::{Change, Field, ImprovementId, Journey, LinkId, Nature, Role, Stage, Touchpoint};

/// A kind of ready-made proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadyMade {
    /// A bill that explains, helps, is personal, easy to ask about and easy to pay.
    GoodBill,
    /// Who is a customer already is not welcomed as a new one.
    NotAsNew,
    /// What happens after the purchase is told before anybody has to ask.
    BeforeTheyAsk,
}

/// Effort that makes the link hold more often [times the effort that halves its failures].
const HALVINGS: f64 = 1.0;
/// What a good bill gives at least, and a message that comes before the question [prices].
const GOOD_BILL: f64 = 0.25;
const GOOD_NEWS: f64 = 0.15;
/// What is left of the pain of a failure that is easily put right [times].
const EASED: f64 = 0.5;

/// The kind that fits a link; `None` where none does.
pub fn ready_made(journey: &Journey, link: &LinkId) -> Option<ReadyMade> {
    if let Some(touchpoint) = journey.touchpoint(link) {
        return of_touchpoint(journey, touchpoint);
    }
    let handover = journey.handover(link)?;
    let (from, to) = (journey.touchpoint(&handover.from)?, journey.touchpoint(&handover.to)?);
    let place = |t: &Touchpoint| journey.phases.iter().position(|phase| phase.id == t.phase);
    let is_after = |t: &Touchpoint| journey.stage(&t.phase) == Some(Stage::After);
    // From later on in the life of a customer back to what greets those who are new.
    let is_back = is_after(from) && is_after(to) && place(to) < place(from);
    let is_greeted = from.role == Role::Plain && to.nature == Nature::Communication;
    (is_back && is_greeted && handover.share > 0.0).then_some(ReadyMade::NotAsNew)
}

fn of_touchpoint(journey: &Journey, touchpoint: &Touchpoint) -> Option<ReadyMade> {
    if touchpoint.role == Role::Reckoning && touchpoint.nature == Nature::Price {
        return Some(ReadyMade::GoodBill);
    }
    let is_after = journey.stage(&touchpoint.phase) == Some(Stage::After);
    // It comes only on the way from the purchase, and disappoints more than it pleases.
    let is_news = touchpoint.nature == Nature::Communication && touchpoint.frequency == 0.0;
    (is_after && is_news && touchpoint.pain >= touchpoint.gain).then_some(ReadyMade::BeforeTheyAsk)
}

/// What it changes at a link, against today.
fn changes(journey: &Journey, link: &LinkId, kind: ReadyMade) -> Vec<Change> {
    let set = |lever, value| Change::Set { link: link.clone(), lever, value };
    let today = |lever| journey.lever(link, lever).unwrap_or(0.0);
    let holds_more_often = Change::Strengthen { link: link.clone(), effort: effort(journey, link) };
    let gives = |least: f64| (today(Field::Gain) < least).then(|| set(Field::Gain, least));
    let hurts_less = (today(Field::Pain) > 0.0).then(|| set(Field::Pain, today(Field::Pain) * EASED));
    match kind {
        ReadyMade::NotAsNew => vec![set(Field::Share, 0.0)],
        ReadyMade::GoodBill => [holds_more_often].into_iter().chain(gives(GOOD_BILL)).chain(hurts_less).collect(),
        ReadyMade::BeforeTheyAsk => [holds_more_often].into_iter().chain(gives(GOOD_NEWS)).chain(hurts_less).collect(),
    }
}

/// Effort that is spent on its strength [the journey's effort unit].
fn effort(journey: &Journey, link: &LinkId) -> f64 {
    HALVINGS * journey.halving_cost(link).unwrap_or(1.0)
}

impl Project {
    /// The ready-made proposal for a link, under a name; `None` where none fits.
    pub fn made_ready(&self, link: &LinkId, name: String) -> Option<Proposal> {
        let kind = ready_made(&self.journey, link)?;
        let owner = self.journey.touchpoint(link).map(|touchpoint| touchpoint.owner.clone());
        let owner = owner.or_else(|| self.journey.handover(link).and_then(|handover| handover.owner.clone()));
        let changes = changes(&self.journey, link, kind);
        let effort = if kind == ReadyMade::NotAsNew { 0.0 } else { effort(&self.journey, link) };
        Some(Proposal { name, owner, effort, changes })
    }

    /// The proposal that stands already and says the same, and whether it is off.
    pub fn stands(&self, proposal: &Proposal) -> Option<(ImprovementId, bool)> {
        let same = self.proposals().find(|held| held.changes == proposal.changes)?;
        Some((same.id.clone(), same.off))
    }
}
