//! What one step of building did, found by comparing the work before and after it: a step has a name in every language,
//! also one that was kept over a reload.

use super::Project;
use crate::model::edit::{evidence_of, kind_of, text_of, value_of};
use crate::model::fields::{FieldDef, PartKind, figures_of};
use crate::model::{Field, Journey, PartId, Touchpoint};
use std::sync::Arc;

/// What a step did.
#[derive(Clone, Debug, PartialEq)]
pub enum DoneStep {
    Added(PartId),
    Removed(PartId),
    Renamed(PartId),
    /// One figure of a part.
    Figure(PartId, Field),
    Changed(PartId),
    /// Only the order.
    Moved,
    /// Another journey.
    Journey,
    /// The scenario, not the journey.
    Scenario,
    /// What a room is shown.
    Scenes,
    Many,
}

/// More new touchpoints than one step makes in a copy.
const COPIED: usize = 2;

/// What a step did that led from one work to the next.
pub fn step_between(before: &Project, after: &Project) -> DoneStep {
    let (old, new) = (before.whole(), after.whole());
    // A scenario with another structure was taken up, or left.
    if before.taken != after.taken && (before.as_is.is_some() || after.as_is.is_some()) {
        return DoneStep::Scenario;
    }
    if Arc::ptr_eq(old, new) || old == new {
        let is_about_scenes = before.scenes != after.scenes && before.scenario == after.scenario;
        return if is_about_scenes { DoneStep::Scenes } else { DoneStep::Scenario };
    }
    let is_new = |t: &&Touchpoint| old.touchpoint(&t.id).is_none();
    // A copy of a journey has another id, and most of its touchpoints.
    if old.id != new.id && new.touchpoints.iter().filter(is_new).count() > COPIED {
        return DoneStep::Journey;
    }
    let lists = parts_between(old, new);
    for Changes { added, removed, .. } in &lists {
        match (added.as_slice(), removed.as_slice()) {
            ([], []) => {}
            ([one], []) => return DoneStep::Added(one.clone()),
            ([], [one]) => return DoneStep::Removed(one.clone()),
            _ => return DoneStep::Many,
        }
    }
    let mut changed: Vec<PartId> = lists.iter().flat_map(|list| list.changed.clone()).collect();
    if old.market != new.market {
        changed.push(PartId::Market);
    }
    if is_other_as_a_whole(old, new) {
        changed.push(PartId::Journey);
    }
    match changed.as_slice() {
        [] => DoneStep::Moved,
        [part] => within(old, new, part),
        _ => DoneStep::Many,
    }
}

/// What is other in each list of parts of two journeys: touchpoints, phases, personas, handovers, channels, owners. What a
/// touchpoint, a phase or a persona brings along is not named.
fn parts_between(old: &Journey, new: &Journey) -> [Changes; 6] {
    let touchpoints = changes(&old.touchpoints, &new.touchpoints, |t| PartId::Touchpoint(t.id.clone()));
    let handovers = changes(&old.handovers, &new.handovers, |h| PartId::Handover(h.id.clone()));
    let personas = changes(&old.personas, &new.personas, |p| PartId::Persona(p.id.clone()));
    let phases = changes(&old.phases, &new.phases, |p| PartId::Phase(p.id.clone()));
    let channels = changes(&old.channels, &new.channels, |c| PartId::Channel(c.id.clone()));
    let owners = changes(&old.owners, &new.owners, |o| PartId::Owner(o.id.clone()));
    let is_about_touchpoints = !touchpoints.is_untouched();
    let mut lists = [touchpoints, phases, personas, handovers, channels, owners];
    if is_about_touchpoints {
        for brought in lists.iter_mut().skip(3) {
            (brought.added, brought.removed) = (Vec::new(), Vec::new());
        }
    }
    lists
}

/// What is other in a journey of another structure than today's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rebuilt {
    pub added: Vec<PartId>,
    pub removed: Vec<PartId>,
    /// Parts that both have, and that differ.
    pub changed: Vec<PartId>,
}

/// What is other in a journey than in today's. Order alone is no difference.
pub fn rebuilt(today: &Journey, other: &Journey) -> Rebuilt {
    let mut all = Rebuilt::default();
    for Changes { added, removed, changed } in parts_between(today, other) {
        all.added.extend(added);
        all.removed.extend(removed);
        all.changed.extend(changed);
    }
    if today.market != other.market {
        all.changed.push(PartId::Market);
    }
    if is_other_as_a_whole(today, other) {
        all.changed.push(PartId::Journey);
    }
    all
}

#[derive(Default)]
struct Changes {
    added: Vec<PartId>,
    removed: Vec<PartId>,
    changed: Vec<PartId>,
}

impl Changes {
    fn is_untouched(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }
}

fn changes<T: PartialEq>(before: &[T], after: &[T], part: impl Fn(&T) -> PartId) -> Changes {
    let mut changes = Changes::default();
    let find = |list: &'_ [T], wanted: &PartId| list.iter().position(|one| part(one) == *wanted);
    for new in after {
        let its = part(new);
        match find(before, &its).and_then(|at| before.get(at)) {
            None => changes.added.push(its),
            Some(old) if old != new => changes.changed.push(its),
            Some(_) => {}
        }
    }
    changes.removed = before.iter().map(&part).filter(|its| find(after, its).is_none()).collect();
    changes
}

fn is_other_as_a_whole(old: &Journey, new: &Journey) -> bool {
    let figures = |j: &Journey| figures_of(PartKind::Journey).map(|row| row.of_journey(j)).collect::<Vec<_>>();
    let others = |j: &Journey| (j.period, j.payment, j.effort_unit, j.complaint_desk.clone());
    let texts = |j: &Journey| [j.name.clone(), j.summary.clone(), j.currency.clone()];
    figures(old) != figures(new) || others(old) != others(new) || texts(old) != texts(new)
}

/// What of one part was changed.
fn within(old: &Journey, new: &Journey, part: &PartId) -> DoneStep {
    if text_of(old, part, Field::Name) != text_of(new, part, Field::Name) {
        return DoneStep::Renamed(part.clone());
    }
    let rows = kind_of(part).map(figures_of);
    let stands_on = |journey, field| evidence_of(journey, part).and_then(|all| all.get(&field));
    let is_other = |row: &&FieldDef| {
        value_of(old, part, row) != value_of(new, part, row) || stands_on(old, row.field) != stands_on(new, row.field)
    };
    let changed: Vec<Field> = rows.into_iter().flatten().filter(is_other).map(|row| row.field).collect();
    match changed.as_slice() {
        [field] => DoneStep::Figure(part.clone(), *field),
        _ => DoneStep::Changed(part.clone()),
    }
}
