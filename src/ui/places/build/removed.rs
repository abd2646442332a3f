//! What became of the neighbours of a touchpoint that was taken away, and what to choose instead.

use super::desk::{Removed, use_desk};
use crate::app::Command;
use crate::model::edit::Edit;
use crate::model::{LinkId, PartId, PhaseId};
use crate::say;
use crate::words::{Teller, building};
use leptos::prelude::*;

/// Stands until something else is done.
#[component]
pub fn RemovedNote() -> impl IntoView {
    let desk = use_desk();
    let now = Memo::new(move |_| {
        let removed = desk.removed.get()?;
        desk.whole.with(|whole| *whole == removed.after).then_some(Shown::of(&removed))
    });
    let again = move |edit: fn(&Removed, &Shown) -> Edit| {
        let (Some(removed), Some(shown)) = (desk.removed.get_untracked(), now.get_untracked()) else { return };
        // One step in the place of the other.
        desk.store.run(Command::Undo);
        desk.remove(removed.link.clone(), edit(&removed, &shown));
    };
    let note = move || {
        let shown = now.get()?;
        let removed = desk.removed.get_untracked()?;
        let language = desk.store.language.get();
        let (before, after) = (told(language, &removed.before), told(language, &removed.after));
        let name = before.link_name(&removed.link);
        let pairs =
            shown.joined.iter().map(|(from, to)| format!("{} → {}", after.link_name(from), after.link_name(to)));
        let pairs = pairs.collect::<Vec<_>>().join(", ");
        let words = match (is_alone(&removed.by), shown.joined.as_slice()) {
            (true, _) => say!(desk, build.removed.alone, name = name),
            (_, []) => say!(desk, build.removed.plain, name = name),
            _ => say!(desk, build.removed.joined, name = name, ways = pairs),
        };
        let gap = (!shown.joined.is_empty()).then(|| {
            let press = move |_| again(|removed, _| Edit::RemoveAlone(removed.link.clone()));
            view! { <button class="plain" on:click=press>{say!(desk, build.removed.gap)}</button> }
        });
        let phase = shown.emptied.clone().map(|phase| {
            let name = building::part_name(&after, &PartId::Phase(phase));
            let press = move |_| {
                again(|removed, shown| {
                    let gone = shown.emptied.clone().map(|phase| Edit::Remove(PartId::Phase(phase)));
                    Edit::Several(std::iter::once(removed.by.clone()).chain(gone).collect())
                });
            };
            view! { <button class="plain" on:click=press>{say!(desk, build.removed.phase, phase = name)}</button> }
        });
        Some(view! { <p>{words}" "{gap}" "{phase}</p> })
    };
    view! { <div class="build-removed" role="status">{note}</div> }
}

fn is_alone(by: &Edit) -> bool {
    match by {
        Edit::RemoveAlone(_) => true,
        Edit::Several(all) => all.iter().any(is_alone),
        _ => false,
    }
}

fn told(language: crate::app::Language, journey: &std::sync::Arc<crate::model::Journey>) -> Teller {
    Teller { language, journey: journey.clone() }
}

/// What is told.
#[derive(Clone, PartialEq)]
struct Shown {
    /// The ways that there were not before, by their ends.
    joined: Vec<(LinkId, LinkId)>,
    /// The phase in which nothing stands any more, where its side of the purchase has another.
    emptied: Option<PhaseId>,
}

impl Shown {
    fn of(removed: &Removed) -> Self {
        let (before, after) = (&removed.before, &removed.after);
        let is_new = |from: &LinkId, to: &LinkId| !before.handovers.iter().any(|h| h.from == *from && h.to == *to);
        let ways = after.handovers.iter().filter(|h| is_new(&h.from, &h.to));
        let joined = ways.map(|h| (h.from.clone(), h.to.clone())).collect();
        let phase = before.touchpoint(&removed.link).map(|t| t.phase.clone());
        let is_emptied = |phase: &PhaseId| {
            let stage = after.stage(phase);
            stage.is_some()
                && !after.touchpoints.iter().any(|t| t.phase == *phase)
                && after.phases.iter().any(|p| p.id != *phase && Some(p.stage) == stage)
        };
        Self { joined, emptied: phase.filter(is_emptied) }
    }
}
