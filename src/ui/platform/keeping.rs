//! What the browser says of the place where it keeps things, and how pages of the site hear of each other.

use crate::ui::platform::events::{Hears, listen};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The channel on which a page tells others that it has changed the library.
const CHANNEL: &str = "kedja-library";

/// What is known of the place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct KeptPlace {
    /// Whether the browser has promised not to clear it by itself; `None` where it does not say.
    pub lasts: Option<bool>,
    /// Room that is used, and that there is [bytes].
    pub used: Option<f64>,
    pub of: Option<f64>,
    /// Whether it is a browser that clears a site which is not visited for seven days (Safari, where the page is not
    /// installed).
    pub clears_unvisited: bool,
}

async fn ask(method: &str) -> Option<JsValue> {
    let storage = Reflect::get(&window().navigator(), &"storage".into()).ok()?;
    let method: Function = Reflect::get(&storage, &method.into()).ok()?.dyn_into().ok()?;
    let asked: js_sys::Promise = method.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(asked).await.ok()
}

/// What the browser says of the place where it keeps things; `asks` for lasting storage where it has not been given.
pub async fn kept_place(asks: bool) -> KeptPlace {
    let mut lasts = ask("persisted").await.and_then(|lasts| lasts.as_bool());
    if asks && lasts == Some(false) {
        lasts = ask("persist").await.and_then(|lasts| lasts.as_bool()).or(lasts);
    }
    let estimate = ask("estimate").await.unwrap_or(JsValue::UNDEFINED);
    let number = |name: &str| Reflect::get(&estimate, &name.into()).ok().and_then(|n| n.as_f64());
    KeptPlace { lasts, used: number("usage"), of: number("quota"), clears_unvisited: clears_unvisited() }
}

fn clears_unvisited() -> bool {
    let navigator = window().navigator();
    let agent = navigator.user_agent().unwrap_or_default().to_lowercase();
    let is_safari = agent.contains("applewebkit/") && !agent.contains("chrom");
    let is_standing = window().match_media("(display-mode: standalone)").ok().flatten().is_some_and(|m| m.matches());
    is_safari && !is_standing
}

/// Tells other pages of the site that the library has been changed. Where that is not possible, they see it when they are
/// looked at.
pub struct OtherPages(Option<JsValue>);

impl OtherPages {
    /// Hears of it when another page tells, from now on.
    pub fn hear(heard: impl FnMut() + 'static) -> Self {
        let mut heard = heard;
        let channel =
            Reflect::get(&window(), &"BroadcastChannel".into()).ok().and_then(|made| made.dyn_into::<Function>().ok());
        let channel = channel.and_then(|made| Reflect::construct(&made, &Array::of1(&CHANNEL.into())).ok());
        if let Some(target) = channel.as_ref().and_then(|c| c.dyn_ref::<web_sys::EventTarget>()) {
            listen(target, "message", Hears::Plainly, move |_| heard());
        }
        Self(channel)
    }

    /// Tells the others.
    pub fn tell(&self) {
        let Some(channel) = &self.0 else { return };
        if let Ok(post) = Reflect::get(channel, &"postMessage".into()).and_then(JsCast::dyn_into::<Function>) {
            let _ = post.call1(channel, &JsValue::NULL);
        }
    }
}

/// Where it is noted when the library was last put into a file.
const BACKUP: &str = "kedja-backup";

fn store() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// When the library was last put into a file from here [ms since the beginning of 1970]; `None` if it never was, or nobody
/// knows.
pub fn last_backup() -> Option<f64> {
    store()?.get_item(BACKUP).ok().flatten()?.parse().ok()
}

/// Notes that the library is put into a file now [ms since the beginning of 1970].
pub fn note_backup(now: f64) {
    if let Some(store) = store() {
        // Where nothing can be noted, nothing of the library is kept either.
        let _ = store.set_item(BACKUP, &now.to_string());
    }
}

/// Something about how a reader wants a place, which stays so on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The marks of what does not hold are hidden.
    NoMarks,
    /// Single letters do nothing.
    NoLetters,
    /// Nobody is led through the order to build in.
    NoGuide,
}

impl Wish {
    fn name(self) -> &'static str {
        match self {
            Self::NoMarks => "kedja-build-no-marks",
            Self::NoLetters => "kedja-build-no-letters",
            Self::NoGuide => "kedja-build-no-guide",
        }
    }

    /// Whether the reader has wished it here.
    pub fn is_kept(self) -> bool {
        store().and_then(|store| store.get_item(self.name()).ok().flatten()).is_some()
    }

    /// Keeps it, or forgets it. Where nothing can be kept it holds until the page is left.
    pub fn keep(self, is_wished: bool) {
        if let Some(store) = store() {
            let _ = if is_wished { store.set_item(self.name(), "1") } else { store.remove_item(self.name()) };
        }
    }
}

/// Waits [ms].
pub async fn pause(ms: u32) {
    let waited = js_sys::Promise::new(&mut |resolve, _| {
        Timeout::new(ms, move || drop(resolve.call0(&JsValue::NULL))).forget();
    });
    // It cannot be refused.
    let _ = JsFuture::from(waited).await;
}

/// The day on the reader's own clock, as `2027-03-01`.
pub fn day_today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// A moment [ms since the beginning of 1970] as a day and a time in a language; the time alone if it is `short`.
pub fn moment(ms: u64, code: &str, short: bool) -> String {
    let options = js_sys::Object::new();
    let parts: &[(&str, &str)] = if short {
        &[("hour", "2-digit"), ("minute", "2-digit")]
    } else {
        &[("day", "numeric"), ("month", "short"), ("year", "numeric"), ("hour", "2-digit"), ("minute", "2-digit")]
    };
    for (name, value) in parts {
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    let locale = if code == "sv" { "sv-SE" } else { "en-GB" };
    js_sys::Date::new(&(ms as f64).into()).to_locale_string(locale, &options).into()
}
