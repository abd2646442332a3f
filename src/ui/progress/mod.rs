//! How many customers the figures rest on: a quiet line that fills, and can be stopped.

use super::store::use_store;
use super::{format, say};
use leptos::prelude::*;

#[component]
pub fn ProgressLine() -> impl IntoView {
    let store = use_store();
    let far = move || store.far.get();
    let count = move |n| format::count(store.language.get(), n);
    let part = move || far().lived as f64 / far().asked.max(1) as f64;
    let words = move || {
        let lived = store.everybody.with(|r| r.as_ref().map_or(0, |r| r.customers));
        if far().done {
            say!(store, progress.done, n = count(lived))
        } else {
            say!(store, progress.going, n = count(lived), of = count(far().asked))
        }
    };
    view! {
        <section class="progress" class:done=move || far().done>
            <p>
                {words}
                <button class="plain" class:gone=move || far().done on:click=move |_| store.stop()>
                    {move || say!(store, progress.stop)}
                </button>
            </p>
            <div class="progress-line" role="progressbar" aria-label=move || say!(store, progress.label)
                aria-valuemin="0" aria-valuemax="100" aria-valuenow=move || (part() * 100.0).round().to_string()
            >
                <span style:transform=move || format!("scaleX({})", part())></span>
            </div>
        </section>
    }
}
