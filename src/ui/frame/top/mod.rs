//! The bar at the top: the mark, the journey, undo and redo, language, colours.

mod journey_menu;
mod mark;
mod places;
mod settings;

use crate::app::Command;
use crate::say;
use crate::ui::state::use_store;
use journey_menu::JourneyMenu;
use leptos::prelude::*;
use mark::Mark;
use places::Places;
use settings::{LanguageChoice, ThemeChoice};

#[component]
pub fn TopBar() -> impl IntoView {
    let store = use_store();
    let can_undo = move || store.session.with(|s| s.can_undo());
    let can_redo = move || store.session.with(|s| s.can_redo());
    view! {
        <header class="top">
            <span class="brand"><Mark/>{move || say!(store, top.brand)}</span>
            <JourneyMenu/>
            <Places/>
            <div class="top-tools">
                <button class="quiet" aria-disabled=move || (!can_undo()).to_string() on:click=move |_| store.run(Command::Undo)>
                    {move || say!(store, top.undo)}
                </button>
                <button class="quiet" aria-disabled=move || (!can_redo()).to_string() on:click=move |_| store.run(Command::Redo)>
                    {move || say!(store, top.redo)}
                </button>
                <LanguageChoice/>
                <ThemeChoice/>
            </div>
        </header>
    }
}
