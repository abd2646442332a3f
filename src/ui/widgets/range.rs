//! A range to move along: by hand and by keys. What it means stands with whoever uses it.

use crate::ui::platform::events::range_of;
use crate::ui::state::Store;
use leptos::prelude::*;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

/// What a hand does to a range besides moving it.
#[derive(Clone, Copy)]
pub struct Hold {
    /// It takes hold.
    pub take: Callback<()>,
    /// It lets go.
    pub let_go: Callback<()>,
    /// It scrolls the page, and only began here: nothing was meant.
    pub pass_over: Callback<()>,
}

impl Hold {
    /// Of what the state keeps: a drag is one step of undo.
    pub fn of(store: Store) -> Self {
        Self {
            take: Callback::new(move |()| store.take_hold()),
            let_go: Callback::new(move |()| store.let_go()),
            pass_over: Callback::new(move |()| store.pass_over()),
        }
    }
}

/// A range from 0. `moved` hears where a hand has moved it; `key` hears keys before the browser does, and `key_up` that
/// one has been let go, or that the focus has gone.
#[component]
pub fn RangeInput(
    label: Signal<String>,
    /// The value in words.
    words: Signal<String>,
    value: Signal<f64>,
    most: Signal<f64>,
    #[prop(default = "any")] step: &'static str,
    moved: Callback<(HtmlInputElement, f64)>,
    hold: Hold,
    #[prop(optional)] key: Option<Callback<KeyboardEvent>>,
    #[prop(optional)] key_up: Option<Callback<()>>,
) -> impl IntoView {
    // A range that is taken away while it has the focus is told that it loses it, when nobody listens any more.
    let moved = move |event: Event| {
        if let Some(to) = range_of(&event) {
            moved.try_run(to);
        }
    };
    let key = move |event: KeyboardEvent| {
        if let Some(key) = key {
            key.try_run(event);
        }
    };
    let key_up = move || {
        if let Some(key_up) = key_up {
            key_up.try_run(());
        }
    };
    let held = move |what: Callback<()>| {
        what.try_run(());
    };
    view! {
        <input
            type="range" min="0" max=move || most.get().to_string() step=step aria-label=label
            prop:value=move || value.get().to_string() aria-valuetext=words
            on:input=moved on:keydown=key on:keyup=move |_| key_up() on:blur=move |_| key_up()
            on:pointerdown=move |_| held(hold.take) on:pointerup=move |_| held(hold.let_go)
            on:pointercancel=move |_| held(hold.pass_over) on:change=move |_| held(hold.let_go)
        />
    }
}
