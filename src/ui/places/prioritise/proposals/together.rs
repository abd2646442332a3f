//! The combined effect, and whose part of it is how large.

use super::shared::{effect_class, others_on, whole};
use crate::app::{Portion, Proposed, portions, that_save_nobody};
use crate::model::Improvement;
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::words;
use leptos::prelude::*;

#[component]
pub fn Together(all: Memo<Vec<Improvement>>) -> impl IntoView {
    let store = use_store();
    let on = Memo::new(move |_| all.with(|a| a.iter().filter(|p| !p.off).count()));
    let others = move || others_on(store, on.get());
    let title = move || words::proposals::together(&store.teller(), others());
    let goal = move || store.agenda.with(|a| a.goal);
    let told = Memo::new(move |_| {
        let proposed = whole(store).map_or(Proposed::Awaited, Proposed::Known);
        words::proposals::by_itself(&store.teller(), goal(), &proposed)
    });
    let under = move || words::proposals::detail(&store.teller(), goal(), &whole(store)?);
    let shown = move || on.get() > 0 && on.get() + others() > 1;
    view! {
        <div class="together" class:none=move || !shown()>
            <h3>{title}</h3>
            <div class="does">
                <p class=move || told.with(|t| effect_class(t.0))>{move || told.with(|t| t.1.clone())}</p>
                <p class="hint">{under}</p>
            </div>
            {move || shown().then(|| parts(store))}
        </div>
    }
}

fn parts(store: Store) -> AnyView {
    let split = store.answers.findings.with(|f| f.split.clone());
    let Some(split) = split else {
        return view! { <p class="hint split">{say!(store, proposals.split_awaited)}</p> }.into_any();
    };
    let teller = store.teller();
    let [by_proposal, by_owner] = store.work.with(|w| portions(w, &split));
    let proposals: Vec<Improvement> = store.work.with(|w| w.proposals().cloned().collect());
    let apart = [
        words::proposals::mix(&teller, &split),
        words::proposals::that_save_nobody(&teller, &proposals, &store.work.with(|w| that_save_nobody(w, &split))),
    ];
    let apart = apart.into_iter().flatten().map(|words| view! { <p class="hint apart">{words}</p> }).collect_view();
    let list = |title: &'static str, portions: Vec<Portion>| {
        let one = |p: &Portion| words::proposals::portion(&teller, split.outcome, &proposals, p);
        let words = portions.iter().map(one).collect::<Vec<_>>().join(", ");
        view! { <dt>{title}</dt><dd>{words}</dd> }
    };
    view! {
        <dl class="split" aria-label=say!(store, proposals.split)>
            {list(say!(store, proposals.by_proposal), by_proposal)}
            {list(say!(store, proposals.by_owner), by_owner)}
        </dl>
        {apart}
    }
    .into_any()
}
