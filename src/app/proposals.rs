//! Proposals from the room: named improvements that somebody answers for, beside the reader's own unnamed edits. What
//! cannot be is told as a fault and changes nothing.

use super::Project;
use crate::model::{
    Change, Improvement, ImprovementId, LinkId, OwnerId, Scenario, Text, check_scenario, defaults::MAX_EFFORT,
};

/// Most proposals at once, most changes of one [count], and the longest name [characters].
pub const MOST_PROPOSALS: usize = 24;
pub const MOST_CHANGES: usize = 8;
pub const LONGEST_NAME: usize = 80;

/// What a proposal says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposal {
    pub name: String,
    pub owner: Option<OwnerId>,
    /// What it costs [the journey's effort unit, ≥ 0].
    pub effort: f64,
    pub changes: Vec<Change>,
}

/// What is wrong with a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    NoName,
    NameTooLong,
    /// What it costs is no number from 0.
    NoEffort,
    NothingChanged,
    TooManyChanges,
    /// The change of this number, from 0, cannot be: an unknown link, a lever that the link lacks, or a value beyond
    /// its bounds.
    Change(usize),
    /// Each change can be, but not with the others that are switched on: shares over a whole, or no way out.
    NotTogether,
    /// There are as many as there can be.
    Full,
    UnknownOwner,
}

impl Project {
    /// The proposals, in the order in which they were made.
    pub fn proposals(&self) -> impl Iterator<Item = &Improvement> {
        self.scenario.improvements.iter().filter(|i| is_proposal(i))
    }

    /// Whether a link has edits of the reader's own.
    pub fn is_edited(&self, link: &LinkId) -> bool {
        self.scenario.improvements.iter().filter(|i| !is_proposal(i)).flat_map(|i| &i.changes).any(|c| c.link() == link)
    }

    /// Everything that is wrong with a proposal, a new one or one that replaces that of an id; empty when it can be.
    pub fn faults(&self, id: Option<&ImprovementId>, proposal: &Proposal) -> Vec<Fault> {
        let mut faults = Vec::new();
        let name = proposal.name.trim();
        if name.is_empty() {
            faults.push(Fault::NoName);
        }
        if name.chars().count() > LONGEST_NAME {
            faults.push(Fault::NameTooLong);
        }
        if !(0.0..=MAX_EFFORT).contains(&proposal.effort) {
            faults.push(Fault::NoEffort);
        }
        if proposal.owner.as_ref().is_some_and(|owner| !self.journey.owners.iter().any(|o| o.id == *owner)) {
            faults.push(Fault::UnknownOwner);
        }
        if proposal.changes.is_empty() {
            faults.push(Fault::NothingChanged);
        }
        if proposal.changes.len() > MOST_CHANGES {
            faults.push(Fault::TooManyChanges);
        }
        faults.extend((0..).zip(&proposal.changes).filter(|(_, c)| !self.can_be(c)).map(|(at, _)| Fault::Change(at)));
        if id.is_none() && self.proposals().count() >= MOST_PROPOSALS {
            faults.push(Fault::Full);
        }
        if faults.is_empty() && !check_scenario(&self.journey, &self.with_proposal(id, proposal)).is_empty() {
            faults.push(Fault::NotTogether);
        }
        faults
    }

    /// Whether a change is one by itself. Shares are looked at together with the others.
    fn can_be(&self, change: &Change) -> bool {
        let sane = match change {
            Change::Strengthen { effort, .. } => effort.is_finite() && *effort != 0.0,
            Change::Set { value, .. } => value.is_finite(),
        };
        // Switched off it is looked at for itself, and not for what it makes of the whole.
        let alone =
            Improvement { id: "alone".into(), changes: vec![change.clone()], off: true, ..Improvement::default() };
        let scenario = Scenario { improvements: vec![alone], ..Scenario::default() };
        sane && check_scenario(&self.journey, &scenario).is_empty()
    }

    /// The scenario with a proposal at its place.
    fn with_proposal(&self, id: Option<&ImprovementId>, proposal: &Proposal) -> Scenario {
        let mut scenario = self.scenario.clone();
        let at = id.and_then(|id| scenario.improvements.iter_mut().find(|i| i.id == *id && is_proposal(i)));
        let said = |id: ImprovementId, off: bool| Improvement {
            id,
            name: Text::same(proposal.name.trim()),
            owner: proposal.owner.clone(),
            effort: proposal.effort,
            changes: proposal.changes.clone(),
            off,
        };
        match at {
            Some(held) => *held = said(held.id.clone(), held.off),
            None => scenario.improvements.push(said(self.free_proposal_id(), false)),
        }
        scenario
    }

    fn free_proposal_id(&self) -> ImprovementId {
        let taken = |id: &ImprovementId| self.scenario.improvements.iter().any(|i| i.id == *id);
        let ids = (1..=self.scenario.improvements.len() + 1).map(|n| ImprovementId(format!("proposal-{n}")));
        ids.into_iter().find(|id| !taken(id)).unwrap_or_default()
    }

    /// Adds a proposal, switched on. One with a fault changes nothing.
    pub(super) fn add_proposal(&mut self, proposal: &Proposal) {
        if self.faults(None, proposal).is_empty() {
            self.scenario = self.with_proposal(None, proposal);
        }
    }

    /// Replaces what a proposal says. An unknown one, and one with a fault, change nothing.
    pub(super) fn set_proposal(&mut self, id: &ImprovementId, proposal: &Proposal) {
        if self.proposals().any(|p| p.id == *id) && self.faults(Some(id), proposal).is_empty() {
            self.scenario = self.with_proposal(Some(id), proposal);
        }
    }

    /// Takes a proposal away.
    pub(super) fn remove_proposal(&mut self, id: &ImprovementId) {
        self.scenario.improvements.retain(|i| i.id != *id || !is_proposal(i));
    }

    /// Switches a proposal off or on. One that cannot be on together with the others stays off.
    pub(super) fn switch_proposal(&mut self, id: &ImprovementId, off: bool) {
        if let Some(scenario) = self.switched(id, off)
            && check_scenario(&self.journey, &scenario).is_empty()
        {
            self.scenario = scenario;
        }
    }

    /// Whether a proposal that is off can be switched on as things are.
    pub fn can_switch_on(&self, id: &ImprovementId) -> bool {
        self.switched(id, false).is_some_and(|scenario| check_scenario(&self.journey, &scenario).is_empty())
    }

    fn switched(&self, id: &ImprovementId, off: bool) -> Option<Scenario> {
        let mut scenario = self.scenario.clone();
        scenario.improvements.iter_mut().find(|i| i.id == *id && is_proposal(i))?.off = off;
        Some(scenario)
    }

    /// Everything back to today. What the room has proposed is kept, switched off.
    pub(super) fn reset_all(&mut self) {
        let kept = self.proposals().map(|p| Improvement { off: true, ..p.clone() }).collect();
        self.scenario = Scenario { improvements: kept, ..Scenario::default() };
    }
}

/// Whether an improvement is one from the room: those have names, the reader's own edits none.
pub(super) fn is_proposal(improvement: &Improvement) -> bool {
    !improvement.name.is_empty()
}
