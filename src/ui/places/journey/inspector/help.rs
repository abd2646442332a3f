//! Help for every lever, on the fixed skeleton: what it means, in the customer's words, what to look for, where the
//! number comes from, what is often objected.

use crate::model::Field;
use crate::say;
use crate::ui::state::use_store;
use crate::words::help;
use leptos::prelude::*;

/// The help of one lever, folded: behind its name, and for the strength behind a question.
#[component]
pub fn LeverHelp(lever: Field) -> impl IntoView {
    let store = use_store();
    let summary = move || help::title(store.language.get(), lever);
    view! {
        <details class="help">
            <summary>{summary}</summary>
            <dl>
                <dt>{move || say!(store, help.means)}</dt>
                <dd>{move || help::means(&store.teller(), lever)}</dd>
                <dt>{move || say!(store, help.customer)}</dt>
                <dd>{move || help::customer(store.language.get(), lever)}</dd>
                <dt>{move || say!(store, help.look)}</dt>
                <dd>{move || help::look(store.language.get(), lever)}</dd>
                <dt>{move || say!(store, help.source)}</dt>
                <dd>{move || help::source(&store.teller(), &store.selected.get(), lever)}</dd>
                <dt>{move || say!(store, help.objection)}</dt>
                <dd>{move || help::objection(&store.teller(), lever)}</dd>
            </dl>
        </details>
    }
}
