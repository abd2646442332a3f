//! Where taking effort from one link to give it to another does harm.

use crate::analysis::Estimate;
use crate::analysis::studies::{RankedLink, Ranking, Taken};
use crate::model::LinkId;

/// What it does to take effort from the link where that costs most.
#[derive(Clone, Debug, PartialEq)]
pub struct Harm {
    pub link: LinkId,
    /// How much worse it gets, counted as what links give.
    pub costs: Estimate,
    /// On so many of the other links the same effort clearly gives less than that, of so many.
    pub in_vain: usize,
    pub of: usize,
}

/// The harm. `None` where taking from a link costs nothing that noise does not explain.
pub fn harm(ranking: &Ranking, taken: &Taken) -> Option<Harm> {
    let most = taken.links.first()?;
    let costs = most.costs.filter(Estimate::is_above_zero)?;
    let others = || ranking.links.iter().filter(|ranked| ranked.id != most.id);
    let gives_less = |ranked: &&RankedLink| ranked.gives(ranking.outcome).is_none_or(|gives| gives.high < costs.low);
    Some(Harm { link: most.id.clone(), costs, in_vain: others().filter(gives_less).count(), of: others().count() })
}
