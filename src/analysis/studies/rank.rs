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

/// How many half-widths of its interval a loss must exceed before it is looked at again, over other customers: some three
/// standard errors, since every link is looked at for every persona.
const LIKELY_LOSS: f64 = 1.5;

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
    /// Personas for whom it is a loss although it is none for everybody together: over these customers, and again over
    /// others, who had no part in finding it.
    pub loses: Vec<PersonaId>,
    /// What it does to the same customers, where the outcome is about staying.
    pub kept: Option<KeptHere>,
    /// What it changes in what an arrival brings in, whichever outcome counts [prices per arrival].
    pub revenue: Option<Estimate>,
    /// How far fates part here, whichever outcome counts.
    pub parts: Parting,
}

/// Whose fate is another with the link made perfect: told so that more is better.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Parting {
    /// So many more buy [0..1 of those who come]. `None` if nobody comes.
    pub buy: Option<Estimate>,
    /// So many more of those who buy in any case are still customers at the horizon [0..1 of them]. `None` if nobody buys.
    pub stay: Option<Estimate>,
}

/// What effort on a link does to those who buy in any case: how many more of them stay, for 12 periods if the outcome is
/// retention at 12, else within the horizon [0..1 of them].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeptHere {
    /// `None` if nobody buys.
    pub more: Option<Estimate>,
    /// The same with the link made perfect.
    pub ceiling: Option<Estimate>,
    pub by_persona: BTreeMap<PersonaId, Option<Estimate>>,
    /// The part of the effect on the outcome that comes of who buys alone, and saves nobody [the outcome's unit].
    pub mix: Option<f64>,
}

impl RankedLink {
    /// What the effort gives, told so that more is better: customers who stay, where the outcome is about that, else the
    /// gain in the outcome's own unit.
    pub fn gives(&self, goal: Goal) -> Option<Estimate> {
        self.told(goal, self.effect, |kept| kept.more)
    }

    /// The same with the link made perfect.
    pub fn could_give(&self, goal: Goal) -> Option<Estimate> {
        self.told(goal, self.ceiling, |kept| kept.ceiling)
    }

    /// What it gives to one persona's customers.
    pub fn gives_to(&self, goal: Goal, persona: &PersonaId) -> Option<Estimate> {
        let effect = self.by_persona.get(persona).copied().flatten();
        self.told(goal, effect, |kept| kept.by_persona.get(persona).copied().flatten())
    }

    /// True if the effort moves an outcome of staying by more than the noise, and yet saves nobody that noise does not
    /// explain: it changes who buys.
    pub fn only_changes_who_buys(&self) -> bool {
        let tells = |e: Estimate| e.tells();
        let Some(kept) = &self.kept else { return false };
        self.effect.is_some_and(tells) && !kept.more.is_some_and(tells)
    }

    fn told(
        &self,
        goal: Goal,
        effect: Option<Estimate>,
        kept: impl FnOnce(&KeptHere) -> Option<Estimate>,
    ) -> Option<Estimate> {
        match &self.kept {
            Some(of_the_same) => kept(of_the_same),
            None => effect.map(|effect| goal.gain(effect)),
        }
    }
}

