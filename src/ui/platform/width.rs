//! How wide a place on the page is, and how large its type.

use super::device;
use super::events::{Hears, listen};
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
    when_resized(measure);
    width
}

/// The room that a frame gives to a drawing that grows with the type [units of the drawing], and how much larger than
/// usual it is shown [CSS pixels a unit].
pub fn room_of(frame: NodeRef<html::Div>, first: f64) -> (Memo<f64>, RwSignal<f64>) {
    let (width, size) = (width_of(frame, first), type_size());
    (Memo::new(move |_| width.get() / size.get()), size)
}

/// Width and height of the window [CSS pixels at the usual size of type; `large` is how much larger type is], kept up.
pub fn size_of_window(large: RwSignal<f64>) -> Memo<(f64, f64)> {
    let size = RwSignal::new(device::window_size());
    when_resized(move || size.set(device::window_size()));
    Memo::new(move |_| {
        let ((width, height), large) = (size.get(), large.get());
        (width / large, height / large)
    })
}

/// A length in a drawing's units as a length on the page, which grows with the type.
pub fn in_page(units: f64) -> String {
    format!("{}rem", units / device::USUAL_TYPE)
}

/// How much larger than usual type is, and with it what is drawn [times], kept up as the window changes.
fn type_size() -> RwSignal<f64> {
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
    listen(&window(), "resize", Hears::Plainly, move |_| act());
}
