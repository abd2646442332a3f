//! The workers, and how what they answer gets into the signals.

use super::answers::{Answers, FollowedLife, Refusal, RunProgress};
use super::findings::read_finding;
use crate::analysis::Report;
use crate::app::{FiguresOf, Notice, Stop, StudyCache, calendar_with, on_today_of};
use crate::runner::browser::Pool;
use crate::runner::{Event, QueryAnswer};
use crate::ui::platform::version;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// The workers, and what is being asked of them.
#[derive(Clone, Copy)]
pub(super) struct Workers {
    pub(super) pool: StoredValue<Pool, LocalStorage>,
    /// What is asked once the hand rests.
    pub(super) inquirer: StoredValue<Option<Timeout>, LocalStorage>,
    /// Runs out when the figures that are shown are to be called old.
    pub(super) patience: StoredValue<Option<Timeout>, LocalStorage>,
    /// What is being found out, and what has been.
    pub(super) asked: StoredValue<StudyCache>,
    /// The report of most customers of this journey and seed: today is told from it.
    pub(super) firm: StoredValue<Option<Arc<Report>>>,
}

impl Workers {
    /// With workers that answer into these signals: those that the boot script has started, or so many more beside them.
    pub(super) fn new(
        answers: Answers,
        notices: RwSignal<Vec<Notice>>,
        refusal: RwSignal<Option<Refusal>>,
        beside: Option<usize>,
    ) -> Self {
        let asked = StoredValue::new(StudyCache::default());
        let firm = StoredValue::new(None);
        let on_event = move |event| match event {
            Event::Progress(progress) => {
                answers.far.set(RunProgress {
                    lived: progress.report.customers,
                    asked: progress.customers,
                    done: progress.done,
                });
                answers.reported.set(progress.report.customers);
                let report = Arc::new(progress.report);
                answers.effects.update_untracked(|effects| effects.learn(&report));
                answers.everybody.set(firm.try_update_value(|firm| told_from(firm, report)));
                answers.is_old.set(false);
                notices.update(|all| all.retain(|notice| !matches!(notice, Notice::Stopped { .. })));
            }
            Event::Counted { lived, customers } => {
                answers.far.set(RunProgress { lived, asked: customers, done: false })
            }
            Event::Answered(answer) => take_in(answers, answer),
            Event::StudyFinished { number, result } => {
                answers.trying.set(None);
                let Some(question) = asked.try_update_value(|asked| asked.on_answer(number)).flatten() else { return };
                // Meanwhile the state may have become another.
                let is_wanted = move || asked.try_with_value(|asked| asked.is_answered(&question)).unwrap_or(false);
                read_finding(result, is_wanted, move |found| answers.findings.update(|all| all.take_in(found)));
            }
            Event::StudyProgress { number, lived, of } => answers.trying.set(Some((number, lived, of))),
            Event::Refused(problems) => refusal.set(Some(Refusal { name: String::new(), problems })),
            Event::Recovered => {}
            Event::Broken => {
                answers.far.update(|f| f.done = true);
                stop(answers, notices);
            }
        };
        let pool = match beside {
            Some(workers) => Pool::beside(workers, on_event),
            None => Pool::new(on_event),
        };
        let (inquirer, patience) = (StoredValue::new_local(None), StoredValue::new_local(None));
        Self { pool: StoredValue::new_local(pool), inquirer, patience, asked, firm }
    }
}

/// A report with the today of the one of most customers, which it becomes where it has more.
fn told_from(firm: &mut Option<Arc<Report>>, report: Arc<Report>) -> Arc<Report> {
    match firm {
        Some(firm) if firm.customers > report.customers && firm.seed == report.seed => {
            Arc::new(on_today_of(firm, (*report).clone()))
        }
        _ => firm.insert(report).clone(),
    }
}

/// Tells that nothing is simulated any more, of what the figures are, and why, as far as that can be found out.
fn stop(answers: Answers, notices: RwSignal<Vec<Notice>>) {
    answers.look_if_old();
    let figures = match (answers.everybody.with_untracked(Option::is_some), answers.is_old.get_untracked()) {
        (false, _) => FiguresOf::Nothing,
        (true, true) => FiguresOf::Before,
        (true, false) => FiguresOf::Now,
    };
    if !version::has_workers() {
        return tell(notices, Notice::Stopped { why: Stop::NoWorkers, figures });
    }
    let unknown = Notice::Stopped { why: Stop::Unknown, figures };
    tell(notices, unknown);
    spawn_local(async move {
        if version::is_replaced().await && notices.with_untracked(|all| all.contains(&unknown)) {
            tell(notices, Notice::Stopped { why: Stop::Replaced, figures });
        }
    });
}

/// Tells something, once.
pub(super) fn tell(notices: RwSignal<Vec<Notice>>, notice: Notice) {
    notices.update(|all| {
        all.retain(|told| std::mem::discriminant(told) != std::mem::discriminant(&notice));
        all.push(notice);
    });
}

/// Questions from this number on are asked beside those about single changes.
pub(super) const BESIDE: u32 = 1 << 31;

fn take_in(answers: Answers, answer: QueryAnswer) {
    match answer {
        QueryAnswer::Crowd(crowd) => answers.trails.set(Some(Arc::new(crowd))),
        QueryAnswer::Life { customer, life } => {
            answers.life.set(Some(Arc::new(FollowedLife { customer, life: *life })));
        }
        QueryAnswer::Other { number, report } if number >= BESIDE => {
            answers.beside.set(Some((number ^ BESIDE, report.map(|report| Arc::new(*report)))));
        }
        QueryAnswer::Other { number, report } => answers.effects.update(|e| e.take_in(number, report.map(|r| *r))),
        QueryAnswer::Calendar { from, report } => {
            if let Some(sum) = calendar_with(answers.calendar.get_untracked().as_deref(), from, *report) {
                answers.calendar.set(Some(Arc::new(sum)));
            }
        }
    }
}
