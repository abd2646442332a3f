//! What has to be simulated before a lesson can say anything: each world once, all with the same customers.

use super::super::calendar_size;
use super::super::{Origin, Project};
use crate::analysis::studies::{Goal, Ranking, Study, StudyKind, StudyTerms};
use crate::analysis::{CalendarReport, Report};
use crate::model::lesson::{Gives, Lesson, LessonFigure, LessonMeasure, TODAY, YOURS};
use crate::model::{Journey, Scenario};
use std::sync::Arc;

/// Visitors of a world [customers]. The stage beside a lesson lives as many, so that both tell of the same people.
pub const LESSON_CUSTOMERS: u64 = 60_000;
/// Visitors where every link is tried in turn [customers].
const EACH_LINK: u64 = 40_000;
/// What is put on each link in turn [effort].
const UNIT: f64 = 1.0;
/// So many times the arrivals of one answer of the dashboards are lived in a calendar.
const CALENDAR: u64 = 4;

/// A world to simulate.
#[derive(Clone, Debug, PartialEq)]
pub enum LessonAsk {
    /// What becomes of so many visitors there and today.
    World { scenario: Scenario, customers: u64 },
    /// What one unit of effort gives there at each link, to so many visitors.
    Links { scenario: Scenario, goal: Goal, customers: u64 },
    /// Who comes and stays there, period by period, with so many arrivals in each.
    Calendar { scenario: Scenario, per_period: u64 },
}

/// What has been simulated.
#[derive(Clone, Debug, Default)]
pub struct LessonAnswers {
    worlds: Vec<(LessonAsk, Option<Arc<Report>>)>,
    calendars: Vec<(LessonAsk, Option<Arc<CalendarReport>>)>,
    rankings: Vec<(LessonAsk, Option<Arc<Ranking>>)>,
}

impl LessonAnswers {
    /// Takes in what came of a world; `None` where it cannot be simulated.
    pub fn take_in(&mut self, ask: LessonAsk, report: Option<Report>) {
        if !self.has(&ask) {
            self.worlds.push((ask, report.map(Arc::new)));
        }
    }

    /// The same of a calendar.
    pub fn take_in_calendar(&mut self, ask: LessonAsk, report: Option<CalendarReport>) {
        if !self.has(&ask) {
            self.calendars.push((ask, report.map(Arc::new)));
        }
    }

    /// The same of what each link gives.
    pub fn take_in_ranking(&mut self, ask: LessonAsk, ranking: Option<Ranking>) {
        if !self.has(&ask) {
            self.rankings.push((ask, ranking.map(Arc::new)));
        }
    }

    /// True if this has been answered.
    pub fn has(&self, ask: &LessonAsk) -> bool {
        self.worlds.iter().any(|(known, _)| known == ask)
            || self.calendars.iter().any(|(known, _)| known == ask)
            || self.rankings.iter().any(|(known, _)| known == ask)
    }

    /// Those of these that have not been answered.
    pub fn open(&self, asks: Vec<LessonAsk>) -> Vec<LessonAsk> {
        asks.into_iter().filter(|ask| !self.has(ask)).collect()
    }

    /// Forgets worlds that are not among these.
    pub fn keep_only(&mut self, asks: &[LessonAsk]) {
        self.worlds.retain(|(known, _)| asks.contains(known));
        self.calendars.retain(|(known, _)| asks.contains(known));
        self.rankings.retain(|(known, _)| asks.contains(known));
    }

    pub(super) fn world(&self, scenario: &Scenario) -> Option<&Arc<Report>> {
        let is_it = |ask: &LessonAsk| matches!(ask, LessonAsk::World { scenario: known, .. } if known == scenario);
        self.worlds.iter().find(|(known, _)| is_it(known))?.1.as_ref()
    }

    pub(super) fn calendar(&self, scenario: &Scenario) -> Option<&Arc<CalendarReport>> {
        let is_it = |ask: &LessonAsk| matches!(ask, LessonAsk::Calendar { scenario: known, .. } if known == scenario);
        self.calendars.iter().find(|(known, _)| is_it(known))?.1.as_ref()
    }

