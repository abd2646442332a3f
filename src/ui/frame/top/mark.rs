//! The mark: three links of a chain.

use leptos::prelude::*;

#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg class="mark" viewBox="0 0 54 18" width="54" height="18" aria-hidden="true" focusable="false">
            <g fill="none" stroke="currentColor" stroke-width="2.6">
                <rect x="1.5" y="2" width="21" height="14" rx="7"/>
                <rect x="16.5" y="2" width="21" height="14" rx="7"/>
                <rect x="31.5" y="2" width="21" height="14" rx="7"/>
            </g>
        </svg>
    }
}
