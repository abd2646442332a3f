//! Help for every lever, on the fixed skeleton: what it means, in the customer's words, what to look for, where the
//! number comes from, what is often objected.

use crate::model::Field;
use crate::say;
use crate::ui::state::use_store;
use crate::ui::widgets::{NotFetched, later_with};
use crate::words::help;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

/// The help of one lever, folded: behind its name, and for the strength behind a question.
#[component]
pub fn LeverHelp(lever: Field) -> impl IntoView {
    let store = use_store();
    let summary = move || help::title(store.language.get(), lever);
    let opened = RwSignal::new(false);
    let told = move || {
        let view = move |told: fn(Field) -> AnyView| told(lever);
        opened.get().then(|| later_with(|| Box::pin(skeleton()), view))
    };
    view! {
        <details class="help" on:toggle=move |_| opened.update(|o| *o = !*o)>
            <summary>{summary}</summary>
            {told}
        </details>
    }
}

#[wasm_split(details, fallible, wasm_split_path = ::leptos::wasm_split)]
fn skeleton() -> Result<fn(Field) -> AnyView, NotFetched> {
    Ok(told)
}

fn told(lever: Field) -> AnyView {
    let store = use_store();
    view! {
        <dl>
            <dt>{move || say!(store, help.means)}</dt>
            <dd>{move || help::means(&store.teller(), lever)}</dd>
            <dt>{move || say!(store, help.customer)}</dt>
            <dd>{move || help::customer(store.language.get(), lever)}</dd>
            <dt>{move || say!(store, help.look)}</dt>
            <dd>{move || help::look(store.language.get(), lever)}</dd>
            <dt>{move || say!(store, help.formula)}</dt>
            <dd>{move || help::formula(&store.teller(), &store.selected.get(), lever)}</dd>
            <dt>{move || say!(store, help.source)}</dt>
            <dd>{move || help::source(&store.teller(), &store.selected.get(), lever)}</dd>
            <dt>{move || say!(store, help.objection)}</dt>
            <dd>{move || help::objection(&store.teller(), lever)}</dd>
        </dl>
    }
    .into_any()
}
