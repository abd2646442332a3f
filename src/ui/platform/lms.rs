//! The learning platform around a course, as SCORM 1.2 has it: an object named `API` in a window around this one.

use crate::app::ports::{Pending, Storage, StorageFault};
use crate::model::number_of;
use js_sys::{Array, Function, Reflect};
use leptos::prelude::window;
use std::cell::Cell;
use std::future::ready;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};

/// How many windows around this one are looked into.
const WINDOWS: usize = 10;
/// What a platform keeps of a course's own [characters].
const LONGEST_KEPT: usize = 4_096;

/// A platform that has been found and has begun to listen.
#[derive(Clone)]
pub struct Lms {
    api: JsValue,
    /// When it began [ms].
    began: f64,
    /// What it has been told.
    told: Rc<Cell<Told>>,
}

#[derive(Clone, Copy, Default)]
struct Told {
    is_done: bool,
    score: Option<u32>,
    has_ended: bool,
}

impl Lms {
    /// The platform around this page; `None` where there is none.
    pub fn begin() -> Option<Self> {
        let api = around().or_else(|| {
            let opener = Reflect::get(&window(), &"opener".into()).ok()?;
            api_of(&opener)
        })?;
        let lms = Self { api, began: js_sys::Date::now(), told: Rc::default() };
        lms.call("LMSInitialize", &[""])?;
        let status = lms.get("cmi.core.lesson_status");
        // What was reached another time is never taken back.
        let is_done = matches!(status.as_str(), "completed" | "passed");
        let score = number_of(&lms.get("cmi.core.score.raw")).map(|score| score.clamp(0.0, 100.0) as u32);
        lms.told.set(Told { is_done, score, has_ended: false });
        if !is_done {
            lms.set("cmi.core.lesson_status", "incomplete");
        }
        Some(lms)
    }

    /// Tells how far somebody has come; less than was told before is not told.
    pub fn report(&self, is_done: bool, score: Option<u32>) {
        let told = self.told.get();
        let better = score.filter(|score| told.score.is_none_or(|before| *score > before));
        if (told.is_done || !is_done) && better.is_none() || told.has_ended {
            return;
        }
        if let Some(score) = better {
            self.set("cmi.core.score.min", "0");
            self.set("cmi.core.score.max", "100");
            self.set("cmi.core.score.raw", &score.to_string());
        }
        if is_done {
            self.set("cmi.core.lesson_status", "completed");
        }
        self.told.set(Told { is_done: told.is_done || is_done, score: better.or(told.score), has_ended: false });
        self.call("LMSCommit", &[""]);
    }

    /// The page is left.
    pub fn end(&self) {
        if self.told.replace(Told { has_ended: true, ..self.told.get() }).has_ended {
            return;
        }
        let seconds = ((js_sys::Date::now() - self.began) / 1_000.0).max(0.0) as u64;
        let time = format!("{:04}:{:02}:{:02}", (seconds / 3_600).min(9_999), seconds / 60 % 60, seconds % 60);
        self.set("cmi.core.session_time", &time);
        self.call("LMSCommit", &[""]);
        self.call("LMSFinish", &[""]);
    }

    fn get(&self, name: &str) -> String {
        self.call("LMSGetValue", &[name]).unwrap_or_default()
    }

    fn set(&self, name: &str, value: &str) -> bool {
        self.call("LMSSetValue", &[name, value]).is_some_and(|said| said == "true")
    }

    fn call(&self, name: &str, given: &[&str]) -> Option<String> {
        let function: Function = Reflect::get(&self.api, &name.into()).ok()?.dyn_into().ok()?;
        let given: Array = given.iter().map(|text| JsValue::from_str(text)).collect();
        let said = function.apply(&self.api, &given).ok()?;
        said.as_string().or_else(|| said.as_bool().map(|yes| yes.to_string()))
    }
}

/// What a learner has done, kept by the platform with their other results. It holds one text.
impl Storage for Lms {
    fn get(&self, _: &str) -> Pending<Result<Option<String>, StorageFault>> {
        let kept = Lms::get(self, "cmi.suspend_data");
        Box::pin(ready(Ok(Some(kept).filter(|kept| !kept.is_empty()))))
    }

    fn put(&self, _: &str, text: &str) -> Pending<Result<(), StorageFault>> {
        let fits = text.chars().count() <= LONGEST_KEPT;
        let kept = fits && self.set("cmi.suspend_data", text);
        if kept {
            self.call("LMSCommit", &[""]);
        }
        Box::pin(ready(if kept {
            Ok(())
        } else if fits {
            Err(StorageFault::Refused)
        } else {
            Err(StorageFault::Full)
        }))
    }

    fn remove(&self, _: &str) -> Pending<Result<(), StorageFault>> {
        Box::pin(ready(Ok(())))
    }
}

/// A store that keeps nothing, where no platform is.
pub struct NoStore;

impl Storage for NoStore {
    fn get(&self, _: &str) -> Pending<Result<Option<String>, StorageFault>> {
        Box::pin(ready(Ok(None)))
    }

    fn put(&self, _: &str, _: &str) -> Pending<Result<(), StorageFault>> {
        Box::pin(ready(Err(StorageFault::Refused)))
    }

    fn remove(&self, _: &str) -> Pending<Result<(), StorageFault>> {
        Box::pin(ready(Ok(())))
    }
}

/// The object in the windows around this one, the nearest first.
fn around() -> Option<JsValue> {
    let mut here: JsValue = window().into();
    for _ in 0..WINDOWS {
        if let Some(api) = api_of(&here) {
            return Some(api);
        }
        let next = Reflect::get(&here, &"parent".into()).ok()?;
        if next == here {
            return None;
        }
        here = next;
    }
    None
}

/// The object of a window; `None` where it has none, or belongs to another site.
fn api_of(window: &JsValue) -> Option<JsValue> {
    let api = window.is_object().then(|| Reflect::get(window, &"API".into()).ok()).flatten()?;
    api.is_object().then_some(api)
}
