//! A fit by simulation in workers of its own, round by round, while the page goes on.

use super::Beside;
use crate::analysis::Outcome;
use crate::app::records::{Fit, ToLive};
use crate::model::Scenario;
use crate::runner::{Event, QueryAnswer, QuickQuery};
use leptos::prelude::*;
use std::sync::Arc;

const WORKERS: usize = 2;
/// The same customers for every kind.
const SEED: u64 = 1;

/// A fit under way.
struct Work<F> {
    fit: F,
    /// What is asked for and not under way yet.
    to_live: Vec<ToLive>,
    /// Scenarios under way, by number.
    under_way: Vec<u32>,
}

/// What lives the customers that a fit asks for.
pub struct Fitter<F: Fit + 'static>
where
    F::Found: Send + Sync,
{
    workers: Beside,
    work: StoredValue<Option<Work<F>>, LocalStorage>,
    /// Part of the work that is done [0..1]; `None` while there is none.
    pub progress: RwSignal<Option<f64>>,
    pub found: RwSignal<Option<Arc<F::Found>>>,
    /// Whether it is done and nothing could be found.
    pub is_nothing: RwSignal<bool>,
    /// Whether the workers could not be started.
    pub is_broken: RwSignal<bool>,
}

impl<F: Fit + 'static> Clone for Fitter<F>
where
    F::Found: Send + Sync,
{
    fn clone(&self) -> Self {
        *self
    }
}

impl<F: Fit + 'static> Copy for Fitter<F> where F::Found: Send + Sync {}

impl<F: Fit + 'static> Fitter<F>
where
    F::Found: Send + Sync,
{
    /// With nothing to do yet.
    pub fn new() -> Self {
        Self {
            workers: Beside::new(WORKERS),
            work: StoredValue::new_local(None),
            progress: RwSignal::new(None),
            found: RwSignal::new(None),
            is_nothing: RwSignal::new(false),
            is_broken: RwSignal::new(false),
        }
    }

    /// Forgets what is under way, which stops, and what was found.
    pub fn forget(self) {
        self.work.set_value(None);
        self.workers.let_go();
        self.progress.set(None);
        self.found.set(None);
        self.is_nothing.set(false);
    }

    /// Starts a fit, in place of the one before.
    pub fn start(self, fit: F) {
        self.work.set_value(Some(Work { fit, to_live: Vec::new(), under_way: Vec::new() }));
        self.is_broken.set(false);
        self.is_nothing.set(false);
        self.found.set(None);
        self.progress.set(Some(0.0));
        self.go_on();
    }

    /// Lives the next customers; at the end of a round asks for the next.
    fn go_on(self) {
        let (mut next, mut done) = (None, None);
        self.work.try_update_value(|work| {
            let Some(work) = work else { return };
            if work.to_live.is_empty() {
                work.to_live = work.fit.next();
            }
            next = work.to_live.pop();
            match &next {
                Some(ask) => work.under_way = ask.scenarios.iter().map(|(number, _)| *number).collect(),
                None => done = Some(work.fit.found()),
            }
        });
        if let Some(found) = done {
            self.work.set_value(None);
            self.progress.set(None);
            self.is_nothing.set(found.is_none());
            self.found.set(found.map(Arc::new));
        }
        let Some(ToLive { journey, scenarios, customers }) = next else { return };
        let asks: Vec<QuickQuery> = scenarios
            .into_iter()
            .map(|(number, scenario)| QuickQuery::Other { number, scenario: Box::new(scenario), customers })
            .collect();
        self.workers.ask((journey, Scenario::default(), SEED), asks, move |event| self.hear(event));
    }

    fn hear(self, event: Event) {
        match event {
            Event::Answered(QueryAnswer::Other { number, report }) => {
                let lived = report.as_ref().map(|report| report.what_if.as_ref().unwrap_or(&report.today));
                self.take(number, lived);
            }
            // What cannot be lived is no kind to go on with.
            Event::Refused(_) => {
                let open = self.work.try_with_value(|work| work.as_ref().map(|work| work.under_way.clone()));
                open.flatten().unwrap_or_default().into_iter().for_each(|number| self.take(number, None));
            }
            Event::Broken => {
                self.work.try_set_value(None);
                self.progress.try_set(None);
                self.is_broken.try_set(true);
            }
            _ => {}
        }
    }

    /// Takes what came of one scenario, and goes on once all of them are there.
    fn take(self, number: u32, lived: Option<&Outcome>) {
        let mut is_over = false;
        self.work.try_update_value(|work| {
            let Some(work) = work else { return };
            let Some(at) = work.under_way.iter().position(|known| *known == number) else { return };
            work.under_way.swap_remove(at);
            work.fit.tell(number, lived);
            self.progress.try_set(Some(work.fit.progress()));
            is_over = work.under_way.is_empty();
        });
        if is_over {
            self.go_on();
        }
    }
}
