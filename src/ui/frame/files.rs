//! Journey files: opened by the picker or dropped on the page, and downloaded. A bad one costs the reader nothing.

use crate::app::{Command, Notice, open_work, save};
use crate::exchange::{check_size, journey_json, open_journey, text_of};
use crate::model::{Code, Location, Problem};
use crate::say;
use crate::ui::places::share::end_visit;
use crate::ui::platform::events::{Hears, input_of, listen};
use crate::ui::platform::files::{PICKER, offer, read};
use crate::ui::platform::ports::BrowserJourneys;
use crate::ui::state::{Refusal, Store, use_store};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// Opens the file of a list; of several, none is taken in silence.
fn open(store: Store, files: Option<web_sys::FileList>) {
    let Some(files) = files else { return };
    let Some(file) = files.get(0) else { return };
    if files.length() > 1 {
        let names: Vec<String> = (0..files.length()).filter_map(|n| files.get(n)).map(|file| file.name()).collect();
        let problems = of_whole_file(Code::SeveralFiles { found: names.len() });
        return store.refusal.set(Some(Refusal { name: names.join(", "), problems }));
    }
    let name = file.name();
    spawn_local(async move {
        match opened(store, &file).await {
            Ok((command, notice)) => {
                end_visit(store);
                store.run(command);
                notice.into_iter().for_each(|notice| store.tell(notice));
            }
            Err(problems) => store.refusal.set(Some(Refusal { name, problems })),
        }
    });
}

fn of_whole_file(what: Code) -> Vec<Problem> {
    vec![Problem { place: Location::file(), what }]
}

/// What a file asks for, its journey or all the work that it holds, and what is odd about its letters. Too large a file is
/// refused before it is read.
async fn opened(store: Store, file: &web_sys::File) -> Result<(Command, Option<Notice>), Vec<Problem>> {
    check_size(file.size() as usize)?;
    let bytes = read(file).await.map_err(|_| of_whole_file(Code::FileUnavailable))?;
    let (text, letters) = text_of(&bytes)?;
    let command = match open_journey(text.as_bytes()) {
        Ok(journey) => Command::OpenJourney { journey: Box::new(journey), name: file.name() },
        Err(problems) => {
            let here = store.session.get_untracked();
            let work = open_work(&text, &BrowserJourneys, &here).await.ok_or(problems)?;
            Command::TakeOver(Box::new(work))
        }
    };
    Ok((command, Notice::of_letters(letters)))
}

/// Downloads all of the reader's work: every journey that is worked on or was, with what is changed and each step back.
pub fn download_work(store: Store) {
    let _ = offer("kedja.json", &store.session.with_untracked(save));
}

/// Downloads what could not be read of what was kept.
pub fn download_unread(store: Store) {
    let mut texts = store.persistence.aside.get_untracked();
    texts.extend(store.persistence.waits_for());
    for (n, text) in texts.iter().enumerate() {
        let _ = offer(&format!("kedja-unread-{}.json", n + 1), text);
    }
}

/// Downloads the journey as it is today, as a file that can be opened again.
pub fn download_journey(store: Store) {
    let (name, json) = store.journey.with_untracked(|j| (format!("{}.json", j.id), journey_json(j)));
    // Without a place to put the file there is nothing that the page could do.
    let _ = offer(&name, &json);
}

/// The hidden picker, and the whole page as a place to drop a file on.
#[component]
pub fn DropZone() -> impl IntoView {
    let store = use_store();
    let over = RwSignal::new(false);
    listen_for_drops(store, over);
    let chosen = move |event: web_sys::Event| {
        open(store, input_of(&event).and_then(|input| input.files()));
    };
    view! {
        <input
            id=PICKER type="file" class="unseen" tabindex="-1" accept=".json,application/json"
            aria-label=move || say!(store, top.open) on:change=chosen
        />
        <div class="drop" class:over=move || over.get() aria-hidden="true">
            <p>{move || say!(store, files.drop)}</p>
        </div>
    }
}

fn listen_for_drops(store: Store, over: RwSignal<bool>) {
    let window = window();
    let files = |event: &web_sys::Event| event.dyn_ref::<web_sys::DragEvent>().and_then(|e| e.data_transfer());
    listen(&window, "dragover", Hears::AndPrevents, move |event| {
        event.prevent_default();
        over.set(true);
    });
    listen(&window, "dragleave", Hears::Plainly, move |event| {
        // Only when the pointer leaves the window itself.
        if event.dyn_ref::<web_sys::DragEvent>().is_some_and(|e| e.related_target().is_none()) {
            over.set(false);
        }
    });
    listen(&window, "drop", Hears::AndPrevents, move |event| {
        event.prevent_default();
        over.set(false);
        open(store, files(event).and_then(|dropped| dropped.files()));
    });
}
