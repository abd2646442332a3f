//! How wide a place on the page is.

use gloo::events::EventListener;
use leptos::html;
use leptos::prelude::*;

/// The inner width of a frame [CSS pixels], kept up as the window changes; `first` until it stands on the page.
pub fn width_of(frame: NodeRef<html::Div>, first: f64) -> RwSignal<f64> {
    let width = RwSignal::new(first);
    let measure = move || {
        if let Some(frame) = frame.get_untracked() {
            let now = f64::from(frame.client_width());
            if now > 0.0 && (now - width.get_untracked()).abs() > 0.5 {
                width.set(now);
            }
        }
    };
    Effect::new(move |_| {
        let _ = frame.get();
        measure();
    });
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "resize", move |_| measure()).forget();
    }
    width
}
