//! Where links can be pointed at, and walked by keys: arrows go along the flow, Enter selects.

use super::NARROW;
use crate::app::{Command, NamedRange};
use crate::charts::chain::{Chain, Kind, Shape, thickness};
use crate::model::LinkId;
use crate::ui::store::{Store, use_store};
use crate::ui::{device, format, say};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::KeyboardEvent;

#[component]
pub fn Hits(chain: Arc<Chain>) -> impl IntoView {
    let store = use_store();
    let order: Arc<Vec<LinkId>> = Arc::new(chain.shapes.iter().map(|s| s.link.clone()).collect());
    let all = chain.shapes.iter().enumerate().map(|(i, shape)| hit(store, shape, i, order.clone())).collect_view();
    view! { <g role="listbox" aria-label=move || say!(store, chain.links)>{all}</g> }
}

fn id(place: usize) -> String {
    format!("link-{place}")
}

fn hit(store: Store, shape: &Shape, place: usize, order: Arc<Vec<LinkId>>) -> impl IntoView + use<> {
    let link = shape.link.clone();
    let is_selected = {
        let link = link.clone();
        move || store.selected.with(|s| *s == link)
    };
    let tab = {
        let selected = is_selected.clone();
        move || if selected() { "0" } else { "-1" }
    };
    let choose = {
        let link = link.clone();
        move || {
            store.run(Command::Select(link.clone()));
            // Where the inspector stands below the chain, the reader is taken there.
            if device::window_width() < NARROW {
                device::focus("inspector");
            }
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
                    device::focus("inspector");
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            device::focus(&id(to));
        }
    };
    let label = spoken(store, link, shape.kind);
    let outlines = shape.rings.iter().map(|r| r.grown(thickness(shape.kind, 1.0) / 2.0 + 4.0).path());
    let outline: String = outlines.collect::<Vec<_>>().join(" ");
    view! {
        <path
            id=id(place) class="hit" d=outline role="option" class:selected=is_selected.clone()
            tabindex=tab aria-selected=move || is_selected().to_string() aria-label=label
            on:click=move |_| choose() on:keydown=by_key
        >
        </path>
    }
}

/// What a link is called when it is not seen.
fn spoken(store: Store, link: LinkId, kind: Kind) -> impl Fn() -> String + use<> {
    move || {
        let name = store.link_name(&link);
        let now = store.changed_journey.with(|j| j.strength(&link)).unwrap_or(0.0);
        let strength = format::percent(store.language.get(), now, 0);
        let range = match NamedRange::of(now) {
            NamedRange::Worn => say!(store, strength.worn),
            NamedRange::Holds => say!(store, strength.holds),
            NamedRange::Strong => say!(store, strength.strong),
        };
        let words = match kind {
            Kind::Touchpoint => say!(store, chain.spoken_touchpoint, name = name, strength = strength, range = range),
            Kind::Handover => say!(store, chain.spoken_handover, name = name, strength = strength, range = range),
        };
        let marks = [(store.weakest, say!(store, chain.weakest)), (store.binding, say!(store, binding.spoken))];
        let said = marks.into_iter().filter(|(marked, _)| marked.with(|m| m.as_ref() == Some(&link)));
        said.fold(words, |words, (_, mark)| format!("{words}, {mark}"))
    }
}
