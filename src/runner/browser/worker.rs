//! A worker of the pool: answers one message after the other.

use super::super::encoded::{decode, encode};
use super::super::executor::JobExecutor;
use super::super::protocol::{BUILD, FromWorker};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Time between two signs of life in a long job [ms].
const SIGN_OF_LIFE: f64 = 1_000.0;

/// The worker that this code runs in; `None` on the page.
pub(super) fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Answers the page's messages from now on, and says that it does. Nothing happens where this is not a worker.
pub fn serve() {
    let Some(scope) = scope() else { return };
    let mut executor = JobExecutor::new(now);
    let here = scope.clone();
    let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |event| answer(&here, &mut executor, &event));
    scope.set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    post(&scope, &FromWorker::Ready { build: BUILD.to_owned() });
}

#[expect(clippy::expect_used, reason = "a worker that is told nonsense ends by a panic, and is replaced")]
fn answer(scope: &DedicatedWorkerGlobalScope, executor: &mut JobExecutor, event: &MessageEvent) {
    let bytes = Uint8Array::new(&event.data()).to_vec();
    let message = decode(&bytes).expect("page and worker are of one build and write alike");
    let mut last_sign = now();
    let answer = executor.execute(message, || {
        if now() - last_sign > SIGN_OF_LIFE {
            last_sign = now();
            post(scope, &FromWorker::StillWorking);
        }
    });
    post(scope, &FromWorker::Answer(answer));
}

fn post(scope: &DedicatedWorkerGlobalScope, message: &FromWorker) {
    post_bytes(scope, &encode(message));
}

/// Says something to the page.
#[expect(clippy::expect_used, reason = "a worker that cannot speak ends by a panic, and is replaced")]
pub(super) fn post_bytes(scope: &DedicatedWorkerGlobalScope, bytes: &[u8]) {
    let bytes = Uint8Array::from(bytes).buffer();
    let sent: Result<(), JsValue> = scope.post_message_with_transfer(&bytes, &Array::of1(&bytes));
    sent.expect("bytes can be sent");
}

/// Time since the worker started [ms].
fn now() -> f64 {
    scope().and_then(|scope| scope.performance()).map_or(0.0, |clock| clock.now())
}
