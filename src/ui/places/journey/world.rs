//! The world around the chain: strain, price, and the seed.

use crate::app::{Command, STRAIN, parse_amount, parse_whole};
use crate::say;
use crate::ui::state::use_store;
use crate::ui::widgets::{Hold, RangeInput, TypedField};
use crate::words::{self, number, unit};
use leptos::prelude::*;

#[component]
pub fn World() -> impl IntoView {
    let store = use_store();
    let price = move || store.work.with(|w| number::amount(store.language.get(), w.price()));
    let set_price = Callback::new(move |typed: String| {
        let amount = parse_amount(&typed, store.teller().currency());
        if let Some(amount) = amount {
            store.run(Command::SetPrice(Some(amount)));
            store.run(Command::LetGo);
        }
        amount.is_some()
    });
    let seed = move || store.work.with(|w| w.seed.to_string());
    let set_seed = Callback::new(move |typed: String| {
        let seed = parse_whole(&typed);
        if let Some(seed) = seed {
            store.run(Command::SetSeed(seed));
            store.run(Command::LetGo);
        }
        seed.is_some()
    });
    let today = move || {
        store.work.with(|w| w.scenario.price).map(|_| {
            let own = store.journey.with(|j| j.price);
            say!(store, world.price_today, amount = number::amount(store.language.get(), own))
        })
    };
    view! {
        <section class="world" aria-label=move || say!(store, world.title)>
            <Strain/>
            <TypedField
                label=Signal::derive(move || say!(store, world.price, period = unit::period(&store.teller())))
                after=Signal::derive(move || store.teller().currency().to_owned())
                hint=Signal::derive(move || today().unwrap_or_default())
                wrong=Signal::derive(move || say!(store, world.price_wrong).to_owned())
                value=Signal::derive(price) set=set_price
            />
            <TypedField
                label=Signal::derive(move || say!(store, world.seed).to_owned())
                after=Signal::derive(String::new)
                hint=Signal::derive(move || say!(store, world.seed_hint).to_owned())
                wrong=Signal::derive(move || say!(store, world.seed_wrong).to_owned())
                value=Signal::derive(seed) set=set_seed
            />
        </section>
    }
}

/// Strain: a calm day at the left, a storm at the right.
#[component]
fn Strain() -> impl IntoView {
    let store = use_store();
    let strain = Memo::new(move |_| store.work.with(|w| w.scenario.strain));
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
