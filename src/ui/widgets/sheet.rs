//! A panel that reads alone: a finding as its title, the picture, a word on how sure, and why.

use crate::say;
use crate::ui::state::use_store;
use leptos::prelude::*;

/// `name` stands where the finding will, with a quiet line, until it is found out.
#[component]
pub fn Sheet(
    class: &'static str,
    #[prop(into)] name: Signal<String>,
    #[prop(into)] finding: Signal<Option<String>>,
    #[prop(into)] sure: Signal<String>,
    #[prop(into)] why: Signal<Vec<String>>,
    children: Children,
) -> impl IntoView {
    let store = use_store();
    let title_id = format!("{class}-title");
    let labelled_by = title_id.clone();
    let awaited = move || {
        let is_awaited = finding.with(Option::is_none);
        is_awaited.then(|| view! { <p class="hint awaited">{say!(store, race.awaited)}</p> })
    };
    let reasons = move || why.get().into_iter().map(|words| view! { <p>{words}</p> }).collect_view();
    view! {
        <section class=format!("sheet {class}") aria-labelledby=labelled_by>
            <h2 id=title_id tabindex="-1">{move || finding.get().unwrap_or_else(|| name.get())}</h2>
            {awaited}
            {children()}
            <p class="how-sure">{sure}</p>
            <details class="help because">
                <summary>{move || say!(store, why.ask)}</summary>
                {reasons}
            </details>
        </section>
    }
}
