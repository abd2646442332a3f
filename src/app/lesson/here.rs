//! Answers a lesson in this process, as the page's workers do: for the shell and for tests.

use super::asks::{LessonAnswers, LessonAsk};
use crate::analysis::studies::{Ranking, StudyResult};
use crate::analysis::{Cohort, calendar};
use crate::model::{CheckedJourney, Journey, Problem, Scenario};
use crate::runner::{answer, live_here};

/// Simulates all of these worlds, one after the other.
///
/// # Errors
/// All problems of the journey.
pub fn answer_lesson(journey: &Journey, seed: u64, asks: &[LessonAsk]) -> Result<LessonAnswers, Vec<Problem>> {
    let checked = CheckedJourney::new(journey.clone())?;
    let cohort = Cohort::new(&checked, &Scenario::default(), seed)?;
    let mut answers = LessonAnswers::default();
    for ask in asks {
        match ask {
            LessonAsk::World { scenario, customers } => {
                answers.take_in(ask.clone(), cohort.with(scenario, *customers).ok());
            }
            LessonAsk::Calendar { scenario, per_period } => {
                answers.take_in_calendar(ask.clone(), calendar(&checked, scenario, seed, *per_period).ok());
            }
            LessonAsk::Links { .. } => answers.take_in_ranking(ask.clone(), ranking(journey, seed, ask)),
        }
    }
    Ok(answers)
}

fn ranking(journey: &Journey, seed: u64, ask: &LessonAsk) -> Option<Ranking> {
    let study = ask.study(journey, seed)?;
    match answer(journey, |rounds| study.ask(rounds), live_here) {
        Ok(StudyResult::Ranking(ranking)) => Some(ranking),
        _ => None,
    }
}
