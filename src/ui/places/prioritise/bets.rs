//! Bet first: the ranking is covered, the room lays chips, and then holds them against the answer.

use super::question::Question;
use super::ranking::ranking_of;
use crate::app::{Bets, ChipsOnLink, Command, Panel, bets, chips_on};
use crate::model::LinkId;
use crate::say;
use crate::ui::platform::device;
use crate::ui::state::{Store, use_store};
use crate::words::{self, number};
use leptos::prelude::*;

/// The heading of the panel, which stays when all below it changes.
const TITLE: &str = "bets-title";

/// The panel: the links to bet on, or the bets against the answer.
#[component]
pub fn BetsPanel() -> impl IntoView {
    let store = use_store();
    let covered = Memo::new(move |_| store.agenda.with(|agenda| agenda.is_covered));
    let ranking = ranking_of(store);
    let found = Memo::new(move |_| store.agenda.with(|agenda| bets(&agenda.bets, ranking.get().as_deref())));
    let title = move || match covered.get() {
        true => say!(store, bets.title).to_owned(),
        false => found.with(|bets| words::bets::title(&store.teller(), bets)),
    };
    let body = move || match covered.get() {
        true => view! { <Table/> }.into_any(),
        false => view! { <Result found=found/> }.into_any(),
    };
    view! {
        <Question panel=Panel::Bets class="bets" title=Signal::derive(title) awaited=false>
            {body}
        </Question>
    }
}

/// Covers the answer, or shows it, and begins at the top.
fn cover(store: Store, is_covered: bool) {
    // What was bet is held against the answer where it was bet.
    store.panel.set(Some(Panel::Bets));
    store.run(Command::Cover(is_covered));
    device::focus_soon(TITLE);
}

fn laid(store: Store) -> usize {
    store.agenda.with(|agenda| agenda.bets.len())
}

/// All links, with the chips on them.
#[component]
fn Table() -> impl IntoView {
    let store = use_store();
    let links = move |handovers: bool| {
        let ids: Vec<LinkId> = store.journey.with(|journey| {
            let links = journey.links().cloned();
            links.filter(|link| journey.handover(link).is_some() == handovers).collect()
        });
        ids.into_iter().map(|link| chips(store, link)).collect_view()
    };
    view! {
        <p class="bet-tools">
            <button class="firm" on:click=move |_| cover(store, false)>{move || say!(store, bets.reveal)}</button>
            <span role="status">{move || words::bets::laid(&store.teller(), laid(store))}</span>
            <button class="plain" aria-disabled=move || (laid(store) == 0).to_string()
                on:click=move |_| store.run(Command::ClearBets)
            >
                {move || say!(store, bets.clear)}
            </button>
        </p>
        <h3>{move || say!(store, bets.touchpoints)}</h3>
        <ul class="bet-on">{move || links(false)}</ul>
        <h3>{move || say!(store, bets.handovers)}</h3>
        <ul class="bet-on">{move || links(true)}</ul>
    }
}

/// One link with its chips, to lay one more or take one back.
fn chips(store: Store, link: LinkId) -> impl IntoView {
    let (counted, named, more_on, fewer_on) = (link.clone(), link.clone(), link.clone(), link.clone());
    let count = Memo::new(move |_| store.agenda.with(|agenda| chips_on(&agenda.bets, &counted)));
    let name = Memo::new(move |_| store.link_name(&named));
    let bet = move |link: &LinkId, more| store.run(Command::Bet { link: link.clone(), more });
    view! {
        <li class:laid=move || { count.get() > 0 }>
            <span class="bet-name">{name}</span>
            <button class="step" aria-disabled=move || (count.get() == 0).to_string()
                aria-label=move || say!(store, bets.fewer_on, link = name.get()) on:click=move |_| bet(&fewer_on, false)
            >
                "−"
            </button>
            <b>{move || number::count(store.language.get(), count.get() as u64)}</b>
            <button class="step" aria-label=move || say!(store, bets.more_on, link = name.get())
                on:click=move |_| bet(&more_on, true)
            >
                "+"
            </button>
        </li>
    }
}

/// The chips against the answer, and the way to bet.
#[component]
fn Result(found: Memo<Bets>) -> impl IntoView {
    let store = use_store();
    let ranking = ranking_of(store);
    let offer = move || if laid(store) > 0 { say!(store, bets.again) } else { say!(store, bets.cover) };
    let clear = move |_| {
        store.run(Command::ClearBets);
        device::focus(TITLE);
    };
    let of = move || ranking.get().map_or(0, |found| found.links.len());
    let each = move || found.get().laid.iter().map(|one| laid_on(store, one, of())).collect_view();
    view! {
        <Show when=move || laid(store) == 0>
            <p class="hint">{move || say!(store, bets.offer)}</p>
        </Show>
        <ul class="bet-result">{each}</ul>
        <p class="bet-tools">
            <button class="plain" on:click=move |_| cover(store, true)>{offer}</button>
            <Show when=move || { laid(store) > 0 }>
                <button class="plain" on:click=clear>{move || say!(store, bets.clear)}</button>
            </Show>
        </p>
    }
}

/// A link that was bet on: its chips as dots that can be counted, its name, where it came.
fn laid_on(store: Store, laid: &ChipsOnLink, of: usize) -> impl IntoView + use<> {
    let teller = store.teller();
    let (words, place) = (words::bets::laid_on(&teller, laid), words::bets::place(&teller, laid, of));
    let dots = (0..laid.chips).map(|_| view! { <i></i> }).collect_view();
    view! {
        <li class:binds=laid.place == Some(1)>
            <span class="dots" aria-hidden="true">{dots}</span>
            <span>{words}</span>
            <span class="hint">{place}</span>
        </li>
    }
}
