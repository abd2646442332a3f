//! How far the page is scrolled.

use leptos::prelude::window;

/// How far down [CSS pixels].
pub fn height() -> f64 {
    window().scroll_y().unwrap_or(0.0)
}

/// Scrolls so far down once the page has been drawn [CSS pixels].
pub fn to_soon(height: f64) {
    gloo::timers::callback::Timeout::new(50, move || window().scroll_to_with_x_and_y(0.0, height)).forget();
}
