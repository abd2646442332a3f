//! The advice in words, and how sure it is as marks that can be counted.

use crate::app::advice;
use crate::say;
use crate::ui::places::prioritise::worlds_drawn;
use crate::ui::state::use_store;
use crate::ui::widgets::marked;
use crate::words;
use leptos::prelude::*;

#[component]
pub fn Decision() -> impl IntoView {
    let store = use_store();
    let goal = move || store.agenda.with(|agenda| agenda.goal);
    let told =
        Memo::new(move |_| words::advice::told(&store.teller(), goal(), false, || store.answers.findings.with(advice)));
    let headline = move || match told.get() {
        Some((headline, _)) => marked(&headline, "plain"),
        None => vec![say!(store, wall.waiting).into_any()],
    };
    let found = Memo::new(move |_| store.answers.findings.with(|found| found.sure.clone()));
    view! {
        <p class="wall-sentence">{headline}</p>
        <p class="wall-under">{move || told.get().map(|(_, under)| under)}</p>
        <p class="wall-finding">{move || found.get().map(|sure| words::sure::finding(&store.teller(), &sure))}</p>
        <div class="wall-sure">{move || found.get().map(|sure| worlds_drawn(store, &sure))}</div>
    }
}
