//! Why a figure is what it is, in words, from this journey's own numbers: one quiet disclosure for each group.

mod link;
mod outcomes;

use crate::say;
use crate::ui::state::Store;
use crate::words::why::Reason;
use leptos::prelude::*;
pub use link::WhyFacts;
pub use outcomes::WhyOutcomes;

/// The disclosure with its reasons.
fn folded(store: Store, reasons: impl Fn() -> Option<Vec<Reason>> + Send + Sync + 'static) -> impl IntoView {
    let opened = RwSignal::new(false);
    let each = |reason: Reason| {
        view! {
            <div>
                <dt>{reason.name}</dt>
                <dd>{reason.words.join(" ")}</dd>
            </div>
        }
    };
    // Made when somebody asks, not at every preview.
    let list = move || opened.get().then(&reasons).flatten().map(|all| all.into_iter().map(each).collect_view());
    view! {
        <details class="help why" on:toggle=move |_| opened.update(|o| *o = !*o)>
            <summary>{move || say!(store, why.ask)}</summary>
            <dl>{list}</dl>
        </details>
    }
}
