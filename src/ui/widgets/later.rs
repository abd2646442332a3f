//! What is fetched when somebody wants it: a line says that it is on its way, and where it did not come, that it can be
//! tried again.

use crate::say;
use crate::ui::state::{Store, use_store};
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use std::future::Future;
use std::pin::Pin;
use wasm_bindgen_futures::spawn_local;

/// A file of the page could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotFetched;

impl From<SplitLoaderError> for NotFetched {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Something on its way.
pub type Coming<T> = Pin<Box<dyn Future<Output = Result<T, NotFetched>>>>;

/// How a view is fetched that asks for nothing but the store.
pub type FetchView = fn() -> Coming<fn() -> AnyView>;

/// How far something has come that is fetched when it is wanted.
#[derive(Clone, Copy)]
pub enum Fetched<T> {
    NotYet,
    OnItsWay,
    Missing,
    Here(T),
}

/// Fetches what is neither here nor on its way.
pub fn fetch<T: Copy + Send + Sync + 'static>(fetch: fn() -> Coming<T>, into: RwSignal<Fetched<T>>) {
    if into.with_untracked(|fetched| matches!(fetched, Fetched::OnItsWay | Fetched::Here(_))) {
        return;
    }
    into.set(Fetched::OnItsWay);
    spawn_local(async move {
        let came = fetch().await;
        // Nobody may be waiting any more.
        into.try_set(came.map_or(Fetched::Missing, Fetched::Here));
    });
}

/// A view whose code comes when it is wanted, which is now.
pub fn later(fetched_by: FetchView) -> AnyView {
    later_with(fetched_by, |view| view())
}

/// The same, of a view that has to be told something.
pub fn later_with<T: Copy + Send + Sync + 'static>(
    fetched_by: fn() -> Coming<T>,
    view: impl Fn(T) -> AnyView + Send + 'static,
) -> AnyView {
    let store = use_store();
    let fetched = RwSignal::new(Fetched::NotYet);
    fetch(fetched_by, fetched);
    let seen = move || match fetched.get() {
        Fetched::Here(came) => view(came),
        Fetched::NotYet | Fetched::OnItsWay => on_its_way(store, part),
        Fetched::Missing => missing(store, part, move || fetch(fetched_by, fetched)),
    };
    seen.into_any()
}

/// What is said of something that has no name of its own.
fn part(store: Store) -> &'static str {
    say!(store, later.part)
}

/// Says that something is on its way.
pub fn on_its_way(store: Store, name: fn(Store) -> &'static str) -> AnyView {
    view! { <p class="fetching" role="status">{move || say!(store, later.fetching, part = name(store))}</p> }.into_any()
}

/// Says that something did not come, and offers to try again.
pub fn missing(store: Store, name: fn(Store) -> &'static str, again: impl Fn() + 'static) -> AnyView {
    view! {
        <div class="fetching" role="alert">
            <p>{move || say!(store, later.missing, part = name(store))}</p>
            <button class="firm" on:click=move |_| again()>{move || say!(store, later.again)}</button>
        </div>
    }
    .into_any()
}
