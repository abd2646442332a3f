//! A thin line, filled as far as something has come.

use leptos::prelude::*;

/// A thin line, filled as far as something has come: its name, and the part that is done [0..1].
#[component]
pub fn ThinLine(
    name: impl Fn() -> &'static str + Send + Sync + 'static,
    part: impl Fn() -> f64 + Copy + Send + Sync + 'static,
) -> impl IntoView {
    view! {
        <div class="progress-line" role="progressbar" aria-label=name
            aria-valuemin="0" aria-valuemax="100" aria-valuenow=move || (part() * 100.0).round().to_string()
        >
            <span style:transform=move || format!("scaleX({})", part())></span>
        </div>
    }
}
