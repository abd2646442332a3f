//! What is done with the library as a whole: files in, all of it as one file, and what is told of the place.

use super::shelf::use_library;
use super::shelf::{Library, LibraryNews, now, room};
use crate::app::library::{FileEnd, FileOutcome, change_head, exported, import};
use crate::exchange::{LONGEST_ARCHIVE, LONGEST_PACKED, is_zip, library_zip, meeting_json, open_library};
use crate::model::data::DAY_MS;
use crate::model::edit::slug;
use crate::say;
use crate::ui::platform::events::input_of;
use crate::ui::platform::files::{offer, offer_bytes, read};
use crate::ui::platform::keeping::{moment, note_backup};
use crate::ui::platform::records::BrowserRecords;
use crate::words::library as words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// Id of the hidden field by which files are chosen.
const FILES: &str = "library-files";

impl Library {
    /// What a record is called on the page.
    pub fn name(self, head: &crate::exchange::RecordHead) -> String {
        let time = head.apart.map(|at| moment(at, self.store.code(), true));
        words::name(self.store.language.get(), head, time.as_deref())
    }

    /// Puts files into the library, one after the other, and tells what became of each.
    fn import(self, files: Vec<web_sys::File>) {
        spawn_local(async move {
            let mut outcomes = Vec::new();
            for file in files {
                let name = file.name();
                if file.size() > LONGEST_ARCHIVE as f64 {
                    outcomes.push(FileOutcome { name, what: FileEnd::TooLarge });
                    continue;
                }
                let Ok(bytes) = read(&file).await else {
                    outcomes.push(FileOutcome { name, what: FileEnd::Unavailable });
                    continue;
                };
                if !is_zip(&bytes) {
                    outcomes.extend(self.import_one(name, bytes).await);
                    continue;
                }
                match open_library(&bytes) {
                    Ok(packed) => {
                        let mut packed = packed.peekable();
                        if packed.peek().is_none() {
                            outcomes.push(FileOutcome { name, what: FileEnd::Empty });
                        }
                        for (name, bytes) in packed {
                            match bytes {
                                Ok(bytes) => outcomes.extend(self.import_one(name, bytes).await),
                                Err(why) => outcomes.push(FileOutcome { name, what: FileEnd::Packed(why) }),
                            }
                        }
                    }
                    Err(why) => outcomes.push(FileOutcome { name, what: FileEnd::Packed(why) }),
                }
            }
            self.changed().await;
            self.news.set(Some(LibraryNews::Files(outcomes)));
        });
    }

    /// `None` where the library does not do it, which is told at its place.
    async fn import_one(self, name: String, bytes: Vec<u8>) -> Option<FileOutcome> {
        if bytes.len() as u64 > LONGEST_PACKED {
            return Some(FileOutcome { name, what: FileEnd::TooLarge });
        }
        let its = name.clone();
        let put = |keeper, records: BrowserRecords| async move {
            let done = import(room(&records), &its, &bytes, now()).await;
            (keeper, done)
        };
        let done = self.with(put).await;
        self.fault.set(done.as_ref().err().copied());
        let done = done.ok()?;
        Some(FileOutcome { name, what: FileEnd::Imported(done) })
    }

    /// Downloads a record as a file.
    pub fn export(self, key: String, name: String) {
        spawn_local(async move {
            let meeting = self.act(|records| async move { exported(room(&records), &key).await }).await.flatten();
            if let Some(meeting) = meeting {
                let _ = offer(&format!("{}.kedja.json", slug(&name)), &meeting_json(&meeting));
            }
        });
    }

