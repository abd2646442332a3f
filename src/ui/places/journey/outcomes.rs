//! The outcomes: each figure large, today small beside it, and the difference with its interval.

use crate::analysis::Estimate;
use crate::app::{Kind, Row, Verdict, half_width, outcomes};
use crate::ui::state::{Store, use_store};
use crate::ui::{format, say, unit};
use leptos::prelude::*;

#[component]
pub fn Outcomes() -> impl IntoView {
    let store = use_store();
    let rows = Memo::new(move |_| store.report.get().map(|r| store.work.with(|w| outcomes(w, &r))));
    let each = |i: usize| {
        let row = Memo::new(move |_| rows.get().and_then(|r| r.get(i).copied()));
        view! { <Outcome row=row/> }
    };
    view! {
        <section class="outcomes" aria-label=move || say!(store, outcomes.title)>
            {(0..4).map(each).collect_view()}
        </section>
    }
}

/// One outcome; nothing as long as there is none.
#[component]
pub fn Outcome(row: Memo<Option<Row>>) -> impl IntoView {
    let store = use_store();
    let tone = move || match row.get().map(|r| r.verdict) {
        Some(Verdict::Better) => "outcome better",
        Some(Verdict::Worse) => "outcome worse",
        _ => "outcome",
    };
    let name = move || row.get().map(|r| name(store, r.kind));
    let figure = move || {
        row.get()
            .map(|r| r.now.map_or_else(|| say!(store, outcomes.none).to_owned(), |e| value(store, r.kind, e.value)))
    };
    let today = move || {
        row.get()
            .filter(|r| r.verdict != Verdict::Alone)
            .and_then(|r| r.today.map(|e| say!(store, outcomes.today, value = value(store, r.kind, e.value))))
    };
    let said = move || row.get().map(|r| difference(store, &r));
    let people = move || row.get().and_then(|r| people(store, &r));
    view! {
        <div class=tone>
            <h2>{name}</h2>
            <p class="figure">{figure}</p>
            <p class="today">{today}</p>
            <p class="difference">{said}</p>
            <p class="people">{people}</p>
        </div>
    }
}

/// What an outcome is called.
pub fn name(store: Store, kind: Kind) -> String {
    match kind {
        Kind::Conversion => say!(store, outcomes.conversion).to_owned(),
        Kind::Churn => say!(store, outcomes.churn, period = unit::period(store)),
        Kind::Revenue => say!(store, outcomes.revenue).to_owned(),
        Kind::Recommendation => say!(store, outcomes.recommendation).to_owned(),
    }
}

/// An outcome's value in its own unit.
pub fn value(store: Store, kind: Kind, v: f64) -> String {
    let language = store.language.get();
    match kind {
        Kind::Conversion | Kind::Churn => format::percent(language, v, 1),
        Kind::Revenue => format::money(language, v, &unit::currency(store)),
        Kind::Recommendation => format::whole(language, v),
    }
}

/// The difference in the figure's own unit, with half the width of its interval.
pub fn difference(store: Store, row: &Row) -> String {
    match row.verdict {
        Verdict::Alone => row.now.map_or_else(String::new, |e| noise(store, row.kind, &e)),
        Verdict::Same => say!(store, outcomes.unchanged).to_owned(),
        Verdict::TooClose => say!(store, outcomes.too_close).to_owned(),
        Verdict::Better | Verdict::Worse => row.difference.map_or_else(String::new, |e| {
            let (sign, spread) = (change(store, row.kind, e.value), spread(store, row.kind, &e));
            say!(store, outcomes.difference, n = sign, noise = spread)
        }),
    }
}

fn noise(store: Store, kind: Kind, e: &Estimate) -> String {
    say!(store, outcomes.noise, n = spread(store, kind, e))
}

/// A change, shares in percentage points.
pub fn change(store: Store, kind: Kind, v: f64) -> String {
    let language = store.language.get();
    match kind {
        Kind::Conversion | Kind::Churn => {
            say!(store, outcomes.points, n = format::signed_points(language, v, 2))
        }
        Kind::Revenue => format::signed_money(language, v, &unit::currency(store)),
        Kind::Recommendation => format::signed(language, v, 1),
    }
}

fn spread(store: Store, kind: Kind, e: &Estimate) -> String {
    let language = store.language.get();
    let half = half_width(e);
    match kind {
        Kind::Conversion | Kind::Churn => format::points(language, half, 2),
        Kind::Revenue => format::decimal(language, half, 0),
        Kind::Recommendation => format::decimal(language, half, 1),
    }
}

fn people(store: Store, row: &Row) -> Option<String> {
    let people = row.people.filter(|p| row.has_difference() && p.gained.count + p.lost.count > 0)?;
    let count = |n| format::count(store.language.get(), n);
    let (gained, lost, of) = (count(people.gained.count), count(people.lost.count), count(people.gained.of));
    match row.kind {
        Kind::Conversion => Some(say!(store, outcomes.won, won = gained, lost = lost, of = of)),
        Kind::Churn => Some(say!(store, outcomes.saved, saved = gained, lost = lost, of = of)),
        Kind::Revenue | Kind::Recommendation => None,
    }
}
