//! The stage beside a lesson: the living chain, and the figures that go with it. It has a state of its own, so that nothing
//! of the reader's own work is touched. It is made when a lesson is first opened, and stays.

use super::pages::{Page, page_of};
use super::state::use_learn;
use crate::app::{Command, Place, sentence};
use crate::model::lesson::Beat;
use crate::say;
use crate::ui::places::journey::below;
use crate::ui::places::journey::chain::ChainPanel;
use crate::ui::places::journey::headline::shown;
use crate::ui::places::journey::outcomes::Outcomes;
use crate::ui::platform::events::undo_of;
use crate::ui::state::Store;
use leptos::prelude::*;

#[component]
pub fn Stage() -> impl IntoView {
    let learn = use_learn();
    let content = move || learn.stage.get().map(|stage| view! { <OnStage stage=stage/> });
    view! { {content} }
}

#[component]
fn OnStage(stage: Store) -> impl IntoView {
    let learn = use_learn();
    provide_context(stage);
    let below = below::once_figures_stand(stage);
    provide_context(below);
    let is_seen = Memo::new(move |_| learn.store.place.get() == Place::Learn && page_of(learn.store) == Page::Lesson);
    let guesses = Memo::new(move |_| learn.here().guess.is_none() || learn.here().at == Beat::Guess);
    // What nobody looks at is not drawn, and speaks the language of the page.
    Effect::new(move |_| stage.run(Command::GoTo(if is_seen.get() { Place::Journey } else { Place::About })));
    Effect::new(move |_| stage.run(Command::SetLanguage(learn.store.language.get())));
    let told = move || {
        let report = stage.report.get()?;
        let sentence = stage.work.with(|work| sentence(work, &report))?;
        Some(shown(stage, &sentence))
    };
    // Undo by the keys is that of the stage, not that of the reader's own work.
    let keys = move |event: web_sys::KeyboardEvent| {
        if let Some(command) = undo_of(&event) {
            event.prevent_default();
            event.stop_propagation();
            stage.run(command);
        }
    };
    view! {
        <section class="lesson-stage" class:guessing=guesses hidden=move || !is_seen.get() on:keydown=keys
            aria-label=move || say!(learn.store, learn.stage)
        >
            <p class="stage-sentence">{move || told().filter(|_| !guesses.get())}</p>
            <div class="map"><ChainPanel/></div>
            <Show when=move || !guesses.get()><Outcomes/></Show>
        </section>
    }
}
