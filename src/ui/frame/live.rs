//! Results in words, for those who listen to the page. Politely, and not while a slider is in somebody's hand.

use super::place::Places;
use crate::ui::state::use_store;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// Silence after the last change before something is said [ms].
const PAUSE: u32 = 900;

#[component]
pub fn Live() -> impl IntoView {
    let (store, places) = (use_store(), expect_context::<Places>());
    let said = RwSignal::new(String::new());
    // What the listener knows; the first result is the page itself, which is no news.
    let known = StoredValue::new(String::new());
    let timer: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let words = places.spoken(store, store.place.get());
        let held = store.held.get();
        timer.set_value(None);
        if known.with_value(String::is_empty) {
            known.set_value(words);
        } else if !held && !words.is_empty() && known.with_value(|k| *k != words) {
            let speak = move || {
                known.set_value(words.clone());
                said.set(words);
            };
            timer.set_value(Some(Timeout::new(PAUSE, speak)));
        }
    });
    view! { <p class="unseen" role="status" aria-live="polite">{move || said.get()}</p> }
}
