//! What is known of the named scenarios of a work beside today, asked for whoever is in a place.

use super::signals::Store;
use crate::app::{Place, Project, Tried, is_tried_beside};
use crate::model::NamedScenario;
use leptos::prelude::*;

/// Which scenarios somebody wants to know about.
type Wanted = fn(&Project, &NamedScenario) -> bool;

impl Store {
    /// Of all named scenarios of a work, for the Library.
    pub fn tried_for_library(&self, work: Memo<Project>) -> RwSignal<Tried> {
        self.tried(work, Place::Library, 0, |_, _| true)
    }

    /// Of those that are options beside today's journey only by themselves, for Share.
    pub fn tried_for_share(&self) -> RwSignal<Tried> {
        self.tried(self.work, Place::Share, 1 << 20, is_tried_beside)
    }

    /// Each is asked about until it is known. Whoever asks at the same time begins at a number of its own.
    fn tried(&self, work: Memo<Project>, place: Place, number: u32, wanted: Wanted) -> RwSignal<Tried> {
        let (store, tried) = (*self, RwSignal::new(Tried::beginning_at(number)));
        Effect::new(move |_| {
            // A new request drops what has been asked before.
            if store.answers.reported.get() == 0 {
                tried.write().begin_anew();
            }
            if store.place.get() == place {
                let open = work.with(|work| tried.write().open(work, |named| wanted(work, named)));
                open.into_iter().for_each(|question| store.ask_beside(question));
            }
        });
        Effect::new(move |_| {
            if let Some((number, report)) = store.answers.beside.get() {
                tried.update(|tried| tried.take_in(number, report));
            }
        });
        tried
    }
}
