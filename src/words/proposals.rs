//! What proposals from the room change and do, in words: as links are counted in the ranking, and as the outcome that
//! counts moves.

use super::typed::{Misread, NumberKind};
use super::{Teller, gain, goal, lever, number, unit};
use crate::analysis::Estimate;
use crate::analysis::studies::{Goal, Split};
use crate::app::{
    Fault, LONGEST_NAME, MOST_CHANGES, MOST_PROPOSALS, Portion, Proposal, ProposalWorth, Proposed, Whose,
};
use crate::model::defaults::{HALVING_COST, MAX_EFFORT, MAX_HALVINGS};
use crate::model::{Change, Field, Improvement, ImprovementId, LinkId, lever_bounds};
use crate::say;

/// Whether an effect is good or bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EffectTone {
    /// Neither, or not known.
    Plain,
    Better,
    Worse,
}

/// The finding over all proposals of which `on` are switched on, with so many other changes; `worth` is what all that
/// is switched on does, `None` before it is known.
pub fn finding(
    teller: &Teller,
    goal: Goal,
    all: &[Improvement],
    others: usize,
    worth: Option<&ProposalWorth>,
) -> String {
    let on: Vec<&Improvement> = all.iter().filter(|p| !p.off).collect();
    let awaited = || say!(teller, effects.awaited).to_owned();
    let effect = worth.map_or_else(awaited, |worth| in_title(teller, goal, worth));
    let name = |one: &Improvement| teller.named(&one.name);
    match on.as_slice() {
        [] if all.is_empty() => say!(teller, proposals.name).to_owned(),
        [] => say!(teller, proposals.none_on).to_owned(),
        [one] if others > 0 => say!(teller, proposals.title_one_others, name = name(one), effect = effect),
        [one] => say!(teller, proposals.title_one, name = name(one), effect = effect),
        several if others > 0 => say!(teller, proposals.title_others, n = several.len(), effect = effect),
        several => say!(teller, proposals.title, n = several.len(), effect = effect),
    }
}

/// Who answers for a proposal, what it costs, and what it changes.
pub fn about(teller: &Teller, proposal: &Improvement) -> String {
    let nobody = || say!(teller, proposals.no_owner).to_owned();
    let who = proposal.owner.as_ref().map_or_else(nobody, |owner| teller.owner_name(owner));
    let cost = match proposal.effort {
        effort if effort > 0.0 => unit::effort(teller, effort),
        _ => say!(teller, proposals.no_effort).to_owned(),
    };
    let what = proposal.changes.iter().map(|one| change(teller, one)).collect::<Vec<_>>().join(", ");
    format!("{who} · {cost} · {what}")
}

/// What a proposal does by itself, as links are counted; and whether that is good or bad.
pub fn by_itself(teller: &Teller, goal: Goal, proposed: &Proposed) -> (EffectTone, String) {
    match proposed {
        Proposed::Awaited => (EffectTone::Plain, say!(teller, effects.awaited).to_owned()),
        Proposed::OnlyTogether => (EffectTone::Plain, say!(teller, effects.only_together).to_owned()),
        Proposed::Known(worth) => counted(teller, goal, worth),
    }
}

/// What a proposal does for each unit of effort. `None` where that is not known.
pub fn per_effort(teller: &Teller, goal: Goal, worth: &ProposalWorth) -> Option<String> {
    // More is better in it; it is told as the outcome moves.
    let per = worth.per_effort.map(|per| if goal.less_is_better() { 0.0 - per } else { per })?;
    Some(say!(teller, proposals.per_effort, by = goal::change(teller, goal, per)))
}

/// The title over what everything does that is switched on, with so many other changes.
pub fn together(teller: &Teller, others: usize) -> String {
    match others {
        0 => say!(teller, proposals.together).to_owned(),
        1 => say!(teller, proposals.together_one).to_owned(),
        n => say!(teller, proposals.together_several, n = n),
    }
}

