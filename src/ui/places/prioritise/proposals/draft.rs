//! A proposal while it is being written: what stands in its fields.

use crate::app::{Fault, Proposal};
use crate::model::{Change, Field, Improvement, LinkId, OwnerId};
use crate::ui::state::Store;
use crate::words::Teller;
use crate::words::proposals::{change_kind, cost_kind};
use crate::words::typed::Misread;
use leptos::prelude::*;

/// One change as it is written; without a lever it is strength by effort.
#[derive(Clone, Copy)]
pub struct DraftChange {
    /// Tells it from the others while it is written.
    pub key: usize,
    pub link: RwSignal<LinkId>,
    pub lever: RwSignal<Option<Field>>,
    pub value: RwSignal<String>,
}

/// A proposal as it is written.
#[derive(Clone, Copy)]
pub struct Draft {
    pub name: RwSignal<String>,
    pub owner: RwSignal<Option<OwnerId>>,
    /// What it costs; empty where its units say it.
    pub effort: RwSignal<String>,
    pub changes: RwSignal<Vec<DraftChange>>,
}

impl Draft {
    /// A new one, on the link in the inspector.
    pub fn new(store: Store) -> Self {
        let first = DraftChange::new(0, store.selected.get_untracked());
        Self {
            name: RwSignal::new(String::new()),
            owner: RwSignal::new(None),
            effort: RwSignal::new(String::new()),
            changes: RwSignal::new(vec![first]),
        }
    }

    /// One that is to be changed.
    pub fn of(store: Store, proposal: &Improvement) -> Self {
        let teller = untrack(|| store.teller());
        let change = |(key, change): (usize, &Change)| match change {
            Change::Strengthen { link, effort } => DraftChange {
                key,
                link: RwSignal::new(link.clone()),
                lever: RwSignal::new(None),
                value: RwSignal::new(written(&teller, link, None, *effort)),
            },
            Change::Set { link, lever: its, value } => DraftChange {
                key,
                link: RwSignal::new(link.clone()),
                lever: RwSignal::new(Some(*its)),
                value: RwSignal::new(written(&teller, link, Some(*its), *value)),
            },
        };
        let adds_up = units(&proposal.changes) == proposal.effort;
        Self {
            name: RwSignal::new(proposal.name.get(untrack(|| store.code())).to_owned()),
            owner: RwSignal::new(proposal.owner.clone()),
            effort: RwSignal::new(if adds_up { String::new() } else { cost_kind(&teller).write(proposal.effort) }),
            changes: RwSignal::new(proposal.changes.iter().enumerate().map(|(n, c)| change((n, c))).collect()),
        }
    }

    /// One more change, on the link of the last.
    pub fn one_more(&self) {
        self.changes.update(|changes| {
            let key = changes.iter().map(|c| c.key + 1).max().unwrap_or(0);
            let link = changes.last().map(|c| c.link.get_untracked()).unwrap_or_default();
            changes.push(DraftChange::new(key, link));
        });
    }

    /// What the fields say. What is no number becomes one that cannot be, so that it is told of.
    pub fn read(&self, teller: &Teller) -> Proposal {
        let changes: Vec<Change> = self.changes.get().iter().map(|change| change.read(teller)).collect();
        let typed = self.effort.get();
        let effort =
            if typed.trim().is_empty() { units(&changes) } else { cost_kind(teller).read(&typed).unwrap_or(f64::NAN) };
        Proposal { name: self.name.get(), owner: self.owner.get(), effort, changes }
    }

    /// Why the field that a fault is about could not be read. `None` if it could, or the fault is about none.
    pub fn misread(&self, teller: &Teller, fault: Fault) -> Option<Misread> {
        match fault {
            Fault::NoEffort => cost_kind(teller).read(&self.effort.get()).err(),
            Fault::Change(at) => self.changes.with(|all| all.get(at).copied())?.typed(teller).err(),
            _ => None,
        }
    }

    /// What another journey lacks has to be chosen again.
    pub fn keep_to(&self, teller: &Teller) {
        let journey = &teller.journey;
        for change in self.changes.get_untracked() {
            if change.link.with_untracked(|link| journey.strength(link).is_none()) {
                change.link.set(LinkId::default());
                change.lever.set(None);
            }
        }
        if self
            .owner
            .with_untracked(|owner| owner.as_ref().is_some_and(|id| !journey.owners.iter().any(|o| o.id == *id)))
        {
            self.owner.set(None);
        }
    }
}

/// A value of a change as its field shows it.
fn written(teller: &Teller, link: &LinkId, its: Option<Field>, value: f64) -> String {
    change_kind(teller, link, its).write(value)
}

impl DraftChange {
    fn new(key: usize, link: LinkId) -> Self {
        Self { key, link: RwSignal::new(link), lever: RwSignal::new(None), value: RwSignal::new(1.to_string()) }
    }

    fn read(&self, teller: &Teller) -> Change {
        let (link, value) = (self.link.get(), self.typed(teller).unwrap_or(f64::NAN));
        match self.lever.get() {
            None => Change::Strengthen { link, effort: value },
            Some(lever) => Change::Set { link, lever, value },
        }
    }

    fn typed(&self, teller: &Teller) -> Result<f64, Misread> {
        change_kind(teller, &self.link.get(), self.lever.get()).read(&self.value.get())
    }
}

/// Units of effort in changes [effort].
fn units(changes: &[Change]) -> f64 {
    let effort = |change: &Change| match change {
        Change::Strengthen { effort, .. } => *effort,
        Change::Set { .. } => 0.0,
    };
    // What is no number is told of at its change.
    changes.iter().map(effort).filter(|effort| effort.is_finite()).sum()
}
