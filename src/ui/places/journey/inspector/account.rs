//! What the selected link gives to the value account when it holds, and takes when it fails.

use crate::charts::small::{Balance, balance};
use crate::ui::state::use_store;
use crate::ui::{format, say, unit};
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
        let number = |v: f64| format::signed(store.language.get(), v, 2);
        let verdict = match bar.leaning {
            Balance::TakesMore => say!(store, account.takes_more, period = unit::period(store)),
            Balance::GivesMore => say!(store, account.gives_more, period = unit::period(store)),
            Balance::Even => say!(store, account.even, period = unit::period(store)),
        };
        Some(view! {
            <div class="account">
                <h3>{say!(store, account.title)}</h3>
                <svg viewBox="0 0 260 18" aria-hidden="true">
                    <rect class="takes" x=bar.middle - bar.takes y="2" width=bar.takes height="14"/>
                    <rect class="gives" x=bar.middle y="2" width=bar.gives height="14"/>
                    <line class="zero" x1=bar.middle x2=bar.middle y1="0" y2="18"/>
                </svg>
                <p class="account-ends">
                    <span class="takes">{say!(store, account.takes, n = number(-pain))}</span>
                    <span class="gives">{say!(store, account.gives, n = number(gain))}</span>
                </p>
                <p class="hint">{verdict}</p>
            </div>
        })
    };
    view! { {shown} }
}
