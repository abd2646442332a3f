//! A log counted: who came to each step, went on, tried again or ended there. What is too recent to say how it ended counts
//! neither way, and cases that began before the log did are left aside.

use crate::model::data::{
    CountedJourney, CountedMove, CountedStep, DataFault, EventLog, EventResult, LoggedEvent, Tries,
};
use crate::model::{Stage, order};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const DAY: f64 = 86_400_000.0;
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
}

/// What a step of the log is.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Step(usize),
    /// The way between two steps, as a step of its own.
    Way(usize, usize),
    Leaving,
    /// So rare that it is left aside.
    Aside,
}

/// How often something was waited for, and how long altogether.
#[derive(Clone, Copy, Default)]
struct Waits {
    all: f64,
    many: u64,
}

impl Waits {
    fn add(&mut self, days: f64) {
        (self.all, self.many) = (self.all + days, self.many + 1);
    }

    fn mean(self) -> Option<f64> {
        (self.many > 0).then(|| self.all / self.many as f64)
    }
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
        let is = |step: &String| step.to_lowercase() == name.trim().to_lowercase();
        log.steps.iter().position(is).ok_or_else(|| DataFault::UnknownStep { name: name.to_owned() })
    };
    let purchase = match &choices.purchase {
        Some(name) => named(name)?,
        None => known_purchase(&log.steps, &choices.purchase_words)
            .ok_or_else(|| DataFault::NoPurchase { steps: log.steps.clone() })?,
    };
    let leaving = choices.leaving.as_deref().map(named).transpose()?;
    let buys = |event: &LoggedEvent| usize::from(event.step) == purchase && event.result != EventResult::Failed;
    let (start, end) = log.events.iter().fold((i64::MAX, i64::MIN), |(a, b), e| (a.min(e.time), b.max(e.time)));
    let span = (end - start) as f64 / DAY;
    let silent = choices.silent_days.unwrap_or_else(|| silence(log, &buys).min(span / 2.0));
    let young = end - (silent * DAY) as i64;
    let early = start + (silent * DAY) as i64;
    let kinds = kinds(log, purchase, leaving, choices.rare);
    let entries = entries(log, early, choices.rare);
    let is_cut = |case: &[LoggedEvent]| case[0].time <= early && !entries[usize::from(case[0].step)];

    let sides = sides(log, &kinds, &buys);
    let mut tallied = Tallied::new(log.steps.len());
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
        tallied.before(before, &kinds, &sides, young, purchase);
        if let Some(at) = bought {
            let until = left.map_or(end, |left| case[left].time);
            tallied.after(&case[at..], &kinds, &sides, until, young);
        }
    }
    let mut counted = tallied.journey(log, &kinds, &sides, purchase);
    fold(&mut counted, choices.rare);
    counted.open_cases = found.open;
    counted.begun_per_day = (span > 0.0).then(|| (found.all - found.cut) as f64 / span);
    let is_short = silent * 4.0 > span;
    Ok(LogCounts { counted, cases: found, silent_days: silent, is_short, days: span, aside: tallied.aside })
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
    (*wait as f64 / DAY * 3.0).max(1.0)
}

