//! A page to sign: what is decided between, and what whoever signs has to say themselves.

use crate::analysis::studies::Goal;
use crate::analysis::{Estimate, Report, Z95};
use crate::app::{
    BriefOptionOf, Effects, Project, Proposed, StudyFindings, all_together, own_options, proposed, stands_at,
};
use crate::model::Signing;
use crate::model::order;

/// What is still to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaid {
    Owner,
    CheckOn,
}

/// What is still to be said before the page can be signed.
pub fn unsaid(signing: &Signing) -> Vec<Unsaid> {
    let owner = signing.owner.trim().is_empty().then_some(Unsaid::Owner);
    let check_on = (!is_day(&signing.check_on)).then_some(Unsaid::CheckOn);
    owner.into_iter().chain(check_on).collect()
}

/// True for a day as `2027-03-01`.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, digits: usize, most: u32| {
        part.len() == digits && part.parse::<u32>().is_ok_and(|number| (1..=most).contains(&number))
    };
    matches!(parts.as_slice(), [year, month, day] if number(year, 4, 9_999) && number(month, 2, 12) && number(day, 2, 31))
}

/// Something that can be decided.
#[derive(Clone, Debug, PartialEq)]
pub struct BriefOption {
    pub of: BriefOptionOf,
    /// Where the outcome would stand [its own unit]. `None` while it is not known.
    pub level: Option<f64>,
    /// What it changes [the outcome's unit].
    pub difference: Option<Estimate>,
    /// What it gives, told so that more is better ([`Goal::given`]).
    pub gives: Option<Estimate>,
    /// What it takes [effort].
    pub effort: f64,
    /// Plausible worlds in which it is the best of the options [worlds]. `None` while that is not known, and where nothing is
    /// uncertain.
    pub best_in: Option<u32>,
}

/// What the options come to, set beside each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum BriefVerdict {
    /// Not all of them is known.
    Awaited,
    /// Of none it is clear that it is better than doing nothing.
    Nothing,
    /// This one, by its place, gives most; so likely does it beat doing nothing, by the noise of the simulation [0..1].
    Best { at: usize, chance: f64 },
    /// These two, by their places, give most, and the noise does not tell them apart.
    TooClose { at: usize, or: usize },
}

/// Which option to take. What gives most is best, whatever it takes: effort is told beside it.
pub fn brief_verdict(options: &[BriefOption]) -> BriefVerdict {
    let mut known: Vec<(usize, Estimate)> = Vec::new();
    for (at, option) in options.iter().enumerate().skip(1) {
        match option.gives {
            Some(gives) => known.push((at, gives)),
            None => return BriefVerdict::Awaited,
        }
    }
    order::sort(&mut known, |(_, a), (_, b)| b.value.total_cmp(&a.value));
    match known.as_slice() {
        [] if options.is_empty() => BriefVerdict::Awaited,
        [(at, first), (or, second), ..] if first.low > 0.0 && second.low > 0.0 && second.high > first.low => {
            BriefVerdict::TooClose { at: *at, or: *or }
        }
        [(at, first), ..] if first.low > 0.0 => BriefVerdict::Best { at: *at, chance: above_nothing(first) },
        _ => BriefVerdict::Nothing,
    }
}

/// Where the outcome should stand when it is looked at again: there where what is recommended leads [its own unit]. `None`
/// while that is not known.
pub fn brief_level(options: &[BriefOption], verdict: BriefVerdict) -> Option<f64> {
    let at = match verdict {
        BriefVerdict::Awaited => return None,
        BriefVerdict::Nothing => 0,
        BriefVerdict::Best { at, .. } | BriefVerdict::TooClose { at, .. } => at,
    };
    options.get(at)?.level
}

/// How likely a figure is above 0, by its interval of 95 % [0..1].
fn above_nothing(gives: &Estimate) -> f64 {
    let spread = (gives.high - gives.low) / (2.0 * Z95);
    if spread > 0.0 { 0.5 * libm::erfc(-gives.value / (spread * std::f64::consts::SQRT_2)) } else { 1.0 }
}

/// Links of the ranking that are named where the room has proposed nothing.
const UNITS_ON: usize = 2;

/// What there is to decide between, doing nothing first. `report` is the newest of the work as it stands.
pub fn brief_options(
    work: &Project,
    goal: Goal,
    findings: &StudyFindings,
    effects: &Effects,
    report: Option<&Report>,
) -> Vec<BriefOption> {
    let today = report.and_then(|report| goal.told_in(&report.today));
    let own = own_options(work);
    // Options that were asked about before one more was added are others.
    let choice = findings.best_option.as_deref().filter(|choice| choice.options.len() == own.len());
    let counted = choice.filter(|choice| choice.worlds > 0);
    let option = |of, (difference, gives): (Option<Estimate>, Option<Estimate>), effort, best_in| {
        let level = today.zip(difference).map(|(today, difference)| today + difference.value);
        BriefOption { of, level, difference, gives, effort, best_in }
    };
    let nothing = option(BriefOptionOf::Nothing, (None, None), 0.0, counted.map(|choice| choice.nothing_in));
    let mut options = vec![BriefOption { level: today, ..nothing }];
    let on_desk = work.active_scenario();
    for (at, (of, scenario)) in own.into_iter().enumerate() {
        let chosen = choice.and_then(|choice| choice.options.get(at));
        let best_in = chosen.filter(|_| counted.is_some()).map(|chosen| chosen.best_in);
        let effort = scenario.improvements.iter().map(|improvement| improvement.effort).sum();
        // Where the page tells of it anyway, the page's figures stand here too.
        let worth = match &of {
            BriefOptionOf::Proposal(id) => {
                let proposal = work.proposals().find(|proposal| proposal.id == *id);
                match proposal.map(|proposal| proposed(work, proposal, goal, effects, report)) {
                    Some(Proposed::Known(worth)) => (worth.difference, worth.gives),
                    _ => (None, None),
                }
            }
            _ if scenario == on_desk => {
                let worth = report.map(|report| all_together(work, goal, report));
                worth.map_or((None, None), |worth| (worth.difference, worth.gives))
            }
            _ => chosen.map_or((None, None), |chosen| (chosen.effect, chosen.gives)),
        };
        let mut option = option(of, worth, effort, best_in);
        if scenario == on_desk {
            option.level = report.and_then(|report| stands_at(work, goal, report)).or(option.level);
        }
        options.push(option);
    }
    if options.len() == 1
        && let Some(ranking) = findings.ranking.as_deref()
    {
        for ranked in ranking.links.iter().take(UNITS_ON) {
            let of = BriefOptionOf::Unit(ranked.id.clone());
            options.push(option(of, (ranked.effect, ranked.gives(goal)), ranking.effort, None));
        }
    }
    options
}
