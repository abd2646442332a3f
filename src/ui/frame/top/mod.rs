//! The bar at the top: the mark, the journey, undo and redo, language, colours.

mod journey_menu;

use crate::app::{Command, Language, Place, Theme};
use crate::say;
use crate::ui::frame::files::DropZone;
use crate::ui::places::{PLACES, PlaceDef};
use crate::ui::present::PresentButton;
use crate::ui::state::use_store;
use journey_menu::JourneyMenu;
use leptos::prelude::*;

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
                <PresentButton/>
                <LanguageChoice/>
                <ThemeChoice/>
                <AboutButton/>
            </div>
            <DropZone/>
        </header>
    }
}

/// The mark: three links of a chain.
#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 54 18" width="54" height="18" aria-hidden="true" focusable="false">
            <g fill="none" stroke="currentColor" stroke-width="2.6">
                <rect x="1.5" y="2" width="21" height="14" rx="7"/>
                <rect x="16.5" y="2" width="21" height="14" rx="7"/>
                <rect x="31.5" y="2" width="21" height="14" rx="7"/>
            </g>
        </svg>
    }
}

/// The places, to go from one to the other.
#[component]
fn Places() -> impl IntoView {
    let store = use_store();
    let one = move |def: &'static PlaceDef| {
        let is_here = move || store.place.get() == def.place;
        view! {
            <button class="quiet place" aria-current=move || is_here().then_some("page")
                on:click=move |_| store.run(Command::GoTo(def.place))
            >
                {move || (def.name)(store)}
            </button>
        }
    };
    // What Kedja is stands apart, with the tools: it is read, not worked in.
    let all = PLACES.iter().filter(|def| def.place != Place::About).map(one).collect_view();
    view! { <nav class="places" aria-label=move || say!(store, places.title)>{all}</nav> }
}

/// Which language the page speaks.
#[component]
fn LanguageChoice() -> impl IntoView {
    let store = use_store();
    let one = move |language: Language, short: &'static str| {
        let name = move || match language {
            Language::Sv => say!(store, top.swedish),
            Language::En => say!(store, top.english),
        };
        view! {
            <button
                class="quiet tag" lang=language.code() aria-label=name
                aria-pressed=move || (store.language.get() == language).to_string()
                on:click=move |_| store.run(Command::SetLanguage(language))
            >
                {short}
            </button>
        }
    };
    view! {
        <span class="pair" role="group" aria-label=move || say!(store, top.language)>
            {one(Language::Sv, "SV")} {one(Language::En, "EN")}
        </span>
    }
}

/// To what Kedja is, and how it counts.
#[component]
fn AboutButton() -> impl IntoView {
    let store = use_store();
    let is_here = move || store.place.get() == Place::About;
    let name = move || say!(store, places.about);
    view! {
        <button class="quiet icon" title=name aria-label=name aria-current=move || is_here().then_some("page")
            on:click=move |_| store.run(Command::GoTo(Place::About))
        >
            <span aria-hidden="true">"?"</span>
        </button>
    }
}

/// Light, dark, or as the device has it.
#[component]
fn ThemeChoice() -> impl IntoView {
    let store = use_store();
    let theme = move || store.session.with(|s| s.theme);
    let next = move || match theme() {
        Theme::System => Theme::Light,
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::System,
    };
    let label = move || match theme() {
        Theme::System => say!(store, top.theme_system),
        Theme::Light => say!(store, top.theme_light),
        Theme::Dark => say!(store, top.theme_dark),
    };
    view! {
        <button class="quiet icon" title=label aria-label=label on:click=move |_| store.run(Command::SetTheme(next()))>
            <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
                <circle cx="10" cy="10" r="7.2" fill="none" stroke="currentColor" stroke-width="1.6"/>
                {move || match theme() {
                    Theme::System => view! { <path d="M10 2.8a7.2 7.2 0 0 0 0 14.4z" fill="currentColor"/> }.into_any(),
                    Theme::Light => ().into_any(),
                    Theme::Dark => view! { <circle cx="10" cy="10" r="7.2" fill="currentColor"/> }.into_any(),
                }}
            </svg>
        </button>
    }
}
