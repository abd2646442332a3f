//! What the list of proposals, its rows and its form have in common.

use crate::app::{ProposalWorth, all_together, changes};
use crate::model::ImprovementId;
use crate::ui::state::Store;
use crate::words::proposals::EffectTone;
use leptos::prelude::*;

/// What is being written: nothing, a new proposal, or a change to one.
#[derive(Clone, Debug, PartialEq)]
pub enum Writing {
    Nothing,
    New,
    Changing(ImprovementId),
}

/// What everything that is switched on does.
pub fn whole(store: Store) -> Option<ProposalWorth> {
    let (report, goal) = (store.newest()?, store.agenda.with(|a| a.goal));
    Some(store.work.with(|w| all_together(w, goal, &report)))
}

/// The class of an effect.
pub fn effect_class(tone: EffectTone) -> &'static str {
    match tone {
        EffectTone::Plain => "effect",
        EffectTone::Better => "effect better",
        EffectTone::Worse => "effect worse",
    }
}

/// How many changes are switched on besides so many proposals.
pub fn others_on(store: Store, proposals: usize) -> usize {
    store.work.with(|w| changes(w).iter().filter(|e| !e.is_off()).count()).saturating_sub(proposals)
}
