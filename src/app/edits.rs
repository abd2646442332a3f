//! The reader's own edits: one unnamed improvement for each lever of a link that was moved.

use super::Project;
use super::project::finite_effort;
use super::proposals::is_proposal;
use crate::model::{Change, Field, Improvement, ImprovementId, LinkId, Scenario, apply, check_scenario};

/// Values nearer to today's than this count as today's.
const SAME: f64 = 1e-6;
/// What a share is lowered to is a whole number of these [per unit].
const GRAIN: f64 = 1e6;

impl Project {
    /// The improvement that holds the edit of a lever.
    pub fn edit(&self, link: &LinkId, lever: Field) -> Option<&Improvement> {
        self.scenario.improvements.iter().find(|i| is_edit(i, link, lever))
    }

    fn edit_mut(&mut self, link: &LinkId, lever: Field) -> Option<&mut Improvement> {
        self.scenario.improvements.iter_mut().find(|i| is_edit(i, link, lever))
    }

    /// The work with a scenario that may not have been made on the page: what has no name in it becomes the reader's own
    /// edits, by the strength that comes of an effort, so that the page tells of it and names it among the changes.
    pub fn with_scenario(mut self, scenario: Scenario) -> Self {
        let is_known = |improvement: &Improvement| {
            is_proposal(improvement) || matches!(improvement.changes.as_slice(), [Change::Set { .. }])
        };
        let (known, unnamed): (Vec<_>, Vec<_>) = scenario.improvements.iter().cloned().partition(is_known);
        self.scenario = Scenario { improvements: known, ..scenario };
        for change in unnamed.into_iter().filter(|improvement| !improvement.off).flat_map(|one| one.changes) {
            let link = change.link().clone();
            match change {
                Change::Set { lever, value, .. } => self.set_lever(&link, lever, value),
                Change::Strengthen { .. } => {
                    let mut stronger = self.scenario.clone();
                    stronger.improvements.push(Improvement { changes: vec![change], ..Improvement::default() });
                    if let Some(value) = apply(&self.journey, &stronger).strength(&link) {
                        self.set_lever(&link, Field::Strength, value);
                    }
                }
            }
        }
        self
    }

    /// Sets a lever, kept within what it can be. Back at today's the edit is gone; an unknown link, a lever that the
    /// link lacks, and a value with which the journey could not be lived change nothing.
    pub(super) fn set_lever(&mut self, link: &LinkId, lever: Field, value: f64) {
        let Some(today) = self.today_of(link, lever) else { return };
        let Some((least, most)) = super::room(self, link, lever) else { return };
        if !value.is_finite() {
            return;
        }
        let value = value.clamp(least, most.max(least));
        if (value - today).abs() < SAME {
            return self.reset_lever(link, lever);
        }
        let before = self.scenario.clone();
        let changes = vec![Change::Set { link: link.clone(), lever, value }];
        let effort = self.effort_of(link, lever, today, value);
        self.after_proposals(link, lever);
        match self.edit_mut(link, lever) {
            Some(edit) => *edit = Improvement { changes, effort, off: false, ..edit.clone() },
            None => {
                let id = self.free_id();
                self.scenario.improvements.push(Improvement { id, effort, changes, ..Improvement::default() });
            }
        }
        // What is wrong with a strength is told in words, as for a file; it can only be a round without a way out.
        if lever != Field::Strength && !check_scenario(&self.journey, &self.scenario).is_empty() {
            self.scenario = before;
        }
    }

    /// Where a proposal stands after the edit of a lever and moves it too, the edit goes last: a hand on the slider has
    /// the last word.
    fn after_proposals(&mut self, link: &LinkId, lever: Field) {
        let moves = |change: &Change| match change {
            Change::Set { link: its, lever: moved, .. } => its == link && *moved == lever,
            Change::Strengthen { link: its, .. } => its == link && lever == Field::Strength,
        };
        let improvements = &mut self.scenario.improvements;
        if let Some(at) = improvements.iter().position(|i| is_edit(i, link, lever))
            && improvements.iter().skip(at + 1).any(|i| is_proposal(i) && i.changes.iter().any(moves))
        {
            let edit = improvements.remove(at);
            improvements.push(edit);
        }
    }

