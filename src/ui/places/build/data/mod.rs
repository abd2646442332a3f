//! One's own figures: pasted or out of a file, looked at as they were understood, and made into a journey or held against
//! the one that is open. All of it is a module of its own, fetched when somebody opens it.

mod compare;
mod counting;
mod fit;
mod found;
mod left_out;
mod mapping;
mod own;
mod source;
mod state;

use super::desk::use_desk;
use crate::say;
use crate::ui::widgets::{NotFetched, later};
use compare::Compare;
use fit::Curve;
use found::Found;
use left_out::Understood;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use source::Source;
use state::FigureReading;

/// Where it is opened.
#[component]
pub fn OwnFigures() -> impl IntoView {
    let desk = use_desk();
    let was_opened = RwSignal::new(false);
    let content = move || was_opened.get().then(|| later(|| Box::pin(fetched())));
    view! {
        <details class="help build-data" on:toggle=move |_| was_opened.set(true)>
            <summary>{move || say!(desk, build.own_figures)}</summary>
            {content}
        </details>
    }
}

/// What is in it, once its file has come.
#[wasm_split(data, fallible, wasm_split_path = ::leptos::wasm_split)]
fn fetched() -> Result<fn() -> AnyView, NotFetched> {
    Ok(|| view! { <Figures/> }.into_any())
}

#[component]
fn Figures() -> impl IntoView {
    let reading = FigureReading::new(use_desk());
    view! {
        <p class="hint">{move || say!(reading.desk, data.lead)}</p>
        <Source reading=reading/>
        <Understood reading=reading/>
        <Found reading=reading/>
        <Curve reading=reading/>
        <Compare reading=reading/>
    }
}
