//! The code of an address, for a camera.

use crate::charts::code::LinkCode;
use leptos::prelude::*;

/// A code on its paper. `label` is what it is called.
#[component]
pub fn CodePicture(code: LinkCode, #[prop(into)] label: Signal<&'static str>) -> impl IntoView {
    let size = code.size;
    view! {
        <svg viewBox=format!("0 0 {size} {size}") role="img" aria-label=label>
            <rect class="code-paper" width=size height=size/>
            <path class="code-ink" d=code.path/>
        </svg>
    }
}