    pub(super) fn ranking(&self, scenario: &Scenario, goal: Goal) -> Option<&Arc<Ranking>> {
        let is_it = |ask: &LessonAsk| matches!(ask, LessonAsk::Links { scenario: known, goal: its, .. } if known == scenario && *its == goal);
        self.rankings.iter().find(|(known, _)| is_it(known))?.1.as_ref()
    }
}

/// The scenario of a world by its name; `None` if the lesson has no such world.
pub(super) fn scenario_of<'a>(
    lesson: &'a Lesson,
    yours: &'a Scenario,
    name: &str,
    empty: &'a Scenario,
) -> Option<&'a Scenario> {
    match name {
        TODAY => Some(empty),
        YOURS => Some(yours),
        other => lesson.worlds.get(other),
    }
}

/// The outcome by which links are compared.
pub(super) fn goal_of(gives: Gives) -> Goal {
    match gives {
        Gives::Kept => Goal::Churn,
        Gives::Won => Goal::Conversion,
        Gives::AtEnd => Goal::CustomersAtEnd,
    }
}

impl LessonAsk {
    /// The study that answers what each link gives; `None` for all else.
    pub fn study(&self, journey: &Journey, seed: u64) -> Option<Study> {
        let Self::Links { scenario, goal, customers } = self else { return None };
        let terms = StudyTerms {
            journey: journey.clone(),
            base: scenario.clone(),
            goal: *goal,
            effort: UNIT,
            seed,
            customers: *customers,
        };
        Some(Study { terms, kind: StudyKind::Ranking })
    }
}

/// What a lesson needs for these of its measures, each once, today's world first.
pub fn lesson_asks<'a>(
    lesson: &Lesson,
    journey: &Journey,
    yours: &Scenario,
    measures: impl IntoIterator<Item = &'a str>,
) -> Vec<LessonAsk> {
    let mut asks: Vec<LessonAsk> = Vec::new();
    let mut add = |ask: LessonAsk| {
        if !asks.contains(&ask) {
            asks.push(ask);
        }
    };
    let empty = Scenario::default();
    for measure in measures.into_iter().filter_map(|name| lesson.measures.get(name)) {
        for name in [Some(measure.world.as_str()), measure.beyond.as_deref()].into_iter().flatten() {
            let Some(scenario) = scenario_of(lesson, yours, name, &empty) else { continue };
            of_figure(measure, journey, scenario).into_iter().for_each(&mut add);
        }
    }
    asks
}

fn of_figure(measure: &LessonMeasure, journey: &Journey, scenario: &Scenario) -> Option<LessonAsk> {
    let scenario = scenario.clone();
    match measure.figure {
        LessonFigure::Strength | LessonFigure::WeakestLink => None,
        LessonFigure::Crowd => {
            let per_period = per_period(journey, &scenario);
            Some(LessonAsk::Calendar { scenario, per_period })
        }
        LessonFigure::BestLink | LessonFigure::BestGain | LessonFigure::Gain => {
            Some(LessonAsk::Links { scenario, goal: goal_of(measure.gives), customers: EACH_LINK })
        }
        _ => Some(LessonAsk::World { scenario, customers: LESSON_CUSTOMERS }),
    }
}

/// Arrivals per period in a calendar: some times those of one answer of the dashboards, never more than the company has.
fn per_period(journey: &Journey, scenario: &Scenario) -> u64 {
    let journey = Arc::new(journey.clone());
    let work = Project { scenario: scenario.clone(), ..Project::pristine(journey, Origin::Own, 1) };
    let (one, enough) = calendar_size(&work);
    (one * CALENDAR).min(enough)
}

/// All names of measures that somebody meets before the last beat.
pub fn measures_shown(lesson: &Lesson) -> Vec<&str> {
    let of_yours = |name: &&str| {
        lesson.measures.get(*name).is_some_and(|m| m.world != YOURS && m.beyond.as_deref() != Some(YOURS))
    };
    lesson.measures.keys().map(String::as_str).filter(of_yours).collect()
}

/// Those that depend on what the learner has changed.
pub fn measures_of_yours(lesson: &Lesson) -> Vec<&str> {
    let shown = measures_shown(lesson);
    lesson.measures.keys().map(String::as_str).filter(|name| !shown.contains(name)).collect()
}
