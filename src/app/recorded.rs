//! Which record of the library keeps what is worked on. Its id is made of what the work began as, so that two pages that
//! find the same work without one give it the same.

use super::{Origin, Project, Session};
use crate::exchange::{journey_json, scenario_json};
use crate::model::digest;

impl Project {
    /// Whether there is something of somebody's own in it: a journey of theirs, proposals, scenarios with names, scenes.
    pub fn is_own(&self) -> bool {
        let is_others = matches!(self.origin, Origin::Ready(_)) && self.named.is_empty() && self.scenes.is_empty();
        !is_others || self.proposals().next().is_some()
    }

    /// The id of a record of its own for what is taken over at a moment [ms since the beginning of 1970]: another than that of
    /// the same work taken over before. `None` where there is nothing of one's own to keep.
    pub(super) fn record_at(&self, moment: u64) -> Option<String> {
        self.is_own().then(|| format!("{:016x}", digest(format!("{}{moment}", self.as_text()))))
    }

    /// What its records are called after: the journey and the scenario as they are written.
    fn as_text(&self) -> String {
        journey_json(self.whole()) + &scenario_json(&self.scenario)
    }

    /// The id of a new record, which none of the others has.
    fn fresh_record<'a>(&self, others: impl Iterator<Item = &'a Self> + Clone) -> String {
        let mut text = self.as_text();
        loop {
            let id = format!("{:016x}", digest(&text));
            if others.clone().all(|other| other.record.as_ref() != Some(&id)) {
                return id;
            }
            text.push('+');
        }
    }
}

impl Session {
    /// Gives what has just been made a record; where it was found, each step that has none.
    pub(super) fn record_work(&mut self, is_found: bool) {
        if is_found {
            self.record_steps();
        } else if self.work.record.is_none() && self.work.is_own() {
            self.work.record = Some(self.work.fresh_record(self.history.past.iter().chain(&self.history.future)));
        }
    }

    /// Gives each step that has none a record: that of the step before where it is of the same journey.
    pub(super) fn record_steps(&mut self) {
        let history = &mut self.history;
        let all = || history.past.iter().chain([&self.work]).chain(&history.future);
        if all().all(|step| step.record.is_some() || !step.is_own()) {
            return;
        }
        let mut done: Vec<Project> = Vec::new();
        let steps = history.past.iter_mut().chain([&mut self.work]).chain(history.future.iter_mut().rev());
        for step in steps.filter(|step| step.is_own()) {
            if step.record.is_none() {
                let is_same = |last: &&Project| last.origin == step.origin && last.journey.id == step.journey.id;
                let last = done.last().filter(is_same).and_then(|last| last.record.clone());
                step.record = Some(last.unwrap_or_else(|| step.fresh_record(done.iter())));
            }
            done.push(step.clone());
        }
    }
}