/// The link where the effort gives most, and how sure that is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Binding {
    pub link: LinkId,
    /// The next best.
    pub second: Option<LinkId>,
    /// How much better the first is than the second: the paired difference of the two, over customers other than those
    /// that ranked them; more is better, counted as what the links give.
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
    let gives: Vec<_> = units.iter().map(|twins| terms.gives(twins)).collect();
    let order = best_first(&gives);
    let binding = binding(terms, rounds, &links, &gives, &order)?;
    let loses = losses(terms, rounds, &links, units)?;
    let strengths = strengths(&terms.journey, &terms.base);
    let lowest_first: Vec<f64> = strengths.iter().map(|strength| -strength).collect();
    let ranked = |at: usize| RankedLink {
        id: links[at].clone(),
        kind: if at < terms.journey.touchpoints.len() { LinkKind::Touchpoint } else { LinkKind::Handover },
        strength: strengths[at],
        effect: effects[at],
        ceiling: terms.effect(&ceilings[at]),
        by_persona: by_persona(terms, |persona| terms.goal.effect_on(&units[at], persona, terms.horizon())),
        loses: loses.iter().filter(|(link, _)| *link == at).map(|(_, persona)| persona.clone()).collect(),
        kept: terms.goal.is_of_staying().then(|| KeptHere {
            more: gives[at],
            ceiling: terms.gives(&ceilings[at]),
            by_persona: by_persona(terms, |persona| terms.goal.gives(&units[at], Some(persona), terms.horizon())),
            mix: terms.goal.mix(&units[at], terms.horizon()),
        }),
        revenue: terms.revenue(&units[at]),
        parts: Parting {
            buy: Goal::Conversion.gives(&ceilings[at], None, terms.horizon()),
            stay: Goal::Churn.gives(&ceilings[at], None, terms.horizon()),
        },
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

/// Places of links from the one that gives most to the one that gives least.
pub(super) fn best_first(gives: &[Option<Estimate>]) -> Vec<usize> {
    let gains: Vec<f64> = gives.iter().map(|gives| gives.map_or(f64::NEG_INFINITY, |e| e.value)).collect();
    largest_first(&gains)
}

fn binding(
    terms: &StudyTerms,
    rounds: &mut LivedRounds,
    links: &[LinkId],
    gives: &[Option<Estimate>],
    order: &[usize],
) -> Result<Option<Binding>, NeedsTrials> {
    let Some(first) = order.first().copied().filter(|at| gives[*at].is_some()) else { return Ok(None) };
    let Some(second) = order.get(1).copied().filter(|at| gives[*at].is_some()) else {
        return Ok(Some(Binding { link: links[first].clone(), second: None, lead: None, too_close: false }));
    };
    let [of_second, of_first] = [second, first].map(|at| with_effort(&terms.base, &links[at], terms.effort));
    let trial = terms.trial(of_second, vec![of_first], other_draws(terms.seed, "first against second"));
    let (_, twins) = rounds.live_twins(trial)?;
    let lead = terms.gives(twins);
    Ok(Some(Binding {
        link: links[first].clone(),
        second: Some(links[second].clone()),
        too_close: !lead.is_some_and(|lead| lead.is_above_zero()),
        lead,
    }))
}

fn by_persona(terms: &StudyTerms, effect: impl Fn(usize) -> Option<Estimate>) -> BTreeMap<PersonaId, Option<Estimate>> {
    order::map(terms.journey.personas.iter().zip(0..).map(|(persona, i)| (persona.id.clone(), effect(i))))
}

/// Links, by their place, and personas to whom they are a loss. What looks like one is looked at again over customers with
/// other draws: among so many links and personas some would look so by chance.
fn losses(
    terms: &StudyTerms,
    rounds: &mut LivedRounds,
    links: &[LinkId],
    units: &[Twins],
) -> Result<Vec<(usize, PersonaId)>, NeedsTrials> {
    // Who else buys is nobody's loss: of what is about staying, what becomes of those who buy in any case.
    let gain = |twins: &Twins, persona: usize| terms.goal.gives(twins, Some(persona), terms.horizon());
    let is_likely = |twins: &Twins, persona: usize| {
        gain(twins, persona).is_some_and(|gain| gain.value + LIKELY_LOSS * (gain.high - gain.value) < 0.0)
    };
    let personas = || 0..terms.journey.personas.len();
    let is_suspect = |at: &usize| {
        let is_none_for_all = terms.gives(&units[*at]).is_none_or(|gain| gain.value >= 0.0);
        is_none_for_all && personas().any(|persona| is_likely(&units[*at], persona))
    };
    let suspects: Vec<usize> = (0..links.len()).filter(is_suspect).collect();
    if suspects.is_empty() {
        return Ok(Vec::new());
    }
    let others = suspects.iter().map(|at| with_effort(&terms.base, &links[*at], terms.effort)).collect();
    let trial = terms.trial(terms.base.clone(), others, other_draws(terms.seed, "losses"));
    let [lived] = rounds.live_these([trial])?;
    let holds = |at: usize, again: &Twins, persona: usize| {
        is_likely(&units[at], persona) && gain(again, persona).is_some_and(|gain| gain.high < 0.0)
    };
    let of_link = |(at, again): (&usize, &Twins)| -> Vec<(usize, PersonaId)> {
        let held = personas().filter(|persona| holds(*at, again, *persona));
        held.map(|persona| (*at, terms.journey.personas[persona].id.clone())).collect()
    };
    Ok(suspects.iter().zip(&lived.twins).flat_map(of_link).collect())
}
