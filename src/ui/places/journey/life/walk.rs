//! Where somebody stands who steps through a life: at one event of one of the twins.

use crate::analysis::Story;
use crate::app::{Told, When, same_time, stops};
use crate::ui::platform::events::{Hears, listen};
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// A life with the events that one can step through.
#[derive(Debug)]
pub struct Stepped {
    pub story: Story,
    pub stops: Vec<(When, Told)>,
}

impl Stepped {
    pub fn of(story: Story) -> Arc<Self> {
        Arc::new(Self { stops: stops(&story), story })
    }
}

/// The twins, and where one stands.
#[derive(Clone, Copy)]
pub struct Walk {
    lives: StoredValue<[Arc<Stepped>; 2]>,
    /// Whether the twin with the change is followed.
    pub with_change: RwSignal<bool>,
    /// Among the stops of that life.
    place: RwSignal<usize>,
}

impl Walk {
    /// Through today's life and the twin's, which is the same where there is no other; from this stop on.
    pub fn new(lives: [Arc<Stepped>; 2], with_change: bool, place: usize) -> Self {
        Self { lives: StoredValue::new(lives), with_change: RwSignal::new(with_change), place: RwSignal::new(place) }
    }

    /// The life that is followed.
    pub fn life(self) -> Arc<Stepped> {
        let with_change = self.with_change.get();
        self.lives.with_value(|[today, what_if]| if with_change { what_if.clone() } else { today.clone() })
    }

    /// The number of the stop, of so many.
    pub fn number(self) -> (usize, usize) {
        (self.place.get(), self.life().stops.len())
    }

    /// When it was, and what happened.
    pub fn here(self) -> Option<(When, Told)> {
        self.life().stops.get(self.place.get()).copied()
    }

    /// On by so many stops, or back; not over the ends.
    pub fn step(self, by: isize) {
        let last = untrack(|| self.life().stops.len().saturating_sub(1));
        self.place.update(|place| *place = place.saturating_add_signed(by).min(last));
    }

    /// To the twin who lives with the change or the one who does not, at the same time of life.
    pub fn follow(self, with_change: bool) {
        let Some((when, told)) = untrack(|| self.here()) else { return };
        batch(|| {
            self.with_change.set(with_change);
            let stops = untrack(|| self.life());
            self.place.set(same_time(&stops.stops, when, told.at));
        });
    }

    /// To an event of one of the twins.
    pub fn go(self, with_change: bool, at: usize) {
        batch(|| {
            self.with_change.set(with_change);
            let life = untrack(|| self.life());
            self.place.set(life.stops.iter().position(|(_, told)| told.at == at).unwrap_or(0));
        });
    }

    /// Steps by the arrow keys for as long as this life is shown.
    pub fn by_keys(self) {
        listen(&window(), "keydown", Hears::AndPrevents, move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
            let by = match key.key().as_str() {
                "ArrowRight" => 1,
                "ArrowLeft" => -1,
                _ => return,
            };
            if key.alt_key() || key.ctrl_key() || key.meta_key() || key.shift_key() || scrolls_sideways(event) {
                return;
            }
            event.prevent_default();
            self.step(by);
        });
    }
}

/// Whether the arrow keys move what has the focus.
fn scrolls_sideways(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.scroll_width() > element.client_width() && element.tag_name() == "DIV")
}