fn kinds(log: &EventLog, purchase: usize, leaving: Option<usize>, rare: f64) -> Vec<Kind> {
    let mut visits = vec![0_u64; log.steps.len()];
    log.events.iter().for_each(|event| visits[usize::from(event.step)] += 1);
    let step = |name: &str| log.steps.iter().position(|step| step == name);
    let fewest = rare / 10.0 * f64::from(log.cases);
    let kind = |(at, name): (usize, &String)| {
        if Some(at) == leaving {
            return Kind::Leaving;
        }
        if let Some((from, to)) = name.split_once(ARROW)
            && let (Some(from), Some(to)) = (step(from), step(to))
        {
            return Kind::Way(from, to);
        }
        if at != purchase && (visits[at] as f64) < fewest { Kind::Aside } else { Kind::Step(at) }
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

/// On which side of the purchase each step stands: where most of its visits are.
fn sides(log: &EventLog, kinds: &[Kind], buys: &impl Fn(&LoggedEvent) -> bool) -> Vec<Stage> {
    let mut more_after = vec![0_i64; log.steps.len()];
    for case in cases(&log.events) {
        let bought = case.iter().position(buys);
        for (n, event) in case.iter().enumerate() {
            more_after[usize::from(event.step)] += if bought.is_some_and(|at| n > at) { 1 } else { -1 };
        }
    }
    let side = |(at, more): (usize, i64)| match kinds[at] {
        Kind::Way(from, _) if more_after[from] <= 0 => Stage::Before,
        _ if more > 0 => Stage::After,
        _ => Stage::Before,
    };
    more_after.iter().copied().enumerate().map(side).collect()
}

/// What is counted of the way between two steps.
#[derive(Clone, Copy, Default)]
struct WayCounts {
    taken: u64,
    tries: Option<Tries>,
    again: u64,
    waits: Waits,
}

/// What is counted on the way.
struct Tallied {
    reached: Vec<u64>,
    begun: Vec<u64>,
    tries: Vec<Tries>,
    again: Vec<u64>,
    open: Vec<u64>,
    waits: Vec<Waits>,
    /// Where on the way a step stands: sum of places, and how often.
    places: Vec<Waits>,
    said: Vec<bool>,
    moves: BTreeMap<(usize, usize), WayCounts>,
    /// Of steps after the purchase: first visits, and all others.
    first: Vec<u64>,
    more: Vec<u64>,
    buyers: u64,
    /// Time that customers were followed after the purchase [days].
    followed: f64,
    aside: u64,
}

impl Tallied {
    fn new(steps: usize) -> Self {
        Self {
            reached: vec![0; steps],
            begun: vec![0; steps],
            tries: vec![Tries::default(); steps],
            again: vec![0; steps],
            open: vec![0; steps],
            waits: vec![Waits::default(); steps],
            places: vec![Waits::default(); steps],
            said: vec![false; steps],
            moves: BTreeMap::new(),
            first: vec![0; steps],
            more: vec![0; steps],
            buyers: 0,
            followed: 0.0,
            aside: 0,
        }
    }

    /// The way to the purchase, or as far as it went.
    fn before(&mut self, way: &[LoggedEvent], kinds: &[Kind], sides: &[Stage], young: i64, purchase: usize) {
        let is_seen = |event: &&LoggedEvent| {
            let at = usize::from(event.step);
            matches!(kinds[at], Kind::Step(_) | Kind::Way(..)) && sides[at] == Stage::Before
        };
        let seen: Vec<&LoggedEvent> = way.iter().filter(is_seen).collect();
        self.aside += (way.len() - seen.len()) as u64;
        let mut place = 0.0;
        for (n, event) in seen.iter().enumerate() {
            let at = usize::from(event.step);
            let next = seen.get(n + 1);
            let repeats = next.is_some_and(|next| next.step == event.step);
            let is_young = event.time > young;
            let wait = next.map(|next| (next.time - event.time) as f64 / DAY);
            match kinds[at] {
                Kind::Step(step) => {
                    self.reached[step] += 1;
                    if n == 0 {
                        self.begun[step] += 1;
                    }
                    if !repeats {
                        self.places[step].add(place);
                        place += 1.0;
                    }
                    if is_young {
                        self.open[step] += 1;
                        continue;
                    }
                    self.said[step] |= event.result != EventResult::Unsaid;
                    let held = match event.result {
                        EventResult::Held => true,
                        EventResult::Failed => false,
                        EventResult::Unsaid => step == purchase || (next.is_some() && !repeats),
                    };
                    let tries = &mut self.tries[step];
                    if held {
                        tries.held += 1
                    } else {
                        tries.failed += 1
                    }
                    self.again[step] += u64::from(!held && next.is_some());
                    if let Some(wait) = wait.filter(|_| step != purchase || !held) {
                        self.waits[step].add(wait);
                    }
                    if let Some(Kind::Step(to)) = next.map(|next| kinds[usize::from(next.step)])
                        && held
                        && to != step
                    {
                        self.moves.entry((step, to)).or_default().taken += 1;
                    }
                }
                Kind::Way(from, to) if !is_young => {
                    let is_first = n == 0 || seen[n - 1].step != event.step;
                    let way = self.moves.entry((from, to)).or_default();
                    way.taken += u64::from(is_first);
                    let held = match event.result {
                        EventResult::Held => true,
                        EventResult::Failed => false,
                        EventResult::Unsaid => next.is_some() && !repeats,
                    };
                    let tries = way.tries.get_or_insert_default();
                    if held {
                        tries.held += 1
                    } else {
                        tries.failed += 1
                    }
                    way.again += u64::from(!held && next.is_some());
                    if let Some(wait) = wait {
                        way.waits.add(wait);
                    }
                }
                _ => {}
            }
        }
    }

    /// What a customer met from the purchase on, up to a time.
    fn after(&mut self, met: &[LoggedEvent], kinds: &[Kind], sides: &[Stage], until: i64, young: i64) {
        let Some(bought) = met.first() else { return };
        self.followed += (until - bought.time).max(0) as f64 / DAY;
        let is_old = bought.time <= young;
        self.buyers += u64::from(is_old);
        let mut seen = Vec::new();
        for event in met.iter().skip(1).filter(|event| event.time <= until) {
            let at = usize::from(event.step);
            let Kind::Step(step) = kinds[at] else {
                self.aside += u64::from(kinds[at] == Kind::Aside);
                continue;
            };
            if sides[at] == Stage::Before {
                self.aside += 1;
                continue;
            }
            self.reached[step] += 1;
            self.places[step].add((event.time - bought.time) as f64 / DAY);
            match event.result {
                EventResult::Held => self.tries[step].held += 1,
                EventResult::Failed => self.tries[step].failed += 1,
                EventResult::Unsaid => {}
            }
            self.said[step] |= event.result != EventResult::Unsaid;
            if seen.contains(&step) {
                self.more[step] += 1;
            } else {
                seen.push(step);
                self.first[step] += u64::from(is_old);
            }
        }
    }

    fn journey(&self, log: &EventLog, kinds: &[Kind], sides: &[Stage], purchase: usize) -> CountedJourney {
        // In the order in which they are come to, the purchase between the two sides.
        let mut list: Vec<usize> = (0..log.steps.len())
            .filter(|at| matches!(kinds[*at], Kind::Step(_)) && (self.reached[*at] > 0 || *at == purchase))
            .collect();
        let place = |at: usize| self.places[at].mean().unwrap_or(0.0);
        let side = |at: usize| match (at == purchase, sides[at]) {
            (true, _) => 1,
            (_, Stage::Before) => 0,
            (_, Stage::After) => 2,
        };
        order::sort(&mut list, |a, b| side(*a).cmp(&side(*b)).then(place(*a).total_cmp(&place(*b))));
        let number = |step: usize| list.iter().position(|at| *at == step);
        let is_after = |at: usize| side(at) == 2;
        // What nearly every buyer meets once is led to from the purchase; the rest comes round by itself.
        let is_once =
            |at: usize| is_after(at) && self.more[at] * 10 <= self.first[at] && self.first[at] * 2 >= self.buyers;
        let steps = list.iter().map(|&at| CountedStep {
            name: log.steps[at].clone(),
            stage: if is_after(at) { Stage::After } else { Stage::Before },
            begun: self.begun[at],
            reached: self.reached[at],
            tries: self.tries[at],
            again: self.again[at],
            open: self.open[at],
            days: self.waits[at].mean().filter(|_| !is_after(at)),
            per_day: (is_after(at) && !is_once(at) && self.followed > 0.0)
                .then(|| self.reached[at] as f64 / self.followed),
            is_strength_known: self.tries[at].all() > 0 && (!is_after(at) || self.said[at]),
        });
        let steps: Vec<CountedStep> = steps.collect();
        let mut moves: Vec<CountedMove> = Vec::new();
        for (&(from, to), &WayCounts { taken, tries, again, waits }) in &self.moves {
            if let (Some(from), Some(to)) = (number(from), number(to)) {
                moves.push(CountedMove { from, to, taken, tries, again, days: waits.mean() });
            }
        }
        let (mut from, mut before) = (number(purchase).unwrap_or(0), self.buyers);
        for (n, &at) in list.iter().enumerate().filter(|(_, at)| is_once(**at)) {
            let taken = self.first[at].min(before);
            moves.push(CountedMove { from, to: n, taken, tries: None, again: 0, days: None });
            (from, before) = (n, taken);
        }
        let purchase = number(purchase).unwrap_or(0);
        CountedJourney { steps, moves, purchase, ..CountedJourney::default() }
    }
}

/// Leaves out ways that hardly anybody takes.
fn fold(counted: &mut CountedJourney, rare: f64) {
    let mut leaving = vec![0_u64; counted.steps.len()];
    counted.moves.iter().for_each(|way| leaving[way.from] += way.taken);
    let (mut folded, mut taken) = (0, 0);
    counted.moves.retain(|way| {
        let stays = way.taken as f64 >= rare * leaving[way.from] as f64;
        if !stays {
            (folded, taken) = (folded + 1, taken + way.taken);
        }
        stays
    });
    (counted.folded_moves, counted.folded_taken) = (folded, taken);
}
