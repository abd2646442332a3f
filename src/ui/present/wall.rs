//! The wall itself: the line over the scene, the scene, the controls, and what lies over all of it while it is black.

use super::bar::Bar;
use super::keys;
use super::notes;
use super::scenes::scene_view;
use super::state::{CAPTION, Wall, use_wall};
use crate::app::{Command, Scene};
use crate::say;
use crate::ui::places::journey::below;
use crate::ui::platform::wall::present_while;
use crate::ui::state::Store;
use leptos::prelude::*;

#[component]
pub fn OnWall() -> impl IntoView {
    let wall = use_wall();
    present_while(Signal::derive(move || wall.is_on.get()), "presenting");
    keys::hear(wall);
    on_cleanup(move || wall.notes.close());
    // The keys of the second window are those of this one.
    Effect::new(move |_| {
        if wall.notes.opened.get() > 0 {
            wall.notes.hear_keys(move |event| keys::heard(wall, event));
        }
    });
    // The notes follow, whatever of it changes.
    Effect::new(move |_| {
        wall.notes.opened.track();
        if wall.is_on.get() {
            notes::write(wall);
        }
    });
    let stage = move || wall.stage.get().map(|stage| view! { <Stage stage=stage/> });
    view! {
        <main class="wall-screen" hidden=move || !wall.is_on.get() aria-label=move || say!(wall.store, wall.stage)>
            {stage}
            <Bar/>
            <Keys/>
            <div class="black" hidden=move || !wall.is_black.get() on:click=move |_| wall.is_black.set(false)></div>
        </main>
    }
}

#[component]
fn Stage(stage: Store) -> impl IntoView {
    let wall = use_wall();
    provide_context(stage);
    provide_context(below::once_figures_stand(stage));
    Effect::new(move |_| stage.run(Command::SetLanguage(wall.store.language.get())));
    // What is only moved within a scene draws nothing anew.
    let shown = Memo::new(move |_| wall.is_on.get().then(|| wall.scene()).flatten());
    let content = move || shown.get().map(|scene| view! { <Shown wall=wall scene=scene/> });
    view! { {content} }
}

#[component]
fn Shown(wall: Wall, scene: Scene) -> impl IntoView {
    let class = format!("wall-scene shows-{}", scene.shows.name());
    let caption = scene.caption.clone();
    let has_caption = !caption.is_empty();
    view! {
        <div class=class>
            <header class="wall-top">
                <h1 id=CAPTION tabindex="-1" class:unseen=!has_caption>
                    {if has_caption { caption } else { say!(wall.store, wall.stage).to_owned() }}
                </h1>
                <Countdown/>
            </header>
            {scene_view(&scene)}
        </div>
    }
}

/// How long the room may still think.
#[component]
fn Countdown() -> impl IntoView {
    let wall = use_wall();
    let store = wall.store;
    let words = move || match wall.left.get() {
        None => String::new(),
        Some(0) => say!(store, wall.time_up).to_owned(),
        Some(left) => format!("{}:{:02}", left / 60, left % 60),
    };
    view! { <p class="wall-clock" role="timer" class:up=move || wall.left.get() == Some(0)>{words}</p> }
}

/// The keys in words, and what is to be said of the second window.
#[component]
fn Keys() -> impl IntoView {
    let wall = use_wall();
    let list = move || keys::in_words(wall).map(|words| view! { <li>{words}</li> }).collect_view();
    view! {
        <ul class="wall-keys on-screen" hidden=move || !wall.shows_keys.get()>{list}</ul>
        <p class="wall-blocked" role="alert" hidden=move || !wall.notes.is_blocked.get()>
            {move || wall.notes.is_blocked.get().then(|| say!(wall.store, wall.notes_blocked))}
        </p>
    }
}
