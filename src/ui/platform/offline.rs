//! The page without a network: a service worker (`build/service_worker.js`) keeps one whole version of it on the device. Where
//! a browser has none, or refuses it, the page works as long as its host answers.

use super::device;
use super::events::{Hears, listen};
use crate::app::ports::Clock;
use crate::ui::platform::ports::BrowserClock;
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::EventTarget;

/// The service worker of the page.
const WORKER: &str = "sw.js";
/// What it hears when the reader wants the new version.
const TAKE_OVER: &str = "take over";
/// How long it takes until the page asks again whether there is a new version [ms].
const HOUR: f64 = 3_600_000.0;

thread_local! {
    /// What the browser has registered, from when it has.
    static REGISTERED: std::cell::RefCell<Option<JsValue>> = const { std::cell::RefCell::new(None) };
}

fn part(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|part| !part.is_undefined() && !part.is_null())
}

fn ask(of: &JsValue, method: &str, with: &str) -> Option<JsValue> {
    let method: Function = part(of, method)?.dyn_into().ok()?;
    if with.is_empty() { method.call0(of).ok() } else { method.call1(of, &with.into()).ok() }
}

fn container() -> Option<JsValue> {
    part(&window().navigator().into(), "serviceWorker")
}

/// Whether this page may fill the device's store: not from within another page, and not where the reader saves data.
fn may() -> bool {
    let is_within = window().parent().ok().flatten().is_some_and(|parent| parent != window());
    let navigator: JsValue = window().navigator().into();
    let saves = part(&navigator, "connection").and_then(|connection| part(&connection, "saveData"));
    !is_within && saves != Some(JsValue::TRUE)
}

/// Keeps the page on the device from now on; `on_new` hears that another version is there and waits.
pub fn keep(on_new: impl Fn() + 'static) {
    let Some(container) = container().filter(|_| may()) else { return };
    let Some(asked) = ask(&container, "register", WORKER).and_then(|asked| asked.dyn_into::<Promise>().ok()) else {
        return;
    };
    let on_new = Rc::new(on_new);
    let owner = Owner::current();
    spawn_local(async move {
        // A browser may refuse, and a host may have none: the page goes on as it is.
        let Ok(registered) = JsFuture::from(asked).await else { return };
        REGISTERED.with_borrow_mut(|known| *known = Some(registered.clone()));
        if let Some(owner) = owner {
            owner.with(|| watch(container, registered, on_new));
        }
    });
}

/// Tells of each version that comes to wait.
fn watch(container: JsValue, registered: JsValue, on_new: Rc<dyn Fn()>) {
    // The first version of all is no news.
    let tell = {
        let (container, registered) = (container, registered.clone());
        Rc::new(move || {
            if part(&registered, "waiting").is_some() && part(&container, "controller").is_some() {
                on_new();
            }
        })
    };
    tell();
    let Ok(target) = registered.clone().dyn_into::<EventTarget>() else { return };
    let coming = registered.clone();
    let owner = Owner::current();
    listen(&target, "updatefound", Hears::Plainly, move |_| {
        let Some(worker) = part(&coming, "installing").and_then(|worker| worker.dyn_into::<EventTarget>().ok()) else {
            return;
        };
        let tell = tell.clone();
        if let Some(owner) = owner.clone() {
            owner.with(|| listen(&worker, "statechange", Hears::Plainly, move |_| tell()));
        }
    });
    // Whoever comes back after a while is told of a version that was published meanwhile.
    let asked = StoredValue::new(BrowserClock.now());
    let tab = device::tab_is_seen();
    Effect::new(move |_| {
        let now = BrowserClock.now();
        if tab.get() && now - asked.get_value() > HOUR {
            asked.set_value(now);
            if let Some(promise) = ask(&registered, "update", "").and_then(|asked| asked.dyn_into::<Promise>().ok()) {
                spawn_local(async move {
                    // Without a network there is nothing new.
                    let _ = JsFuture::from(promise).await;
                });
            }
        }
    });
}

/// Takes the version that waits, and loads the page anew with it.
pub fn take_over() {
    let registered = REGISTERED.with_borrow(Clone::clone);
    let waiting = registered.and_then(|registered| part(&registered, "waiting"));
    let container = container().and_then(|container| container.dyn_into::<EventTarget>().ok());
    let (Some(waiting), Some(container)) = (waiting, container) else { return device::reload() };
    gloo::events::EventListener::once(&container, "controllerchange", |_| device::reload()).forget();
    let _ = ask(&waiting, "postMessage", TAKE_OVER);
}
