//! The journeys of one's own as cards: a small living picture, the name, what is in it, when it was changed, where it comes
//! from.

use super::panel::Panel;
use super::shelf::Library;
use super::shelf::use_library;
use crate::app::Place;
use crate::app::library::{LibrarySort, shown};
use crate::exchange::{RecordHead, RecordOrigin, RecordPicture};
use crate::say;
use crate::ui::platform::events::{choice_of, input_of};
use crate::ui::platform::keeping::moment;
use crate::ui::state::FetchedJourneys;
use crate::words::{library as words, number};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many cards stand there at first, and come with each press [count].
const AT_ONCE: usize = 48;

/// The journeys of one's own, to be searched and sorted.
#[component]
pub fn Own() -> impl IntoView {
    let library = use_library();
    let store = library.store;
    let (search, sort) = (RwSignal::new(String::new()), RwSignal::new(LibrarySort::default()));
    let most = RwSignal::new(AT_ONCE);
    let all = Memo::new(move |_| library.heads());
    let found = Memo::new(move |_| shown(all.get(), &search.get(), sort.get(), |head| library.name(head)));
    let by_id =
        Memo::new(move |_| all.get().into_iter().map(|head| (head.id.clone(), head)).collect::<BTreeMap<_, _>>());
    let listed =
        move || found.with(|found| found.iter().take(most.get()).map(|head| head.id.clone()).collect::<Vec<_>>());
    let more = move || found.with(Vec::len).saturating_sub(most.get());
    let more_button = move || {
        (more() > 0).then(|| {
            let press = move |_| most.update(|most| *most += AT_ONCE);
            let n = number::count(store.language.get(), more().min(AT_ONCE) as u64);
            view! { <p><button class="firm" on:click=press>{say!(store, library.more, n = n)}</button></p> }
        })
    };
    let none = move || {
        (found.with(Vec::is_empty) && !all.with(Vec::is_empty))
            .then(|| view! { <p>{say!(store, library.none_found)}</p> })
    };
    let searched = move |event: web_sys::Event| {
        if let Some(input) = input_of(&event) {
            search.set(input.value());
        }
    };
    let sorted = move |event: web_sys::Event| {
        sort.set(match choice_of(&event).as_deref() {
            Some("name") => LibrarySort::Name,
            Some("size") => LibrarySort::Size,
            _ => LibrarySort::Changed,
        });
    };
    view! {
        <section class="library-own" hidden=move || all.with(Vec::is_empty) aria-labelledby="library-own-title">
            <div class="library-head">
                <h2 id="library-own-title">{move || say!(store, library.own)}</h2>
                <label class="library-field">
                    <span>{move || say!(store, library.search)}</span>
                    <input type="search" on:input=searched/>
                </label>
                <label class="library-field">
                    <span>{move || say!(store, library.sort)}</span>
                    <select on:change=sorted>
                        <option value="changed">{move || say!(store, library.sort_changed)}</option>
                        <option value="name">{move || say!(store, library.sort_name)}</option>
                        <option value="size">{move || say!(store, library.sort_size)}</option>
                    </select>
                </label>
            </div>
            <ul class="library-cards">
                <For each=listed key=String::clone let:id>{card(library, by_id, id)}</For>
            </ul>
            {none} {more_button}
        </section>
    }
}

/// The picture of a journey: its chain, each link as thick as it is strong, the weakest one marked.
pub fn drawn(picture: &RecordPicture) -> impl IntoView + use<> {
    let [x, y, width, height] = picture.view;
    let ring = |(thickness, path): &(f64, String), weakest: bool| {
        view! { <path class:weakest=weakest d=path.clone() stroke-width=*thickness/> }
    };
    let rings = picture.rings.iter().map(|its| ring(its, false)).collect_view();
    let weakest = picture.weakest.as_ref().map(|its| ring(its, true));
    view! {
        <svg class="picture" viewBox=format!("{x} {y} {width} {height}") aria-hidden="true" focusable="false">
            {rings} {weakest}
        </svg>
    }
}

/// What a journey is called that comes with Kedja, where it has been fetched.
fn ready_name(head: &RecordHead, code: &str) -> Option<String> {
    let RecordOrigin::Ready(id) = &head.origin else { return None };
    let ready = expect_context::<FetchedJourneys>().here();
    ready.into_iter().find(|(its, _)| its == id).map(|(_, journey)| journey.name.get(code).to_owned())
}

/// The journeys by their ids.
type ById = Memo<BTreeMap<String, Arc<RecordHead>>>;

fn card(library: Library, by_id: ById, id: String) -> impl IntoView {
    let store = library.store;
    let its = id.clone();
    let head = Memo::new(move |_| by_id.with(|all| all.get(&its).map(|head| (**head).clone()).unwrap_or_default()));
    let name = move || head.with(|head| library.name(head));
    let its = id.clone();
    let is_open = Memo::new(move |_| store.session.with(|session| session.work.record.as_ref() == Some(&its)));
    let facts = move || {
        let (language, code) = (store.language.get(), store.code());
        head.with(|head| {
            let changed = say!(language, library.changed, time = moment(head.changed, code, false));
            let origin = words::origin(language, head, ready_name(head, code).as_deref());
            format!("{} · {} · {}", words::contents(language, head), changed, origin)
        })
    };
    let drawing = Memo::new(move |_| head.with(|head| head.picture.clone()));
    let picture = move || drawing.with(drawn);
    let note = move || {
        head.with(|head| (!head.note.is_empty()).then(|| view! { <p class="library-note">{head.note.clone()}</p> }))
    };
    let open = move |_| library.open(id.clone(), untrack(name), Some(Place::Journey));
    let is_asked = RwSignal::new(false);
    let toggled = move |event: web_sys::Event| {
        let is_open = event.target().and_then(|details| js_sys::Reflect::get(&details, &"open".into()).ok());
        is_asked.update(|asked| *asked |= is_open.is_some_and(|open| open.is_truthy()));
    };
    view! {
        <li class="library-card" class:chosen=move || is_open.get()>
            <button class="library-open" aria-label=move || say!(store, library.open, name = name())
                aria-current=move || is_open.get().then_some("true") on:click=open
            >
                {picture}
                <span class="library-name">{name}</span>
            </button>
            <p class="hint">
                {move || is_open.get().then(|| view! { <strong>{say!(store, library.on_desk)}</strong> " · " })} {facts}
            </p>
            {note}
            <details class="library-more" on:toggle=toggled>
                <summary aria-label=move || say!(store, library.act, act = say!(store, library.acts), name = name())>
                    {move || say!(store, library.acts)}
                </summary>
                {move || is_asked.get().then(|| view! { <Panel head=head/> })}
            </details>
        </li>
    }
}
