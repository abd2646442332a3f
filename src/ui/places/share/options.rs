//! What is decided between, for the page to sign and as a table.

use crate::app::{BriefOption, Place, Tried, brief_options, is_tried_beside};
use crate::ui::state::Store;
use leptos::prelude::*;

/// From which number on it is asked about scenarios of another structure: the Library asks too, from 0 on.
const ASKS_FROM: u32 = 1 << 20;

/// The options, and what is known of those of another structure.
#[derive(Clone, Copy)]
pub struct Options {
    pub all: Memo<Vec<BriefOption>>,
    pub tried: RwSignal<Tried>,
}

impl Options {
    /// Those of the page's work. Each scenario of another structure is asked about once.
    pub fn of(store: Store) -> Self {
        let tried = RwSignal::new(Tried::beginning_at(ASKS_FROM));
        Effect::new(move |_| {
            if store.place.get() != Place::Share {
                return;
            }
            let open = store.work.with(|work| tried.write().open(work, |named| is_tried_beside(work, named)));
            open.into_iter().for_each(|question| store.ask_beside(question));
        });
        Effect::new(move |_| {
            if let Some((number, report)) = store.answers.beside.get() {
                tried.update(|tried| tried.take_in(number, report));
            }
        });
        let all = Memo::new(move |_| {
            let (report, goal) = (store.newest(), store.agenda.with(|agenda| agenda.goal));
            let answers = (store.answers.findings.read(), store.answers.effects.read(), tried.read());
            let (findings, effects, tried) = &answers;
            store.work.with(|work| brief_options(work, goal, findings, effects, report.as_deref(), tried))
        });
        Self { all, tried }
    }
}

/// Those of the place.
pub fn use_options() -> Options {
    expect_context::<Options>()
}
