//! A log counted: who came to each step, went on, tried again or ended there. What is too recent to say how it ended counts
//! neither way, and cases that began before the log did are left aside.

use super::tallied::{LoggedStep, Tallied, fold};
use crate::model::Stage;
use crate::model::data::{
    CountedJourney, CountedKind, CountedStep, DAY_MS, DataFault, EventLog, EventResult, LoggedEvent, step_called,
};
use serde::{Deserialize, Serialize};

/// A handover that is a step of its own is called by its two ends, with this between.
const ARROW: &str = " → ";

/// What somebody has said about a log.
#[derive(Clone, Debug, PartialEq)]
pub struct CountingChoices {
    /// The step that is the purchase; else the first whose name says so.
    pub purchase: Option<String>,
    /// Beginnings of words by which a purchase is known, in small letters.
    pub purchase_words: Vec<String>,
    /// The step that says that a customer has left.
    pub leaving: Option<String>,
    /// Who has done nothing for so long does nothing more [days]; else three times what 95 % of the waits are shorter than.
    pub silent_days: Option<f64>,
    /// Ways that fewer of those take who leave a step are left out [0..1].
    pub rare: f64,
}

/// What became of the cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseKinds {
    pub all: u64,
    pub bought: u64,
    /// Silent for so long that nothing more is expected.
    pub ended: u64,
    /// Too recent to say.
    pub open: u64,
    /// Began before the log did.
    pub cut: u64,
    /// Of those who bought, said to have left.
    pub left: u64,
}

/// A log as it was counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LogCounts {
    pub counted: CountedJourney,
    pub cases: CaseKinds,
    /// How long somebody is silent before nothing more is expected [days].
    pub silent_days: f64,
    /// The log is so short against that, that half of it and more is too recent.
    pub is_short: bool,
    /// From its first event to its last [days].
    pub days: f64,
    /// Visits to steps that hardly anybody made, and on the wrong side of the purchase: left aside.
    pub aside: u64,
    /// What is so rare that it was left out.
    pub rare: RareThings,
}

/// What of a log is so rare that it was left out, with how often each was seen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RareThings {
    /// Ways, by the names of the steps at their two ends.
    pub ways: Vec<(String, String, u64)>,
    pub steps: Vec<(String, u64)>,
}

/// The cases of a log, one after another.
fn cases(events: &[LoggedEvent]) -> impl Iterator<Item = &[LoggedEvent]> {
    events.chunk_by(|a, b| a.case == b.case)
}

