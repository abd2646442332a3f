//! How many customers the figures rest on: a quiet line that fills, and can be stopped.

use crate::say;
use crate::ui::platform::device;
use crate::ui::state::use_store;
use crate::ui::widgets::ThinLine;
use crate::words;
use leptos::prelude::*;

/// Where it is told, once there is nothing more to stop.
const LINE: &str = "simulated";

#[component]
pub fn ProgressLine() -> impl IntoView {
    let store = use_store();
    let far = move || store.answers.far.get();
    let part = move || far().lived as f64 / far().asked.max(1) as f64;
    let words = move || {
        let shown = store.answers.everybody.with(|r| r.as_ref().map_or(0, |r| r.customers));
        let lived = if store.answers.is_old.get() { 0 } else { shown };
        words::progress::lived(store.language.get(), lived, (!far().done).then(|| far().asked))
    };
    let stop = move |_| {
        store.stop();
        device::focus(LINE);
    };
    view! {
        <section class="progress" class:done=move || far().done>
            <p id=LINE tabindex="-1">
                {words}
                <button class="plain" class:gone=move || far().done on:click=stop>
                    {move || say!(store, progress.stop)}
                </button>
            </p>
            <ThinLine name=move || say!(store, progress.label) part=part/>
        </section>
    }
}
