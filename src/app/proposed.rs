//! What the proposals from the room come to: each by itself and per effort, all together, and whose part is how large.

use super::effects::{Effects, is_whole};
use super::{ListedChange, Project, changes};
use crate::analysis::studies::{Goal, Part, Split};
use crate::analysis::{Estimate, Report};
use crate::model::order;
use crate::model::{Improvement, ImprovementId, OwnerId};

/// What a proposal does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProposalWorth {
    /// The outcome that counts: with minus without [the outcome's unit]; none where there is nothing to count.
    pub difference: Option<Estimate>,
    /// What it gives, told so that more is better: for churn customers who stay, else the outcome's own unit.
    pub gives: Option<Estimate>,
    /// What it changes in what a visitor brings in, whichever outcome counts [prices per arrival].
    pub revenue: Option<Estimate>,
    /// The difference for each unit of effort, so that more is better [the outcome's unit per effort]; none where it costs
    /// nothing, and where noise may explain it all.
    pub per_effort: Option<f64>,
}

/// What can be said of a proposal by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Proposed {
    /// Not known yet.
    Awaited,
    /// It can only be together with others.
    OnlyTogether,
    Known(ProposalWorth),
}

/// What a proposal does by itself, switched on or not. `whole` is the report of the work as it stands, where it is the
/// newest.
pub fn proposed(
    work: &Project,
    proposal: &Improvement,
    goal: Goal,
    effects: &Effects,
    whole: Option<&Report>,
) -> Proposed {
    let known = |report: &Report| Proposed::Known(worth(goal, report, proposal.effort));
    if is_whole(&changes(work)) {
        return whole.map_or(Proposed::Awaited, known);
    }
    let entry = ListedChange::Proposal { id: proposal.id.clone(), name: proposal.name.clone(), off: proposal.off };
    let scenario = entry.alone(work);
    match effects.report_for(&scenario) {
        None => Proposed::Awaited,
        Some(None) => Proposed::OnlyTogether,
        Some(Some(report)) => known(report),
    }
}

/// What everything that is switched on does together, by the page's own report.
pub fn all_together(work: &Project, goal: Goal, report: &Report) -> ProposalWorth {
    let effort = work.scenario.improvements.iter().filter(|i| !i.off).map(|i| i.effort).sum();
    worth(goal, report, effort)
}

/// What a report says that its what-if does, for so much effort.
pub(super) fn worth(goal: Goal, report: &Report, effort: f64) -> ProposalWorth {
    let difference = report.difference.as_ref().and_then(|d| goal.difference(d));
    let tells = Estimate::tells;
    let per_effort = difference.filter(|e| effort > 0.0 && tells(e)).map(|e| goal.gain(e).value / effort);
    let gives = report.difference.as_ref().and_then(|d| goal.given(d));
    let revenue = report.difference.as_ref().and_then(|d| Goal::RevenuePerArrival.difference(d));
    ProposalWorth { difference, gives, revenue, per_effort }
}

/// The proposals by effect per effort, the most first; what is not known, or may be noise, keeps its order at the end.
pub fn by_worth(proposals: &[(ImprovementId, Proposed)]) -> Vec<ImprovementId> {
    let per_effort = |p: &Proposed| match p {
        Proposed::Known(worth) => worth.per_effort.unwrap_or(f64::NEG_INFINITY),
        _ => f64::NEG_INFINITY,
    };
    let mut order: Vec<&(ImprovementId, Proposed)> = proposals.iter().collect();
    order::sort(&mut order, |(_, a), (_, b)| per_effort(b).total_cmp(&per_effort(a)));
    order.into_iter().map(|(id, _)| id.clone()).collect()
}

/// Whose part of the combined effect.
#[derive(Clone, Debug, PartialEq)]
pub enum Whose {
    Proposal(ImprovementId),
    /// What an owner answers for.
    Owner(OwnerId),
    /// Proposals that nobody answers for.
    Nobody,
    /// The reader's own edits in the journey.
    Edits,
}

/// A part of the combined effect.
#[derive(Clone, Debug, PartialEq)]
pub struct Portion {
    pub whose: Whose,
    /// So that more is better [the outcome's unit].
    pub part: f64,
    /// Of the whole [0..1]; none where the whole may be noise, or a part goes against it.
    pub share: Option<f64>,
}

/// The parts of a package by proposal, and by owner; the largest first. Empty where a part could not be counted.
pub fn portions(work: &Project, split: &Split) -> [Vec<Portion>; 2] {
    let held = |id: &ImprovementId| work.proposals().find(|p| p.id == *id);
    let whole = split.together.filter(|e| e.low > 0.0).map(|e| e.value);
    let parts: Option<Vec<(ImprovementId, f64)>> =
        split.parts.iter().map(|p| Some((p.id.clone(), p.part?.value))).collect();
    let by_proposal = |id: &ImprovementId| held(id).map_or(Whose::Edits, |_| Whose::Proposal(id.clone()));
    let by_owner = |id: &ImprovementId| match held(id) {
        Some(proposal) => proposal.owner.clone().map_or(Whose::Nobody, Whose::Owner),
        None => Whose::Edits,
    };
    let parts = parts.unwrap_or_default();
    [summed(&parts, by_proposal, whole), summed(&parts, by_owner, whole)]
}

/// The proposals whose part moves an outcome of staying by more than the noise, and which yet save nobody that noise does
/// not explain: they change who buys.
pub fn that_save_nobody(work: &Project, split: &Split) -> Vec<ImprovementId> {
    let tells = Estimate::tells;
    let saves_nobody = |part: &&Part| {
        part.part.as_ref().is_some_and(tells)
            && part.apart.is_some_and(|apart| tells(&apart.mix) && !tells(&apart.same))
    };
    let held = |part: &&Part| work.proposals().any(|p| p.id == part.id);
    split.parts.iter().filter(saves_nobody).filter(held).map(|part| part.id.clone()).collect()
}

fn summed(parts: &[(ImprovementId, f64)], whose: impl Fn(&ImprovementId) -> Whose, whole: Option<f64>) -> Vec<Portion> {
    let mut sums: Vec<Portion> = Vec::new();
    for (id, part) in parts {
        let whose = whose(id);
        match sums.iter_mut().find(|held| held.whose == whose) {
            Some(held) => held.part += part,
            None => sums.push(Portion { whose, part: *part, share: None }),
        }
    }
    if let Some(whole) = whole.filter(|_| sums.iter().all(|s| s.part >= 0.0)) {
        sums.iter_mut().for_each(|s| s.share = Some(s.part / whole));
    }
    order::sort(&mut sums, |a, b| b.part.total_cmp(&a.part));
    sums
}
