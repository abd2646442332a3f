//! The library in the browser's IndexedDB: one store of texts, each under its key. It is reached as any object of the
//! browser (`Reflect`), so that a browser which has none, or has another, is told of and nothing breaks.
//!
//! Every write is one transaction with one `put`, made of a text that is ready before it begins, and asks within that same
//! transaction what is there: so no other page can come between, and what a crash leaves is the record before or the record
//! after. Nothing waits for anything else while a transaction is open, for the browser ends one that does.

use crate::app::ports::{Expected, Pending, RecordFault, Records};
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, JsString, Object, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The database and its one store.
const DATABASE: &str = "kedja-library";
const STORE: &str = "records";
/// The version of the database. A newer Kedja that has another needs all pages of this one closed.
const VERSION: u32 = 1;
/// How long the browser may take to open it [ms].
const PATIENCE: u32 = 8_000;
/// What a page that waits for its answer in vain says, and one whose database a newer one has.
const SILENT: &str = "SilentError";
const NEWER: &str = "VersionError";

/// The library in IndexedDB. It is opened when it is first needed.
#[derive(Clone, Default)]
pub struct BrowserRecords {
    database: Rc<RefCell<Option<JsValue>>>,
    is_newer: Rc<std::cell::Cell<bool>>,
}

fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn call(of: &JsValue, name: &str, given: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of, &name.into())?.dyn_into()?;
    method.apply(of, &given.iter().collect::<Array>())
}

fn hear(of: &JsValue, event: &str, act: impl FnOnce() + 'static) {
    // Where it cannot be heard, the request never answers, and patience ends.
    let _ = Reflect::set(of, &event.into(), &Closure::once_into_js(act));
}

fn error(name: &str) -> JsValue {
    let error = js_sys::Error::new(name);
    error.set_name(name);
    error.into()
}

fn fault(error: &JsValue) -> RecordFault {
    match field(error, "name").as_string().as_deref() {
        Some("QuotaExceededError") => RecordFault::Full,
        Some(NEWER) => RecordFault::Newer,
        Some(SILENT) => RecordFault::Silent,
        _ => RecordFault::Refused,
    }
}

/// What a request comes to.
fn answered(request: JsValue) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let (good, bad) = (request.clone(), request.clone());
        hear(&request, "onsuccess", move || drop(resolve.call1(&JsValue::NULL, &field(&good, "result"))));
        hear(&request, "onerror", move || drop(reject.call1(&JsValue::NULL, &field(&bad, "error"))));
    })
}

/// What is to be told of a change once it has been written: whether it was made, or why it could not be asked for.
type Outcome = Rc<RefCell<Result<bool, JsValue>>>;

/// Ends well when a transaction has been written, with what its outcome is then.
fn written(transaction: &JsValue, outcome: &Outcome) -> Promise {
    Promise::new(&mut |resolve, reject| {
        let its = outcome.clone();
        let is_made = move || its.borrow().as_ref().is_ok_and(|made| *made);
        hear(transaction, "oncomplete", move || drop(resolve.call1(&JsValue::NULL, &is_made().into())));
        for event in ["onerror", "onabort"] {
            let (reject, its, outcome) = (reject.clone(), transaction.clone(), outcome.clone());
            let why = move || outcome.borrow().as_ref().err().cloned().unwrap_or_else(|| field(&its, "error"));
            hear(transaction, event, move || drop(reject.call1(&JsValue::NULL, &why())));
        }
    })
}

fn first_line_of(text: &JsString) -> JsString {
    let end = text.index_of("\n", 0);
    if end < 0 { text.clone() } else { text.substring(0, end.unsigned_abs()) }
}

impl BrowserRecords {
    /// The open database.
    async fn open(&self) -> Result<JsValue, JsValue> {
        if self.is_newer.get() {
            return Err(error(NEWER));
        }
        if let Some(database) = self.database.borrow().clone() {
            return Ok(database);
        }
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let factory = Reflect::get(&window, &"indexedDB".into())?;
        let request = call(&factory, "open", &[&DATABASE.into(), &VERSION.into()])?;
        let its = request.clone();
        hear(&request, "onupgradeneeded", move || {
            drop(call(&field(&its, "result"), "createObjectStore", &[&STORE.into()]))
        });
        let silent = Promise::new(&mut |_, reject| {
            Timeout::new(PATIENCE, move || drop(reject.call1(&JsValue::NULL, &error(SILENT)))).forget();
        });
        let database = JsFuture::from(Promise::race(&Array::of2(&answered(request), &silent))).await?;
        // A newer Kedja wants it: this page lets go, and writes nothing from then on.
        let (this, its) = (self.clone(), database.clone());
        hear(&database, "onversionchange", move || {
            let _ = call(&its, "close", &[]);
            this.is_newer.set(true);
            this.database.replace(None);
        });
        let this = self.clone();
        hear(&database, "onclose", move || drop(this.database.replace(None)));
        self.database.replace(Some(database.clone()));
        Ok(database)
    }

