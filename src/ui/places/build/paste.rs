//! Rows from elsewhere: pasted anywhere in the table, or into a field with a look at what they come to first.

use super::desk::{Desk, use_desk};
use crate::say;
use crate::words::sheet::{Pasted, Untaken, heading, pasted};
use crate::words::{building, sheet};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Takes rows in that are pasted into the table; a single cell is the field's own to paste.
pub fn by_clipboard(desk: Desk, event: &web_sys::Event) {
    let data = js_sys::Reflect::get(event, &"clipboardData".into()).ok();
    let data = data.and_then(|data| data.dyn_into::<web_sys::DataTransfer>().ok());
    let Some(text) = data.and_then(|data| data.get_data("text/plain").ok()) else { return };
    let is_area = event
        .target()
        .is_some_and(|target| target.dyn_into::<web_sys::Element>().is_ok_and(|e| e.tag_name() == "TEXTAREA"));
    let is_block = text.contains('\t') || text.trim_end().contains('\n');
    if is_block && !is_area {
        event.prevent_default();
        take(desk, &text);
    }
}

/// What a text comes to, after the chosen row.
fn comes_to(desk: Desk, text: &str) -> Pasted {
    let after = untrack(|| desk.touchpoint());
    pasted(&desk.teller(), text, after.as_ref())
}

fn take(desk: Desk, text: &str) {
    desk.put(untrack(|| comes_to(desk, text)).journey);
}

/// A field to paste rows into, with what they come to.
#[component]
pub fn Paste() -> impl IntoView {
    let desk = use_desk();
    let text = RwSignal::new(String::new());
    let preview = Memo::new(move |_| text.with(|text| (!text.trim().is_empty()).then(|| comes_to(desk, text))));
    let typed = move |event: web_sys::Event| text.set(event_target_value(&event));
    let counts = move || {
        preview
            .with(|all| all.as_ref().map(|p| say!(desk, build.table.paste_count, added = p.added, changed = p.changed)))
    };
    let untaken = move || {
        let all = preview.with(|all| all.as_ref().map(|p| p.untaken.clone())).unwrap_or_default();
        all.into_iter().map(|one| view! { <li class="wrong">{said(desk, &one)}</li> }).collect_view()
    };
    let go = move |_| {
        let typed = text.get_untracked();
        if !typed.trim().is_empty() {
            take(desk, &typed);
            text.set(String::new());
        }
    };
    view! {
        <details class="help build-paste">
            <summary>{move || say!(desk, build.table.paste)}</summary>
            <label>
                <span class="form-name">{move || say!(desk, build.table.paste_label)}</span>
                <textarea rows="6" prop:value=move || text.get() on:input=typed></textarea>
            </label>
            <p class="hint">{move || say!(desk, build.table.paste_hint)}</p>
            <p role="status">{counts}</p>
            <ul>{untaken}</ul>
            <button class="firm" aria-disabled=move || preview.with(Option::is_none).to_string() on:click=go>
                {move || say!(desk, build.table.paste_go)}
            </button>
        </details>
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
