//! Where figures come in: a field to paste into, a file, and what kind of figures they are.

use super::state::FigureReading;
use crate::app::records::FileKind;
use crate::say;
use crate::ui::platform::events::{choice_of, input_of};
use crate::ui::platform::unsent::{sent, unsent_text};
use crate::words::number;
use leptos::prelude::*;

/// What pasted figures are kept under until they are read.
const TEXT_NAME: &str = "data";

#[component]
pub fn Source(reading: FigureReading) -> impl IntoView {
    let desk = reading.desk;
    let text = unsent_text(TEXT_NAME);
    let name = move |kind: FileKind| match kind {
        FileKind::Counts => say!(desk, data.kind.counts),
        FileKind::Log => say!(desk, data.kind.log),
        FileKind::Curve => say!(desk, data.kind.curve),
    };
    let option = move |kind: FileKind| {
        view! { <option value=kind.code() selected=move || reading.kind.get() == kind>{move || name(kind)}</option> }
    };
    let choose = move |event: web_sys::Event| {
        let chosen = choice_of(&event).and_then(|code| FileKind::ALL.into_iter().find(|kind| kind.code() == code));
        if let Some(kind) = chosen {
            reading.kind.set(kind);
            reading.read_again();
        }
    };
    let pick = move |event: web_sys::Event| {
        if let Some(file) = input_of(&event).and_then(|input| input.files()).and_then(|files| files.get(0)) {
            reading.take_file(file);
        }
    };
    let progress = move || {
        let said = match reading.progress.get()? {
            0 => say!(desk, data.working).to_owned(),
            rows => say!(desk, data.reading, rows = number::count(desk.store.language.get(), rows)),
        };
        Some(view! {
            <p role="status">
                {said} " "
                <button class="firm" on:click=move |_| reading.stop()>{say!(desk, data.stop)}</button>
            </p>
        })
    };
    let stopped = move || reading.was_stopped.get().then(|| view! { <p role="status">{say!(desk, data.stopped)}</p> });
    let missing = move || {
        reading.is_missing.get().then(
            || view! { <p class="wrong" role="alert">{say!(desk, later.missing, part = say!(desk, later.part))}</p> },
        )
    };
    // The same file again is a change too: it may have been mended.
    let afresh = move |event: web_sys::MouseEvent| {
        if let Some(input) = input_of(&event) {
            input.set_value("");
        }
    };
    view! {
        <div class="data-source">
            <label>
                <span class="form-name">{move || say!(desk, data.kind_label)}</span>
                <select id="data-kind" on:change=choose>{FileKind::ALL.into_iter().map(option).collect_view()}</select>
            </label>
            <label>
                <span class="form-name">{move || say!(desk, data.choose)}</span>
                <input id="data-file" type="file" accept=".csv,.tsv,.txt,.xlsx,.xes,.gz" on:click=afresh on:change=pick/>
            </label>
            <label class="data-paste">
                <span class="form-name">{move || say!(desk, data.paste_label)}</span>
                <textarea
                    id="data-text" rows="6" prop:value=move || text.get()
                    on:input=move |event| text.set(event_target_value(&event))
                ></textarea>
            </label>
            <p>
                <button class="firm" on:click=move |_| {
                    sent(TEXT_NAME);
                    reading.take_text(&text.get_untracked());
                }>
                    {move || say!(desk, data.read_it)}
                </button>
            </p>
        </div>
        {progress}
        {stopped}
        {missing}
    }
}
