//! Share: from where work goes to others, as a link that holds it; and what came by such a link, looked at before anything
//! of it is kept.

mod arriving;
mod brief;
mod course;
mod embed;
mod leaving;
mod link;
mod made;
mod opening;
mod options;
mod package;
mod pictures;
mod pool;
mod ranked;
mod tables;
mod take_course;
mod taking;
mod visit;

use crate::app::ports::{Pending, ReadyJourneys};
use crate::app::{Command, Route, Session};
use crate::app::{Place, Visit};
use crate::say;
use crate::ui::places::def::{Arrives, PlaceDef, PlaceView, Skip};
use crate::ui::platform::{device, sheet};
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{Coming, NotFetched, later};
pub use arriving::Opening;
pub use leaving::end_visit;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use std::rc::Rc;
pub use take_course::TakeCourse;
use wasm_bindgen_futures::spawn_local;

/// The heading of the place.
const TITLE: &str = "share-title";

/// What the page knows of this place.
pub const PLACE: PlaceDef = PlaceDef {
    place: Place::Share,
    class: "page share-place",
    name: |store| say!(store, places.share),
    view: Arrives::WhenWanted(|| Box::pin(fetched())),
    skips: |store| vec![Skip { words: say!(store, places.share), target: TITLE, go: || device::focus(TITLE) }],
    arrive: |_| device::focus_soon(TITLE),
};

#[wasm_split(share, fallible, wasm_split_path = ::leptos::wasm_split)]
fn fetched() -> Result<PlaceView, NotFetched> {
    Ok(PlaceView { view: || view! { <Share/> }.into_any(), spoken: |_| String::new() })
}

#[component]
fn Share() -> impl IntoView {
    let store = use_store();
    provide_context(made::Links::new(store));
    provide_context(options::Options::of(store));
    view! {
        <div class="share">
            <h1 id=TITLE tabindex="-1">{move || say!(store, share.title)}</h1>
            <p class="lead">{move || say!(store, share.lead)}</p>
            <link::LinkSheet/>
            <brief::Brief/>
            <embed::EmbedSheet/>
            <course::CourseSheet/>
            <tables::Tables/>
            <pictures::Pictures/>
            <pool::PoolSheet/>
        </div>
    }
}

/// How a link is opened by whoever has work of their own.
type Opener = fn(String, Session, Rc<dyn ReadyJourneys>) -> Pending<Opening>;

#[wasm_split(share, fallible, wasm_split_path = ::leptos::wasm_split)]
fn opener() -> Result<Opener, NotFetched> {
    Ok(opening::open)
}

/// What has come of a link, once what reads it has been fetched.
pub async fn opened(link: String, own: Session, journeys: Rc<dyn ReadyJourneys>) -> Opening {
    match opener().await {
        Ok(open) => open(link, own, journeys).await,
        Err(NotFetched) => Opening { visit: Visit::NotFetched, shown: None },
    }
}

/// Whether a reader who has changed what came by a link goes on to something else without it; asked only of them.
pub fn may_leave(store: Store) -> bool {
    let has_changed = store.visit.with_untracked(|visit| match visit {
        Some(Visit::Shown { came, .. }) => store.session.with_untracked(|session| session.work != **came),
        _ => false,
    });
    !has_changed || device::confirm(untrack(|| say!(store, share.over_changes)))
}

/// Opens a link on a page that stands, at a place where one is named. `then` is told when it is there; it is dropped where
/// it is no longer wanted by then.
pub fn visit(
    store: Store,
    journeys: Rc<dyn ReadyJourneys>,
    (link, route): (String, Option<Route>),
    is_wanted: impl Fn() -> bool + 'static,
    then: impl FnOnce() + 'static,
) {
    spawn_local(async move {
        let mut came = opened(link, own_now(store), journeys).await;
        if !is_wanted() {
            return;
        }
        // What was done while it was on its way is the reader's own too, and is kept before nothing more is.
        if let Visit::Shown { own, .. } = &mut came.visit {
            **own = own_now(store);
        }
        store.keep();
        if came.shown.is_none() && store.is_visiting() {
            end_visit(store);
        }
        store.visit.set(Some(came.visit));
        if let Some(shown) = came.shown {
            store.run(Command::TakeOver(Box::new(shown.session)));
            store.panel.set(route.as_ref().map_or(shown.panel, Route::panel));
            route.iter().flat_map(Route::commands).for_each(|command| store.run(command));
        }
        then();
    });
}

/// The reader's own work: what came by another link is not.
fn own_now(store: Store) -> Session {
    let own = store.visit.with_untracked(|visit| match visit {
        Some(Visit::Shown { own, .. }) => Some((**own).clone()),
        _ => None,
    });
    own.unwrap_or_else(|| store.session.get_untracked())
}

/// Says that the page shows what came by a link, or why it does not.
#[component]
pub fn VisitBar() -> impl IntoView {
    let store = use_store();
    let is_there = Memo::new(move |_| store.visit.with(Option::is_some));
    let fetched = || {
        let with_its_looks = async {
            sheet::later().await;
            bar().await
        };
        Box::pin(with_its_looks) as Coming<_>
    };
    move || is_there.get().then(|| later(fetched))
}

#[wasm_split(share, fallible, wasm_split_path = ::leptos::wasm_split)]
fn bar() -> Result<fn() -> AnyView, NotFetched> {
    Ok(|| view! { <visit::Bar/> }.into_any())
}
