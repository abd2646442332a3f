//! What to measure first: leverage × ignorance.

use super::guesses::{FigureOf, Guess, guesses, highest, lowest};
use super::worlds::world_with;
use crate::analysis::report::Estimate;
use crate::analysis::studies::terms::other_draws;
use crate::analysis::studies::{LivedRounds, NeedsTrials, StudyTerms, Trial};
use crate::model::{Field, LinkId, PersonaId, order};
use serde::{Deserialize, Serialize, Serializer};

/// How much hangs on what is not known of one figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// The link; of a quality the persona, by its id.
    pub id: LinkId,
    /// The persona, if it is a quality of one.
    pub persona: Option<PersonaId>,
    #[serde(serialize_with = "by_name")]
    pub figure: Field,
    /// The range of the figure, in its own unit.
    pub low: f64,
    pub likely: f64,
    pub high: f64,
    /// How much the outcome moves from the low end of the range to the high one, all else as likely: the paired
    /// difference [the outcome's unit].
    pub swing: Option<Estimate>,
}

/// JSON says a figure by the name that it has in files.
fn by_name<S: Serializer>(figure: &Field, to: S) -> Result<S::Ok, S::Error> {
    if to.is_human_readable() { figure.name().serialize(to) } else { figure.serialize(to) }
}

impl Measure {
    fn of(guess: Guess, swing: Option<Estimate>) -> Self {
        let Guess { of, figure, range } = guess;
        let (id, persona) = match of {
            FigureOf::Link(link) => (link, None),
            FigureOf::Persona(persona) => (LinkId::from(persona.as_str()), Some(persona)),
        };
        Self { id, persona, figure, low: lowest(&range), likely: range.likely, high: highest(&range), swing }
    }
}

/// Figures with a range, most at stake first. Strengths are lived with all customers; the many others, for which every
/// life is another, with a quarter.
pub(super) fn measure(terms: &StudyTerms, rounds: &mut LivedRounds) -> Result<Vec<Measure>, NeedsTrials> {
    let guesses = guesses(&terms.journey);
    let at = |guess: &Guess, value: f64| world_with(terms, std::iter::once((guess.clone(), value)));
    let seed = other_draws(terms.seed, "measure first");
    let ends = |guess: &Guess| {
        let part = if guess.figure == Field::Strength { 1 } else { 4 };
        let ends = terms.trial(at(guess, lowest(&guess.range)), vec![at(guess, highest(&guess.range))], seed);
        Trial { customers: terms.customers.div_ceil(part), ..ends }
    };
    let lived = rounds.live(guesses.iter().map(ends).collect())?;
    let mut measures: Vec<Measure> = guesses
        .into_iter()
        .zip(lived)
        .map(|(guess, lived)| Measure::of(guess, terms.effects(lived).first().copied().flatten()))
        .collect();
    let size = |measure: &Measure| measure.swing.map_or(0.0, |swing| swing.value.abs());
    order::sort(&mut measures, |a, b| size(b).total_cmp(&size(a)));
    Ok(measures)
}
