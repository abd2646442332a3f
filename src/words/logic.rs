//! Whether mending one link multiplies another, in words: where it holds and where not.

use super::{Teller, gain, number, phrase, unit};
use crate::analysis::studies::{AloneAndAfter, Chain, Feel, Logic, LogicKind};
use crate::app::{Interaction, Multiplies, carries_for_persona, gives_for, multiplies, pair_of};
use crate::model::PersonaId;
use crate::say;

/// Shares below this are told with three decimals [0..1].
const SMALL: f64 = 0.01;

fn who(teller: &Teller, found: &Multiplies) -> String {
    teller.first_names(found.holds_for.iter().map(|(persona, _)| persona))
}

/// The finding, for everybody or the persona who is shown.
pub fn title(teller: &Teller, chain: &Chain, persona: Option<&PersonaId>) -> String {
    let Some(mut found) = multiplies(chain) else { return say!(teller, logic.single).to_owned() };
    let of_persona = persona.and_then(|persona| Some((persona, carries_for_persona(own(chain, Some(persona))?))));
    let Some((persona, carried)) = of_persona else { return of_all(teller, &found) };
    found.everybody = carried;
    found.holds_for.clear();
    let said = of_all(teller, &found);
    say!(teller, logic.for_one, who = teller.first_name(persona), said = phrase::small(&said))
}

/// Alone and after with the personas' own chain feel.
fn own<'a>(chain: &'a Chain, persona: Option<&PersonaId>) -> Option<&'a AloneAndAfter> {
    let feel = chain.feels.iter().find(|feel| feel.chain_feel.is_none())?;
    gives_for(pair_of(chain, feel)?, persona)
}

/// How much more it gives after than alone, counted on the same customers.
pub fn difference(teller: &Teller, chain: &Chain, persona: Option<&PersonaId>) -> Option<String> {
    let found = multiplies(chain)?;
    let more = gain::as_told(teller, chain.outcome, own(chain, persona)?.more?);
    let (n, noise) = (gain::signed(teller, chain.outcome, &more), gain::noise(teller, chain.outcome, &more));
    let (first, then) = (teller.link_name(&found.first), teller.link_name(&found.then));
    Some(say!(teller, logic.difference, first = first, then = then, n = n, noise = noise))
}

fn of_all(teller: &Teller, found: &Multiplies) -> String {
    let (first, then) = (teller.link_name(&found.first), teller.link_name(&found.then));
    match found.everybody {
        Interaction::More { times: Some(times) } => {
            say!(teller, logic.more, first = first, then = then, times = gain::times(teller.language, times))
        }
        Interaction::More { times: None } => say!(teller, logic.more_only, first = first, then = then),
        Interaction::Unknown => say!(teller, logic.unknown).to_owned(),
        _ if !found.holds_for.is_empty() => {
            say!(teller, logic.for_some, who = who(teller, found), first = first, then = then)
        }
        Interaction::Less => say!(teller, logic.less, first = first, then = then),
        Interaction::Alike => say!(teller, logic.alike, first = first, then = then),
    }
}

/// For whom the claim holds.
pub fn holds(teller: &Teller, chain: &Chain) -> Option<String> {
    let found = multiplies(chain)?;
    Some(match found.everybody {
        Interaction::Unknown => return None,
        Interaction::More { .. } => say!(teller, logic.holds).to_owned(),
        _ if !found.holds_for.is_empty() => say!(teller, logic.holds_some, who = who(teller, &found)),
        Interaction::Alike => say!(teller, logic.holds_unclear).to_owned(),
        Interaction::Less => say!(teller, logic.holds_not).to_owned(),
    })
}

/// What gains are counted in, and for how much effort on which link. `None` where there is just one link.
pub fn under(teller: &Teller, chain: &Chain) -> Option<String> {
    let then = teller.link_name(chain.top.get(1)?);
    let (counted, effort) = (gain::counted_in(teller, chain.outcome), unit::effort(teller, chain.effort));
    Some(say!(teller, logic.under, unit = counted, effort = effort, then = then))
}

/// Whose chain feel gains are told with.
pub fn feel(teller: &Teller, feel: &Feel) -> &'static str {
    match feel.chain_feel {
        None => say!(teller, logic.own),
        Some(kappa) if kappa <= 0.0 => say!(teller, logic.feel_none),
        Some(_) => say!(teller, logic.feel_full),
    }
}

/// What a way to put strengths together is called.
pub fn logic_name(teller: &Teller, kind: LogicKind) -> &'static str {
    match kind {
        LogicKind::Average => say!(teller, logic.average),
        LogicKind::Product => say!(teller, logic.product),
        LogicKind::Weakest => say!(teller, logic.weakest),
    }
}

/// Strengths put together, now and after the link that this logic would mend first.
pub fn levels(teller: &Teller, logic: &Logic) -> (String, String) {
    let level = |share: f64| number::percent(teller.language, share, if share < SMALL { 3 } else { 0 });
    (level(logic.level), level(logic.after))
}

/// Which link binds in the simulation. `None` where it is not known.
pub fn simulated(teller: &Teller, chain: &Chain) -> Option<String> {
    let own = chain.feels.iter().find(|feel| feel.chain_feel.is_none())?;
    own.binding.as_ref().map(|link| say!(teller, logic.simulated, link = teller.link_name(link)))
}
