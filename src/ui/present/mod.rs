//! Present: scenes of a meeting on a large screen, stepped by keys, by a clicker or by a finger. It has a store of its own,
//! so that nothing that is moved on the wall changes the reader's work; only the chips that are laid are the room's. All
//! but the button is a module of its own, fetched when somebody presses that.

mod arrange;
mod bar;
mod keys;
mod notes;
mod scenes;
mod second_window;
mod state;
mod wall;

use crate::say;
use crate::ui::platform::sheet;
use crate::ui::state::use_store;
use crate::ui::widgets::{NotFetched, later};
use arrange::Arrange;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use state::Wall;
use wall::OnWall;

/// Whether somebody has asked for it, and whether the list of scenes is open.
#[derive(Clone, Copy)]
pub struct Presenting {
    is_wanted: RwSignal<bool>,
    is_arranging: RwSignal<bool>,
}

impl Presenting {
    /// Not yet asked for.
    pub fn not_yet() -> Self {
        Self { is_wanted: RwSignal::new(false), is_arranging: RwSignal::new(false) }
    }
}

/// What opens the list of scenes, from every place.
#[component]
pub fn PresentButton() -> impl IntoView {
    let (store, presenting) = (use_store(), expect_context::<Presenting>());
    let open = move |_| {
        presenting.is_wanted.set(true);
        presenting.is_arranging.set(true);
    };
    view! { <button id="present" class="quiet" aria-haspopup="dialog" on:click=open>{move || say!(store, wall.open)}</button> }
}

/// The list of scenes and the wall, from when they are first wanted.
#[component]
pub fn Present() -> impl IntoView {
    let presenting = expect_context::<Presenting>();
    let wanted = Memo::new(move |_| presenting.is_wanted.get());
    move || wanted.get().then(|| later(|| Box::pin(dressed())))
}

/// Once its style sheet has come too.
async fn dressed() -> Result<fn() -> AnyView, NotFetched> {
    sheet::later().await;
    fetched().await
}

#[wasm_split(present, fallible, wasm_split_path = ::leptos::wasm_split)]
fn fetched() -> Result<fn() -> AnyView, NotFetched> {
    Ok(view)
}

fn view() -> AnyView {
    let wall = Wall::new(use_store(), expect_context::<Presenting>().is_arranging);
    provide_context(wall);
    view! { <Arrange/><OnWall/> }.into_any()
}
