//! Questions about other journeys and scenarios than the page's own, lived in a few workers beside the page's, so that a hand
//! on the page never waits for them.

use crate::analysis::studies::Study;
use crate::model::{Journey, Scenario};
use crate::runner::browser::Pool;
use crate::runner::{Event, QuickQuery, RunRequest};
use leptos::prelude::*;

/// Visitors of the request that questions are about; it is never shown [customers].
const FEW: u64 = 64;

/// A few workers beside the page's, which are started when something is first asked of them.
#[derive(Clone, Copy)]
pub struct Beside {
    workers: usize,
    pool: StoredValue<Option<Pool>, LocalStorage>,
}

impl Beside {
    /// So many workers, once they are needed.
    pub fn new(workers: usize) -> Self {
        Self { workers, pool: StoredValue::new_local(None) }
    }

    /// Asks about a journey with a scenario. What was asked before and has not been answered is dropped; `hear` hears what comes
    /// of everything that is asked until the workers are let go.
    pub fn ask(
        self,
        (journey, scenario, seed): (Journey, Scenario, u64),
        questions: impl IntoIterator<Item = QuickQuery>,
        hear: impl Fn(Event) + 'static,
    ) {
        let Some(pool) = self.started(hear) else { return };
        pool.run(RunRequest { journey, scenario, seed, customers: FEW });
        questions.into_iter().for_each(|question| pool.query(question));
    }

    /// Asks what needs many trials, likewise.
    pub fn study(self, studies: Vec<(u64, Study)>, hear: impl Fn(Event) + 'static) {
        if let Some(pool) = self.started(hear) {
            pool.start_studies(studies);
        }
    }

    /// Lets the workers go, with all that is open.
    pub fn let_go(self) {
        self.pool.set_value(None);
    }

    fn started(self, hear: impl Fn(Event) + 'static) -> Option<Pool> {
        if self.pool.with_value(Option::is_none) {
            self.pool.set_value(Some(Pool::beside(self.workers, hear)));
        }
        self.pool.get_value()
    }
}