/// Counts a log.
///
/// # Errors
/// What has to be said first: which step is the purchase.
pub fn count_log(log: &EventLog, choices: &CountingChoices) -> Result<LogCounts, DataFault> {
    let named = |name: &str| {
        let found = step_called(log.steps.iter().map(String::as_str), name);
        found.ok_or_else(|| DataFault::UnknownStep { name: name.to_owned() })
    };
    let purchase = match &choices.purchase {
        Some(name) => named(name)?,
        None => known_purchase(&log.steps, &choices.purchase_words)
            .ok_or_else(|| DataFault::NoPurchase { steps: log.steps.clone() })?,
    };
    let leaving = choices.leaving.as_deref().map(named).transpose()?;
    let buys = |event: &LoggedEvent| usize::from(event.step) == purchase && event.result != EventResult::Failed;
    let (start, end) = log.events.iter().fold((i64::MAX, i64::MIN), |(a, b), e| (a.min(e.time), b.max(e.time)));
    let span = (end - start) as f64 / DAY_MS as f64;
    let silent = choices.silent_days.unwrap_or_else(|| silence(log, &buys).min(span / 2.0));
    let young = end - (silent * DAY_MS as f64) as i64;
    let early = start + (silent * DAY_MS as f64) as i64;
    let kinds = kinds(log, purchase, leaving, choices.rare);
    let entries = entries(log, early, choices.rare);
    let is_cut = |case: &[LoggedEvent]| case[0].time <= early && !entries[usize::from(case[0].step)];

    let sides = sides(log, &kinds, purchase, &buys);
    let mut tallied = Tallied::new(log.steps.len());
    let mut begun_by_kind = vec![vec![0_u64; log.steps.len()]; log.kinds.len()];
    let mut found = CaseKinds { all: u64::from(log.cases), ..CaseKinds::default() };
    for case in cases(&log.events) {
        let bought = case.iter().position(buys);
        if is_cut(case) {
            found.cut += 1;
            continue;
        }
        let left = leaving.and_then(|leaving| case.iter().position(|event| usize::from(event.step) == leaving));
        let is_open = case.last().is_some_and(|last| last.time > young);
        match bought {
            Some(_) => found.bought += 1,
            None if is_open && left.is_none() => found.open += 1,
            None => found.ended += 1,
        }
        found.left += u64::from(bought.is_some() && left.is_some());
        let before = &case[..bought.map_or(case.len(), |at| at + 1)];
        let began = tallied.before(before, &kinds, &sides, young, purchase);
        let kind = log.kind_of.get(case[0].case as usize).and_then(|kind| begun_by_kind.get_mut(usize::from(*kind)));
        if let (Some(begun), Some(step)) = (kind, began) {
            begun[step] += 1;
        }
        if let Some(at) = bought {
            let until = left.map_or(end, |left| case[left].time);
            tallied.after(&case[at..], &kinds, &sides, until, young);
        }
    }
    let mut counted = tallied.journey(log, &kinds, &sides, purchase);
    counted.kinds = kinds_of(log, &begun_by_kind, &counted);
    let rare = RareThings { ways: fold(&mut counted, choices.rare), steps: rare_steps(log, &kinds) };
    counted.open_cases = found.open;
    counted.begun_per_day = (span > 0.0).then(|| (found.all - found.cut) as f64 / span);
    let is_short = silent * 4.0 > span;
    Ok(LogCounts { counted, cases: found, silent_days: silent, is_short, days: span, aside: tallied.aside, rare })
}

/// Kinds of customer of which fewer cases are known are not told apart.
const FEWEST_OF_A_KIND: u64 = 5;

/// The kinds of customer, each with where it begins; none where there are not several.
fn kinds_of(log: &EventLog, begun_by_kind: &[Vec<u64>], all: &CountedJourney) -> Vec<CountedKind> {
    let kind = |(name, begun): (&String, &Vec<u64>)| {
        let begun_at =
            |step: &CountedStep| log.steps.iter().position(|name| *name == step.name).map_or(0, |at| begun[at]);
        CountedKind { name: name.clone(), begun: all.steps.iter().map(begun_at).collect() }
    };
    let kinds = log.kinds.iter().zip(begun_by_kind).map(kind);
    let kinds: Vec<CountedKind> = kinds.filter(|kind| kind.cases() >= FEWEST_OF_A_KIND).collect();
    if kinds.len() > 1 { kinds } else { Vec::new() }
}

/// Of failures before the purchase, how many were followed by another try [0..1]; `None` where nobody tried again.
pub(super) fn patience(counted: &CountedJourney) -> Option<f64> {
    let before = |at: usize| counted.steps.get(at).is_some_and(|step| step.stage == Stage::Before);
    let steps = counted.steps.iter().filter(|step| step.stage == Stage::Before && step.is_strength_known);
    let (again, failed) = steps.fold((0, 0), |(a, f), step| (a + step.again, f + step.tries.failed));
    let ways = counted.moves.iter().filter(|way| before(way.from));
    let (again, failed) =
        ways.fold((again, failed), |(a, f), way| (a + way.again, f + way.tries.map_or(0, |tries| tries.failed)));
    (again > 0).then(|| again as f64 / failed as f64)
}

