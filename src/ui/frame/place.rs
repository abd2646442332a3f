//! The places as they stand on the page: where one has to be fetched first, a line says so until it has come.

use super::offline::kept_offline;
use crate::app::Place;
use crate::ui::places::journey::fetch_details;
use crate::ui::places::{Arrives, PLACES, PlaceDef, PlaceView, library_started};
use crate::ui::platform::sheet;
use crate::ui::platform::starting::has_started;
use crate::ui::state::Store;
use crate::ui::widgets::{Fetched, fetch, missing, on_its_way};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// How long the page has been at rest when it fetches what nobody has asked for yet [ms].
const REST: u32 = 2_000;

/// How far each place has come, in the order of [`PLACES`].
#[derive(Clone, Copy)]
pub struct Places([RwSignal<Fetched<PlaceView>>; PLACES.len()]);

impl Places {
    /// Those of the page's own module are here; the others are fetched once the page is at rest, unless somebody comes
    /// earlier.
    pub fn new(store: Store) -> Self {
        let places = Self(std::array::from_fn(|at| {
            RwSignal::new(match PLACES[at].view {
                Arrives::WithThePage(view) => Fetched::Here(view),
                Arrives::WhenWanted(_) => Fetched::NotYet,
            })
        }));
        let timer: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
        let owner = Owner::current();
        Effect::new(move |_| {
            let owner = owner.clone();
            let all = move || {
                has_started();
                PLACES.iter().for_each(|def| places.fetch(def));
                spawn_local(async move {
                    let _ = fetch_details().await;
                    // What is one's own is put into the library from now on.
                    let started = (library_started().await, kept_offline().await);
                    if let ((Ok(keeps), Ok(keeps_page)), Some(owner)) = (started, owner) {
                        owner.with(|| {
                            keeps(store);
                            keeps_page(store);
                        });
                    }
                });
            };
            timer.set_value(store.answers.far.with(|far| far.done).then(|| Timeout::new(REST, all)));
        });
        places
    }

    fn fetched(self, place: Place) -> RwSignal<Fetched<PlaceView>> {
        self.0[PLACES.iter().position(|def| def.place == place).unwrap_or(0)]
    }

    /// Fetches a place that is neither here nor on its way.
    fn fetch(self, def: &'static PlaceDef) {
        if let Arrives::WhenWanted(by) = def.view {
            let place = self.fetched(def.place);
            spawn_local(async move {
                sheet::later().await;
                fetch(by, place);
            });
        }
    }

    /// What is said of a place to those who listen; empty until it is here.
    pub fn spoken(self, store: Store, place: Place) -> String {
        match self.fetched(place).get() {
            Fetched::Here(view) => (view.spoken)(store),
            _ => String::new(),
        }
    }
}

/// A place, from when somebody first comes there, or to where what it draws is taken away; it stays as it was while another
/// one is looked at.
pub fn place(store: Store, places: Places, def: &'static PlaceDef) -> impl IntoView {
    let is_here = move || store.place.get() == def.place;
    let has_been_here = Memo::new(move |before| {
        before.copied().unwrap_or(false) || is_here() || def.place.is_drawn_at(store.place.get())
    });
    Effect::new(move |_| {
        if has_been_here.get() {
            places.fetch(def);
        }
    });
    let is_old = move || store.answers.is_old.get() || store.session.with(|s| s.work.stands_still());
    let content = move || has_been_here.get().then(|| content(store, places, def));
    view! { <main class=def.class class:is-old=is_old hidden=move || !is_here()>{content}</main> }
}

fn content(store: Store, places: Places, def: &'static PlaceDef) -> AnyView {
    match places.fetched(def.place).get() {
        Fetched::Here(place) => {
            let view = (place.view)();
            if store.place.get_untracked() == def.place {
                // Whoever has waited for it is taken to what the address names.
                (def.arrive)(store);
            }
            view
        }
        Fetched::NotYet | Fetched::OnItsWay => on_its_way(store, def.name),
        Fetched::Missing => missing(store, def.name, move || places.fetch(def)),
    }
}