/// "87 of 10 000 customers kept each month"; what is no gain is told as the outcome moves.
pub fn in_title(teller: &Teller, goal: Goal, worth: &ProposalWorth) -> String {
    match worth.gives {
        Some(gain) if gain.is_above_zero() => gain::gives(teller, goal, gain),
        _ => on_goal(teller, goal, worth),
    }
}

/// What it does, as links are counted in the ranking: "+24 ±5"; and whether that is good or bad.
pub fn counted(teller: &Teller, goal: Goal, worth: &ProposalWorth) -> (EffectTone, String) {
    match worth.gives {
        None => (EffectTone::Plain, String::new()),
        Some(e) if !tells(&e) => (EffectTone::Plain, too_close(teller, &e)),
        Some(e) => {
            let gain = gain::as_told(teller, goal, e);
            let tone = if gain.value > 0.0 { EffectTone::Better } else { EffectTone::Worse };
            (tone, format!("{} {}", gain::signed(teller, goal, &gain), gain::noise(teller, goal, &gain)))
        }
    }
}

/// Whether there is more than noise.
fn tells(difference: &Estimate) -> bool {
    difference.tells()
}

fn too_close(teller: &Teller, difference: &Estimate) -> String {
    if difference.low == difference.high {
        say!(teller, outcomes.unchanged).to_owned()
    } else {
        say!(teller, outcomes.too_close).to_owned()
    }
}

/// The outcome that counts under what is counted: "churn −0.42 points (±0.05)"; nothing where noise may explain it all.
pub fn detail(teller: &Teller, goal: Goal, worth: &ProposalWorth) -> Option<String> {
    worth.difference.filter(tells).map(|_| on_goal(teller, goal, worth))
}

/// "churn −0.42 points (±0.05)", or that there is no clear difference.
fn on_goal(teller: &Teller, goal: Goal, worth: &ProposalWorth) -> String {
    let outcome = goal::name(teller, goal);
    let by = match worth.difference {
        Some(e) if tells(&e) => goal::told(teller, goal, &e),
        Some(e) if e.low == e.high => say!(teller, outcomes.unchanged).to_owned(),
        Some(_) => return say!(teller, proposals.on_goal_unclear, outcome = goal::the(teller, goal)),
        None => return String::new(),
    };
    say!(teller, proposals.on_goal, outcome = outcome, by = by)
}

/// One change: "Invoice +2 units of effort", "Support, pain 0.2 prices"
pub fn change(teller: &Teller, change: &Change) -> String {
    match change {
        Change::Strengthen { link, effort } => {
            let (link, is_more) = (teller.link_name(link), *effort > 0.0);
            let effort = number::decimal(teller.language, *effort, u8::from(effort.fract() != 0.0));
            if is_more {
                say!(teller, proposals.each_strengthen, link = link, effort = effort)
            } else {
                say!(teller, proposals.each_weaken, link = link, effort = effort)
            }
        }
        Change::Set { link, lever: its, value } => {
            let name = lever::of_link(teller, link, *its);
            say!(teller, proposals.each_set, link = name, value = lever::value(teller, *its, *value))
        }
    }
}

/// What is wrong with a proposal that is written; `misread` is why the field could not be read that the fault is about.
pub fn fault(teller: &Teller, proposal: &Proposal, fault: Fault, misread: Option<Misread>) -> String {
    let misread = misread.unwrap_or(Misread::Beyond);
    match fault {
        Fault::NoName => say!(teller, proposals.fault_no_name).to_owned(),
        Fault::NameTooLong => say!(teller, proposals.fault_name_long, n = LONGEST_NAME),
        Fault::NoEffort => say!(teller, proposals.fault_effort, why = cost_kind(teller).told(&misread)),
        Fault::NothingChanged => say!(teller, proposals.fault_nothing).to_owned(),
        Fault::TooManyChanges => say!(teller, proposals.fault_many, n = MOST_CHANGES),
        Fault::NotTogether => say!(teller, proposals.fault_together).to_owned(),
        Fault::Full => say!(teller, proposals.fault_full, n = MOST_PROPOSALS),
        Fault::UnknownOwner => say!(teller, proposals.fault_owner).to_owned(),
        Fault::Change(at) => wrong_change(teller, proposal.changes.get(at), at + 1, &misread),
    }
}

