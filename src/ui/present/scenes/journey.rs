//! The chain with its crowd, what a change does, and the strength of one link to move.

use crate::app::{Command, sentence};
use crate::model::Field;
use crate::say;
use crate::ui::places::journey::chain::{ChainPanel, WallRoom};
use crate::ui::places::journey::headline::shown;
use crate::ui::places::journey::outcomes::Outcomes;
use crate::ui::platform::device;
use crate::ui::platform::events::{Hears, listen};
use crate::ui::state::use_store;
use crate::ui::widgets::Slider;
use crate::words::{lever, strength};
use leptos::prelude::*;

#[component]
pub fn Living() -> impl IntoView {
    let store = use_store();
    provide_context(wall_room());
    let told = move || {
        let report = store.report.get()?;
        let sentence = store.work.with(|work| sentence(work, &report))?;
        Some(shown(store, &sentence))
    };
    view! {
        <p class="wall-sentence">{told}</p>
        <div class="wall-journey">
            <div class="map"><ChainPanel/></div>
            <div class="wall-side"><Outcomes/><StrengthOnWall/></div>
        </div>
    }
}

/// What else stands in sight with the chain [units of the drawing, of a screen 720 high].
const IN_SIGHT: f64 = 300.0;
/// How high a screen is in units of the drawing.
const SCREEN: f64 = 720.0;

/// The room for the chain: a unit is a pixel on a screen 720 high, and grows with it.
fn wall_room() -> WallRoom {
    let size = || {
        let (width, height) = device::window_size();
        // Held upright there is no more room than the width gives.
        (height / SCREEN).min(width / SCREEN)
    };
    let unit = RwSignal::new(size());
    let high = RwSignal::new(device::window_size().1);
    listen(&window(), "resize", Hears::Plainly, move |_| {
        unit.set(size());
        high.set(device::window_size().1);
    });
    WallRoom { height: Memo::new(move |_| high.get() / unit.get() - IN_SIGHT), unit }
}

/// The strength of the link in focus.
#[component]
fn StrengthOnWall() -> impl IntoView {
    let store = use_store();
    let of = move |journey_of: fn(&crate::app::Project, &crate::model::LinkId) -> Option<f64>| {
        store.work.with(|work| journey_of(work, &store.selected.get()).unwrap_or(0.0))
    };
    let today = Memo::new(move |_| of(crate::app::Project::today));
    let now = Memo::new(move |_| of(crate::app::Project::now));
    let name = Signal::derive(move || say!(store, wall.strength, link = store.link_name(&store.selected.get())));
    let spoken = Signal::derive(move || strength::spoken(store.language.get(), today.get(), now.get()));
    let set = Callback::new(move |value| {
        store.run(Command::SetLever { link: store.selected.get_untracked(), lever: Field::Strength, value });
    });
    let value = move || lever::value(&store.teller(), Field::Strength, now.get());
    view! {
        <div class="wall-strength" class:changed=move || now.get() != today.get()>
            <span class="wall-strength-name">{name}</span>
            <output>{value}</output>
            <Slider label=name value=now today=today words=spoken set=set/>
        </div>
    }
}
