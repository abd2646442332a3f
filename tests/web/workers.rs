//! Real workers for tests: started by the page's own script, running the module of the tests.

use js_sys::{Array, Promise};
use kedja::runner::{Event, Pool, Site, worker};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/tests/web/workers.js")]
extern "C" {
    #[wasm_bindgen(js_name = forgetWorkers)]
    pub fn forget_workers();
    #[wasm_bindgen(js_name = workersStarted)]
    pub fn workers_started() -> usize;
    #[wasm_bindgen(js_name = panicOver)]
    pub fn panic_over(job: usize);
    #[wasm_bindgen(js_name = vanishOver)]
    pub fn vanish_over(job: usize);
}

/// What the page's `main` does in a worker; the module of tests is started without its `main`.
#[wasm_bindgen]
pub fn serve_in_worker() {
    assert!(worker::serve(), "this is called in a worker");
}

/// A pool whose workers differ from the page's only in how their `main` is called, and what it tells.
pub fn pool(workers: usize, patience: u32) -> (Pool, Told) {
    let told = Told::default();
    (pool_for(workers, patience, told.listener()), told)
}

/// The same, with a listener.
pub fn pool_for(workers: usize, patience: u32, on_event: impl Fn(Event) + 'static) -> Pool {
    let (import, start) = ("const { default: start }", "await start({ module_or_path: module });");
    let boot = include_str!("../../public/worker_boot.js");
    assert!(boot.contains(import) && boot.contains(start), "worker_boot.js reads differently now");
    let boot = boot
        .replace(import, "const { default: start, serve_in_worker }")
        .replace(start, &format!("{start}\nserve_in_worker();"));
    Pool::at(Some(site(&boot, patience)), workers, on_event)
}

/// A pool of workers that are started by this script, and what it tells.
pub fn pool_from(boot: &str, workers: usize, patience: u32) -> (Pool, Told) {
    let told = Told::default();
    (Pool::at(Some(site(boot, patience)), workers, told.listener()), told)
}

fn site(boot: &str, patience: u32) -> Site {
    forget_workers();
    let origin = web_sys::window().unwrap().location().origin().unwrap();
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("text/javascript");
    let script = web_sys::Blob::new_with_str_sequence_and_options(&Array::of1(&boot.into()), &options).unwrap();
    let boot = web_sys::Url::create_object_url_with_blob(&script).unwrap();
    Site { boot, module: format!("{origin}/wasm-bindgen-test.js"), patience }
}

/// What a pool has told.
#[derive(Clone, Default)]
pub struct Told(Rc<RefCell<Vec<Event>>>);

impl Told {
    pub fn listener(&self) -> impl Fn(Event) + 'static {
        let told = self.0.clone();
        move |event| told.borrow_mut().push(event)
    }

    pub fn all(&self) -> Vec<Event> {
        self.0.borrow().clone()
    }

    /// Waits until this holds of what has been told; gives up after 30 seconds.
    pub async fn until(&self, holds: impl Fn(&[Event]) -> bool) {
        for _ in 0..3_000 {
            if holds(&self.0.borrow()) {
                return;
            }
            pause(10).await;
        }
        panic!("nothing more in 30 s after {:?}", self.all().last());
    }

    /// Waits until a request is done, or cannot be.
    pub async fn until_done(&self) {
        self.until(|told| match told.last() {
            Some(Event::Progress(progress)) => progress.done,
            Some(Event::Broken | Event::Refused(_)) => true,
            _ => false,
        })
        .await;
    }
}

/// [ms]
pub async fn pause(time: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        let window = web_sys::window().unwrap();
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, time).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}
