//! What the customers say to themselves at each touchpoint, in the order of the flow.

use crate::charts::lanes::Columns;
use crate::model::LinkId;
use crate::say;
use crate::ui::places::landmarks;
use crate::ui::state::{Store, use_store};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn WordsLane(columns: Memo<Arc<Columns>>) -> impl IntoView {
    let store = use_store();
    let parts = move || {
        let columns = columns.get();
        let (before, after) = columns.links.split_at(columns.before.min(columns.links.len()));
        [before, after].map(|links| {
            let said = links.iter().map(|link| said(store, link.clone())).collect_view();
            view! { <ol class="said">{said}</ol> }
        })
    };
    view! {
        <div class="words-lane">
            <h2>{move || say!(store, lanes.words_title)}</h2>
            <div class="words-parts">{parts}</div>
        </div>
    }
}

fn said(store: Store, link: LinkId) -> impl IntoView {
    let (named, speaks, is_it) = (link.clone(), link.clone(), link.clone());
    let current = move || store.selected.with(|s| *s == is_it).then_some("true");
    view! {
        <li>
            <button class="quote" aria-current=current on:click=move |_| landmarks::choose(store, link.clone())>
                <span class="lane-name">{move || store.link_name(&named)}</span>
                <span class="quote-words">{move || words::lane::quote(&store.teller(), &speaks)}</span>
            </button>
        </li>
    }
}
