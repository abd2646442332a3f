//! The advice in words, and the figures that it rests on.

use crate::app::advice;
use crate::say;
use crate::ui::places::landmarks::ADVICE;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::marked;
use crate::words;
use crate::words::phrase::plain;
use leptos::prelude::*;

/// The advice with its marks of names, and the line under it; none while it is not known.
fn told(store: Store) -> Option<(String, String)> {
    let (covered, goal) = store.agenda.with(|agenda| (agenda.is_covered, agenda.goal));
    if covered {
        return Some((say!(store, advice.covered).to_owned(), say!(store, advice.covered_under).to_owned()));
    }
    let (advice, rests) = store.answers.findings.with(advice)?;
    let teller = store.teller();
    Some((words::advice::headline(&teller, &advice, &rests), words::advice::under(&teller, goal, &advice, &rests)))
}

/// The advice as it is announced.
pub fn spoken(store: Store) -> String {
    told(store).map_or_else(String::new, |(advice, under)| format!("{} {under}", plain(&advice)))
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
