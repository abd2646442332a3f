//! Language and colours.

use crate::app::{Command, Language, Theme};
use crate::say;
use crate::ui::state::use_store;
use leptos::prelude::*;

#[component]
pub fn LanguageChoice() -> impl IntoView {
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

/// Light, dark, or as the device has it.
#[component]
pub fn ThemeChoice() -> impl IntoView {
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
