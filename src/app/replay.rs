//! The last move once more, slowly: the work between what it was before and what it is, without a step of undo.

use super::{Project, Session};
use crate::model::{Change, Field, Improvement, ImprovementId, LinkId};

/// A move that can be shown again: the same journey with the same customers, before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    before: Project,
    after: Project,
}

impl Session {
    /// The last move that still stands. `None` where nothing was moved, or the step was another journey or seed.
    pub fn last_move(&self) -> Option<Move> {
        let (before, after) = (self.history.past.last()?.clone(), self.work.clone());
        let same = before.journey == after.journey && before.seed == after.seed;
        (same && before.scenario != after.scenario).then_some(Move { before, after })
    }
}

impl Move {
    /// The work when so much of the move is done [0..1]; at 1 it is exactly the work as it stands.
    pub fn at(&self, part: f64) -> Project {
        let part = part.clamp(0.0, 1.0);
        if part >= 1.0 {
            return self.after.clone();
        }
        if part <= 0.0 {
            return self.before.clone();
        }
        let between = |from: f64, to: f64| from + (to - from) * part;
        let mut work = self.after.clone();
        for (link, lever) in self.moved_levers() {
            let (Some(from), Some(to)) = (self.before.now_of(&link, lever), self.after.now_of(&link, lever)) else {
                continue;
            };
            let changes = vec![Change::Set { link: link.clone(), lever, value: between(from, to) }];
            let held = work.scenario.improvements.iter_mut().find(|i| sets(i, &link, lever));
            match held {
                Some(edit) => *edit = Improvement { changes, off: false, ..edit.clone() },
                None => {
                    let id = ImprovementId(format!("moved-{}", work.scenario.improvements.len()));
                    work.scenario.improvements.push(Improvement { id, changes, ..Improvement::default() });
                }
            }
        }
        work.scenario.strain = between(self.before.scenario.strain, self.after.scenario.strain);
        if self.before.scenario.price != self.after.scenario.price {
            work.scenario.price = Some(between(self.before.price(), self.after.price()));
        }
        work
    }

    /// The levers that stand elsewhere after the move than before it.
    fn moved_levers(&self) -> Vec<(LinkId, Field)> {
        let mut moved: Vec<(LinkId, Field)> = Vec::new();
        let (before, after) = (self.before.changed_journey(), self.after.changed_journey());
        for improvement in self.before.scenario.improvements.iter().chain(&self.after.scenario.improvements) {
            for change in &improvement.changes {
                let of = match change {
                    Change::Set { link, lever, .. } => (link.clone(), *lever),
                    Change::Strengthen { link, .. } => (link.clone(), Field::Strength),
                };
                if before.lever(&of.0, of.1) != after.lever(&of.0, of.1) && !moved.contains(&of) {
                    moved.push(of);
                }
            }
        }
        moved
    }
}

fn sets(improvement: &Improvement, of: &LinkId, its: Field) -> bool {
    matches!(improvement.changes.as_slice(), [Change::Set { link, lever, .. }] if link == of && *lever == its)
        && improvement.name.is_empty()
}
