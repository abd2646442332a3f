//! The advice in words, and the figures that it rests on.

use crate::app::advice;
use crate::say;
use crate::ui::places::landmarks::ADVICE;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::marked;
use crate::words;
use leptos::prelude::*;

/// The advice with its marks of names, and the line under it; none while it is not known.
fn told(store: Store) -> Option<(String, String)> {
    let (covered, goal) = store.agenda.with(|agenda| (agenda.is_covered, agenda.goal));
    words::advice::told(&store.teller(), goal, covered, || store.answers.findings.with(advice))
}

/// The advice as it is announced.
pub fn spoken(store: Store) -> String {
    told(store).map_or_else(String::new, |told| words::advice::spoken(&told))
}

/// The advice as a headline, and what it rests on.
#[component]
pub fn AdvicePanel() -> impl IntoView {
    let store = use_store();
    let told = Memo::new(move |_| told(store));
    let headline = move || match told.get() {
        None => vec![view! { <span class="waiting">{say!(store, advice.waiting)}</span> }.into_any()],
        Some((advice, _)) => marked(&advice, "plain"),
    };
    view! {
        <section class="advice">
            <h1 id=ADVICE tabindex="-1">{headline}</h1>
            <p class="under">{move || told.get().map(|(_, under)| under)}</p>
        </section>
    }
}
