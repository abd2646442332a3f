//! Events of a log tallied, case by case, and the counted journey that comes of it.

use crate::model::data::{CountedJourney, CountedMove, CountedStep, DAY_MS, EventLog, EventResult, LoggedEvent, Tries};
use crate::model::{Stage, order};
use std::collections::BTreeMap;

/// What a step of the log is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum LoggedStep {
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

/// What is counted of the way between two steps.
#[derive(Clone, Copy, Default)]
struct WayCounts {
    taken: u64,
    tries: Option<Tries>,
    again: u64,
    waits: Waits,
}

/// What is counted on the way.
pub(super) struct Tallied {
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
    pub aside: u64,
}

impl Tallied {
    pub fn new(steps: usize) -> Self {
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

    /// The way to the purchase, or as far as it went. Answers with the step that it began at.
    pub fn before(
        &mut self,
        way: &[LoggedEvent],
        kinds: &[LoggedStep],
        sides: &[Stage],
        young: i64,
        purchase: usize,
    ) -> Option<usize> {
        let is_seen = |event: &&LoggedEvent| {
            let at = usize::from(event.step);
            matches!(kinds[at], LoggedStep::Step(_) | LoggedStep::Way(..)) && sides[at] == Stage::Before
        };
        let seen: Vec<&LoggedEvent> = way.iter().filter(is_seen).collect();
        self.aside += (way.len() - seen.len()) as u64;
        let mut began = None;
        let mut place = 0.0;
        for (n, event) in seen.iter().enumerate() {
            let at = usize::from(event.step);
            let next = seen.get(n + 1);
            let repeats = next.is_some_and(|next| next.step == event.step);
            let is_young = event.time > young;
            let wait = next.map(|next| (next.time - event.time) as f64 / DAY_MS as f64);
            match kinds[at] {
                LoggedStep::Step(step) => {
                    self.reached[step] += 1;
                    if n == 0 {
                        self.begun[step] += 1;
                        began = Some(step);
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
                    if let Some(LoggedStep::Step(to)) = next.map(|next| kinds[usize::from(next.step)])
                        && held
                        && to != step
                    {
                        self.moves.entry((step, to)).or_default().taken += 1;
                    }
                }
                LoggedStep::Way(from, to) if !is_young => {
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
        began
    }

    /// What a customer met from the purchase on, up to a time.
    pub fn after(&mut self, met: &[LoggedEvent], kinds: &[LoggedStep], sides: &[Stage], until: i64, young: i64) {
        let Some(bought) = met.first() else { return };
        self.followed += (until - bought.time).max(0) as f64 / DAY_MS as f64;
        let is_old = bought.time <= young;
        self.buyers += u64::from(is_old);
        let mut seen = Vec::new();
        for event in met.iter().skip(1).filter(|event| event.time <= until) {
            let at = usize::from(event.step);
            let LoggedStep::Step(step) = kinds[at] else {
                self.aside += u64::from(kinds[at] == LoggedStep::Aside);
                continue;
            };
            if sides[at] == Stage::Before {
                self.aside += 1;
                continue;
            }
            self.reached[step] += 1;
            self.places[step].add((event.time - bought.time) as f64 / DAY_MS as f64);
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

    pub fn journey(&self, log: &EventLog, kinds: &[LoggedStep], sides: &[Stage], purchase: usize) -> CountedJourney {
        // In the order in which they are come to, the purchase between the two sides.
        let mut list: Vec<usize> = (0..log.steps.len())
            .filter(|at| matches!(kinds[*at], LoggedStep::Step(_)) && (self.reached[*at] > 0 || *at == purchase))
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

/// Leaves out ways that hardly anybody takes, and says which: the names of their ends and how often each was taken.
pub(super) fn fold(counted: &mut CountedJourney, rare: f64) -> Vec<(String, String, u64)> {
    let mut leaving = vec![0_u64; counted.steps.len()];
    counted.moves.iter().for_each(|way| leaving[way.from] += way.taken);
    let is_rare = |way: &CountedMove| (way.taken as f64) < rare * leaving[way.from] as f64;
    let name = |at: usize| counted.steps[at].name.clone();
    let folded: Vec<(String, String, u64)> =
        counted.moves.iter().filter(|way| is_rare(way)).map(|way| (name(way.from), name(way.to), way.taken)).collect();
    counted.moves.retain(|way| !is_rare(way));
    counted.folded_moves = folded.len() as u64;
    counted.folded_taken = folded.iter().map(|(.., taken)| taken).sum();
    folded
}
