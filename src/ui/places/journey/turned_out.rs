//! What the company believes and what turned out, folded: told once the bottleneck is named.

use crate::analysis::LeftOver;
use crate::app::{Decisive, DecisiveFor, turned_out as found_out};
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{NotFetched, later};
use crate::words::{self, Teller, turned_out as told};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

#[component]
pub fn TurnedOut() -> impl IntoView {
    let store = use_store();
    let opened = RwSignal::new(false);
    view! {
        <details class="help turned-out" on:toggle=move |_| opened.update(|open| *open = !*open)>
            <summary>{move || say!(store, turned.ask)}</summary>
            {move || opened.get().then(|| later(|| Box::pin(fetched())))}
        </details>
    }
}

#[wasm_split(details, fallible, wasm_split_path = ::leptos::wasm_split)]
fn fetched() -> Result<fn() -> AnyView, NotFetched> {
    Ok(both)
}

fn both() -> AnyView {
    let store = use_store();
    let story = move || {
        let words = store.story();
        (!words.is_empty()).then(|| view! { <p class="believes">{words}</p> })
    };
    view! { <div class="turned">{story}{move || so(store)}</div> }.into_any()
}

/// What is so, as far as it has been found out.
fn so(store: Store) -> Option<AnyView> {
    let found = store.answers.findings.with(|found| found.ranking.clone())?;
    let out = store.work.with(|work| found_out(work, &found));
    let teller = store.teller();
    let line = |words: String| view! { <p>{words}</p> };
    let sentences = told::finding(&teller, &found).into_iter().map(line).collect_view();
    let believed = told::believed(&teller, &found, &out.believed).into_iter().map(line).collect_view();
    let lists = out.decisive.iter().map(|list| decisive(&teller, list)).collect_view();
    let besides = told::besides(&teller, &out).map(line);
    let report = store.report.get();
    let outcome = report.as_ref().map(|report| report.what_if.as_ref().unwrap_or(&report.today));
    let left_over = outcome.and_then(|o| words::left_over::sentence(&teller, LeftOver::of(o))).map(line);
    Some(
        view! {
            {sentences} {believed} {left_over}
            <h2>{say!(store, turned.decisive)}</h2>
            {lists} {besides}
            <p class="hint">{words::ranking::sure(&teller, &found)}</p>
        }
        .into_any(),
    )
}

/// The links on which most of one outcome depends.
fn decisive(teller: &Teller, list: &DecisiveFor) -> AnyView {
    let title = view! { <h3>{told::list_of(teller, list)}</h3> };
    if list.links.is_empty() {
        return view! { {title}<p>{say!(teller, turned.none)}</p> }.into_any();
    }
    let row = |one: &Decisive| {
        let [gain, marked] = told::decisive(teller, list, one);
        view! {
            <tr>
                <th scope="row">{teller.link_name(&one.link)}</th>
                <td>{gain}</td>
                <td>{marked}</td>
            </tr>
        }
    };
    let rows = list.links.iter().map(row).collect_view();
    view! {
        {title}
        <div class="scrolls">
            <table class="figures">
                <thead>
                    <tr>
                        <th scope="col">{say!(teller, ranking.link)}</th>
                        <th scope="col">{told::counted_in(teller, list)}</th>
                        <th scope="col">{say!(teller, turned.by_hand)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
