//! The frame of the page: the bar at the top, the place that is seen, and what concerns the page as a whole.

mod files;
mod help_key;
mod live;
mod notices;
mod offline;
mod place;
mod problems;
mod router;
mod top;

use crate::app::ports::{ReadyJourneys, Storage};
use crate::app::{NoJourney, PageAddress, Route};
use crate::say;
use crate::ui::places::journey::life::LifeDialog;
use crate::ui::places::share::VisitBar;
use crate::ui::places::{PLACES, Skip, def_of, share};
use crate::ui::platform::device;
use crate::ui::platform::events::{Hears, listen, undo_of};
use crate::ui::platform::press::Press;
use crate::ui::present::{Present, Presenting};
use crate::ui::state::{FetchedJourneys, Persistence, Store};
use leptos::prelude::*;
use live::Live;
use notices::Notices;
use place::{Places, place};
use problems::ProblemsDialog;
use std::rc::Rc;
use top::TopBar;
use wasm_bindgen::JsCast;

/// Puts the page into the document, once the store has said what was kept in it.
///
/// # Errors
/// When the journey that it begins with is not to be had.
pub async fn mount(storage: Rc<dyn Storage>, journeys: Rc<dyn ReadyJourneys>) -> Result<(), NoJourney> {
    let PageAddress { link, route } = router::asked_for();
    let own_route = route.as_ref().filter(|_| link.is_none());
    let mut opened = crate::app::open(&*storage, &*journeys).await?.at(own_route);
    let mut panel = route.as_ref().and_then(Route::panel);
    let mut visit = None;
    if let Some(link) = link {
        let came = share::opened(link, opened.session.clone(), journeys.clone()).await;
        visit = Some(came.visit);
        if let Some(shown) = came.shown {
            // What the keeper has is the reader's own.
            opened.session = shown.session;
            panel = route.as_ref().map_or(shown.panel, Route::panel);
            for command in route.iter().flat_map(Route::commands) {
                opened.session.apply(command);
            }
        }
    }
    leptos::mount::mount_to_body(move || {
        let persistence = Persistence::new(storage, journeys.clone(), std::mem::take(&mut opened.keeper));
        let store = Store::new(opened, persistence);
        store.panel.set(panel);
        store.visit.set(visit);
        store.lesson.set(route.as_ref().and_then(Route::lesson).map(str::to_owned));
        provide_context(store);
        provide_context(Press::watched());
        provide_context(FetchedJourneys::new(journeys));
        frame(store)
    });
    Ok(())
}

fn frame(store: Store) -> impl IntoView {
    Effect::new(move |_| device::set_language(store.code(), say!(store, page.title)));
    Effect::new(move |_| device::set_theme(store.session.with(|s| s.theme)));
    keep_when_left(store);
    undo_by_key(store);
    help_key::hear(store);
    provide_context(Owner::current().unwrap_or_default());
    let places = Places::new(store);
    provide_context(places);
    provide_context(Presenting::not_yet());
    let all = PLACES.iter().map(|def| place(store, places, def)).collect_view();
    let skips = move || (def_of(store.place.get()).skips)(store).into_iter().map(skip).collect_view();
    let page = view! {
        {skips}
        <TopBar/>
        <Notices/>
        <VisitBar/>
        {all}
        <ProblemsDialog/>
        <LifeDialog/>
        <Present/>
        <Live/>
    };
    router::follow_address(store);
    page
}

fn skip(skip: Skip) -> impl IntoView {
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        (skip.go)();
    };
    view! { <a class="skip" href=format!("#{}", skip.target) on:click=go>{skip.words}</a> }
}

/// A closed tab loses nothing, and one that is looked at again has what was done in others meanwhile.
fn keep_when_left(store: Store) {
    listen(&window(), "pagehide", Hears::Plainly, move |_| store.keep());
    listen(&window(), "pageshow", Hears::Plainly, move |_| store.keep());
    listen(&document(), "visibilitychange", Hears::Plainly, move |_| store.keep());
    // Another tab has kept something. A hand on a slider is not disturbed.
    listen(&window(), "storage", Hears::Plainly, move |_| {
        store.persistence.look_aside();
        if store.held.get_untracked() { store.keep_soon() } else { store.keep() }
    });
}

/// What undo by the keys leaves alone: fields and lists have their own, and nothing changes behind a dialog.
const OWN_UNDO: &str = "input[type=text], textarea, select, form, dialog";

/// Undo and redo by the keys that every program has.
fn undo_by_key(store: Store) {
    let heard = move |event: &web_sys::Event| {
        let Some(command) = event.dyn_ref::<web_sys::KeyboardEvent>().and_then(undo_of) else { return };
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let is_within = target.is_some_and(|element| element.closest(OWN_UNDO).ok().flatten().is_some());
        if is_within || document().query_selector("dialog[open]").ok().flatten().is_some() {
            return;
        }
        event.prevent_default();
        store.run(command);
    };
    listen(&window(), "keydown", Hears::AndPrevents, heard);
}
