//! What came back of the requests, and what the reader should know.

use crate::analysis::{CalendarReport, Report, Story, TodayAndWhatIf};
use crate::app::{Effects, StudyFindings, Trails};
use crate::model::Problem;
use leptos::prelude::*;
use std::sync::Arc;

/// How far the request has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RunProgress {
    /// [customers]
    pub lived: u64,
    pub asked: u64,
    pub done: bool,
}

/// One customer's life.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowedLife {
    pub customer: u64,
    pub life: TodayAndWhatIf<Story>,
}

/// An input with everything that is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// Name of the file; empty for the page's own request.
    pub name: String,
    pub problems: Vec<Problem>,
}

/// What came back of the requests. The controller fills it; the panels read it.
#[derive(Clone, Copy)]
pub struct Answers {
    /// What came back last, of everybody.
    pub everybody: RwSignal<Option<Arc<Report>>>,
    /// How many customers the newest report rests on, since it was last asked; 0 while the one shown is of before.
    pub reported: RwSignal<u64>,
    /// The report that is shown is of the state before, and the newest is long on its way or will not come.
    pub is_old: RwSignal<bool>,
    pub far: RwSignal<RunProgress>,
    /// The trails of the crowd.
    pub trails: RwSignal<Option<Arc<Trails>>>,
    /// The life of the customer that was asked for last.
    pub life: RwSignal<Option<Arc<FollowedLife>>>,
    /// The calendar as far as it is answered; of the request before while the newest is on its way.
    pub calendar: RwSignal<Option<Arc<CalendarReport>>>,
    /// What came last of a question that was asked beside all others, by its number; `None` for what cannot be lived.
    pub beside: RwSignal<Option<(u32, Option<Arc<Report>>)>>,
    /// What each change does by itself.
    pub effects: RwSignal<Effects>,
    /// What many trials have come to, and how far those being lived have come: number of the question, blocks lived, of
    /// so many.
    pub findings: RwSignal<StudyFindings>,
    pub trying: RwSignal<Option<(u64, u64, u64)>>,
}

impl Answers {
    /// Calls the figures old where none of the newest request has come yet.
    pub(super) fn look_if_old(self) {
        let is_old = self.reported.get_untracked() == 0 && self.everybody.with_untracked(Option::is_some);
        self.is_old.set(is_old);
    }

    /// Before anything has come back.
    pub(super) fn none() -> Self {
        Self {
            everybody: RwSignal::new(None),
            reported: RwSignal::new(0),
            is_old: RwSignal::new(false),
            far: RwSignal::new(RunProgress::default()),
            trails: RwSignal::new(None),
            life: RwSignal::new(None),
            calendar: RwSignal::new(None),
            beside: RwSignal::new(None),
            effects: RwSignal::new(Effects::default()),
            findings: RwSignal::new(StudyFindings::default()),
            trying: RwSignal::new(None),
        }
    }
}
