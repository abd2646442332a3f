//! One customer followed: their life time by time, both twins side by side where there is a change.

mod curve;

use crate::analysis::{Story, StoryEvent};
use crate::app::{LifeRow, Wanted, next, side_by_side};
use crate::say;
use crate::ui::state::{FollowedLife, Store, use_store};
use crate::ui::widgets::{NotFetched, later};
use crate::words::life::EventTone;
use crate::words::{self, number};
use curve::WorthCurve;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use std::sync::Arc;

#[component]
pub fn LifeDialog() -> impl IntoView {
    let store = use_store();
    let dialog: NodeRef<html::Dialog> = NodeRef::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        match (store.followed.get().is_some(), dialog.open()) {
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
    let is_open = Memo::new(move |_| store.followed.with(Option::is_some));
    let content = move || is_open.get().then(|| later(|| Box::pin(lived())));
    view! {
        <dialog class="life" node_ref=dialog aria-labelledby="life-title" on:close=move |_| store.follow(None)>
            <div class="life-head">
                <h2 id="life-title">{move || store.followed.get().map(|c| title(store, c))}</h2>
                <Steps/>
            </div>
            {content}
            <p class="dialog-end">
                <button class="firm" on:click=move |_| store.follow(None)>{move || say!(store, life.close)}</button>
            </p>
        </dialog>
    }
}

#[wasm_split(details, fallible, wasm_split_path = ::leptos::wasm_split)]
fn lived() -> Result<fn() -> AnyView, NotFetched> {
    Ok(newest)
}

/// The life that was asked for last.
fn newest() -> AnyView {
    let store = use_store();
    // The answer to the newest question; an older one may come before it.
    let shown = move || store.answers.life.get().filter(|told| store.followed.get() == Some(told.customer));
    (move || shown().map(|told| view! { <Life told=told/> })).into_any()
}

fn title(store: Store, customer: u64) -> String {
    say!(store, life.title, n = number::count(store.language.get(), customer + 1))
}

/// On to another customer.
#[component]
fn Steps() -> impl IntoView {
    let store = use_store();
    let go = move |wanted: Wanted, forth: bool| {
        let from = store.followed.get_untracked().unwrap_or(0) as usize;
        if let Some(trails) = store.answers.trails.get_untracked()
            && let Some(customer) = next(&trails, wanted, from, forth)
        {
            store.follow(Some(customer as u64));
        }
    };
    let wanted = Memo::new(move |_| store.answers.trails.get().map(|trails| Wanted::of(&trails)).unwrap_or_default());
    let one = move |wanted: Wanted| {
        view! { <button class="plain" on:click=move |_| go(wanted, true)>{move || words::life::wanted(store.language.get(), wanted)}</button> }
    };
    view! {
        <p class="life-steps">
            <button class="plain" on:click=move |_| go(Wanted::Anyone, false)>{move || say!(store, life.previous)}</button>
            <button class="plain" on:click=move |_| go(Wanted::Anyone, true)>{move || say!(store, life.next)}</button>
            {move || wanted.get().into_iter().map(one).collect_view()}
        </p>
    }
}

#[component]
fn Life(told: Arc<FollowedLife>) -> impl IntoView {
    let store = use_store();
    let who = persona(store, &told.life.today);
    let twins = told.life.what_if.clone().filter(|_| store.changed.get_untracked());
    let rows = side_by_side(&told.life.today, twins.as_ref().unwrap_or(&told.life.today));
    let has_twin = twins.is_some();
    let parts = rows.iter().position(|row| row.parted);
    let body: Vec<_> = rows.into_iter().enumerate().map(|(i, r)| row(store, r, has_twin, parts == Some(i))).collect();
    let today = words::life::fate(&store.teller(), &told.life.today);
    let endings = match &twins {
        Some(what_if) => view! {
            <dl class="life-fates">
                <div><dt>{say!(store, life.today)}</dt><dd>{today}</dd></div>
                <div class="what-if"><dt>{say!(store, life.what_if)}</dt><dd>{words::life::fate(&store.teller(), what_if)}</dd></div>
            </dl>
        }
        .into_any(),
        None => view! { <p class="life-fate">{today}</p> }.into_any(),
    };
    let alike = (has_twin && parts.is_none()).then(|| view! { <p class="hint">{say!(store, life.alike)}</p> });
    view! {
        <p class="life-who">{who}</p>
        {endings}
        {alike}
        <WorthCurve today=told.life.today.clone() what_if=twins/>
        <div class="life-table" tabindex="0" role="region" aria-label=say!(store, life.table)>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{say!(store, life.when)}</th>
                        <th scope="col">{if has_twin { say!(store, life.today) } else { say!(store, life.what) }}</th>
                        {has_twin.then(|| view! { <th scope="col" class="what-if">{say!(store, life.what_if)}</th> })}
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}

fn row(store: Store, row: LifeRow, has_twin: bool, parts_here: bool) -> impl IntoView {
    let cell = |events: &[StoryEvent]| {
        let events = events.iter().filter_map(|event| told(store, event)).collect_view();
        view! { <ul>{events}</ul> }
    };
    let here = parts_here.then(|| view! { <span class="parts">{say!(store, life.parts)}</span> });
    view! {
        <tr class:parts-here=parts_here class:alike=has_twin && !row.parted>
            <th scope="row">{words::life::when(&store.teller(), row.when)}{here}</th>
            <td>{cell(&row.today)}</td>
            {has_twin.then(|| view! { <td>{cell(&row.what_if)}</td> })}
        </tr>
    }
}

fn persona(store: Store, story: &Story) -> String {
    let code = store.code();
    store.journey.with(|j| j.personas.get(story.life.persona).map(|p| p.name.get(code).to_owned())).unwrap_or_default()
}

/// An event as an entry of a list. `None` for what goes without saying.
fn told(store: Store, event: &StoryEvent) -> Option<AnyView> {
    let (tone, words) = words::life::event(&store.teller(), event)?;
    let class = match tone {
        EventTone::Plain => "",
        EventTone::Held => "held",
        EventTone::Failed => "failed",
        EventTone::Bought => "bought",
        EventTone::Doubts => "doubts",
        EventTone::Gone => "gone",
    };
    Some(view! { <li class=class>{words}</li> }.into_any())
}
