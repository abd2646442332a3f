//! The inspector: everything about the selected link. Its name, its strength and the last move once more stand in one
//! piece, which stays in sight where the rest stands below the chain.

mod facts;
mod help;
pub mod levers;
mod ready_made;
mod replay;
mod strength;

use crate::app::{Command, Held, is_changed};
use crate::model::Field;
use crate::say;
use crate::ui::places::landmarks::{CHOSEN, INSPECTOR};
use crate::ui::platform::device;
use crate::ui::state::{Store, use_store};
use crate::words;
use facts::{GivesAndTakes, WhatHappened};
use help::LeverHelp;
use leptos::prelude::*;
use levers::Levers;
use ready_made::ReadyMadeProposal;
use replay::Replay;
pub use strength::StrengthControl;
use strength::effort_words;

/// How often the selected link holds under the strain that is set. `None` on a calm day.
fn strained(store: Store) -> Option<String> {
    let (link, strain) = (store.selected.get(), store.strain.get());
    let held = store.changed_journey.with(|journey| Held::of(journey, &link, strain))?;
    words::strained::here(store.language.get(), held)
}

/// Everything about the selected link.
#[component]
pub fn Inspector() -> impl IntoView {
    let store = use_store();
    let name = move || store.link_name(&store.selected.get());
    let weakest = move || store.weakest.with(|w| w.as_ref() == Some(&store.selected.get()));
    let about = move || words::inspector::about(&store.changed_teller(), &store.selected.get());
    let words = move || {
        let quote = words::inspector::quote(&store.teller(), &store.selected.get());
        quote.map(|words| view! { <blockquote>{words}</blockquote> })
    };
    let touched = move || {
        let link = store.selected.get();
        store.work.with(|w| w.is_edited(&link))
    };
    // As long as nobody has done anything, the hand is shown what to do, and there is nothing to take back.
    let invites = Memo::new(move |_| store.session.with(|s| !s.can_undo() && !is_changed(&s.work)));
    // Back to where it was chosen.
    let back = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            device::focus_first(CHOSEN);
        }
    };
    view! {
        <section id="inspector" class="inspector" aria-labelledby=INSPECTOR class:weakest=weakest on:keydown=back>
            <div class="hand">
                <h2 id=INSPECTOR tabindex="-1">{name}</h2>
                <StrengthControl/>
                <p class="link-tools" class:invites=move || invites.get()>
                    {move || invites.get().then(|| view! { <span class="invite">{say!(store, inspector.invite)}</span> })}
                    <button class="plain" aria-disabled=move || (!touched()).to_string()
                        on:click=move |_| store.run(Command::ResetLink(store.selected.get_untracked()))
                    >
                        {move || say!(store, inspector.reset)}
                    </button>
                    <Replay/>
                </p>
            </div>
            <p class="about">{about}</p>
            <p class="effort">{move || effort_words(store)}</p>
            {move || strained(store).map(|words| view! { <p class="under-strain">{words}</p> })}
            {words}
            <LeverHelp lever=Field::Strength/>
            <Levers/>
            <ReadyMadeProposal/>
            <WhatHappened/>
            <GivesAndTakes/>
        </section>
    }
}
