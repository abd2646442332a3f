//! Whether mending one link multiplies another, in words: where it holds and where not.

use crate::analysis::answers::Chain;
use crate::app::{Carries, Multiplies, multiplies};
use crate::ui::prioritise::tell;
use crate::ui::say;
use crate::ui::store::Store;
use leptos::prelude::*;

fn who(store: Store, found: &Multiplies) -> String {
    tell::short_names(store, found.holds_for.iter().map(|(persona, _)| persona))
}

/// The finding.
pub fn title(store: Store, chain: &Chain) -> String {
    let Some(found) = multiplies(chain) else { return say!(store, logic.single).to_owned() };
    let (first, then) = (store.link_name(&found.first), store.link_name(&found.then));
    match found.everybody {
        Carries::More { times: Some(times) } => {
            say!(store, logic.more, first = first, then = then, times = tell::times(store, times))
        }
        Carries::More { times: None } => say!(store, logic.more_only, first = first, then = then),
        Carries::Unknown => say!(store, logic.unknown).to_owned(),
        _ if !found.holds_for.is_empty() => {
            say!(store, logic.for_some, who = who(store, &found), first = first, then = then)
        }
        Carries::Less => say!(store, logic.less, first = first, then = then),
        Carries::Alike => say!(store, logic.alike, first = first, then = then),
    }
}

/// For whom the claim holds.
pub fn holds(store: Store, chain: &Chain) -> Option<String> {
    let found = multiplies(chain)?;
    Some(match found.everybody {
        Carries::Unknown => return None,
        Carries::More { .. } => say!(store, logic.holds).to_owned(),
        _ if !found.holds_for.is_empty() => say!(store, logic.holds_some, who = who(store, &found)),
        Carries::Alike => say!(store, logic.holds_unclear).to_owned(),
        Carries::Less => say!(store, logic.holds_not).to_owned(),
    })
}
