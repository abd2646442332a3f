//! Whether mending one link first makes another worth more: for everybody, and for whom else.

use crate::analysis::studies::{AloneAndAfter, Chain, Feel, Pair};
use crate::model::{LinkId, PersonaId};

/// How many half-widths of its interval a persona's difference must lie above 0 before the claim is said to hold for
/// them: some three standard errors, since every persona is looked at.
const SURE_OF_PERSONA: f64 = 1.5;

/// What mending the first link does to what the second gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Interaction {
    /// So many times as much; none where it gives nothing alone.
    More { times: Option<f64> },
    /// Less than alone.
    Less,
    /// What noise does not tell from the same.
    Alike,
    /// Nothing can be counted.
    Unknown,
}

impl Interaction {
    /// Whether the second gives more after than alone.
    pub fn is_more(self) -> bool {
        matches!(self, Self::More { .. })
    }
}

/// Claims are told where they hold and where not: for everybody and persona by persona.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiplies {
    pub first: LinkId,
    pub then: LinkId,
    pub everybody: Interaction,
    /// Personas for whom the second gives more after.
    pub holds_for: Vec<(PersonaId, Interaction)>,
}

/// What one pair comes to.
pub fn carries(gives: &AloneAndAfter) -> Interaction {
    let (Some(alone), Some(after), Some(more)) = (gives.alone, gives.after, gives.more) else {
        return Interaction::Unknown;
    };
    if more.low > 0.0 {
        Interaction::More { times: alone.is_above_zero().then(|| after.value / alone.value) }
    } else if more.high < 0.0 {
        Interaction::Less
    } else {
        Interaction::Alike
    }
}

/// What one pair comes to for a single persona, of whom more has to be seen.
pub fn carries_for_persona(gives: &AloneAndAfter) -> Interaction {
    let is_sure = gives.more.is_some_and(|more| more.value > SURE_OF_PERSONA * (more.high - more.value));
    match carries(gives) {
        Interaction::More { .. } if !is_sure => Interaction::Alike,
        carries => carries,
    }
}

/// The pair of one chain feel: what the second best link gives after the best has been mended.
pub fn pair_of<'a>(chain: &Chain, feel: &'a Feel) -> Option<&'a Pair> {
    let [first, then, ..] = chain.top.as_slice() else { return None };
    feel.pairs.iter().find(|pair| pair.first == *first && pair.then == *then)
}

/// What a pair comes to for one persona's customers, or for everybody's.
pub fn gives_for<'a>(pair: &'a Pair, persona: Option<&PersonaId>) -> Option<&'a AloneAndAfter> {
    persona.map_or(Some(&pair.gives), |persona| pair.by_persona.get(persona))
}

/// Whether mending the best link makes the second best worth more, with the personas' own chain feel.
pub fn multiplies(chain: &Chain) -> Option<Multiplies> {
    let own = chain.feels.iter().find(|feel| feel.chain_feel.is_none())?;
    let pair = pair_of(chain, own)?;
    let holds_for = pair.by_persona.iter().map(|(persona, gives)| (persona.clone(), carries_for_persona(gives)));
    let holds_for = holds_for.filter(|(_, carries)| carries.is_more());
    Some(Multiplies {
        first: pair.first.clone(),
        then: pair.then.clone(),
        everybody: carries(&pair.gives),
        holds_for: holds_for.collect(),
    })
}
