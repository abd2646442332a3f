//! A slider with the ghost of today: by hand, by keys, and as a value to type. A drag is one step of undo.

use super::range::{Hold, RangeInput};
use crate::app::SliderScale;
use crate::ui::state::use_store;
use leptos::prelude::*;
use web_sys::{HtmlInputElement, KeyboardEvent};

/// Steps of an arrow key, and of a page key.
const STEP: f64 = 1.0;
const PAGE: f64 = 10.0;

/// A range from 0. It comes to rest on the steps of its scale and on today's value; without a scale on whole per cents.
#[component]
pub fn Slider(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<f64>,
    #[prop(into)] today: Signal<f64>,
    #[prop(into)] words: Signal<String>,
    set: Callback<f64>,
    #[prop(optional, into)] scale: Option<Signal<SliderScale>>,
) -> impl IntoView {
    let store = use_store();
    let scale = move || scale.map_or(SliderScale::PER_CENT, |s| s.get());
    let key_down = StoredValue::new(false);
    let by_hand = move |(input, raw): (HtmlInputElement, f64)| {
        let scale = untrack(scale);
        let to = scale.settle(raw, today.get_untracked());
        set.run(to);
        let now = value.get_untracked();
        if (now - to).abs() > scale.step() / 2.0 {
            // It cannot be so much: the thumb goes no further either.
            input.set_value(&now.to_string());
        }
    };
    let by_key = move |event: KeyboardEvent| {
        let (scale, today) = (untrack(scale), today.get_untracked());
        let by = |steps: f64| scale.stepped(value.get_untracked(), steps, today);
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => by(STEP),
            "ArrowLeft" | "ArrowDown" => by(-STEP),
            "PageUp" => by(PAGE),
            "PageDown" => by(-PAGE),
            "Home" => 0.0,
            "End" => scale.most,
            _ => return,
        };
        event.prevent_default();
        key_down.set_value(true);
        store.held.set(true);
        set.run(to);
    };
    let key_up = move || {
        if key_down.get_value() {
            key_down.set_value(false);
            store.let_go();
        }
    };
    let part = move |value: f64| (value / scale().most).clamp(0.0, 1.0);
    let low = move || part(value.get().min(today.get()));
    let high = move || part(value.get().max(today.get()));
    view! {
        <span
            class="slider" class:up=move || { value.get() > today.get() } class:down=move || { value.get() < today.get() }
            style=("--low", move || low().to_string())
            style=("--high", move || high().to_string())
            style=("--was", move || part(today.get()).to_string())
        >
            <RangeInput
                label=label words=words value=value most=Signal::derive(move || scale().most) hold=Hold::of(store)
                moved=Callback::new(by_hand) key=Callback::new(by_key) key_up=Callback::new(move |()| key_up())
            />
        </span>
    }
}
