//! What is said above the page while it shows what came by a link, and what can be done about it.

use super::leaving::{end_visit, keep_copy};
use crate::analysis::studies::Goal;
use crate::analysis::{MODEL_VERSION, Report};
use crate::app::{LinkNotes, Project, Visit, stands_at};
use crate::say;
use crate::ui::platform::device;
use crate::ui::platform::events::{Hears, listen};
use crate::ui::state::{Store, use_store};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Where whoever has closed it goes on reading.
const HEADING: &str = "main:not([hidden]) h1";

#[component]
pub fn Bar() -> impl IntoView {
    let store = use_store();
    let content = move || {
        store.visit.get().map(|visit| match visit {
            Visit::Shown { own, came, notes, .. } => shown(store, own.work, *came, notes).into_any(),
            broken => refused(store, move || words::link::why_not(store.language.get(), &broken)).into_any(),
        })
    };
    view! { <div class="notices">{content}</div> }
}

fn refused(store: Store, why: impl Fn() -> String + Send + 'static) -> impl IntoView {
    let close = move |_| {
        store.visit.set(None);
        device::focus_first(HEADING);
    };
    view! {
        <p class="notice" role="alert">
            {why}" "{move || say!(store, share.own_here)}" "
            <button class="plain" on:click=close>{move || say!(store, notice.close)}</button>
        </p>
    }
}

/// The figures of the link, while the reader's own work is looked at beside it.
type Theirs = (Project, Arc<Report>);

fn shown(store: Store, own: Project, came: Project, notes: LinkNotes) -> impl IntoView {
    let is_changed = Memo::new(move |_| store.session.with(|session| session.work != came));
    listen(&window(), "beforeunload", Hears::AndPrevents, move |event| {
        if is_changed.get_untracked() && store.is_visiting() {
            event.prevent_default();
        }
    });
    let theirs = RwSignal::new(None::<Theirs>);
    // Whoever changes something looks at the link's work again.
    Effect::new(move |_| {
        if store.replayed.with(Option::is_none) {
            theirs.set(None);
        }
    });
    let mine = own.clone();
    let compare = move |_| {
        if theirs.with_untracked(Option::is_some) {
            store.replay(None);
        } else if let Some(report) = untrack(|| store.newest()) {
            theirs.set(Some((store.work.get_untracked(), report)));
            store.replay(Some(mine.clone()));
        }
    };
    let end = move |_| {
        if theirs.with_untracked(Option::is_some) {
            store.replay(None);
        }
        end_visit(store);
        device::focus_first(HEADING);
    };
    let keep = move |_| {
        if theirs.with_untracked(Option::is_some) {
            store.replay(None);
        }
        keep_copy(store);
        device::focus_first(HEADING);
    };
    let notes = move || {
        words::link::shown_notes(store.language.get(), notes, MODEL_VERSION)
            .into_iter()
            .map(|note| view! { <p class="hint">{note}</p> })
            .collect_view()
    };
    let said = move || match (theirs.with(Option::is_some), is_changed.get()) {
        (true, _) => say!(store, share.visit_beside),
        (false, true) => say!(store, share.visit_changed),
        (false, false) => say!(store, share.visit),
    };
    // There is nothing to set beside it before its figures are firm.
    let cannot_compare = move || theirs.with(Option::is_none) && store.newest().is_none();
    let compare_words =
        move || if theirs.with(Option::is_some) { say!(store, share.theirs_again) } else { say!(store, share.compare) };
    view! {
        <section class="visit" aria-label=move || say!(store, share.visit_name)>
            <p role="status">{said}</p>
            {notes}
            <p class="visit-ways">
                <button class="firm" on:click=keep>{move || say!(store, share.keep)}</button>
                <button class="quiet" aria-pressed=move || theirs.with(Option::is_some).to_string()
                    aria-disabled=move || cannot_compare().to_string() on:click=compare
                >
                    {compare_words}
                </button>
                <button class="quiet" on:click=end>{move || say!(store, share.back)}</button>
            </p>
            {move || theirs.get().map(|theirs| beside(store, theirs, own.clone()))}
        </section>
    }
}

/// The outcomes of the link beside those of the reader's own work.
fn beside(store: Store, (work, report): Theirs, own: Project) -> impl IntoView {
    let rows = move || {
        let teller = store.teller();
        let mine = store.answers.everybody.get().filter(|_| store.is_firm());
        let level = |work: &Project, report: Option<&Report>, goal: Goal| {
            let at = report.and_then(|report| stands_at(work, goal, report));
            let money = crate::words::Teller { journey: work.journey.clone(), ..teller.clone() };
            at.map_or_else(|| "…".to_owned(), |at| words::goal::level(&money, goal, at))
        };
        Goal::ALL
            .map(|goal| {
                view! {
                    <tr>
                        <th scope="row">{words::goal::capital(&teller, goal)}</th>
                        <td>{level(&work, Some(&report), goal)}</td>
                        <td>{level(&own, mine.as_deref(), goal)}</td>
                    </tr>
                }
            })
            .collect_view()
    };
    view! {
        <table class="beside">
            <thead>
                <tr>
                    <td></td>
                    <th scope="col">{move || say!(store, share.theirs)}</th>
                    <th scope="col">{move || say!(store, share.mine)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