/// What a change can be, where it can't be as it is.
fn wrong_change(teller: &Teller, change: Option<&Change>, n: usize, misread: &Misread) -> String {
    let (link, lever) = match change {
        Some(Change::Set { link, lever, .. }) => (link, Some(*lever)),
        Some(Change::Strengthen { link, .. }) => (link, None),
        None => return say!(teller, proposals.fault_change_bare, n = n),
    };
    if teller.journey.strength(link).is_none() {
        return say!(teller, proposals.fault_change_bare, n = n);
    }
    let name = lever.map_or_else(|| teller.link_name(link), |its| lever::of_link(teller, link, its));
    say!(teller, proposals.fault_change, n = n, link = name, why = change_kind(teller, link, lever).told(misread))
}

/// What the field for the value of a change takes: the lever's values, or effort where there is no lever.
pub fn change_kind(teller: &Teller, link: &LinkId, lever: Option<Field>) -> NumberKind {
    let bounds = |its| lever_bounds(&teller.journey, link, its).unwrap_or((0.0, 1.0));
    match lever {
        Some(its) => NumberKind::lever(teller, its, bounds(its)),
        None => {
            let cost = teller.journey.halving_cost(link).unwrap_or(HALVING_COST);
            NumberKind::effort(teller, (0.0, MAX_HALVINGS * cost)).above()
        }
    }
}

/// What the field for what a proposal costs takes.
pub fn cost_kind(teller: &Teller) -> NumberKind {
    NumberKind::effort(teller, (0.0, MAX_EFFORT))
}

/// As much of what all do together as comes of who buys alone. `None` where that is nothing beyond noise, or would be
/// written as nothing.
pub fn mix(teller: &Teller, split: &Split) -> Option<String> {
    let mix = split.apart?.mix;
    let by =
        goal::change(teller, split.outcome, if split.outcome.less_is_better() { 0.0 - mix.value } else { mix.value });
    let nothing = goal::change(teller, split.outcome, 0.0);
    let tells = mix.tells();
    (tells && by != nothing).then(|| say!(teller, proposals.mix, by = by))
}

/// The proposals that save nobody. `None` where all that do something save somebody.
pub fn that_save_nobody(teller: &Teller, proposals: &[Improvement], those: &[ImprovementId]) -> Option<String> {
    let of = |id: &ImprovementId| proposals.iter().find(|p| p.id == *id).map(|p| teller.named(&p.name));
    let names: Vec<String> = those.iter().filter_map(of).collect();
    match names.as_slice() {
        [] => None,
        [one] => Some(say!(teller, proposals.mix_one, name = one)),
        _ => Some(say!(teller, proposals.mix_many, names = number::list(names, say!(teller, personas.and)))),
    }
}

/// A part of the whole effect: "Finance 82 %", or in the outcome's own unit where shares would mislead.
pub fn portion(teller: &Teller, goal: Goal, proposals: &[Improvement], portion: &Portion) -> String {
    let name = match &portion.whose {
        Whose::Proposal(id) => {
            let proposal = proposals.iter().find(|p| p.id == *id);
            proposal.map_or_else(String::new, |p| teller.named(&p.name))
        }
        Whose::Owner(owner) => teller.owner_name(owner),
        Whose::Nobody => say!(teller, proposals.nobody).to_owned(),
        Whose::Edits => say!(teller, proposals.edits).to_owned(),
    };
    let as_told = |better: f64| if goal.less_is_better() { 0.0 - better } else { better };
    let part = match portion.share {
        Some(share) => number::percent(teller.language, share, 0),
        None => goal::change(teller, goal, as_told(portion.part)),
    };
    say!(teller, proposals.split_one, name = name, part = part)
}
