//! What is decided between, for the page to sign and as a table.

use crate::app::{BriefOption, StudyFindings, Tried, brief_options};
use crate::ui::state::Store;
use leptos::prelude::*;

/// The options, and what is known of those of another structure.
#[derive(Clone, Copy)]
pub struct Options {
    pub all: Memo<Vec<BriefOption>>,
    pub tried: RwSignal<Tried>,
}

impl Options {
    /// Those of the page's work. Of each scenario of another structure it is asked until that is known.
    pub fn of(store: Store) -> Self {
        let tried = store.tried_for_share();
        let all = Memo::new(move |_| {
            let (report, goal) = (store.newest(), store.agenda.with(|agenda| agenda.goal));
            let (findings, effects, tried) = (findings_told(store), store.answers.effects.read(), tried.read());
            store.work.with(|work| brief_options(work, goal, &findings, &effects, report.as_deref(), &tried))
        });
        Self { all, tried }
    }
}

/// What has been found out, as far as whoever is here is told: nothing while the room bets, and nothing while a scenario of
/// another structure lies on the desk, since what is decided here is decided about today.
pub fn findings_told(store: Store) -> StudyFindings {
    let is_covered = store.agenda.with(|agenda| agenda.is_covered);
    let is_elsewhere = store.work.with(|work| work.as_is.is_some());
    if is_covered || is_elsewhere { StudyFindings::default() } else { store.answers.findings.get() }
}

/// Those of the place.
pub fn use_options() -> Options {
    expect_context::<Options>()
}