    /// What an edit costs [effort]: only strength has a price.
    fn effort_of(&self, link: &LinkId, lever: Field, today: f64, value: f64) -> f64 {
        match (lever, self.journey.halving_cost(link)) {
            (Field::Strength, Some(cost)) => finite_effort(today, value, cost, self.scenario.effort_curve),
            _ => 0.0,
        }
    }

    fn free_id(&self) -> ImprovementId {
        let taken = |id: &ImprovementId| self.scenario.improvements.iter().any(|i| i.id == *id);
        let ids = (1..=self.scenario.improvements.len() + 1).map(|n| ImprovementId(format!("edit-{n}")));
        ids.into_iter().find(|id| !taken(id)).unwrap_or_default()
    }

    /// A lever back to today.
    pub(super) fn reset_lever(&mut self, link: &LinkId, lever: Field) {
        self.scenario.improvements.retain(|i| !is_edit(i, link, lever));
        if lever == Field::Share {
            self.make_room(link);
        }
    }

    /// Takes every edit of a link away; what the room has proposed stays.
    pub(super) fn reset_link(&mut self, link: &LinkId) {
        self.scenario.improvements.retain(|i| is_proposal(i) || !i.changes.iter().all(|c| c.link() == link));
        self.make_room(link);
    }

    /// Switches the edit of a lever off or on.
    pub(super) fn switch(&mut self, link: &LinkId, lever: Field, off: bool) {
        if let Some(edit) = self.edit_mut(link, lever) {
            edit.off = off;
        }
        if lever == Field::Share {
            self.make_room(link);
        }
    }

    /// Whoever goes one way cannot go another: when a share grows again, what was raised beside it gives way.
    fn make_room(&mut self, link: &LinkId) {
        let Some(from) = self.journey.handover(link).map(|h| h.from.clone()) else { return };
        let siblings = self.journey.handovers.iter().filter(|h| h.from == from).map(|h| h.id.clone());
        let (mine, others): (Vec<LinkId>, Vec<LinkId>) = siblings.partition(|id| id == link);
        for id in others.into_iter().chain(mine) {
            let over = self.shared_out(&from) - 1.0;
            if over <= SAME {
                return;
            }
            let (Some(today), Some(now)) = (self.today_of(&id, Field::Share), self.now_of(&id, Field::Share)) else {
                continue;
            };
            if now > today {
                let lower = ((now - over) * GRAIN).floor() / GRAIN;
                if lower - today < SAME {
                    self.scenario.improvements.retain(|i| i.off || !is_edit(i, &id, Field::Share));
                } else if let Some(edit) = self.edit_mut(&id, Field::Share) {
                    edit.changes = vec![Change::Set { link: id, lever: Field::Share, value: lower }];
                }
            }
        }
        self.switch_off_what_is_too_much(&from);
    }

    /// Where even that leaves too much, the proposals that raise a share there are switched off, the last first.
    fn switch_off_what_is_too_much(&mut self, from: &LinkId) {
        let shares: Vec<LinkId> =
            self.journey.handovers.iter().filter(|h| h.from == *from).map(|h| h.id.clone()).collect();
        let raises =
            |change: &Change| matches!(change, Change::Set { link, lever: Field::Share, .. } if shares.contains(link));
        while self.shared_out(from) - 1.0 > SAME {
            let on = |i: &&mut Improvement| !i.off && is_proposal(i) && i.changes.iter().any(raises);
            match self.scenario.improvements.iter_mut().rev().find(on) {
                Some(last) => last.off = true,
                None => return,
            }
        }
    }

    /// What the handovers out of a touchpoint share out together now.
    fn shared_out(&self, from: &LinkId) -> f64 {
        self.changed_journey().handovers.iter().filter(|h| h.from == *from).map(|h| h.share).sum()
    }
}

fn is_edit(improvement: &Improvement, of: &LinkId, its: Field) -> bool {
    matches!(improvement.changes.as_slice(), [Change::Set { link, lever, .. }] if link == of && *lever == its)
        && improvement.name.is_empty()
}
