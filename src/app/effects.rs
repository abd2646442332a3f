//! What each change does by itself, and whether the sum of that is the whole. Each is asked of the runner as another
//! scenario; what was answered holds as long as journey, seed and that one change do.

use super::outcomes::{OutcomeKind, Verdict, outcomes};
use super::sentence::{GoodAndBad, share};
use super::{ListedChange, Project, changes, report_of};
use crate::analysis::Report;
use crate::model::{Journey, PersonaId, Scenario};
use crate::runner::QuickQuery;
use std::sync::Arc;

/// How many arrivals a change is tried on by itself [customers]: enough to tell, few enough not to be waited for.
const CUSTOMERS: u64 = 20_000;
/// From so many arrivals on a report of the whole tells what a single change does [customers]; a smaller one is noisy,
/// and may still be of the request before.
pub const FIRM: u64 = 8_000;
/// Answers that are kept, so that undo finds them again.
const KEPT: usize = 64;

/// What has been found out about changes by themselves, and what is still asked.
#[derive(Clone, Debug, Default)]
pub struct Effects {
    of: Option<(Arc<Journey>, u64)>,
    /// Newest last; `None` for what cannot be lived.
    known: Vec<(Scenario, Option<Arc<Report>>)>,
    asked: Vec<(u32, Scenario)>,
    next: u32,
    /// What the page's own report is about.
    whole: Option<Scenario>,
}

impl Effects {
    /// What is to be found out about a work, beside its own report: the questions before are dropped with their request.
    pub fn ask(&mut self, work: &Project) -> Vec<QuickQuery> {
        let same = self.of.as_ref().is_some_and(|(journey, seed)| *journey == work.journey && *seed == work.seed);
        if !same {
            self.of = Some((work.journey.clone(), work.seed));
            self.known.clear();
        }
        self.asked.clear();
        self.whole = Some(work.active_scenario());
        let mut questions = Vec::new();
        for scenario in wanted(work) {
            if self.known.iter().any(|(known, _)| *known == scenario) {
                continue;
            }
            self.next = self.next.wrapping_add(1);
            self.asked.push((self.next, scenario.clone()));
            questions.push(QuickQuery::Other { number: self.next, scenario: Box::new(scenario), customers: CUSTOMERS });
        }
        questions
    }

    /// The page's own report is of something else meanwhile.
    pub fn look_away(&mut self) {
        self.whole = None;
    }

    /// Remembers the page's own report where it rests on more customers than what is known: a change that was looked at
    /// alone says the same in the list when others are added.
    pub fn learn(&mut self, report: &Arc<Report>) {
        let Some(scenario) = self.whole.clone().filter(|_| report.customers > CUSTOMERS) else { return };
        let more = |(known, found): &(Scenario, Option<Arc<Report>>)| {
            *known == scenario && found.as_ref().is_none_or(|found| found.customers < report.customers)
        };
        self.known.retain(|known| !more(known));
        if self.known.iter().all(|(known, _)| *known != scenario) {
            self.keep(scenario, Some(report.clone()));
        }
    }

    fn keep(&mut self, scenario: Scenario, report: Option<Arc<Report>>) {
        self.known.push((scenario, report));
        let surplus = self.known.len().saturating_sub(KEPT);
        self.known.drain(..surplus);
    }

    /// Takes an answer in. One to a question that is no longer open changes nothing.
    pub fn take_in(&mut self, number: u32, report: Option<Report>) {
        let Some(at) = self.asked.iter().position(|(asked, _)| *asked == number) else { return };
        let (_, scenario) = self.asked.swap_remove(at);
        if self.known.iter().all(|(known, _)| *known != scenario) {
            self.keep(scenario, report.map(Arc::new));
        }
    }

    /// What a scenario comes to; `None` while that is awaited, `Some(None)` where it cannot be lived.
    pub(super) fn report_for(&self, scenario: &Scenario) -> Option<Option<&Arc<Report>>> {
        self.known.iter().find(|(known, _)| known == scenario).map(|(_, report)| report.as_ref())
    }
}

/// The scenarios that are asked beside the whole: each change by itself, and all together on the same customers. None
/// where the whole is one change.
fn wanted(work: &Project) -> Vec<Scenario> {
    let entries = of_lives(work);
    if is_whole(&entries) {
        return Vec::new();
    }
    let mut wanted: Vec<Scenario> = entries.iter().map(|e| e.alone(work)).collect();
    if entries.iter().filter(|e| !e.is_off()).count() > 1 {
        wanted.push(work.active_scenario());
    }
    wanted
}

/// The changes that can change a life: not those that act in the calendar view alone.
fn of_lives(work: &Project) -> Vec<ListedChange> {
    changes(work).into_iter().filter(|e| !e.is_of_calendar()).collect()
}

/// Whether the one change there is makes the whole result.
pub(super) fn is_whole(entries: &[ListedChange]) -> bool {
    entries.iter().all(|e| !e.is_off()) && entries.len() < 2
}

/// People out of a crowd.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutOf {
    /// [people]
    pub count: u64,
    /// Half a 95 % interval of that [people].
    pub noise: u64,
    /// [people]
    pub of: u64,
}

