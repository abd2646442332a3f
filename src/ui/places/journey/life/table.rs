//! The whole life time by time, both twins side by side where there is a change. A press on an event goes there.

use super::walk::Walk;
use crate::app::{LifeRow, Told};
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::words::life::EventTone;
use crate::words::{self, value_account};
use leptos::html;
use leptos::prelude::*;

#[component]
pub fn LifeTable(rows: Vec<LifeRow>, has_twin: bool, walk: Walk) -> impl IntoView {
    let store = use_store();
    let parts = rows.iter().position(|row| row.parted);
    let body = rows.into_iter().enumerate().map(|(i, r)| row(store, walk, r, has_twin, parts == Some(i)));
    let body = body.collect_view();
    let frame: NodeRef<html::Div> = NodeRef::new();
    Effect::new(move |_| {
        walk.here();
        // Once it is marked.
        request_animation_frame(move || bring_into_sight(frame));
    });
    view! {
        <div class="life-table" node_ref=frame tabindex="0" role="region" aria-label=say!(store, life.table)>
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

/// Scrolls the table, where it scrolls by itself, to the event where one stands.
fn bring_into_sight(frame: NodeRef<html::Div>) {
    let Some(frame) = frame.get_untracked().filter(|frame| frame.scroll_height() > frame.client_height()) else {
        return;
    };
    let Ok(Some(here)) = frame.query_selector("[aria-current]") else { return };
    let (outer, inner) = (frame.get_bounding_client_rect(), here.get_bounding_client_rect());
    if inner.top() < outer.top() + outer.height() / 5.0 || inner.bottom() > outer.bottom() {
        let to = f64::from(frame.scroll_top()) + inner.top() - outer.top() - outer.height() / 3.0;
        frame.set_scroll_top(to as i32);
    }
}

fn row(store: Store, walk: Walk, row: LifeRow, has_twin: bool, parts_here: bool) -> impl IntoView {
    let cell = |events: &[Told], of_twin: bool| {
        let events = events.iter().filter_map(|told| event(store, walk, told, of_twin)).collect_view();
        view! { <ul>{events}</ul> }
    };
    let here = parts_here.then(|| view! { <span class="parts">{say!(store, life.parts)}</span> });
    view! {
        <tr class:parts-here=parts_here class:alike=has_twin && !row.parted>
            <th scope="row">{words::life::when(&store.teller(), row.when)}{here}</th>
            <td>{cell(&row.today, false)}</td>
            {has_twin.then(|| view! { <td>{cell(&row.what_if, true)}</td> })}
        </tr>
    }
}

/// An event as an entry of a list. `None` for what goes without saying.
fn event(store: Store, walk: Walk, told: &Told, of_twin: bool) -> Option<AnyView> {
    let teller = store.teller();
    let (tone, words) = words::life::event(&teller, &told.event)?;
    let class = match tone {
        EventTone::Plain => "",
        EventTone::Held => "held",
        EventTone::Failed => "failed",
        EventTone::Bought => "bought",
        EventTone::Doubts => "doubts",
        EventTone::Gone => "gone",
    };
    let change = value_account::change(&teller, told.change).map(|_| {
        view! { " " <span class="amount">{value_account::amount(&teller, told.change)}</span> }
    });
    let at = told.at;
    let is_here =
        Memo::new(move |_| walk.with_change.get() == of_twin && walk.here().is_some_and(|(_, here)| here.at == at));
    let current = move || is_here.get().then_some("step");
    // The arrow keys and the two buttons above do the same: one stop of the keyboard for each event would be too many.
    Some(
        view! {
            <li class=class>
                <button tabindex="-1" aria-current=current on:click=move |_| walk.go(of_twin, at)>{words}{change}</button>
            </li>
        }
        .into_any(),
    )
}
