//! Simulates the worlds of a lesson, in workers of its own, so that a hand on the stage never waits for them.

use crate::analysis::studies::StudyResult;
use crate::app::{LessonAnswers, LessonAsk};
use crate::model::{Journey, Scenario};
use crate::runner::{Event, QueryAnswer, QuickQuery};
use crate::ui::state::{Beside, read_finding};
use leptos::prelude::*;
use std::sync::Arc;

/// Workers of the measurer.
const WORKERS: usize = 2;

/// What is being asked.
#[derive(Default)]
struct Asked {
    journey: Option<Arc<Journey>>,
    seed: u64,
    /// Worlds under way, by the number that comes back with the answer.
    worlds: Vec<(u32, LessonAsk)>,
    /// Studies under way, by the numbers that come back with the answers.
    studies: Vec<(u64, LessonAsk)>,
    /// The calendar under way, and those that wait.
    calendar: Option<LessonAsk>,
    waiting: Vec<LessonAsk>,
    next: u32,
}

/// Who simulates the worlds of lessons.
#[derive(Clone, Copy)]
pub struct Measurer {
    workers: Beside,
    asked: StoredValue<Asked, LocalStorage>,
    /// What has come back.
    pub answers: RwSignal<Arc<LessonAnswers>>,
    /// True if nothing comes back any more.
    pub is_broken: RwSignal<bool>,
}

impl Measurer {
    /// Without workers, until something is wanted.
    pub fn new() -> Self {
        Self {
            workers: Beside::new(WORKERS),
            asked: StoredValue::new_local(Asked::default()),
            answers: RwSignal::new(Arc::default()),
            is_broken: RwSignal::new(false),
        }
    }

    /// Asks for these worlds of a journey. What is known stands; what was asked before and is not among these is dropped.
    pub fn want(self, journey: &Arc<Journey>, seed: u64, asks: Vec<LessonAsk>) {
        let is_same = self.asked.with_value(|asked| asked.journey.as_ref() == Some(journey) && asked.seed == seed);
        if is_same {
            self.answers.update(|answers| Arc::make_mut(answers).keep_only(&asks));
        } else {
            self.answers.set(Arc::default());
        }
        let open = self.answers.with_untracked(|answers| answers.open(asks));
        let is_calendar = |ask: &LessonAsk| matches!(ask, LessonAsk::Calendar { .. });
        let (waiting, open): (Vec<LessonAsk>, Vec<LessonAsk>) = open.into_iter().partition(is_calendar);
        let is_of_links = |ask: &LessonAsk| matches!(ask, LessonAsk::Links { .. });
        let (studies, worlds): (Vec<LessonAsk>, Vec<LessonAsk>) = open.into_iter().partition(is_of_links);
        self.is_broken.set(false);
        self.asked.update_value(|asked| {
            let first = asked.next;
            asked.next = first.wrapping_add((worlds.len() + studies.len()) as u32);
            asked.studies =
                studies.into_iter().zip(u64::from(first) + worlds.len() as u64..).map(|(ask, n)| (n, ask)).collect();
            asked.worlds = worlds.into_iter().zip(0..).map(|(ask, n)| (first.wrapping_add(n), ask)).collect();
            *asked = Asked { journey: Some(journey.clone()), seed, calendar: None, waiting, ..std::mem::take(asked) };
        });
        self.send_studies();
        self.send();
    }

    fn send_studies(self) {
        let studies = self.asked.with_value(|asked| {
            let Some(journey) = &asked.journey else { return Vec::new() };
            let one = |(number, ask): &(u64, LessonAsk)| Some((*number, ask.study(journey, asked.seed)?));
            asked.studies.iter().filter_map(one).collect()
        });
        self.workers.study(studies, move |event| self.hear(event));
    }

    fn send(self) {
        let Some((journey, seed)) = self.asked.with_value(|asked| Some((asked.journey.clone()?, asked.seed))) else {
            return;
        };
        let ask = |scenario, questions: Vec<QuickQuery>| {
            self.workers.ask(((*journey).clone(), scenario, seed), questions, move |event| self.hear(event));
        };
        let worlds = self.asked.with_value(|asked| asked.worlds.clone());
        if !worlds.is_empty() {
            let questions = worlds.into_iter().filter_map(|(number, ask)| match ask {
                LessonAsk::World { scenario, customers } => {
                    Some(QuickQuery::Other { number, scenario: Box::new(scenario), customers })
                }
                _ => None,
            });
            return ask(Scenario::default(), questions.collect());
        }
        self.asked.update_value(|asked| {
            if asked.calendar.is_none() {
                asked.calendar = asked.waiting.pop();
            }
        });
        if let Some(LessonAsk::Calendar { scenario, per_period }) =
            self.asked.with_value(|asked| asked.calendar.clone())
        {
            ask(scenario, vec![QuickQuery::Calendar { from: 0, per_period }]);
        }
    }

    fn hear(self, event: Event) {
        match event {
            Event::Answered(QueryAnswer::Other { number, report }) => {
                let ask = self.asked.try_update_value(|asked| {
                    let at = asked.worlds.iter().position(|(known, _)| *known == number)?;
                    Some(asked.worlds.swap_remove(at).1)
                });
                if let Some(ask) = ask.flatten() {
                    self.answers.update(|answers| Arc::make_mut(answers).take_in(ask, report.map(|report| *report)));
                    if self.asked.with_value(|asked| asked.worlds.is_empty()) {
                        self.send();
                    }
                }
            }
            Event::Answered(QueryAnswer::Calendar { report, .. }) => {
                if let Some(ask) = self.asked.try_update_value(|asked| asked.calendar.take()).flatten() {
                    self.answers.update(|answers| Arc::make_mut(answers).take_in_calendar(ask, Some(*report)));
                    self.send();
                }
            }
            Event::StudyFinished { number, result } => {
                let ask = self.asked.try_update_value(|asked| {
                    let at = asked.studies.iter().position(|(known, _)| *known == number)?;
                    Some(asked.studies.swap_remove(at).1)
                });
                let Some(ask) = ask.flatten() else { return };
                let of = self.asked.with_value(|asked| (asked.journey.clone(), asked.seed));
                let is_of_now = move || {
                    self.asked.try_with_value(|asked| (asked.journey.clone(), asked.seed) == of).unwrap_or(false)
                };
                read_finding(result, is_of_now, move |found| {
                    if let StudyResult::Ranking(ranking) = found {
                        self.answers.update(|answers| Arc::make_mut(answers).take_in_ranking(ask, Some(ranking)));
                    }
                });
            }
            Event::Broken | Event::Refused(_) => self.is_broken.set(true),
            _ => {}
        }
    }
}