    /// A transaction, and the store in it.
    async fn store(&self, mode: &str) -> Result<(JsValue, JsValue), JsValue> {
        let options = Object::new();
        // What is said to be kept outlives a machine that loses its power.
        let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
        let given: [&JsValue; 3] = [&STORE.into(), &mode.into(), &options];
        let transaction = match call(&self.open().await?, "transaction", &given) {
            Ok(transaction) => transaction,
            // The browser has closed it, as it does where site data is cleared.
            Err(_) => {
                self.database.replace(None);
                call(&self.open().await?, "transaction", &given)?
            }
        };
        let store = call(&transaction, "objectStore", &[&STORE.into()])?;
        Ok((transaction, store))
    }

    /// Does something to what is under a key, within one transaction, where its first line is the one expected; `None` where
    /// nothing may be there.
    async fn change(
        &self,
        key: String,
        expected: Option<String>,
        act: impl FnOnce(&JsValue, &JsValue) -> Result<JsValue, JsValue> + 'static,
    ) -> Result<bool, JsValue> {
        let (transaction, store) = self.store("readwrite").await?;
        let outcome: Outcome = Rc::new(RefCell::new(Ok(false)));
        let done = written(&transaction, &outcome);
        let key = JsValue::from(key);
        let request = call(&store, "get", &[&key])?;
        let its = request.clone();
        hear(&request, "onsuccess", move || {
            let there =
                field(&its, "result").dyn_into::<JsString>().ok().map(|text| String::from(first_line_of(&text)));
            if there != expected {
                return;
            }
            let asked = act(&store, &key);
            if asked.is_err() {
                // Where it is over already, nothing has been written either.
                let _ = call(&field(&store, "transaction"), "abort", &[]);
            }
            *outcome.borrow_mut() = asked.map(|_| true);
        });
        Ok(JsFuture::from(done).await?.as_bool() == Some(true))
    }
}

fn told<T: 'static>(asked: impl Future<Output = Result<T, JsValue>> + 'static) -> Pending<Result<T, RecordFault>> {
    Box::pin(async move { asked.await.map_err(|error| fault(&error)) })
}

impl Records for BrowserRecords {
    fn lines(&self) -> Pending<Result<Vec<(String, String)>, RecordFault>> {
        let this = self.clone();
        told(async move {
            let (_, store) = this.store("readonly").await?;
            let (keys, texts) = (call(&store, "getAllKeys", &[])?, call(&store, "getAll", &[])?);
            let both = Promise::all(&Array::of2(&answered(keys), &answered(texts)));
            let both = Array::from(&JsFuture::from(both).await?);
            let (keys, texts) = (Array::from(&both.get(0)), Array::from(&both.get(1)));
            let line = |text: JsValue| {
                text.dyn_into::<JsString>().map_or_else(|_| String::new(), |t| first_line_of(&t).into())
            };
            let pairs = keys.iter().zip(texts.iter());
            Ok(pairs.map(|(key, text)| (key.as_string().unwrap_or_default(), line(text))).collect())
        })
    }

    fn get(&self, key: &str) -> Pending<Result<Option<String>, RecordFault>> {
        let (this, key) = (self.clone(), JsValue::from(key));
        told(async move {
            let (_, store) = this.store("readonly").await?;
            Ok(JsFuture::from(answered(call(&store, "get", &[&key])?)).await?.as_string())
        })
    }

    fn put(&self, key: &str, expected: Expected, text: &str) -> Pending<Result<bool, RecordFault>> {
        let (this, key, text) = (self.clone(), key.to_owned(), JsValue::from(text));
        let expected = match expected {
            Expected::Nothing => None,
            Expected::Line(line) => Some(line),
        };
        told(async move { this.change(key, expected, move |store, key| call(store, "put", &[&text, key])).await })
    }

    fn remove(&self, key: &str, line: &str) -> Pending<Result<bool, RecordFault>> {
        let (this, key, line) = (self.clone(), key.to_owned(), line.to_owned());
        told(async move { this.change(key, Some(line), move |store, key| call(store, "delete", &[key])).await })
    }
}
