//! Where no link says what it gives or takes: that only the product is weighed then, and the way to the usual figures.

use crate::app::{Command, built};
use crate::model::edit::{says_no_gains, with_usual_gains};
use crate::say;
use crate::ui::state::use_store;
use crate::ui::widgets::{NotFetched, later};
use crate::words::building::copy_name;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

#[component]
pub fn Usual() -> impl IntoView {
    let store = use_store();
    let says_none = Memo::new(move |_| store.journey.with(|journey| says_no_gains(journey)));
    move || says_none.get().then(|| later(|| Box::pin(fetched())))
}

#[wasm_split(details, fallible, wasm_split_path = ::leptos::wasm_split)]
fn fetched() -> Result<fn() -> AnyView, NotFetched> {
    Ok(offer)
}

fn offer() -> AnyView {
    let store = use_store();
    let take = move |_| {
        let work = store.session.with_untracked(|session| session.work.clone());
        let whole = with_usual_gains(work.whole());
        let name = copy_name(work.whole());
        store.run(Command::Build(Box::new(built(&work, whole, name, None))));
    };
    view! {
        <p class="usual">
            {move || say!(store, usual.said)}" "
            <button class="plain" on:click=take>{move || say!(store, usual.take)}</button>
            " "<span class="hint">{move || say!(store, usual.hint)}</span>
        </p>
    }
    .into_any()
}
