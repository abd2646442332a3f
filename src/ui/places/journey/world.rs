//! The world around the chain: strain, price, and the seed.

use crate::app::{Command, Project, STRAIN};
use crate::say;
use crate::ui::state::use_store;
use crate::ui::widgets::{Hold, RangeInput, TypedField};
use crate::words::typed::{self, Misread, NumberKind};
use crate::words::{self, unit};
use leptos::prelude::*;

#[component]
pub fn World() -> impl IntoView {
    let store = use_store();
    let kind = move || NumberKind::money(&store.teller(), (0.0, store.work.with(Project::most_price))).above();
    let price = move || kind().write(store.work.with(Project::price));
    let read_price =
        Callback::new(move |typed: String| untrack(kind).read(&typed).map(|price| Command::SetPrice(Some(price))));
    let seed = move || store.work.with(|w| w.seed.to_string());
    let read_seed = Callback::new(move |typed: String| {
        typed::read_seed(store.language.get_untracked(), &typed).map(Command::SetSeed)
    });
    let today = move || {
        store.work.with(|w| w.scenario.price).map(|_| {
            let own = store.journey.with(|j| j.price);
            say!(store, world.price_today, amount = kind().write(own))
        })
    };
    view! {
        <section class="world" aria-label=move || say!(store, world.title)>
            <Strain/>
            <TypedField
                label=Signal::derive(move || say!(store, world.price, period = unit::period(&store.teller())))
                after=Signal::derive(move || store.teller().currency().to_owned())
                hint=Signal::derive(move || today().unwrap_or_default())
                told=Callback::new(move |why: Misread| kind().told(&why))
                value=Signal::derive(price) read=read_price
            />
            <TypedField
                label=Signal::derive(move || say!(store, world.seed).to_owned())
                after=Signal::derive(String::new)
                hint=Signal::derive(move || say!(store, world.seed_hint).to_owned())
                told=Callback::new(move |why: Misread| typed::seed_told(store.language.get(), &why))
                value=Signal::derive(seed) read=read_seed
            />
        </section>
    }
}

/// Strain: a calm day at the left, a storm at the right.
#[component]
pub fn Strain() -> impl IntoView {
    let store = use_store();
    let strain = store.strain;
    let words = move || words::strength::strain(store.language.get(), strain.get());
    let moved = Callback::new(move |(_, value)| store.run(Command::SetStrain(value)));
    let name = Signal::derive(move || say!(store, world.strain).to_owned());
    view! {
        <label class="field strain">
            <span class="field-name">{name}</span>
            <span class="slider" class:down=move || { strain.get() > 0.0 }
                style=("--low", "0") style=("--was", "0")
                style=("--high", move || (strain.get() / STRAIN.1).to_string())
            >
                <RangeInput
                    label=name words=Signal::derive(words) value=strain.into() most=Signal::stored(STRAIN.1) step="0.1"
                    moved=moved hold=Hold::of(store)
                />
            </span>
            <span class="hint">{words}</span>
        </label>
    }
}
