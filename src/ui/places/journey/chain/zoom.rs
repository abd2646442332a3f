//! Nearer and further away, where the chain does not fit: by buttons, by the wheel with Ctrl, and pulled with the mouse.

use crate::say;
use crate::ui::platform::events::{Hears, listen};
use crate::ui::state::use_store;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{MouseEvent, WheelEvent};

/// One step nearer [times].
const STEP: f64 = 1.25;
/// How far away and how near one can go [times the usual size].
const RANGE: (f64, f64) = (0.3, 2.0);

/// A zoom that many steps away, within what is allowed.
fn stepped(zoom: f64, steps: i32) -> f64 {
    (zoom * STEP.powi(steps)).clamp(RANGE.0, RANGE.1)
}

/// The buttons. `whole` is the zoom at which all of the chain is seen; where that is the usual size and nobody has
/// zoomed, there is nothing to choose and they are not shown.
#[component]
pub fn ZoomButtons(zoom: RwSignal<f64>, whole: Memo<f64>) -> impl IntoView {
    let store = use_store();
    let fits = move || whole.get() >= 0.999 && (zoom.get() - 1.0).abs() < 1e-9;
    view! {
        <p class="zoom" class:gone=fits role="group" aria-label=move || say!(store, zoom.title)>
            <button aria-label=move || say!(store, zoom.further) on:click=move |_| zoom.update(|z| *z = stepped(*z, -1))>
                "−"
            </button>
            <button aria-label=move || say!(store, zoom.nearer) on:click=move |_| zoom.update(|z| *z = stepped(*z, 1))>
                "+"
            </button>
            <button class="plain" on:click=move |_| zoom.set(whole.get_untracked().min(1.0))>
                {move || say!(store, zoom.whole)}
            </button>
        </p>
    }
}

/// Lets the wheel zoom, and the mouse pull what does not fit.
pub fn by_mouse(frame: NodeRef<html::Div>, zoom: RwSignal<f64>) {
    Effect::new(move |_| {
        let Some(frame) = frame.get() else { return };
        listen(&frame, "wheel", Hears::AndPrevents, move |event| {
            let Some(event) = event.dyn_ref::<WheelEvent>() else { return };
            if event.ctrl_key() {
                event.prevent_default();
                zoom.update(|z| *z = stepped(*z, if event.delta_y() < 0.0 { 1 } else { -1 }));
            }
        });
        let pulled = frame.clone();
        listen(&frame, "mousemove", Hears::Plainly, move |event| {
            let Some(event) = event.dyn_ref::<MouseEvent>() else { return };
            let holds_left_button = event.buttons() == 1;
            if holds_left_button {
                pulled.set_scroll_left(pulled.scroll_left() - event.movement_x());
            }
        });
    });
}
