//! The lanes under the chain, each switched on and off by itself: mood, channel, owner, words, gain and pain.

mod chooser;
mod emotion;
mod list;
mod said;
mod table;

use super::chain::NARROW;
use crate::app::{Command, Lane, Place};
use crate::charts::lanes::Columns;
use crate::say;
use crate::ui::platform::device;
use crate::ui::platform::width::room_of;
use crate::ui::state::use_store;
use emotion::EmotionLane;
use leptos::html;
use leptos::prelude::*;
use list::LaneList;
use said::WordsLane;
use std::sync::Arc;
use table::LaneTable;

#[component]
pub fn Lanes() -> impl IntoView {
    let store = use_store();
    let frame: NodeRef<html::Div> = NodeRef::new();
    let (width, _) = room_of(frame, (device::window_width() - 40.0).min(1_060.0));
    let columns = Memo::new(move |_| store.journey.with(|j| Arc::new(Columns::of(j, width.get()))));
    let on = move |lane: Lane| store.session.with(|s| s.lanes.contains(&lane));
    let shown = Memo::new(move |_| Lane::ALL.map(on));
    let narrow = Memo::new(move |_| width.get() < NARROW);
    let toggles = Lane::ALL.map(|lane| view! { <Toggle lane=lane/> });
    // Where what is drawn is taken away, the curve is drawn whether or not somebody has asked to see it.
    let is_taken = move || Place::Journey.is_drawn_at(store.place.get());
    let unseen = move || is_taken().then(|| view! { <div hidden><EmotionLane columns=columns named=true/></div> });
    let lanes = move || {
        let [emotion, channel, owner, words, account] = shown.get();
        if narrow.get() {
            return shown.get().contains(&true).then(|| view! { <LaneList columns=columns/> }).into_any();
        }
        let table = channel || owner || account;
        view! {
            {emotion.then(|| view! { <EmotionLane columns=columns named=!table/> })}
            {table.then(|| view! { <LaneTable columns=columns/> })}
            {words.then(|| view! { <WordsLane columns=columns/> })}
        }
        .into_any()
    };
    view! {
        <section class="lanes" aria-label=move || say!(store, lanes.label)>
            <div class="lane-toggles" role="group" aria-label=move || say!(store, lanes.label)>
                <span aria-hidden="true">{move || say!(store, lanes.word)}</span>
                {toggles}
            </div>
            <div class="lane-frame" node_ref=frame>{lanes}{unseen}</div>
        </section>
    }
}

#[component]
fn Toggle(lane: Lane) -> impl IntoView {
    let store = use_store();
    let on = Memo::new(move |_| store.session.with(|s| s.lanes.contains(&lane)));
    let name = move || match lane {
        Lane::Emotion => say!(store, lanes.emotion),
        Lane::Channel => say!(store, lanes.channel),
        Lane::Owner => say!(store, lanes.owner),
        Lane::Words => say!(store, lanes.words),
        Lane::Account => say!(store, lanes.account),
    };
    view! {
        <button class="lane-toggle" aria-pressed=move || on.get().to_string()
            on:click=move |_| store.run(Command::ShowLane { lane, on: !on.get_untracked() })
        >
            {name}
        </button>
    }
}
