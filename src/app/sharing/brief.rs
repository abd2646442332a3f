//! A page to sign: what is decided between, and what whoever signs has to say themselves.

use super::beside::{beside_today, others_beside};
use super::option::{BriefOption, raised};
use crate::analysis::studies::{Goal, cost_of, paid_back};
use crate::analysis::{Estimate, Report, Z95};
use crate::app::{
    BriefOptionOf, Effects, Project, ProposalWorth, Proposed, StudyFindings, Tried, all_together, own_options,
    proposed, stands_at,
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

/// What there is to decide between, doing nothing first. `report` is the newest of the work as it stands, and `tried` what is
/// known of scenarios of another structure.
pub fn brief_options(
    work: &Project,
    goal: Goal,
    findings: &StudyFindings,
    effects: &Effects,
    report: Option<&Report>,
    tried: &Tried,
) -> Vec<BriefOption> {
    if work.as_is.is_some() {
        return beside_today(work, goal, tried);
    }
    let today = report.and_then(|report| goal.told_in(&report.today));
    let own = own_options(work);
    // Options that were asked about before one more was added are others.
    let choice = findings.best_option.as_deref().filter(|choice| choice.options.len() == own.len());
    let counted = choice.filter(|choice| choice.worlds > 0);
    let mut options = vec![BriefOption {
        level: today,
        best_in: counted.map(|choice| choice.nothing_in),
        ..BriefOption::awaited(BriefOptionOf::Nothing)
    }];
    let on_desk = work.active_scenario();
    for (at, (of, scenario)) in own.into_iter().enumerate() {
        let chosen = choice.and_then(|choice| choice.options.get(at));
        let effort = scenario.improvements.iter().map(|improvement| improvement.effort).sum();
        let is_on_desk = scenario == on_desk;
        // Where the page tells of it anyway, the page's figures stand here too.
        let told = |worth: ProposalWorth| [worth.difference, worth.gives, worth.revenue];
        let [difference, gives, revenue] = match &of {
            BriefOptionOf::Proposal(id) => {
                let proposal = work.proposals().find(|proposal| proposal.id == *id);
                match proposal.map(|proposal| proposed(work, proposal, goal, effects, report)) {
                    Some(Proposed::Known(worth)) => told(worth),
                    _ => [None; 3],
                }
            }
            _ if is_on_desk => report.map_or([None; 3], |report| told(all_together(work, goal, report))),
            _ => chosen.map_or([None; 3], |chosen| [chosen.effect, chosen.gives, chosen.revenue]),
        };
        let own_level = report.filter(|_| is_on_desk).and_then(|report| stands_at(work, goal, report));
        options.push(BriefOption {
            level: own_level.or_else(|| raised(today, difference)),
            difference,
            gives,
            revenue,
            effort,
            best_in: chosen.filter(|_| counted.is_some()).map(|chosen| chosen.best_in),
            ..BriefOption::awaited(of)
        });
    }
    options.extend(others_beside(work, goal, tried, today));
    if options.len() == 1
        && let Some(ranking) = findings.ranking.as_deref()
    {
        for ranked in ranking.links.iter().take(UNITS_ON) {
            options.push(BriefOption {
                level: raised(today, ranked.effect),
                difference: ranked.effect,
                gives: ranked.gives(goal),
                revenue: ranked.revenue,
                effort: ranking.effort,
                ..BriefOption::awaited(BriefOptionOf::Unit(ranked.id.clone()))
            });
        }
    }
    options
}

/// An option in money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BriefMoney {
    /// What the visitors of one period bring in more, over all the periods that they are followed [money per period].
    pub more: Estimate,
    /// What it costs [money]. `None` where nobody says what effort costs, or it takes none.
    pub cost: Option<f64>,
    /// How many periods' visitors pay for it [periods]. `None` without a cost, or where more is not beyond noise.
    pub payback: Option<Estimate>,
}

/// What an option comes to in money, at today's price and with as many visitors as come today, where a unit of effort costs
/// `unit_cost` [money]. `None` while that is not known.
pub fn brief_money(work: &Project, option: &BriefOption, unit_cost: Option<f64>) -> Option<BriefMoney> {
    let today = work.today_journey();
    let more = option.revenue?.times(today.market.arrivals * today.price);
    let cost = cost_of(today, unit_cost, option.effort).filter(|_| option.effort > 0.0);
    Some(BriefMoney { more, cost, payback: cost.and_then(|cost| paid_back(cost, more)) })
}
