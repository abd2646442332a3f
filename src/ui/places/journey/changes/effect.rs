//! What a change does by itself, in words.

use crate::app::{Alone, Entry, FACTS_OF, FIRM, Net, OutOf, Together, alone, together};
use crate::ui::places::journey::outcomes;
use crate::ui::state::Store;
use crate::ui::{format, say};
use leptos::prelude::*;

/// What can be said of an entry by itself, for those who are shown.
pub fn of(store: Store, entry: &Entry) -> Alone {
    let persona = store.persona.get();
    // A report of the request before says nothing about a change that was made since.
    let report = store.report.get().filter(|_| store.reported.get() >= FIRM.min(store.far.with(|f| f.asked)));
    store.work.with(|w| store.effects.with(|e| alone(w, entry, e, report.as_deref(), persona.as_ref())))
}

/// Whether it is good, bad, or neither, as a style.
pub fn tone(alone: &Alone) -> &'static str {
    match alone {
        Alone::Known(
            Net::Stay { more: true, .. } | Net::Buy { more: true, .. } | Net::Outcome { better: true, .. },
        ) => "effect better",
        Alone::Known(Net::Stay { .. } | Net::Buy { .. } | Net::Outcome { .. }) => "effect worse",
        _ => "effect",
    }
}

/// The effect in words.
pub fn words(store: Store, alone: &Alone) -> String {
    match *alone {
        Alone::Awaited => say!(store, effects.awaited).to_owned(),
        Alone::OnlyTogether => say!(store, effects.only_together).to_owned(),
        Alone::Known(Net::TooClose) => say!(store, outcomes.too_close).to_owned(),
        Alone::Known(Net::Same) => say!(store, effects.same).to_owned(),
        Alone::Known(Net::Outcome { kind, by, .. }) => {
            say!(store, effects.outcome, name = outcomes::name(store, kind), by = outcomes::change(store, kind, by))
        }
        Alone::Known(Net::Stay { more, people }) => crowd(store, people, stay(store, more, people.count)),
        Alone::Known(Net::Buy { more, people }) => crowd(store, people, buy(store, more, people.count)),
    }
}

fn stay(store: Store, more: bool, count: u64) -> String {
    let n = format::count(store.language.get(), count);
    match (more, count) {
        (true, 1) => say!(store, effects.stay_more_one).to_owned(),
        (true, _) => say!(store, effects.stay_more, n = n),
        (false, 1) => say!(store, effects.stay_fewer_one).to_owned(),
        (false, _) => say!(store, effects.stay_fewer, n = n),
    }
}

fn buy(store: Store, more: bool, count: u64) -> String {
    let n = format::count(store.language.get(), count);
    match (more, count) {
        (true, 1) => say!(store, effects.buy_more_one).to_owned(),
        (true, _) => say!(store, effects.buy_more, n = n),
        (false, 1) => say!(store, effects.buy_fewer_one).to_owned(),
        (false, _) => say!(store, effects.buy_fewer, n = n),
    }
}

/// A crowd other than the usual one is named.
fn crowd(store: Store, people: OutOf, words: String) -> String {
    if people.of == FACTS_OF {
        words
    } else {
        say!(store, effects.of_many, words = words, of = format::count(store.language.get(), people.of))
    }
}

/// One sentence where the changes together do something else than one by one.
pub fn sum(store: Store) -> Option<String> {
    let persona = store.persona.get();
    let Together { stay, beyond } = store.work.with(|w| store.effects.with(|e| together(w, e, persona.as_ref())))?;
    let Some(beyond) = beyond else { return Some(say!(store, effects.otherwise).to_owned()) };
    let part = format::percent(store.language.get(), beyond.abs(), 0);
    Some(match (stay, beyond > 0.0) {
        (true, true) => say!(store, effects.stay_carry, part = part),
        (true, false) => say!(store, effects.stay_overlap, part = part),
        (false, true) => say!(store, effects.buy_carry, part = part),
        (false, false) => say!(store, effects.buy_overlap, part = part),
    })
}
