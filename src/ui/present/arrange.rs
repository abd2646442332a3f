//! The list of scenes: kept, put in order, given a line and notes, and shown from any of them.

use super::state::{Wall, use_wall};
use crate::app::{
    Built, COUNTDOWN, Command, LONGEST_CAPTION, LONGEST_NOTE, MOST_SCENES, Project, Scene, Shows, add_meeting,
    add_scene, change_scene, drop_scene, move_scene, retake_scene, scene_of,
};
use crate::say;
use crate::ui::platform::device;
use crate::ui::platform::events::{choice_of, input_of};
use crate::ui::state::Store;
use crate::words::scenes as words;
use leptos::html;
use leptos::prelude::*;

/// Changes the scenes, as one step of undo.
fn change(store: Store, how: impl FnOnce(&Project) -> Project) {
    let work = store.session.with_untracked(|session| how(&session.work));
    store.run(Command::Build(Box::new(Built { work, typed: None, is_copy: false })));
}

#[component]
pub fn Arrange() -> impl IntoView {
    let wall = use_wall();
    let store = wall.store;
    let dialog: NodeRef<html::Dialog> = NodeRef::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if wall.is_arranging.get() && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !wall.is_arranging.get() && dialog.open() {
            dialog.close();
        }
    });
    let is_full = RwSignal::new(false);
    let add = move |made: Option<Project>| {
        is_full.set(made.is_none());
        if let Some(work) = made {
            change(store, |_| work);
        }
    };
    let keep = move |_| {
        let panel = store.panel.get_untracked();
        add(store.session.with_untracked(|session| {
            let shows = Shows::of(session.place, panel);
            let caption = words::caption(store.language.get_untracked(), shows);
            add_scene(&session.work, scene_of(session, shows, caption, ""))
        }));
    };
    let lay_out = move |_| {
        let language = store.language.get_untracked();
        let of = |shows| (words::caption(language, shows).to_owned(), words::note(language, shows).to_owned());
        add(store.session.with_untracked(|session| add_meeting(session, of)));
    };
    let ids = Memo::new(move |_| wall.scenes().iter().map(|scene| scene.id.clone()).collect::<Vec<_>>());
    let is_empty = move || ids.with(Vec::is_empty);
    let close = move || wall.is_arranging.set(false);
    view! {
        <dialog class="arrange" node_ref=dialog aria-labelledby="arrange-title" on:close=move |_| close()>
            <h2 id="arrange-title">{move || say!(store, wall.title)}</h2>
            <p class="lead">{move || say!(store, wall.lead)}</p>
            <p class="arrange-tools">
                <button class="firm" on:click=move |_| wall.begin(0)>
                    {move || if is_empty() { say!(store, wall.here) } else { say!(store, wall.begin) }}
                </button>
                <Show when=move || !is_empty()>
                    <button class="plain" on:click=move |_| wall.begin_with_what_is_seen()>{move || say!(store, wall.here)}</button>
                </Show>
                <button class="plain" on:click=keep>{move || say!(store, wall.keep)}</button>
                <button class="plain" on:click=lay_out>{move || say!(store, wall.lay_out)}</button>
                <Show when=move || !is_empty()>
                    <button class="plain" on:click=|_| device::print()>{move || say!(store, wall.print_notes)}</button>
                </Show>
            </p>
            <p class="hint" role="status">
                {move || is_full.get().then(|| say!(store, wall.full, n = MOST_SCENES))}
            </p>
            <Show when=is_empty><p class="hint">{move || say!(store, wall.none)}</p></Show>
            <ol class="arranged" aria-label=move || say!(store, wall.list)>
                <For each=move || ids.get() key=|id| id.clone() children=move |id| view! { <Row wall=wall id=id/> }/>
            </ol>
            <p class="dialog-end">
                <button class="quiet" on:click=move |_| store.run(Command::Undo)>{move || say!(store, top.undo)}</button>
                <button class="firm" on:click=move |_| close()>{move || say!(store, wall.close)}</button>
            </p>
        </dialog>
    }
}

