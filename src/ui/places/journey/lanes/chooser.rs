//! The name of a touchpoint, to be pressed.

use crate::charts::text::soften;
use crate::model::LinkId;
use crate::ui::places::landmarks;
use crate::ui::state::Store;
use leptos::prelude::*;

/// The name of a touchpoint: pressed, it shows it in the inspector.
pub fn chooser(store: Store, link: LinkId) -> impl IntoView {
    let (named, is_it) = (link.clone(), link.clone());
    let current = move || store.selected.with(|s| *s == is_it).then_some("true");
    view! {
        <button class="lane-name" aria-current=current on:click=move |_| landmarks::choose(store, link.clone())>
            {move || soften(&store.link_name(&named))}
        </button>
    }
}
