//! What turned out, from what has been found of the state as it stands: what the same effort gives where the company would
//! put it, and the links on which most depends.

use super::{Origin, Project};
use crate::analysis::Estimate;
use crate::analysis::studies::{Goal, RankedLink, Ranking};
use crate::exchange::READY;
use crate::model::LinkId;

/// Links that are named as those on which most depends.
const NAMED: usize = 4;

/// What turned out.
#[derive(Clone, Debug, PartialEq)]
pub struct TurnedOut {
    /// Where the company would put the effort, in the order of its story.
    pub believed: Vec<Believed>,
    /// Where fates part most: by whether visitors buy, by whether customers stay, and by the outcome that counts where it is
    /// about neither.
    pub decisive: Vec<DecisiveFor>,
    /// Marked in the journey as moments of truth, and among none of those.
    pub marked_besides: Vec<LinkId>,
}

/// A link in which the company believes.
#[derive(Clone, Debug, PartialEq)]
pub struct Believed {
    pub link: LinkId,
    /// What the effort gives there, as [`RankedLink::gives`] tells it.
    pub gives: Estimate,
    /// From 1, of so many links.
    pub place: usize,
    pub of: usize,
}

/// The links on which most of one outcome depends.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisiveFor {
    /// Whether visitors buy (conversion), customers stay (churn), or the outcome that counts.
    pub goal: Goal,
    /// The most first: those that noise does not explain.
    pub links: Vec<Decisive>,
}

/// A link on which much depends.
#[derive(Clone, Debug, PartialEq)]
pub struct Decisive {
    pub link: LinkId,
    /// What would be gained if it never failed, as [`RankedLink::parts`] or [`RankedLink::could_give`] tells it.
    pub could_give: Estimate,
    /// Whether the journey's makers have marked it as a moment of truth.
    pub is_marked: bool,
}

/// What a ranking tells of a work.
pub fn turned_out(work: &Project, ranking: &Ranking) -> TurnedOut {
    let goal = ranking.outcome;
    let is_marked = |link: &LinkId| work.journey.touchpoint(link).is_some_and(|t| t.moment_of_truth);
    let decisive_for = |goal: Goal, gives: &dyn Fn(&RankedLink) -> Option<Estimate>| {
        let could = |ranked: &RankedLink| {
            let could_give = gives(ranked).filter(Estimate::is_above_zero)?;
            Some(Decisive { link: ranked.id.clone(), could_give, is_marked: is_marked(&ranked.id) })
        };
        let mut links: Vec<Decisive> = ranking.links.iter().filter_map(could).collect();
        crate::model::order::sort(&mut links, |a, b| b.could_give.value.total_cmp(&a.could_give.value));
        links.truncate(NAMED);
        DecisiveFor { goal, links }
    };
    let mut decisive = vec![
        decisive_for(Goal::Conversion, &|ranked| ranked.parts.buy),
        decisive_for(Goal::Churn, &|ranked| ranked.parts.stay),
    ];
    if !matches!(goal, Goal::Conversion | Goal::Churn) {
        decisive.push(decisive_for(goal, &|ranked| ranked.could_give(goal)));
    }
    let besides =
        |link: &&LinkId| is_marked(link) && decisive.iter().flat_map(|of| &of.links).all(|one| one.link != **link);
    TurnedOut {
        believed: believed(work, ranking),
        marked_besides: work.journey.links().filter(besides).cloned().collect(),
        decisive,
    }
}

fn believed(work: &Project, ranking: &Ranking) -> Vec<Believed> {
    let Origin::Ready(id) = &work.origin else { return Vec::new() };
    let links = READY.iter().find(|ready| ready.id == id).map(|ready| ready.believed).unwrap_or_default();
    let of = ranking.links.len();
    let one = |id: &&str| {
        let at = ranking.links.iter().position(|ranked| ranked.id.as_str() == *id)?;
        let ranked = ranking.links.get(at)?;
        Some(Believed { link: ranked.id.clone(), gives: ranked.gives(ranking.outcome)?, place: at + 1, of })
    };
    links.iter().filter_map(one).collect()
}
