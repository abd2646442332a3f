//! Whether mending one link multiplies another, in words: where it holds and where not.

use crate::analysis::studies::{AloneAndAfter, Chain};
use crate::app::{Carries, Multiplies, carries_for_persona, gives_for, multiplies, pair_of};
use crate::model::PersonaId;
use crate::ui::places::prioritise::tell;
use crate::ui::say;
use crate::ui::state::Store;

fn who(store: Store, found: &Multiplies) -> String {
    tell::short_names(store, found.holds_for.iter().map(|(persona, _)| persona))
}

/// The finding, for everybody or the persona who is shown.
pub fn title(store: Store, chain: &Chain, persona: Option<&PersonaId>) -> String {
    let Some(mut found) = multiplies(chain) else { return say!(store, logic.single).to_owned() };
    let of_persona = persona.and_then(|persona| Some((persona, carries_for_persona(own(chain, Some(persona))?))));
    let Some((persona, carried)) = of_persona else { return of_all(store, &found) };
    found.everybody = carried;
    found.holds_for.clear();
    let said = of_all(store, &found);
    let mut letters = said.chars();
    let lower = letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect());
    say!(store, logic.for_one, who = tell::short_name(store, persona), said = lower)
}

/// Alone and after with the personas' own chain feel.
fn own<'a>(chain: &'a Chain, persona: Option<&PersonaId>) -> Option<&'a AloneAndAfter> {
    let feel = chain.feels.iter().find(|feel| feel.chain_feel.is_none())?;
    gives_for(pair_of(chain, feel)?, persona)
}

/// How much more it gives after than alone, counted on the same customers.
pub fn difference(store: Store, chain: &Chain, persona: Option<&PersonaId>) -> Option<String> {
    let more = tell::as_told(store, chain.outcome, own(chain, persona)?.more?);
    let (n, noise) = (tell::signed(store, chain.outcome, &more), tell::noise(store, chain.outcome, &more));
    Some(say!(store, logic.difference, n = n, noise = noise))
}

fn of_all(store: Store, found: &Multiplies) -> String {
    let (first, then) = (store.link_name(&found.first), store.link_name(&found.then));
    match found.everybody {
        Carries::More { times: Some(times) } => {
            say!(store, logic.more, first = first, then = then, times = tell::times(store, times))
        }
        Carries::More { times: None } => say!(store, logic.more_only, first = first, then = then),
        Carries::Unknown => say!(store, logic.unknown).to_owned(),
        _ if !found.holds_for.is_empty() => {
            say!(store, logic.for_some, who = who(store, found), first = first, then = then)
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
