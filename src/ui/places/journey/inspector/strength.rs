//! A link's strength: slider, typed value, named ranges, and what it costs.

use crate::app::{Command, NamedRange, effort_spent};
use crate::model::Field;
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{Slider, TypedInput};
use crate::words::typed::{Misread, NumberKind};
use crate::words::{self, number};
use leptos::prelude::*;

#[component]
pub fn StrengthControl() -> impl IntoView {
    let store = use_store();
    let today = Memo::new(move |_| store.journey.with(|j| j.strength(&store.selected.get())).unwrap_or(0.0));
    let now = Memo::new(move |_| store.changed_journey.with(|j| j.strength(&store.selected.get())).unwrap_or(0.0));
    let set = Callback::new(move |value| {
        store.run(Command::SetLever { link: store.selected.get_untracked(), lever: Field::Strength, value });
    });
    let percent = move |share: f64| number::short_percent(store.language.get(), share);
    let words = move || words::strength::spoken(store.language.get(), today.get(), now.get());
    let before = move || (now.get() != today.get()).then(|| format!("{} → ", percent(today.get())));
    view! {
        <div class="strength">
            <div class="strength-head">
                <h3 id="strength-name">{move || say!(store, strength.name)}</h3>
                <span class="strength-value" class:changed=move || now.get() != today.get()>
                    <span class="from">{before}</span>
                    <TypedStrength now=now/>
                </span>
            </div>
            <Slider label=Signal::derive(move || say!(store, strength.name).to_owned())
                value=now today=today words=Signal::derive(words) set=set/>
            <div class="ranges" role="group" aria-label=move || say!(store, strength.ranges)>
                {NamedRange::ALL.map(|range| view! { <RangeButton range=range now=now set=set/> })}
            </div>
        </div>
    }
}

#[component]
fn RangeButton(range: NamedRange, now: Memo<f64>, set: Callback<f64>) -> impl IntoView {
    let store = use_store();
    let here = move || NamedRange::of(now.get()) == range;
    let (from, to) = range.bounds();
    let choose = move |_| {
        // Choosing where one already stands moves nothing.
        if !here() {
            set.run(range.typical());
            store.run(Command::LetGo);
        }
    };
    view! {
        <button class="range" aria-pressed=move || here().to_string() style:flex-grow=((to - from) * 100.0).to_string() on:click=choose>
            {move || words::strength::range_name(store.language.get(), range)}
        </button>
    }
}

#[component]
fn TypedStrength(now: Memo<f64>) -> impl IntoView {
    let store = use_store();
    let misread = RwSignal::new(None::<Misread>);
    let kind = move || NumberKind::share(store.language.get(), (0.0, 1.0));
    let read = Callback::new(move |typed: String| {
        let link = store.selected.get_untracked();
        untrack(kind).read(&typed).map(|value| Command::SetLever { link, lever: Field::Strength, value })
    });
    let label = Signal::derive(move || say!(store, strength.typed).to_owned());
    let shown = Signal::derive(move || kind().write(now.get()));
    view! {
        <TypedInput label=label value=shown size="6" read=read misread=misread described_by="strength-wrong"/>
        <span id="strength-wrong" class="wrong" role="alert">{move || misread.get().map(|why| kind().told(&why))}</span>
    }
}

/// What a strength costs, and what was spent on it.
pub fn effort_words(store: Store) -> String {
    let link = store.selected.get();
    let cost = store.journey.with(|j| j.halving_cost(&link)).unwrap_or(1.0);
    words::strength::effort(&store.teller(), cost, store.work.with(|w| effort_spent(w, &link)))
}