/// The steps that are so rare that they are left aside, with their visits.
fn rare_steps(log: &EventLog, kinds: &[LoggedStep]) -> Vec<(String, u64)> {
    let mut visits = vec![0_u64; log.steps.len()];
    log.events.iter().for_each(|event| visits[usize::from(event.step)] += 1);
    let rare = (0..log.steps.len()).filter(|at| kinds[*at] == LoggedStep::Aside);
    rare.map(|at| (log.steps[at].clone(), visits[at])).collect()
}

/// The step whose name says that it is the purchase.
pub(super) fn known_purchase(steps: &[String], words: &[String]) -> Option<usize> {
    let says = |step: &String| {
        let step = step.to_lowercase();
        !step.contains(ARROW.trim())
            && step.split(|c: char| !c.is_alphanumeric()).any(|word| words.iter().any(|begin| word.starts_with(begin)))
    };
    steps.iter().position(says)
}

/// Three times the wait before the purchase that 95 % are shorter than, and at least a day [days].
fn silence(log: &EventLog, buys: &impl Fn(&LoggedEvent) -> bool) -> f64 {
    let mut waits = Vec::new();
    for case in cases(&log.events) {
        let bought = case.iter().position(buys).map_or(case.len(), |at| at + 1);
        waits.extend(case[..bought].windows(2).map(|two| two[1].time - two[0].time));
    }
    if waits.is_empty() {
        return 1.0;
    }
    let at = waits.len() * 95 / 100;
    let (_, wait, _) = waits.select_nth_unstable(at);
    (*wait as f64 / DAY_MS as f64 * 3.0).max(1.0)
}

fn kinds(log: &EventLog, purchase: usize, leaving: Option<usize>, rare: f64) -> Vec<LoggedStep> {
    let mut visits = vec![0_u64; log.steps.len()];
    log.events.iter().for_each(|event| visits[usize::from(event.step)] += 1);
    let step = |name: &str| log.steps.iter().position(|step| step == name);
    let fewest = rare / 10.0 * f64::from(log.cases);
    let kind = |(at, name): (usize, &String)| {
        if Some(at) == leaving {
            return LoggedStep::Leaving;
        }
        if let Some((from, to)) = name.split_once(ARROW)
            && let (Some(from), Some(to)) = (step(from), step(to))
        {
            return LoggedStep::Way(from, to);
        }
        if at != purchase && (visits[at] as f64) < fewest { LoggedStep::Aside } else { LoggedStep::Step(at) }
    };
    log.steps.iter().enumerate().map(kind).collect()
}

/// The steps that cases begin at, by those of which the beginning is seen for certain.
fn entries(log: &EventLog, early: i64, rare: f64) -> Vec<bool> {
    let mut begun = vec![0_u64; log.steps.len()];
    cases(&log.events).filter(|case| case[0].time > early).for_each(|case| begun[usize::from(case[0].step)] += 1);
    let all: u64 = begun.iter().sum();
    begun.into_iter().map(|begun| all == 0 || begun as f64 > rare * all as f64).collect()
}

/// On which side of the purchase each step stands: where most of its visits are. Who buys again and again has still come to it
/// from before.
fn sides(log: &EventLog, kinds: &[LoggedStep], purchase: usize, buys: &impl Fn(&LoggedEvent) -> bool) -> Vec<Stage> {
    let mut more_after = vec![0_i64; log.steps.len()];
    for case in cases(&log.events) {
        let bought = case.iter().position(buys);
        for (n, event) in case.iter().enumerate() {
            more_after[usize::from(event.step)] += if bought.is_some_and(|at| n > at) { 1 } else { -1 };
        }
    }
    let side = |(at, more): (usize, i64)| match kinds[at] {
        _ if at == purchase => Stage::Before,
        LoggedStep::Way(from, _) if more_after[from] <= 0 => Stage::Before,
        _ if more > 0 => Stage::After,
        _ => Stage::Before,
    };
    more_after.iter().copied().enumerate().map(side).collect()
}
