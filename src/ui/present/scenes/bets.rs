//! Bets: the links that can be bet on, with their chips. The answer stays hidden.

use crate::app::chips_on;
use crate::model::LinkId;
use crate::say;
use crate::ui::present::state::use_wall;
use crate::ui::state::{Store, use_store};
use crate::words::{bets, number};
use leptos::prelude::*;

/// Links that a wall has room for [count]. Where there are more, handovers without chips are left out.
const ROOM: usize = 30;

#[component]
pub fn Bets() -> impl IntoView {
    let store = use_store();
    let links = Memo::new(move |_| {
        store.journey.with(|journey| {
            let (handovers, touchpoints): (Vec<LinkId>, Vec<LinkId>) =
                journey.links().cloned().partition(|link| journey.handover(link).is_some());
            let room = ROOM.saturating_sub(touchpoints.len());
            let shown = handovers.len().min(room);
            (touchpoints, handovers[..shown].to_vec(), handovers.len() - shown)
        })
    });
    let laid = move || store.agenda.with(|agenda| agenda.bets.len());
    let list = move |handovers: bool| {
        let (on_touchpoints, on_handovers, _) = links.get();
        let shown = if handovers { on_handovers } else { on_touchpoints };
        shown.into_iter().map(|link| chips(store, link)).collect_view()
    };
    let more = move || {
        let left_out = links.with(|links| links.2);
        (left_out > 0).then(|| say!(store, wall.links_more, n = left_out))
    };
    view! {
        <p class="wall-under" role="status">{move || bets::laid(&store.teller(), laid())}</p>
        <div class="wall-bets">
            <h2>{move || say!(store, bets.touchpoints)}</h2>
            <ul>{move || list(false)}</ul>
            <h2>{move || say!(store, bets.handovers)}</h2>
            <ul>{move || list(true)}</ul>
            <p class="hint">{more}</p>
        </div>
    }
}

/// One link with its chips.
fn chips(store: Store, link: LinkId) -> impl IntoView {
    let wall = use_wall();
    let (counted, named, more_on, fewer_on) = (link.clone(), link.clone(), link.clone(), link);
    let count = Memo::new(move |_| store.agenda.with(|agenda| chips_on(&agenda.bets, &counted)));
    let name = Memo::new(move |_| store.link_name(&named));
    view! {
        <li class:laid=move || { count.get() > 0 }>
            <span class="bet-name">{name}</span>
            <button class="step" aria-disabled=move || (count.get() == 0).to_string()
                aria-label=move || say!(store, bets.fewer_on, link = name.get())
                on:click=move |_| wall.bet(fewer_on.clone(), false)
            >
                "−"
            </button>
            <b>{move || number::count(store.language.get(), count.get() as u64)}</b>
            <button class="step" aria-label=move || say!(store, bets.more_on, link = name.get())
                on:click=move |_| wall.bet(more_on.clone(), true)
            >
                "+"
            </button>
        </li>
    }
}
