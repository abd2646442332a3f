//! What the journey said and what came, as it was found each time: kept with it, and counted together.

use super::books;
use crate::analysis::records::{Judged, kept_check};
use crate::app::{Panel, keep_check};
use crate::model::KeptCheck;
use crate::say;
use crate::ui::places::landmarks;
use crate::ui::platform::device;
use crate::ui::platform::keeping::day_today;
use crate::ui::state::{Store, use_store};
use crate::words::matching;
use leptos::prelude::*;

/// Keeps a comparison as today's. False where there is no room.
pub fn keep(store: Store, judged: &[Judged]) -> bool {
    let check = kept_check(day_today(), judged);
    change(store, |checks| keep_check(checks, check)).unwrap_or(false)
}

fn change<T>(store: Store, change: impl FnOnce(&mut Vec<KeptCheck>) -> T) -> Option<T> {
    let mut changed = None;
    books::change(store, |books| changed = Some(change(&mut books.checks)));
    changed
}

/// The button that keeps a comparison, and those that are kept.
#[component]
pub fn Checks(judged: Memo<Vec<Judged>>) -> impl IntoView {
    let store = use_store();
    let checks = Memo::new(move |_| books::said(store).checks);
    let is_full = RwSignal::new(false);
    // What was just forgotten, and where it stood.
    let forgotten = RwSignal::new(None::<(usize, KeptCheck)>);
    let keep = move |_| is_full.set(!keep(store, &judged.get_untracked()));
    let bring_back = move |_| {
        let Some((at, check)) = forgotten.get_untracked() else { return };
        forgotten.set(None);
        change(store, |checks| checks.insert(at.min(checks.len()), check));
        device::focus(landmarks::heading(Panel::Today));
    };
    let row = move |(at, check): (usize, KeptCheck)| {
        let lines = matching::check(&store.teller(), &check);
        let name = say!(store, matching.forget_of, day = check.on);
        let forget = move |_| {
            forgotten.set(change(store, |checks| checks.remove(at)).map(|check| (at, check)));
            is_full.set(false);
            device::focus_soon(BACK);
        };
        view! {
            <li>
                {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                <button class="plain" aria-label=name on:click=forget>{say!(store, matching.forget)}</button>
            </li>
        }
    };
    let rows = move || checks.get().into_iter().enumerate().map(row).collect_view();
    let is_kept = Memo::new(move |_| !checks.with(Vec::is_empty));
    let together = move || checks.with(|checks| matching::together(&store.teller(), checks));
    let full = move || is_full.get().then(|| say!(store, matching.full));
    view! {
        {move || (!judged.with(Vec::is_empty)).then(|| view! {
            <p><button class="plain" on:click=keep>{say!(store, matching.keep)}</button></p>
        })}
        {move || is_kept.get().then(|| view! { <h3>{move || say!(store, matching.kept)}</h3> })}
        <p role="status">{move || is_kept.get().then(together)}" "{full}</p>
        <ul class="kept-checks">{rows}</ul>
        {move || forgotten.with(Option::is_some).then(|| view! {
            <p><button id=BACK class="plain" on:click=bring_back>{say!(store, matching.bring_back)}</button></p>
        })}
    }
}

/// What brings back a comparison that was forgotten.
const BACK: &str = "check-back";
