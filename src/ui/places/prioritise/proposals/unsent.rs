//! A proposal that is being written outlives a reload, whatever its fields say.

use super::draft::{Draft, DraftChange};
use super::shared::Writing;
use crate::model::{Field, ImprovementId, LinkId, OwnerId};
use crate::ui::platform::unsent::{keep, kept};
use crate::ui::state::Store;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the tab keeps it under.
const NAME: &str = "proposal";

/// The fields as they stand; a change is its link, the name of its lever and its value.
#[derive(Serialize, Deserialize)]
struct Unsent {
    /// The journey that it is for, and the record that keeps it.
    of: (String, Option<String>),
    changed: Option<String>,
    name: String,
    owner: Option<String>,
    effort: String,
    changes: Vec<(String, Option<String>, String)>,
}

/// What was being written when the page was last here.
pub fn unsent(store: Store) -> Option<(Writing, Draft)> {
    let Unsent { of, changed, name, owner, effort, changes } = serde_json::from_str(&kept(NAME)?).ok()?;
    if of != journey_of(store) {
        return None;
    }
    let change = |(key, (link, lever, value)): (usize, (String, Option<String>, String))| DraftChange {
        key,
        link: RwSignal::new(LinkId(link)),
        lever: RwSignal::new(lever.and_then(|name| Field::lever_named(&name))),
        value: RwSignal::new(value),
    };
    let draft = Draft {
        name: RwSignal::new(name),
        owner: RwSignal::new(owner.map(OwnerId)),
        effort: RwSignal::new(effort),
        changes: RwSignal::new(changes.into_iter().enumerate().map(change).collect()),
    };
    Some((changed.map_or(Writing::New, |id| Writing::Changing(ImprovementId(id))), draft))
}

/// Keeps what stands in the fields, as long as they are there.
pub fn keep_unsent(store: Store, changed: Option<ImprovementId>, draft: Draft) {
    // Of what came by a link nothing is kept, and it takes nothing of the reader's own away.
    if store.is_visiting() {
        return;
    }
    Effect::new(move |_| {
        let changes = draft.changes.get().into_iter().map(|change| {
            (change.link.get().0, change.lever.get().map(|lever| lever.name().to_owned()), change.value.get())
        });
        let unsent = Unsent {
            of: journey_of(store),
            changed: changed.as_ref().map(|id| id.0.clone()),
            name: draft.name.get(),
            owner: draft.owner.get().map(|id| id.0),
            effort: draft.effort.get(),
            changes: changes.collect(),
        };
        keep(NAME, &serde_json::to_string(&unsent).unwrap_or_default());
    });
    on_cleanup(|| keep(NAME, ""));
}

fn journey_of(store: Store) -> (String, Option<String>) {
    store.work.with_untracked(|work| (work.journey.id.clone(), work.record.clone()))
}
