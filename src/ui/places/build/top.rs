//! The sentence and the two figures that count, which follow every change; the journey's name; and the way back.

use super::desk::use_desk;
use super::steps::Steps;
use super::text::PartWords;
use crate::app::{OutcomeRow, Sentence, outcomes, sentence};
use crate::model::{Field, PartId};
use crate::say;
use crate::ui::places::journey::headline;
use crate::ui::places::journey::outcomes::Outcome;
use crate::ui::state::Store;
use crate::words::notice;
use leptos::prelude::*;

/// What is told of the newest report; of the one before while a report is on its way.
fn told(store: Store) -> Memo<Option<Sentence>> {
    Memo::new(move |before: Option<&Option<Sentence>>| {
        let report = store.report.get();
        let new = report.and_then(|r| store.work.with(|w| sentence(w, &r)));
        new.or_else(|| before.cloned().flatten())
    })
}

#[component]
pub fn Top() -> impl IntoView {
    let desk = use_desk();
    let store = desk.store;
    let told = told(store);
    let words = move || match told.get() {
        Some(sentence) => headline::shown(store, &sentence).into_any(),
        None => view! { <span class="waiting">{say!(store, headline.waiting)}</span> }.into_any(),
    };
    let old = move || {
        if store.session.with(|s| s.work.stands_still()) {
            Some(say!(store, build.old_still).to_owned())
        } else {
            store.answers.is_old.get().then(|| notice::old(store.language.get()).to_owned())
        }
    };
    // Figures do not blink while one builds.
    let rows = Memo::new(move |before: Option<&Vec<OutcomeRow>>| {
        let new = store.report.get().map(|r| store.work.with(|w| outcomes(w, &r)).to_vec());
        new.or_else(|| before.cloned()).unwrap_or_default()
    });
    let each = |i: usize| {
        let row = Memo::new(move |_| rows.with(|rows| rows.get(i).copied()));
        view! { <Outcome row=row/> }
    };
    let name = Signal::derive(move || say!(store, build.journey_name).to_owned());
    view! {
        <header class="build-top">
            <div class="build-headline">
                <p class="hint">{move || say!(store, build.lead)}</p>
                {move || old().map(|old| view! { <p class="old">{old}</p> })}
                <h1 tabindex="-1">{words}</h1>
            </div>
            <div class="build-figures">{(0..2).map(each).collect_view()}</div>
            <div class="build-name">
                <label class="field">
                    <span class="field-name">{name}</span>
                    <PartWords part=PartId::Journey field=Field::Name label=name/>
                </label>
                <Steps/>
            </div>
        </header>
    }
}
