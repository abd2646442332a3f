//! A proposal while it is being written: what stands in its fields.

use crate::app::{Proposal, parse_measure, parse_percent};
use crate::model::{Change, Field, Improvement, LinkId, OwnerId};
use crate::ui::state::Store;
use crate::words::{lever, number};
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
        let language = store.language.get_untracked();
        let change = |(key, change): (usize, &Change)| match change {
            Change::Strengthen { link, effort } => DraftChange {
                key,
                link: RwSignal::new(link.clone()),
                lever: RwSignal::new(None),
                value: RwSignal::new(number::free(language, *effort)),
            },
            Change::Set { link, lever: its, value } => DraftChange {
                key,
                link: RwSignal::new(link.clone()),
                lever: RwSignal::new(Some(*its)),
                value: RwSignal::new(untrack(|| lever::bare_value(store.language.get(), *its, *value))),
            },
        };
        let adds_up = units(&proposal.changes) == proposal.effort;
        Self {
            name: RwSignal::new(proposal.name.get(untrack(|| store.code())).to_owned()),
            owner: RwSignal::new(proposal.owner.clone()),
            effort: RwSignal::new(if adds_up { String::new() } else { number::free(language, proposal.effort) }),
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
    pub fn read(&self) -> Proposal {
        let changes: Vec<Change> = self.changes.get().iter().map(DraftChange::read).collect();
        let typed = self.effort.get();
        let effort = if typed.trim().is_empty() { units(&changes) } else { parse_measure(&typed).unwrap_or(f64::NAN) };
        Proposal { name: self.name.get(), owner: self.owner.get(), effort, changes }
    }
}

impl DraftChange {
    fn new(key: usize, link: LinkId) -> Self {
        Self { key, link: RwSignal::new(link), lever: RwSignal::new(None), value: RwSignal::new(1.to_string()) }
    }

    fn read(&self) -> Change {
        let (link, typed) = (self.link.get(), self.value.get());
        match self.lever.get() {
            None => Change::Strengthen { link, effort: parse_measure(&typed).unwrap_or(f64::NAN) },
            Some(its) => {
                let value = if lever::is_share(its) { parse_percent(&typed) } else { parse_measure(&typed) };
                Change::Set { link, lever: its, value: value.unwrap_or(f64::NAN) }
            }
        }
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