/// What a change does, in one figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Net {
    /// So many more, or fewer, of those who buy stay.
    Stay {
        more: bool,
        people: OutOf,
    },
    /// So many more, or fewer, of those who come buy.
    Buy {
        more: bool,
        people: OutOf,
    },
    /// Nobody's fate tells, but an outcome does, for better or worse [its own unit].
    Outcome {
        kind: OutcomeKind,
        better: bool,
        by: f64,
    },
    TooClose,
    /// Nothing changes for anybody.
    Same,
}

/// What can be said of a change by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Alone {
    /// Not known yet.
    Awaited,
    /// It can only be together with others: a share that has room only where another gives way.
    OnlyTogether,
    Known(Net),
}

/// What an entry does by itself, for everybody or one persona. `whole` is the report of the work as it stands, where
/// it is the newest.
pub fn alone(
    work: &Project,
    entry: &ListedChange,
    effects: &Effects,
    whole: Option<&Report>,
    persona: Option<&PersonaId>,
) -> Alone {
    let entries = of_lives(work);
    if is_whole(&entries) {
        return whole.map_or(Alone::Awaited, |report| Alone::Known(net(work, report)));
    }
    // The only one that is on makes the whole result too, which rests on more customers.
    if let Some(report) = whole
        && !entry.is_off()
        && entries.iter().filter(|e| !e.is_off()).count() == 1
    {
        return Alone::Known(net(work, report));
    }
    let scenario = entry.alone(work);
    match effects.report_for(&scenario) {
        None => Alone::Awaited,
        Some(None) => Alone::OnlyTogether,
        Some(Some(report)) => {
            let work = Project { scenario, ..work.clone() };
            let report = of_persona(report, persona);
            report.map_or(Alone::Awaited, |report| Alone::Known(net(&work, &report)))
        }
    }
}

fn of_persona(report: &Arc<Report>, persona: Option<&PersonaId>) -> Option<Arc<Report>> {
    match persona {
        None => Some(report.clone()),
        Some(persona) => report_of(report, persona).map(Arc::new),
    }
}

fn net(work: &Project, report: &Report) -> Net {
    let Some((after, before)) = GoodAndBad::of(report) else { return Net::Same };
    let people = |pair: &GoodAndBad| {
        let share = share(pair.net(), pair.all);
        OutOf { count: share.count, noise: (pair.noise() * share.of as f64).round() as u64, of: share.of }
    };
    let weight = |pair: &GoodAndBad| if pair.certain() { pair.net() } else { 0 };
    match (weight(&after), weight(&before)) {
        (0, 0) => without_fates(work, report, after.any() || before.any()),
        (stay, buy) if stay >= buy => Net::Stay { more: after.good > after.bad, people: people(&after) },
        _ => Net::Buy { more: before.good > before.bad, people: people(&before) },
    }
}

/// The first outcome that tells, where fates do not.
fn without_fates(work: &Project, report: &Report, any: bool) -> Net {
    let told = outcomes(work, report).into_iter().find(|row| row.has_difference());
    match told.and_then(|row| Some((row, row.difference?))) {
        Some((row, by)) => Net::Outcome { kind: row.kind, better: row.verdict == Verdict::Better, by: by.value },
        None if any => Net::TooClose,
        None => Net::Same,
    }
}

/// Where the changes together do something else than each by itself would add up to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Together {
    /// Whether those who stay are counted, else those who buy.
    pub stay: bool,
    /// So much more, or less where negative, is gained together than one by one [part of the sum]. `None` where not
    /// both are gains.
    pub beyond: Option<f64>,
}

/// The least part of the whole by which the sum has to differ to be worth a sentence [0..1].
const CLEARLY: f64 = 0.1;

/// Whether the sum is the whole. `None` where it is, within the noise, and where something is still awaited.
pub fn together(work: &Project, effects: &Effects, persona: Option<&PersonaId>) -> Option<Together> {
    let entries: Vec<ListedChange> = of_lives(work).into_iter().filter(|e| !e.is_off()).collect();
    if entries.len() < 2 {
        return None;
    }
    let pairs = |scenario: &Scenario| GoodAndBad::of(&*of_persona(effects.report_for(scenario)??, persona)?);
    let (after, before) = pairs(&work.active_scenario())?;
    let each: Vec<(GoodAndBad, GoodAndBad)> = entries.iter().map(|e| pairs(&e.alone(work))).collect::<Option<_>>()?;
    let stay = after.net() >= before.net();
    let read = |(after, before): &(GoodAndBad, GoodAndBad)| if stay { *after } else { *before };
    let whole = read(&(after, before));
    let parts: Vec<GoodAndBad> = each.iter().map(read).collect();
    // Of those counted, since not all were tried on as many.
    let gained = |p: &GoodAndBad| (p.good as f64 - p.bad as f64) / p.all.max(1) as f64;
    let sum: f64 = parts.iter().map(gained).sum();
    let noise = parts.iter().chain([&whole]).map(|p| p.noise() * p.noise()).sum::<f64>().sqrt();
    let whole = gained(&whole);
    let gap = (whole - sum).abs();
    let large = whole.abs().max(sum.abs());
    (gap > noise.max(CLEARLY * large))
        .then(|| Together { stay, beyond: (whole > 0.0 && sum > 0.0).then(|| whole / sum - 1.0) })
}
