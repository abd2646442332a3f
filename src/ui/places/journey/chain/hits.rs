//! Where links can be pointed at, and walked by keys: arrows go along the flow, Enter selects.

use crate::app::Held;
use crate::charts::chain::{ChainDrawing, LinkShape, Shape, thickness};
use crate::model::LinkId;
use crate::say;
use crate::ui::places::landmarks;
use crate::ui::platform::device;
use crate::ui::state::{Store, use_store};
use crate::words;
use crate::words::chain::SpokenLink;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::KeyboardEvent;

/// Where every link of the chain can be pointed at.
#[component]
pub fn Hits(chain: Arc<ChainDrawing>) -> impl IntoView {
    let store = use_store();
    let order: Arc<Vec<LinkId>> = Arc::new(chain.shapes.iter().map(|s| s.link.clone()).collect());
    let at = RwSignal::new(None);
    let all = chain.shapes.iter().enumerate().map(|(i, shape)| hit(store, shape, i, order.clone(), at)).collect_view();
    view! { <g id=store.id_of(landmarks::LINKS) role="listbox" aria-label=move || say!(store, chain.links)>{all}</g> }
}

fn id(store: Store, place: usize) -> String {
    store.id_of(&format!("link-{place}"))
}

/// `at` is the place that has the focus, while one has: the chain is one stop of Tab.
fn hit(
    store: Store,
    shape: &Shape,
    place: usize,
    order: Arc<Vec<LinkId>>,
    at: RwSignal<Option<usize>>,
) -> impl IntoView + use<> {
    let link = shape.link.clone();
    let is_selected = {
        let link = link.clone();
        move || store.selected.with(|s| *s == link)
    };
    let tab = {
        let selected = is_selected.clone();
        move || if at.get().map_or_else(&selected, |at| at == place) { "0" } else { "-1" }
    };
    let choose = {
        let link = link.clone();
        move || {
            landmarks::choose(store, link.clone());
        }
    };
    let by_key = {
        let choose = choose.clone();
        move |event: KeyboardEvent| {
            let last = order.len().saturating_sub(1);
            let to = match event.key().as_str() {
                "ArrowRight" | "ArrowDown" => (place + 1).min(last),
                "ArrowLeft" | "ArrowUp" => place.saturating_sub(1),
                "Home" => 0,
                "End" => last,
                "Enter" | " " => {
                    event.prevent_default();
                    choose();
                    device::focus(&store.id_of(landmarks::INSPECTOR));
                    return;
                }
                letter if letter.chars().count() == 1 && !event.ctrl_key() && !event.meta_key() && !event.alt_key() => {
                    let begins = |i: &usize| begins_with(&store.link_name(&order[*i]), letter);
                    let Some(next) = (place + 1..=last).chain(0..=place).find(|i| untrack(|| begins(i))) else {
                        return;
                    };
                    next
                }
                _ => return,
            };
            event.prevent_default();
            device::focus(&id(store, to));
        }
    };
    let label = spoken(store, link, shape.kind);
    let outlines = shape.rings.iter().map(|r| r.grown(thickness(shape.kind, 1.0) / 2.0 + 4.0).path());
    let outline: String = outlines.collect::<Vec<_>>().join(" ");
    view! {
        <path
            id=id(store, place) class="hit" d=outline role="option" class:selected=is_selected.clone()
            tabindex=tab aria-selected=move || is_selected().to_string() aria-label=label
            on:click=move |_| choose() on:keydown=by_key
            on:focus=move |_| at.set(Some(place)) on:blur=move |_| at.set(None)
        >
        </path>
    }
}

/// Whether a name begins with a letter, large or small.
fn begins_with(name: &str, letter: &str) -> bool {
    name.to_lowercase().starts_with(&letter.to_lowercase())
}

/// What a link is called when it is not seen.
fn spoken(store: Store, link: LinkId, kind: LinkShape) -> impl Fn() -> String + use<> {
    move || {
        let strain = store.strain.get();
        let held = store.changed_journey.with(|j| Held::of(j, &link, strain)).unwrap_or_default();
        let is = |marked: Memo<Option<LinkId>>| marked.with(|m| m.as_ref() == Some(&link));
        let what = SpokenLink { held, is_weakest: is(store.weakest), is_binding: is(store.binding) };
        words::chain::spoken(&store.teller(), &link, kind, what)
    }
}
