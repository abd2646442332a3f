//! How wide a place on the page is, and how large its type.

use super::device;
use gloo::events::EventListener;
use leptos::html;
use leptos::prelude::*;

/// The inner width of a frame at the usual size of type [CSS pixels], kept up as the window changes; `first` until it
/// stands on the page. Where type is larger a drawing has less room, and is shown larger.
pub fn width_of(frame: NodeRef<html::Div>, first: f64) -> RwSignal<f64> {
    let width = RwSignal::new(first);
    let measure = move || {
        if let Some(frame) = frame.get_untracked() {
            let now = f64::from(frame.client_width()) / device::type_size();
            if now > 0.0 && (now - width.get_untracked()).abs() > 0.5 {
                width.set(now);
            }
        }
    };
    Effect::new(move |_| {
        let _ = frame.get();
        measure();
    });
    when_resized(measure);
    width
}

/// How much larger than usual type is, and with it what is drawn [times], kept up as the window changes.
pub fn type_size() -> RwSignal<f64> {
    let size = RwSignal::new(device::type_size());
    when_resized(move || {
        let now = device::type_size();
        if (now - size.get_untracked()).abs() > 1e-3 {
            size.set(now);
        }
    });
    size
}

fn when_resized(act: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "resize", move |_| act()).forget();
    }
}
