//! Why a figure is what it is, in words, from this journey's own numbers: one quiet disclosure for each group.

mod link;
mod outcomes;

use super::inspector::how_often;
use crate::app::Grounded;
use crate::model::{Figure, Grounds, Lever};
use crate::ui::state::Store;
use crate::ui::{format, lever, say};
use leptos::prelude::*;
pub use link::WhyFacts;
pub use outcomes::WhyOutcomes;

/// A figure's name, as it is explained, and the sentences about it.
struct Reason {
    name: String,
    words: Vec<String>,
}

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

/// What figures stand on, in one sentence for each kind of grounds.
fn grounds(store: Store, all: &[Grounded]) -> Vec<String> {
    let of = |grounds: Option<Grounds>| {
        let named = all.iter().filter(|g| g.grounds == grounds).map(|g| figure(store, g)).collect::<Vec<_>>();
        (!named.is_empty()).then(|| format::list(named, say!(store, levers.and)))
    };
    [
        of(Some(Grounds::Measured)).map(|list| say!(store, why.measured, list = list)),
        of(Some(Grounds::Estimated)).map(|list| say!(store, why.estimated, list = list)),
        of(Some(Grounds::Assumption)).map(|list| say!(store, why.assumed, list = list)),
        of(None).map(|list| say!(store, why.unsaid, list = list)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// "strength 42 %"
fn figure(store: Store, grounded: &Grounded) -> String {
    let share = |v| format::short_percent(store.language.get(), v);
    let of = |its: Lever| (lever::lower_name(store, its), lever::value(store, its, grounded.value));
    let (name, value) = match grounded.figure {
        Figure::Strength => of(Lever::Strength),
        Figure::Gain => of(Lever::Gain),
        Figure::Pain => of(Lever::Pain),
        // "once a month" says by itself what it is.
        Figure::Frequency => return how_often(store, grounded.value, false),
        Figure::Days => of(Lever::Days),
        Figure::Sensing => of(Lever::Sensing),
        Figure::Share => of(Lever::Share),
        Figure::ComplaintRate => {
            (say!(store, problems.quantities.complaint_rate).to_lowercase(), share(grounded.value))
        }
        Figure::RivalPull => (say!(store, problems.quantities.rival_pull).to_lowercase(), share(grounded.value)),
        Figure::Disturbance => (say!(store, problems.quantities.disturbance).to_lowercase(), share(grounded.value)),
        Figure::Price => {
            let price = format::money(store.language.get(), grounded.value, &crate::ui::unit::currency(store));
            (say!(store, problems.quantities.price).to_lowercase(), price)
        }
        _ => return String::new(),
    };
    say!(store, why.figure, name = name, value = value)
}
