//! A worker of the pool: answers one message after the other.

use super::Clerk;
use super::wire::{FromWorker, decode, encode};
use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Time between two signs of life in a long job [ms].
const SIGN_OF_LIFE: f64 = 1_000.0;

/// The worker that this code runs in; `None` on the page.
fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Answers the page's messages from now on, and says that it does. Returns whether this is a worker at all; where it
/// is none, nothing is done.
pub fn serve() -> bool {
    let Some(scope) = scope() else { return false };
    let mut clerk = Clerk::new(now);
    let here = scope.clone();
    EventListener::new(&scope, "message", move |event| answer(&here, &mut clerk, event)).forget();
    post(&scope, &FromWorker::Ready);
    true
}

#[expect(clippy::expect_used, reason = "a worker that is told nonsense ends by a panic, and is replaced")]
fn answer(scope: &DedicatedWorkerGlobalScope, clerk: &mut Clerk, event: &web_sys::Event) {
    let event = event.dyn_ref::<MessageEvent>().expect("a message event");
    let bytes = Uint8Array::new(&event.data()).to_vec();
    let message = decode(&bytes).expect("page and workers are one module and write alike");
    let mut last_sign = now();
    let answer = clerk.answer(message, || {
        if now() - last_sign > SIGN_OF_LIFE {
            last_sign = now();
            post(scope, &FromWorker::Alive);
        }
    });
    post(scope, &answer);
}

#[expect(clippy::expect_used, reason = "a worker that cannot speak ends by a panic, and is replaced")]
fn post(scope: &DedicatedWorkerGlobalScope, message: &FromWorker) {
    let bytes = Uint8Array::from(encode(message).as_slice()).buffer();
    let sent: Result<(), JsValue> = scope.post_message_with_transfer(&bytes, &Array::of1(&bytes));
    sent.expect("bytes can be sent");
}

/// Time since the worker started [ms].
fn now() -> f64 {
    scope().and_then(|scope| scope.performance()).map_or(0.0, |clock| clock.now())
}
