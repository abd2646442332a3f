//! What the selected link gives to the value account when it holds, and takes when it fails.

use crate::charts::small::balance;
use crate::say;
use crate::ui::state::use_store;
use crate::words;
use leptos::prelude::*;

/// Width of the bar in its own units.
const WIDTH: f64 = 260.0;

#[component]
pub fn GivesAndTakes() -> impl IntoView {
    let store = use_store();
    let account = move || {
        let link = store.selected.get();
        store.changed_journey.with(|j| {
            j.touchpoint(&link).map(|t| (t.gain, t.pain)).or_else(|| j.handover(&link).map(|h| (0.0, h.pain)))
        })
    };
    let shown = move || {
        let (gain, pain) = account().filter(|(gain, pain)| gain + pain > 0.0)?;
        let bar = balance(gain, pain, WIDTH);
        let language = store.language.get();
        let verdict = words::inspector::leaning(&store.teller(), bar.leaning);
        Some(view! {
            <div class="account">
                <h3>{say!(store, account.title)}</h3>
                <svg viewBox="0 0 260 18" aria-hidden="true">
                    <rect class="takes" x=bar.middle - bar.takes y="2" width=bar.takes height="14"/>
                    <rect class="gives" x=bar.middle y="2" width=bar.gives height="14"/>
                    <line class="zero" x1=bar.middle x2=bar.middle y1="0" y2="18"/>
                </svg>
                <p class="account-ends">
                    <span class="takes">{words::inspector::takes(language, pain)}</span>
                    <span class="gives">{words::inspector::gives(language, gain)}</span>
                </p>
                <p class="hint">{verdict}</p>
            </div>
        })
    };
    view! { {shown} }
}
