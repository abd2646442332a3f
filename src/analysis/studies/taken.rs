//! What a unit of effort holds up: how much worse it gets where the same effort is taken from a link (claim 2).

use super::terms::{behind, largest_first, with_effort};
use super::{Goal, LivedRounds, NeedsTrials, StudyTerms};
use crate::analysis::report::Estimate;
use crate::engine::MODEL_VERSION;
use crate::model::LinkId;
use serde::{Deserialize, Serialize};

/// What it costs to take the effort from one link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TakenFrom {
    pub id: LinkId,
    /// How much worse, counted as what links give. `None` if there is nothing to count.
    pub costs: Option<Estimate>,
}

/// All links by what it costs to take the same effort from each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Taken {
    /// Version of the model.
    pub model: u32,
    /// Id of the journey.
    pub journey: String,
    pub outcome: Goal,
    /// [effort]
    pub effort: f64,
    pub seed: u64,
    /// [customers]
    pub customers: u64,
    /// Where it costs most first.
    pub links: Vec<TakenFrom>,
}

/// Takes the effort from each link in turn.
///
/// # Errors
/// The trials it needs: the world as it is against one for each link.
pub fn taken(terms: &StudyTerms, rounds: &mut LivedRounds) -> Result<Taken, NeedsTrials> {
    let links = terms.links();
    let without = links.iter().map(|link| with_effort(&terms.base, link, -terms.effort)).collect();
    let [lived] = rounds.live_these([terms.trial(terms.base.clone(), without, terms.seed)])?;
    let costs: Vec<Option<Estimate>> = terms.all_give(lived).into_iter().map(|gives| gives.map(less)).collect();
    let by_cost: Vec<f64> = costs.iter().map(|costs| costs.map_or(f64::NEG_INFINITY, |costs| costs.value)).collect();
    let one = |at: usize| Some(TakenFrom { id: links.get(at)?.clone(), costs: costs.get(at).copied().flatten() });
    Ok(Taken {
        model: MODEL_VERSION,
        journey: terms.journey.id.clone(),
        outcome: terms.goal,
        effort: terms.effort,
        seed: terms.seed,
        customers: behind(lived),
        links: largest_first(&by_cost).into_iter().filter_map(one).collect(),
    })
}

/// What is given, told as what is lost; nothing lost has no sign.
fn less(gives: Estimate) -> Estimate {
    Estimate { value: 0.0 - gives.value, low: 0.0 - gives.high, high: 0.0 - gives.low }
}