    /// Downloads every journey of one's own as one file.
    fn export_all(self) {
        spawn_local(async move {
            self.shelve().await;
            self.list().await;
            let heads = self.heads();
            let names: Vec<(String, String)> =
                heads.iter().map(|head| (head.id.clone(), slug(&untrack(|| self.name(head))))).collect();
            let each = |records: BrowserRecords| async move {
                let mut files = Vec::new();
                for (id, name) in names {
                    if let Some(meeting) = exported(room(&records), &id).await? {
                        // Two may be called the same.
                        files.push((format!("{name}-{id}.kedja.json"), meeting_json(&meeting)));
                    }
                }
                Ok(files)
            };
            let Some(files) = self.act(each).await else { return };
            let Ok(zip) = library_zip(&files) else { return };
            let day: String = js_sys::Date::new_0().to_iso_string().into();
            let name = format!("kedja-library-{}.zip", day.get(..10).unwrap_or_default());
            if offer_bytes(&name, "application/zip", &zip).is_ok() {
                note_backup(now() as f64);
                self.backup.set(Some(now() as f64));
            }
        });
    }
}

/// Files in, and all of it out.
#[component]
pub fn Tools() -> impl IntoView {
    let library = use_library();
    let store = library.store;
    let chosen = move |event: web_sys::Event| {
        let Some(input) = input_of(&event) else { return };
        let files = input.files().map(|files| (0..files.length()).filter_map(|n| files.get(n)).collect::<Vec<_>>());
        library.import(files.unwrap_or_default());
        // The same file again must be a change too.
        input.set_value("");
    };
    let pick = move |_| {
        let field = document().get_element_by_id(FILES).and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(field) = field {
            field.click();
        }
    };
    let is_empty = move || library.count() == 0;
    view! {
        <p class="library-tools">
            <input id=FILES class="unseen" type="file" multiple accept=".json,.zip,application/json,application/zip"
                tabindex="-1" aria-hidden="true" on:change=chosen/>
            <button class="firm" on:click=pick>{move || say!(store, library.import)}</button>
            <button class="firm" disabled=is_empty on:click=move |_| library.export_all()>
                {move || say!(store, library.backup_all)}
            </button>
        </p>
    }
}

/// Whether what is kept lasts, the room that it takes, and when it was last put into a file.
#[component]
pub fn PlaceLine() -> impl IntoView {
    let library = use_library();
    let store = library.store;
    let place = move || {
        let place = library.place.get();
        words::place(store.language.get(), place.lasts, place.used)
    };
    let backup = move || {
        let days = library.backup.get().map(|then| ((now() as f64 - then) / DAY_MS as f64).max(0.0) as u64);
        words::backup(store.language.get(), days)
    };
    let fault = move || library.fault.get().map(|fault| words::fault(store.language.get(), fault));
    let safari = move || library.place.with(|place| place.clears_unvisited).then(|| say!(store, library.safari));
    view! {
        <p class="hint library-place">
            {move || fault().is_none().then(place)} " " {backup} " " {safari}
        </p>
        <p class="wrong" role="alert">{fault}</p>
    }
}

/// What was done last.
#[component]
pub fn News() -> impl IntoView {
    let library = use_library();
    let store = library.store;
    let told = move || {
        let language = store.language.get();
        let one = |words: String| view! { <p>{words}</p> }.into_any();
        library.news.get().map(|news| match news {
            LibraryNews::Binned(id, name) => {
                let undo = move |_| {
                    let id = id.clone();
                    library.news.set(None);
                    spawn_local(async move {
                        let back = |records| async move { change_head(&records, &id, |head| head.binned = None).await };
                        library.act(back).await;
                    });
                };
                view! {
                    <p>
                        {say!(language, library.binned, name = name)} " "
                        <button class="plain" on:click=undo>{say!(language, library.undo)}</button>
                    </p>
                }
                .into_any()
            }
            LibraryNews::Thrown(name) => one(say!(language, library.thrown, name = name)),
            LibraryNews::Restored(name) => one(say!(language, library.restored, name = name)),
            LibraryNews::Versioned(name) => one(say!(language, library.versioned, name = name)),
            LibraryNews::NotOpened(name, why) => {
                let why = words::open_fault(language, why);
                view! { <p class="wrong">{name}": "{why}</p> }.into_any()
            }
            LibraryNews::Files(outcomes) => {
                let lines = outcomes.iter().map(|outcome| view! { <li>{words::file_outcome(language, outcome)}</li> });
                view! { <ul class="library-files">{lines.collect_view()}</ul> }.into_any()
            }
        })
    };
    view! { <div class="library-news" role="status">{told}</div> }
}