#[component]
fn Row(wall: Wall, id: String) -> impl IntoView {
    let store = wall.store;
    let id = StoredValue::new(id);
    let scene = Memo::new(move |before: Option<&Option<Scene>>| {
        let found = wall.scenes().iter().find(|scene| scene.id == id.get_value()).cloned();
        // What is being removed still stands while it goes.
        found.or_else(|| before.cloned().flatten())
    });
    let n = Memo::new(move |_| wall.scenes().iter().position(|scene| scene.id == id.get_value()).unwrap_or(0) + 1);
    let text =
        move |read: fn(&Scene) -> String| move || scene.with(|scene| scene.as_ref().map(read).unwrap_or_default());
    let set = move |how: fn(&mut Scene, String)| {
        move |value: String| change(store, |work| change_scene(work, &id.get_value(), |scene| how(scene, value)))
    };
    let (caption, note) = (set(|scene, text| scene.caption = text), set(|scene, text| scene.note = text));
    let seconds = set(|scene, text| scene.seconds = text.trim().parse().ok());
    let shows = set(|scene, word| {
        if let Some(shows) = Shows::ALL.into_iter().find(|shows| shows.name() == word) {
            scene.shows = shows;
        }
    });
    let option = move |one: Shows| {
        let is_it = move || scene.with(|scene| scene.as_ref().is_some_and(|scene| scene.shows == one));
        view! { <option value=one.name() selected=is_it>{move || words::shows(store.language.get(), one)}</option> }
    };
    let elsewhere = move || {
        let journey = scene.with(|scene| scene.as_ref().map(|scene| scene.journey.clone()))?;
        let is_other = store.session.with(|session| session.work.journey.id != journey.id);
        let name = journey.name.get(store.code()).to_owned();
        is_other.then(|| view! { <p class="hint">{say!(store, wall.of_other, journey = name)}</p> })
    };
    let last = Memo::new(move |_| n.get() == wall.scenes().len());
    let act = move |how: fn(&Project, &str) -> Project| move |_| change(store, |work| how(work, &id.get_value()));
    let retake = move |_| {
        let work = store.session.with_untracked(|session| retake_scene(session, &id.get_value()));
        change(store, |_| work);
    };
    view! {
        <li class="arranged-scene">
            <span class="arranged-n" aria-hidden="true">{n}</span>
            <div class="arranged-fields">
                <label class="field wide">
                    <span class="field-name">{move || say!(store, wall.caption_short)}</span>
                    <input type="text" maxlength=LONGEST_CAPTION.to_string() aria-label=move || say!(store, wall.caption, n = n.get())
                        prop:value=text(|scene| scene.caption.clone())
                        on:change=move |event| { if let Some(input) = input_of(&event) { caption(input.value()) } }
                    />
                </label>
                <label class="field">
                    <span class="field-name">{move || say!(store, wall.shows)}</span>
                    <select on:change=move |event| { if let Some(word) = choice_of(&event) { shows(word) } }>
                        {Shows::ALL.map(option)}
                    </select>
                </label>
                <label class="field">
                    <span class="field-name">{move || say!(store, wall.seconds)}</span>
                    <input type="number" inputmode="numeric" min=COUNTDOWN.0.to_string() max=COUNTDOWN.1.to_string()
                        title=move || say!(store, wall.seconds_hint, least = COUNTDOWN.0, most = COUNTDOWN.1)
                        prop:value=text(|scene| scene.seconds.map(|seconds| seconds.to_string()).unwrap_or_default())
                        on:change=move |event| { if let Some(input) = input_of(&event) { seconds(input.value()) } }
                    />
                </label>
                <label class="field wide">
                    <span class="field-name">{move || say!(store, wall.note)}</span>
                    <textarea rows="2" maxlength=LONGEST_NOTE.to_string() prop:value=text(|scene| scene.note.clone())
                        on:change=move |event| note(event_target_value(&event))
                    ></textarea>
                </label>
                <p class="arranged-printed">{text(|scene| scene.note.clone())}</p>
                {elsewhere}
                <p class="row-tools">
                    <button class="plain" aria-label=move || say!(store, wall.from_of, n = n.get())
                        on:click=move |_| wall.begin(n.get_untracked() - 1)>{move || say!(store, wall.from)}</button>
                    <button class="plain" aria-label=move || say!(store, wall.retake_of, n = n.get())
                        on:click=retake>{move || say!(store, wall.retake)}</button>
                    <button class="plain" aria-label=move || say!(store, wall.earlier, n = n.get())
                        aria-disabled=move || (n.get() == 1).to_string()
                        on:click=act(|work, id| move_scene(work, id, false))>{move || say!(store, wall.up)}</button>
                    <button class="plain" aria-label=move || say!(store, wall.later, n = n.get())
                        aria-disabled=move || last.get().to_string()
                        on:click=act(|work, id| move_scene(work, id, true))>{move || say!(store, wall.down)}</button>
                    <button class="plain" aria-label=move || say!(store, wall.remove_of, n = n.get())
                        on:click=act(drop_scene)>{move || say!(store, wall.remove)}</button>
                </p>
            </div>
        </li>
    }
}
