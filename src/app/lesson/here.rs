//! Answers a lesson in this process, as the page's workers do: for the shell and for tests.

use super::asks::{LessonAnswers, LessonAsk};
use crate::analysis::studies::{Ranking, StudyResult};
use crate::analysis::{CalendarReport, Cohort, Report, calendar};
use crate::model::{CheckedJourney, Journey, Problem, Scenario};
use crate::runner::{answer, live_here};

/// What came of one world.
enum Answered {
    World(Option<Box<Report>>),
    Calendar(Option<CalendarReport>),
    Links(Option<Box<Ranking>>),
}

/// Simulates all of these worlds, on all cores.
///
/// # Errors
/// All problems of the journey.
pub fn answer_lesson(journey: &Journey, seed: u64, asks: &[LessonAsk]) -> Result<LessonAnswers, Vec<Problem>> {
    let checked = CheckedJourney::new(journey.clone())?;
    let cohort = Cohort::new(&checked, &Scenario::default(), seed)?;
    let one = |ask: &LessonAsk| match ask {
        LessonAsk::World { scenario, customers } => {
            Answered::World(cohort.with(scenario, *customers).ok().map(Box::new))
        }
        LessonAsk::Calendar { scenario, per_period } => {
            Answered::Calendar(calendar(&checked, scenario, seed, *per_period).ok())
        }
        LessonAsk::Links { .. } => Answered::Links(ask.study(journey, seed).and_then(|study| {
            match answer(journey, |rounds| study.ask(rounds), live_here) {
                Ok(StudyResult::Ranking(ranking)) => Some(Box::new(ranking)),
                _ => None,
            }
        })),
    };
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let part = asks.len().div_ceil(cores).max(1);
    let mut answers = LessonAnswers::default();
    std::thread::scope(|scope| {
        let one = &one;
        let mut running = Vec::new();
        for part in asks.chunks(part) {
            running.push(scope.spawn(move || part.iter().map(one).collect::<Vec<_>>()));
        }
        for (asks, part) in asks.chunks(part).zip(running) {
            // A thread that panicked has nothing to say; what it had to find out stays open.
            for (ask, answered) in asks.iter().zip(part.join().unwrap_or_default()) {
                match answered {
                    Answered::World(report) => answers.take_in(ask.clone(), report.map(|report| *report)),
                    Answered::Calendar(report) => answers.take_in_calendar(ask.clone(), report),
                    Answered::Links(ranking) => answers.take_in_ranking(ask.clone(), ranking.map(|ranking| *ranking)),
                }
            }
        }
    });
    Ok(answers)
}
