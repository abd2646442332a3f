//! What is wrong with an opened file: every problem with its place, what it is, and what helps. The reader's own work
//! stays where it was.

use crate::app::Language;
use crate::app::ports::Clipboard;
use crate::model::{Problem, in_file};
use crate::say;
use crate::ui::platform::device;
use crate::ui::platform::ports::BrowserClipboard;
use crate::ui::state::{Refusal, Store, use_store};
use crate::ui::widgets::{NotFetched, later};
use crate::words::{number, problem};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use wasm_bindgen_futures::spawn_local;

/// More than this are counted, not listed.
const LISTED: usize = 200;

/// Writes problems down.
type Write = fn(Language, &[Problem]) -> String;

#[component]
pub fn ProblemsDialog() -> impl IntoView {
    let store = use_store();
    let dialog: NodeRef<html::Dialog> = NodeRef::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if store.refusal.with(Option::is_some) && !dialog.open() {
            let _ = dialog.show_modal();
        } else if store.refusal.with(Option::is_none) && dialog.open() {
            dialog.close();
        }
    });
    let copied = RwSignal::new(false);
    let close = move || {
        copied.set(false);
        store.refusal.set(None);
    };
    let is_open = Memo::new(move |_| store.refusal.with(Option::is_some));
    let content = move || is_open.get().then(|| later(|| Box::pin(listed())));
    view! {
        <dialog class="problems" node_ref=dialog aria-labelledby="problems-title" on:close=move |_| close()>
            {content}
            <p class="dialog-end">
                <button class="quiet" on:click=move |_| copy(store, copied)>
                    {move || if copied.get() { say!(store, refusal.copied) } else { say!(store, refusal.copy) }}
                </button>
                <button class="quiet" on:click=move |_| device::print()>{move || say!(store, refusal.print)}</button>
                <button class="firm" on:click=move |_| close()>{move || say!(store, refusal.close)}</button>
            </p>
        </dialog>
    }
}

#[wasm_split(details, fallible, wasm_split_path = ::leptos::wasm_split)]
fn listed() -> Result<fn() -> AnyView, NotFetched> {
    Ok(newest)
}

/// How the list is written down, once the words of problems are there: they are many, and most visits need none.
#[wasm_split(details, fallible, wasm_split_path = ::leptos::wasm_split)]
fn writer() -> Result<Write, NotFetched> {
    Ok(lines)
}

/// A problem a line, as the shell writes it.
fn lines(language: Language, problems: &[Problem]) -> String {
    problems.iter().map(|one| problem::line(language, one)).collect::<Vec<_>>().join("\n")
}

/// Those of the newest refusal.
fn newest() -> AnyView {
    let store = use_store();
    (move || store.refusal.get().map(|refusal| view! { <Problems refusal/> })).into_any()
}

/// Puts the list on the clipboard.
fn copy(store: Store, copied: RwSignal<bool>) {
    let Some(refusal) = store.refusal.get_untracked() else { return };
    let language = store.language.get_untracked();
    let problems = placed(store, refusal.problems);
    spawn_local(async move {
        let Ok(lines) = writer().await else { return };
        copied.set(BrowserClipboard.write(&lines(language, &problems)).await.is_ok());
    });
}

/// The problems at their places in a file; those of the page's own request name parts by their ids.
fn placed(store: Store, problems: Vec<Problem>) -> Vec<Problem> {
    store.work.with_untracked(|work| in_file(problems, &work.journey, &work.scenario))
}

#[component]
fn Problems(refusal: Refusal) -> impl IntoView {
    let store = use_store();
    let name = refusal.name.clone();
    let title = move || {
        if name.is_empty() {
            say!(store, refusal.own).to_owned()
        } else {
            say!(store, refusal.file, name = name.clone())
        }
    };
    let more = refusal.problems.len().saturating_sub(LISTED);
    let one = move |problem: &Problem| {
        let place = problem::place(store.language.get(), &problem.place);
        let (what, fix) = problem::what_and_fix(store.language.get(), &problem.what);
        view! { <li><p class="place">{place}</p><p class="what">{what}</p><p class="fix">{fix}</p></li> }
    };
    let problems = placed(store, refusal.problems);
    let list = move || problems.iter().take(LISTED).map(one).collect_view();
    view! {
        <h2 id="problems-title">{title}</h2>
        <p>{move || say!(store, refusal.kept)}</p>
        <ol>{list}</ol>
        {(more > 0).then_some(move || say!(store, refusal.more, n = number::count(store.language.get(), more as u64)))}
    }
}
