//! Beginnings: names from a workshop, a ready journey with or without its figures, a file.

use super::desk::use_desk;
use crate::exchange::READY;
use crate::model::Journey;
use crate::model::edit::{MOST_NAMES, from_names, skeleton};
use crate::say;
use crate::ui::platform::events::choice_of;
use crate::ui::platform::files::pick_file;
use crate::ui::platform::unsent::unsent_text;
use crate::ui::state::FetchedJourneys;
use crate::words::{building, sheet};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn Start() -> impl IntoView {
    let desk = use_desk();
    let fetched = expect_context::<FetchedJourneys>();
    let names = unsent_text("names");
    let typed = move |event: web_sys::Event| names.set(event_target_value(&event));
    let is_empty = RwSignal::new(false);
    let left_out = RwSignal::new(0);
    let too_many = move || {
        let left = left_out.get();
        (left > 0).then(|| say!(desk, build.start.names_most, n = MOST_NAMES, left = left))
    };
    let blank = move |_| {
        is_empty.set(false);
        left_out.set(0);
        desk.begin(from_names(&[], &building::beginnings(), desk.code()));
    };
    let make = move |_| {
        let text = names.get_untracked();
        let lines = sheet::names(&text);
        is_empty.set(lines.is_empty());
        left_out.set(lines.len().saturating_sub(MOST_NAMES));
        if lines.is_empty() {
            return;
        }
        let code = desk.code();
        desk.begin(from_names(&lines, &building::beginnings(), code));
        if text.contains('\t') {
            // A table says more than names.
            let journey = untrack(|| sheet::pasted(&desk.teller(), &text, None)).journey;
            desk.put(journey);
        }
        names.set(String::new());
    };
    view! {
        <details class="help build-start" on:toggle=move |_| fetched.fetch()>
            <summary>{move || say!(desk, build.start.title)}</summary>
            <p class="hint">{move || say!(desk, build.start.leaves)}</p>
            <div class="build-beginnings">
                <section>
                    <h2>{move || say!(desk, build.start.names)}</h2>
                    <label>
                        <span class="form-name">{move || say!(desk, build.start.names_label)}</span>
                        <textarea id="build-names" rows="7" prop:value=move || names.get() on:input=typed></textarea>
                    </label>
                    <p class="hint">{move || say!(desk, build.start.names_hint)}</p>
                    <p class="build-two">
                        <button class="firm" on:click=make>{move || say!(desk, build.start.names_go)}</button>
                        <button class="firm" on:click=blank>{move || say!(desk, build.start.blank_go)}</button>
                    </p>
                    <p class="wrong" role="alert">{move || is_empty.get().then(|| say!(desk, build.start.names_none))}</p>
                    <p class="wrong" role="alert">{too_many}</p>
                </section>
                <Ready fetched=fetched/>
                <section>
                    <h2>{move || say!(desk, build.start.file)}</h2>
                    <button class="firm" on:click=move |_| pick_file()>{move || say!(desk, build.start.file_go)}</button>
                </section>
            </div>
        </details>
    }
}

/// A ready journey, as it is or without its figures.
#[component]
fn Ready(fetched: FetchedJourneys) -> impl IntoView {
    let desk = use_desk();
    let wanted = RwSignal::new(READY[0].id.to_owned());
    let begin = move |with_figures: bool| {
        let id = wanted.get_untracked();
        let found = untrack(|| fetched.here()).into_iter().find(|(its, _)| *its == id);
        let Some((_, ready)) = found else { return fetched.fetch() };
        let mut journey = (*ready).clone();
        journey.name = building::copy_name(&journey);
        desk.begin(if with_figures { journey } else { skeleton(&journey) });
    };
    let choose = move |event: web_sys::Event| {
        if let Some(id) = choice_of(&event) {
            wanted.set(id);
        }
    };
    let options = move || {
        let code = desk.store.code();
        let one = |(id, journey): (&'static str, Arc<Journey>)| {
            view! { <option value=id>{journey.name.get(code).to_owned()}</option> }
        };
        fetched.here().into_iter().map(one).collect_view()
    };
    view! {
        <section>
            <h2>{move || say!(desk, build.start.copy)}</h2>
            <label>
                <span class="form-name">{move || say!(desk, build.start.choose)}</span>
                <select on:change=choose>{options}</select>
            </label>
            <p class="hint">{move || say!(desk, build.start.copy_hint)}</p>
            <p class="build-two">
                <button class="firm" on:click=move |_| begin(true)>{move || say!(desk, build.start.copy_go)}</button>
                <button class="firm" on:click=move |_| begin(false)>{move || say!(desk, build.start.bare_go)}</button>
            </p>
            {move || fetched.is_missing().then(|| view! { <p class="wrong" role="alert">{say!(desk, build.start.missing)}</p> })}
        </section>
    }
}
