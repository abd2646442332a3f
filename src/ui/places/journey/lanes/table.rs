//! Channel, owner, gain and pain: one table with a column for each touchpoint, in the order of the flow. Neighbours
//! with the same channel or owner are one cell, so that it is seen where a customer is passed from one to the next.

use super::chooser::chooser;
use crate::app::Lane;
use crate::charts::lanes::{Accounts, Columns, accounts};
use crate::charts::text::soften;
use crate::model::LinkId;
use crate::say;
use crate::ui::places::landmarks;
use crate::ui::platform::width::in_page;
use crate::ui::state::{Store, use_store};
use crate::words::{self, Teller};
use leptos::prelude::*;
use std::sync::Arc;

/// Height of the longest bars together, and of the numbers over and under them [units of the drawing].
const BARS: f64 = 64.0;
const NUMBER: f64 = 15.0;

#[component]
pub fn LaneTable(columns: Memo<Arc<Columns>>) -> impl IntoView {
    let store = use_store();
    let head = move || {
        let columns = columns.get();
        let cells = columns.links.iter().enumerate().map(|(place, link)| {
            let parts = place == columns.before && place > 0;
            view! { <th scope="col" class:parts=parts>{chooser(store, link.clone())}</th> }
        });
        cells.collect_view()
    };
    let on = move |lane: Lane| store.session.with(|s| s.lanes.contains(&lane));
    let channel = move || {
        let named = words::lane::channel;
        on(Lane::Channel).then(|| runs(store, &columns.get(), say!(store, lanes.channel_title), named))
    };
    let owner = move || {
        on(Lane::Owner).then(|| runs(store, &columns.get(), say!(store, lanes.owner_title), words::lane::owner))
    };
    let account = move || on(Lane::Account).then(|| account(store, &columns.get()));
    view! {
        <div class="lane-scroll" role="region" tabindex="0" aria-label=move || say!(store, lanes.table)>
            <table class="lane-table" style:width=move || in_page(columns.with(|c| c.width()))
                aria-label=move || say!(store, lanes.table)
            >
                <thead><tr>{head}</tr></thead>
                {channel} {owner} {account}
            </table>
        </div>
    }
}

fn lane(columns: usize, title: impl IntoView, cells: impl IntoView) -> impl IntoView {
    view! {
        <tbody>
            <tr><th scope="rowgroup" colspan=columns>{title}</th></tr>
            <tr>{cells}</tr>
        </tbody>
    }
}

fn runs(
    store: Store,
    columns: &Columns,
    title: &'static str,
    of: fn(&Teller, &LinkId) -> String,
) -> impl IntoView + use<> {
    let teller = store.teller();
    let value = |link: &LinkId| of(&teller, link);
    let mut place = 0;
    let cells = columns.runs(value).into_iter().map(|(name, span)| {
        let parts = place == columns.before && place > 0;
        place += span;
        view! { <td class="run" class:parts=parts colspan=span><span>{soften(&name)}</span></td> }
    });
    lane(columns.links.len(), title, cells.collect_view())
}

/// What a touchpoint gives and takes with everything that is switched on [prices].
pub fn gives_and_takes(store: Store, link: &LinkId) -> (f64, f64) {
    store.changed_journey.with(|j| j.touchpoint(link).map_or((0.0, 0.0), |t| (t.gain, t.pain)))
}

fn account(store: Store, columns: &Columns) -> impl IntoView + use<> {
    let values: Vec<(f64, f64)> = columns.links.iter().map(|link| gives_and_takes(store, link)).collect();
    let drawn = accounts(&values, BARS);
    let cells = columns.links.iter().zip(values).enumerate().map(|(place, (link, value))| {
        let bar = bar(store, &drawn, place, value, columns.column);
        let link = link.clone();
        let parts = place == columns.before && place > 0;
        view! { <td class="account-cell" class:parts=parts on:click=move |_| landmarks::choose(store, link.clone())>{bar}</td> }
    });
    let title = say!(store, lanes.account_title, period = words::unit::period(&store.teller()));
    lane(columns.links.len(), title, cells.collect_view())
}

fn bar(store: Store, drawn: &Accounts, place: usize, (gain, pain): (f64, f64), width: f64) -> impl IntoView + use<> {
    let (up, down) = drawn.bars.get(place).copied().unwrap_or_default();
    let (middle, zero) = (width / 2.0, drawn.zero + NUMBER);
    let height = BARS + 2.0 * NUMBER;
    let language = store.language.get();
    let (gives, takes) = (words::lane::price(language, gain), words::lane::price(language, -pain));
    let spoken = format!("{}, {}", words::inspector::gives(language, gain), words::inspector::takes(language, pain));
    view! {
        <svg viewBox=format!("0 0 {width} {height}") style:width=in_page(width) aria-hidden="true">
            <rect class="gives" x=middle - 7.0 y=zero - up width="14" height=up/>
            <rect class="takes" x=middle - 7.0 y=zero width="14" height=down/>
            <line class="zero" x1="0" x2=width y1=zero y2=zero/>
            <text class="gives" x=middle y=zero - up - 4.0 text-anchor="middle">{gives}</text>
            <text class="takes" x=middle y=zero + down + 12.0 text-anchor="middle">{takes}</text>
        </svg>
        <span class="unseen">{spoken}</span>
    }
}
