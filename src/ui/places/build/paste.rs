//! Rows from elsewhere: pasted anywhere in the place, or into the field for them. What they come to is looked at first.

use super::adding::focus_cell;
use super::desk::{Desk, use_desk};
use super::marks::{PASTE, TABLE};
use crate::app::Place;
use crate::model::LinkId;
use crate::say;
use crate::ui::platform::device;
use crate::ui::platform::events::{Hears, is_typed_into, listen};
use crate::ui::platform::unsent::unsent_text;
use crate::words::sheet::{Column, Pasted, Untaken, heading, pasted};
use crate::words::{Teller, building, number, sheet};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// More rows than this are not shown before they are taken in.
const SHOWN: usize = 8;
/// What is shown of each.
const PREVIEW: [Column; 6] =
    [Column::Phase, Column::Name, Column::Role, Column::Strength, Column::Channel, Column::Next];

/// The rows that a clipboard holds; none where it is a single cell, which is the field's own to paste, or where somebody is
/// writing lines.
fn block_of(event: &web_sys::Event) -> Option<String> {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let is_in_rows = element.as_ref().is_some_and(|e| e.closest(".build-row").ok().flatten().is_some());
    let is_lines = element.is_some_and(|e| e.tag_name() == "TEXTAREA");
    if is_lines || (!is_in_rows && is_typed_into(event.target())) {
        return None;
    }
    let data = js_sys::Reflect::get(event, &"clipboardData".into()).ok()?;
    let text = data.dyn_into::<web_sys::DataTransfer>().ok()?.get_data("text/plain").ok()?;
    let is_block = text.contains('\t') || text.trim_end().contains('\n');
    is_block.then_some(text)
}

/// What a text comes to, after the chosen row.
fn comes_to(desk: Desk, text: &str) -> Pasted {
    let after = untrack(|| desk.touchpoint());
    pasted(&desk.teller(), text, after.as_ref())
}

/// A field to paste rows into, with what they come to.
#[component]
pub fn Paste() -> impl IntoView {
    let desk = use_desk();
    let text = unsent_text("block");
    // A block that was pasted before a reload is seen.
    let is_open = RwSignal::new(!text.with_untracked(String::is_empty));
    let preview =
        Memo::new(move |_| text.with(|text| (!text.trim().is_empty()).then(|| Arc::new(comes_to(desk, text)))));
    listen(&document(), "paste", Hears::AndPrevents, move |event| {
        if desk.store.place.get_untracked() != Place::Build {
            return;
        }
        if let Some(block) = block_of(event) {
            event.prevent_default();
            is_open.set(true);
            text.set(block);
            device::focus_soon(PASTE);
        }
    });
    let toggled = move |event: web_sys::Event| {
        let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        is_open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let typed = move |event: web_sys::Event| text.set(event_target_value(&event));
    let done = move || {
        text.set(String::new());
        is_open.set(false);
    };
    let go = move |_| {
        let Some(came) = preview.get_untracked() else { return };
        let is_new = |link: &&LinkId| desk.whole.with_untracked(|j| j.touchpoint(link).is_none());
        let first = came.touched.iter().find(is_new).or_else(|| came.touched.first()).cloned();
        desk.put(came.journey.clone());
        done();
        match first {
            Some(first) => focus_cell(first, Column::Name),
            None => device::focus(TABLE),
        }
    };
    let leave = move |_| {
        done();
        device::focus(TABLE);
    };
    let counts = move || {
        preview.with(|came| {
            let came = came.as_ref()?;
            Some(match (came.added, came.changed) {
                (0, 0) => say!(desk, build.table.paste_same).to_owned(),
                (added, changed) => say!(desk, build.table.paste_count, added = added, changed = changed),
            })
        })
    };
    let rows = move || preview.get().filter(|came| !came.touched.is_empty()).map(|came| shown(desk, &came));
    let untaken = move || {
        let all = preview.with(|all| all.as_ref().map(|p| p.untaken.clone())).unwrap_or_default();
        all.into_iter().map(|one| view! { <li class="wrong">{said(desk, &one)}</li> }).collect_view()
    };
    let is_empty = move || preview.with(Option::is_none).to_string();
    view! {
        <details class="help build-paste" prop:open=move || is_open.get() on:toggle=toggled>
            <summary>{move || say!(desk, build.table.paste)}</summary>
            <label>
                <span class="form-name">{move || say!(desk, build.table.paste_label)}</span>
                <textarea rows="6" prop:value=move || text.get() on:input=typed></textarea>
            </label>
            <p class="hint">{move || say!(desk, build.table.paste_hint)}</p>
            <p role="status">{counts}</p>
            {rows}
            <ul>{untaken}</ul>
            <p class="build-two">
                <button id=PASTE class="firm" aria-disabled=is_empty on:click=go>
                    {move || say!(desk, build.table.paste_go)}
                </button>
                <button class="plain" aria-disabled=is_empty on:click=leave>{move || say!(desk, build.table.paste_not)}</button>
            </p>
        </details>
    }
}

/// The touchpoints as they would be.
fn shown(desk: Desk, came: &Pasted) -> impl IntoView + use<> {
    let language = desk.store.language.get();
    let teller = Teller { language, journey: Arc::new(came.journey.clone()) };
    let heads = PREVIEW.map(|column| view! { <th scope="col">{heading(language, column)}</th> }).collect_view();
    let one = |link: &LinkId| {
        let is_new = desk.whole.with(|j| j.touchpoint(link).is_none());
        let what = if is_new { say!(language, build.table.paste_new) } else { say!(language, build.table.paste_other) };
        let cells = PREVIEW.map(|column| view! { <td>{sheet::cell(&teller, link, column)}</td> }).collect_view();
        view! { <tr><td class="hint">{what}</td>{cells}</tr> }
    };
    let rows = came.touched.iter().take(SHOWN).map(one).collect_view();
    let more = came.touched.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| {
        let n = number::count(language, more as u64);
        view! { <p class="hint">{say!(language, build.table.paste_more, n = n)}</p> }
    });
    view! {
        <div class="scrolls">
            <table class="paste-preview"><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
        {more}
    }
}

fn said(desk: Desk, untaken: &Untaken) -> String {
    let Untaken { row, column, cell, why } = untaken;
    let name = heading(desk.store.language.get(), *column);
    let kind = sheet::figure(*column)
        .and_then(|field| field.on(crate::model::fields::PartKind::Touchpoint))
        .map(|row| building::kind(&desk.teller(), row, (row.least, row.most)));
    match (why, kind) {
        (Some(why), Some(kind)) => {
            say!(desk, build.table.untaken_why, row = row, column = name, cell = cell, why = kind.told(why))
        }
        _ => say!(desk, build.table.untaken, row = row, column = name, cell = cell),
    }
}
