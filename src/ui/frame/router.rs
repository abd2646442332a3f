//! The address follows what is seen, and what is seen follows the address: Back and Forward, links from elsewhere, an
//! address that somebody types.

use crate::app::ports::Clock;
use crate::app::{PageAddress, Panel, Place, Route, Step, Visit};
use crate::model::Journey;
use crate::ui::places::{def_of, share};
use crate::ui::platform::address;
use crate::ui::platform::events::{Hears, listen};
use crate::ui::platform::ports::BrowserClock;
use crate::ui::state::{FetchedJourneys, Store};
use leptos::prelude::*;
use std::sync::Arc;

/// How long a hand has to have rested on a link for Back to lead there [ms].
const REST: f64 = 1_000.0;

/// What the address names now.
pub fn asked_for() -> PageAddress {
    PageAddress::parse(&address::hash())
}

/// What was seen when the address was last written.
struct Seen {
    route: Route,
    /// What the page shows of a link.
    link: Option<String>,
    journey: Arc<Journey>,
    /// When [ms]; long ago where the address itself has led there.
    at: f64,
    /// How often the address has led somewhere.
    arrivals: u32,
}

/// Keeps the address and the page together from now on, and takes the reader to what the address names.
pub fn follow_address(store: Store) {
    let arrivals = RwSignal::new(0);
    let journeys = expect_context::<FetchedJourneys>();
    let route = Memo::new(move |_| {
        let (panel, lesson) = (store.panel.get(), store.lesson.get());
        store.session.with(|session| Route::of(session, panel, lesson.as_deref()))
    });
    Effect::new(move |before: Option<Seen>| {
        let (route, arrivals) = (route.get(), arrivals.get());
        let link = store.visit.with(|visit| visit.as_ref().and_then(Visit::shown).map(str::to_owned));
        let journey = store.session.with_untracked(|session| session.work.journey.clone());
        let now = BrowserClock.now();
        let (step, at) = match before.filter(|before| before.arrivals == arrivals) {
            // The address has led here: nothing is gained by a step, but it may say too little or something unknown.
            None => (Some(Step::Replace), f64::NEG_INFINITY),
            Some(before) => {
                // Another journey brings another link along, which nobody has chosen.
                let rested = now - before.at >= REST && Arc::ptr_eq(&before.journey, &journey);
                let step = Route::step(&before.route, &route, rested);
                if route.place() != before.route.place()
                    && store.visit.with_untracked(|v| v.as_ref().is_some_and(|v| v.shown().is_none()))
                {
                    store.visit.set(None);
                }
                if route == Route::Share && before.route != route {
                    store.shared_from.set(before.route);
                }
                (if before.link == link { step } else { Some(Step::Replace) }, now)
            }
        };
        let address = PageAddress { link: link.clone(), route: Some(route.clone()) }.written();
        if let Some(step) = step.filter(|_| address != address::hash()) {
            address::write(step, &address);
        }
        Seen { route, link, journey, at, arrivals }
    });
    // Whoever goes elsewhere comes back to the place as a whole.
    Effect::new(move |_| {
        if store.place.get() != Place::Prioritise {
            store.panel.set(None::<Panel>);
        }
    });
    // How often an address has been asked for: a link that comes after another one was, comes too late.
    let asked = StoredValue::new(0_u32);
    listen(&window(), "hashchange", Hears::Plainly, move |_| {
        let PageAddress { link, route } = asked_for();
        asked.update_value(|n| *n += 1);
        let now = asked.get_value();
        let shown = store.visit.with_untracked(|visit| visit.as_ref().and_then(Visit::shown).map(str::to_owned));
        match link {
            Some(link) if Some(&link) != shown.as_ref() => {
                if !share::may_leave(store) {
                    // The address says again what is seen.
                    return arrivals.update(|n| *n += 1);
                }
                let is_wanted = move || asked.get_value() == now;
                let then = move || arrivals.update(|n| *n += 1);
                return share::visit(store, journeys.source(), (link, route), is_wanted, then);
            }
            None if shown.is_some() => share::end_visit(store),
            // Why another address could not be opened is no news here.
            None => store.visit.set(None),
            _ => {}
        }
        let Some(route) = route else { return };
        store.panel.set(route.panel());
        if route.place() == Place::Learn {
            store.lesson.set(route.lesson().map(str::to_owned));
        }
        route.commands().into_iter().for_each(|command| store.run(command));
        arrivals.update(|n| *n += 1);
        (def_of(route.place()).arrive)(store);
    });
    (def_of(store.place.get_untracked()).arrive)(store);
}
