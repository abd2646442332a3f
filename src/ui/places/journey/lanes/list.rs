//! The lanes on a phone: one touchpoint after the other, each with what is switched on.

use super::chooser::chooser;
use super::emotion::{sentences, title};
use super::table::gives_and_takes;
use crate::app::Lane;
use crate::charts::lanes::Columns;
use crate::charts::small::balance;
use crate::model::LinkId;
use crate::ui::state::{Store, use_store};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Width of a bar in its own units.
const BAR: f64 = 160.0;

#[component]
pub fn LaneList(columns: Memo<Arc<Columns>>) -> impl IntoView {
    let store = use_store();
    let curve = move || store.report.get().map(|report| sentences(store, &columns.get(), &report).join(" "));
    let emotion =
        move || on(store, Lane::Emotion).then(|| view! { <h2>{title(store)}</h2> <p class="hint">{curve()}</p> });
    let all = move || columns.get().links.iter().map(|link| touchpoint(store, link.clone())).collect_view();
    view! {
        {emotion}
        <ol class="lane-list">{all}</ol>
    }
}

fn on(store: Store, lane: Lane) -> bool {
    store.session.with(|s| s.lanes.contains(&lane))
}

fn touchpoint(store: Store, link: LinkId) -> impl IntoView {
    let of = link.clone();
    let facts = move || {
        let facts = [
            on(store, Lane::Emotion).then(|| mood(store, &of)).flatten(),
            on(store, Lane::Channel).then(|| words::lane::channel(&store.teller(), &of)),
            on(store, Lane::Owner).then(|| words::lane::owner(&store.teller(), &of)),
        ];
        facts.into_iter().flatten().filter(|f| !f.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let says = link.clone();
    let said = move || {
        on(store, Lane::Words)
            .then(|| view! { <p class="quote-words">{words::lane::quote(&store.teller(), &says)}</p> })
    };
    let accounted = link.clone();
    let account = move || on(store, Lane::Account).then(|| account(store, &accounted));
    view! { <li>{chooser(store, link)}<p class="hint">{facts}</p>{said}{account}</li> }
}

/// The mood right after a touchpoint before the purchase, and today's where a change has moved it.
fn mood(store: Store, link: &LinkId) -> Option<String> {
    let report = store.report.get()?;
    let today = *report.today.mood_by_link.get(link)?;
    let what_if = report.what_if.as_ref().filter(|_| store.changed.get());
    let now = what_if.and_then(|w| w.mood_by_link.get(link)).copied().unwrap_or(today);
    Some(words::lane::mood(store.language.get(), today, now))
}

fn account(store: Store, link: &LinkId) -> impl IntoView + use<> {
    let (gain, pain) = gives_and_takes(store, link);
    let bar = balance(gain, pain, BAR);
    view! {
        <p class="account-line">
            <span class="takes">{words::inspector::takes(store.language.get(), pain)}</span>
            <svg viewBox="0 0 160 12" width="160" height="12" aria-hidden="true">
                <rect class="takes" x="0" y="1" width=bar.takes height="10"/>
                <rect class="gives" x=bar.middle y="1" width=bar.gives height="10"/>
                <line class="zero" x1=bar.middle x2=bar.middle y1="0" y2="12"/>
            </svg>
            <span class="gives">{words::inspector::gives(store.language.get(), gain)}</span>
        </p>
    }
}
