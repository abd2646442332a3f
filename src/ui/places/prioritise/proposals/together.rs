//! The combined effect, and whose part of it is how large.

use super::words::{counted, detail};
use super::{others_on, whole};
use crate::app::{Portion, Whose, portions};
use crate::model::Improvement;
use crate::ui::places::prioritise::{goal_words, owner_name};
use crate::ui::state::{Store, use_store};
use crate::ui::{format, say};
use leptos::prelude::*;

#[component]
pub fn Together(all: Memo<Vec<Improvement>>) -> impl IntoView {
    let store = use_store();
    let on = Memo::new(move |_| all.with(|a| a.iter().filter(|p| !p.off).count()));
    let others = move || others_on(store, on.get());
    let title = move || match others() {
        0 => say!(store, proposals.together).to_owned(),
        1 => say!(store, proposals.together_one).to_owned(),
        n => say!(store, proposals.together_several, n = n),
    };
    let told = Memo::new(move |_| {
        whole(store).map_or_else(|| ("effect", say!(store, effects.awaited).to_owned()), |worth| counted(store, &worth))
    });
    let under = move || detail(store, &whole(store)?);
    let shown = move || on.get() > 0 && on.get() + others() > 1;
    view! {
        <div class="together" class:none=move || !shown()>
            <h3>{title}</h3>
            <div class="does">
                <p class=move || told.with(|t| t.0)>{move || told.with(|t| t.1.clone())}</p>
                <p class="hint">{under}</p>
            </div>
            {move || shown().then(|| parts(store))}
        </div>
    }
}

fn parts(store: Store) -> AnyView {
    let split = store.findings.with(|f| f.split.clone());
    let Some(split) = split else {
        return view! { <p class="hint split">{say!(store, proposals.split_awaited)}</p> }.into_any();
    };
    let [by_proposal, by_owner] = store.work.with(|w| portions(w, &split));
    let list = |title: &'static str, portions: Vec<Portion>| {
        let one = |p: &Portion| portion_words(store, split.outcome, p);
        let words = portions.iter().map(one).collect::<Vec<_>>().join(", ");
        view! { <dt>{title}</dt><dd>{words}</dd> }
    };
    view! {
        <dl class="split" aria-label=say!(store, proposals.split)>
            {list(say!(store, proposals.by_proposal), by_proposal)}
            {list(say!(store, proposals.by_owner), by_owner)}
        </dl>
    }
    .into_any()
}

/// "Finance 82 %", or in the outcome's own unit where shares would mislead.
fn portion_words(store: Store, goal: crate::analysis::studies::Goal, portion: &Portion) -> String {
    let name = match &portion.whose {
        Whose::Proposal(id) => store.work.with(|w| {
            w.proposals().find(|p| p.id == *id).map_or_else(String::new, |p| p.name.get(store.code()).to_owned())
        }),
        Whose::Owner(owner) => owner_name(store, owner),
        Whose::Nobody => say!(store, proposals.nobody).to_owned(),
        Whose::Edits => say!(store, proposals.edits).to_owned(),
    };
    let as_told = |better: f64| if goal.less_is_better() { 0.0 - better } else { better };
    let part = match portion.share {
        Some(share) => format::percent(store.language.get(), share, 0),
        None => goal_words::change(store, goal, as_told(portion.part)),
    };
    say!(store, proposals.split_one, name = name, part = part)
}
