//! Ranking: what the same effort does on each link.

use super::terms::{behind, largest_first, other_draws, strength_to, with, with_effort};
use super::trial::strengths;
use super::{Goal, LivedRounds, NeedsTrials, StudyTerms};
use crate::analysis::report::Estimate;
use crate::engine::{MODEL_VERSION, Twins};
use crate::model::order;
use crate::model::{LinkId, PersonaId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many half-widths of its interval a loss must exceed before it is warned of: some three standard errors, since
/// every link is looked at for every persona.
const SURE_LOSS: f64 = 1.5;

/// What a link is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    Touchpoint,
    Handover,
}

/// What effort does on one link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RankedLink {
    pub id: LinkId,
    pub kind: LinkKind,
    /// In the world that was asked about [0..1].
    pub strength: f64,
    /// What the effort changes, with minus without it [the outcome's unit]. `None` if there is nothing to count.
    pub effect: Option<Estimate>,
    /// The same with the link made perfect.
    pub ceiling: Option<Estimate>,
    /// The effect on each persona's customers.
    pub by_persona: BTreeMap<PersonaId, Option<Estimate>>,
    /// Personas for whom it is a loss although it is none for everybody together.
    pub loses: Vec<PersonaId>,
}

/// The link where the effort changes the outcome most, and how sure that is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Binding {
    pub link: LinkId,
    /// The next best.
    pub second: Option<LinkId>,
    /// How much better the first is than the second: the paired difference of the two, over customers other than those
    /// that ranked them; more is better [the outcome's unit].
    pub lead: Option<Estimate>,
    /// True if noise alone may explain the lead.
    pub too_close: bool,
}

/// All links by what the same effort does on each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranking {
    /// Version of the model.
    pub model: u32,
    /// Id of the journey.
    pub journey: String,
    pub outcome: Goal,
    pub less_is_better: bool,
    /// [effort]
    pub effort: f64,
    pub seed: u64,
    /// [customers]
    pub customers: u64,
    /// The outcome without the effort.
    pub today: Option<Estimate>,
    /// Best first.
    pub links: Vec<RankedLink>,
    /// Links by their strength, the weakest first.
    pub weakest: Vec<LinkId>,
    /// The binding link. `None` if nothing can be counted in the journey.
    pub binding: Option<Binding>,
}

/// Ranks the links.
///
/// # Errors
/// The trials it needs: first all links, with the effort and perfect; then the best two against each other.
pub fn ranking(terms: &StudyTerms, rounds: &mut LivedRounds) -> Result<Ranking, NeedsTrials> {
    let links = terms.links();
    let with_unit = links.iter().map(|link| with_effort(&terms.base, link, terms.effort));
    let perfect = links.iter().map(|link| with(&terms.base, vec![strength_to(link, 1.0)]));
    let others = with_unit.chain(perfect).collect();
    let [lived] = rounds.live_these([terms.trial(terms.base.clone(), others, terms.seed)])?;
    let (units, ceilings) = lived.twins.split_at(links.len());
    let effects: Vec<_> = units.iter().map(|twins| terms.effect(twins)).collect();
    let order = best_first(terms, &effects);
    let binding = binding(terms, rounds, &links, &effects, &order)?;
    let strengths = strengths(&terms.journey, &terms.base);
    let lowest_first: Vec<f64> = strengths.iter().map(|strength| -strength).collect();
    let ranked = |at: usize| RankedLink {
        id: links[at].clone(),
        kind: if at < terms.journey.touchpoints.len() { LinkKind::Touchpoint } else { LinkKind::Handover },
        strength: strengths[at],
        effect: effects[at],
        ceiling: terms.effect(&ceilings[at]),
        by_persona: by_persona(terms, &units[at]),
        loses: loses(terms, &units[at], effects[at]),
    };
    Ok(Ranking {
        model: MODEL_VERSION,
        journey: terms.journey.id.clone(),
        outcome: terms.goal,
        less_is_better: terms.goal.less_is_better(),
        effort: terms.effort,
        seed: terms.seed,
        customers: behind(lived),
        today: terms.level(lived),
        weakest: largest_first(&lowest_first).into_iter().map(|at| links[at].clone()).collect(),
        links: order.iter().map(|at| ranked(*at)).collect(),
        binding,
    })
}

/// Places of links from the best effect to the worst.
pub(super) fn best_first(terms: &StudyTerms, effects: &[Option<Estimate>]) -> Vec<usize> {
    let gains: Vec<f64> =
        effects.iter().map(|effect| effect.map_or(f64::NEG_INFINITY, |e| terms.goal.gain(e).value)).collect();
    largest_first(&gains)
}

fn binding(
    terms: &StudyTerms,
    rounds: &mut LivedRounds,
    links: &[LinkId],
    effects: &[Option<Estimate>],
    order: &[usize],
) -> Result<Option<Binding>, NeedsTrials> {
    let Some(first) = order.first().copied().filter(|at| effects[*at].is_some()) else { return Ok(None) };
    let Some(second) = order.get(1).copied().filter(|at| effects[*at].is_some()) else {
        return Ok(Some(Binding { link: links[first].clone(), second: None, lead: None, too_close: false }));
    };
    let [of_second, of_first] = [second, first].map(|at| with_effort(&terms.base, &links[at], terms.effort));
    let trial = terms.trial(of_second, vec![of_first], other_draws(terms.seed, "first against second"));
    let (_, twins) = rounds.live_twins(trial)?;
    let lead = terms.effect(twins).map(|lead| terms.goal.gain(lead));
    Ok(Some(Binding {
        link: links[first].clone(),
        second: Some(links[second].clone()),
        too_close: !lead.is_some_and(|lead| lead.is_above_zero()),
        lead,
    }))
}

fn by_persona(terms: &StudyTerms, twins: &Twins) -> BTreeMap<PersonaId, Option<Estimate>> {
    let effect = |persona| terms.goal.effect_on(twins, persona, terms.horizon());
    order::map(terms.journey.personas.iter().zip(0..).map(|(persona, i)| (persona.id.clone(), effect(i))))
}

fn loses(terms: &StudyTerms, twins: &Twins, everybody: Option<Estimate>) -> Vec<PersonaId> {
    if terms.worth(everybody) < 0.0 {
        return Vec::new();
    }
    let is_loss = |persona: usize| {
        let effect = terms.goal.effect_on(twins, persona, terms.horizon()).map(|effect| terms.goal.gain(effect));
        effect.is_some_and(|effect| effect.value + SURE_LOSS * (effect.high - effect.value) < 0.0)
    };
    let personas = terms.journey.personas.iter().zip(0..);
    personas.filter(|(_, i)| is_loss(*i)).map(|(persona, _)| persona.id.clone()).collect()
}
