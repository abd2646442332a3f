//! What a change does by itself, in words.

use crate::app::{Alone, Entry, Net, alone, together};
use crate::ui::state::Store;
use crate::words;
use leptos::prelude::*;

/// What can be said of an entry by itself, for those who are shown.
pub fn of(store: Store, entry: &Entry) -> Alone {
    let persona = store.persona.get();
    // A report of the request before says nothing about a change that was made since.
    let report = store.report.get().filter(|_| store.is_firm());
    store.work.with(|w| store.answers.effects.with(|e| alone(w, entry, e, report.as_deref(), persona.as_ref())))
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

/// One sentence where the changes together do something else than one by one.
pub fn sum(store: Store) -> Option<String> {
    let persona = store.persona.get();
    let together = store.work.with(|w| store.answers.effects.with(|e| together(w, e, persona.as_ref())))?;
    Some(words::change::sum(store.language.get(), &together))
}
