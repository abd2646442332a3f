//! Real workers for tests: started by the page's own script, running the module of the tests.

use js_sys::{Array, Promise};
use kedja::runner::Event;
use kedja::runner::browser::{Pool, WorkerUrls, worker};
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

/// What a worker's `main` does; the module of tests is started without it.
#[wasm_bindgen]
pub fn serve_in_worker() {
    worker::serve();
}

/// A pool whose workers differ from the page's only in how their `main` is called, and what it tells.
pub fn pool(workers: usize, patience: u32) -> (Pool, Told) {
    let told = Told::default();
    (pool_for(workers, patience, told.listener()), told)
}

/// The same, with a listener.
pub fn pool_for(workers: usize, patience: u32, on_event: impl Fn(Event) + 'static) -> Pool {
    Pool::at(Some(urls(&worker_boot(), patience)), workers, on_event)
}

/// `build/worker_boot.js`, for the module of tests.
fn worker_boot() -> String {
    let (import, start) = ("const { default: start }", "await start({ module_or_path: wasm });");
    let boot = include_str!("../../build/worker_boot.js");
    assert!(boot.contains(import) && boot.contains(start), "worker_boot.js reads differently now");
    boot.replace(import, "const { default: start, serve_in_worker }")
        .replace(start, &format!("{start}\nserve_in_worker();"))
}

/// Starts so many workers as the page's `build/boot.js` does, before there is a pool.
#[expect(
    clippy::disallowed_methods,
    reason = "the page's own script is run as it stands, on a page without its policy"
)]
pub fn lay_ready(workers: u32) {
    let urls = urls(&worker_boot(), 0);
    let boot_js = include_str!("../../build/boot.js");
    let (from, to) = ("// Starts a worker", "const stop");
    let begin = boot_js.find(from).zip(boot_js.find(to)).expect("boot.js reads differently now");
    let cores = "navigator.hardwareConcurrency";
    assert!(boot_js.contains(cores), "boot.js reads differently now");
    let start_workers = boot_js[begin.0..begin.1].replace(cores, &workers.to_string());
    let call = format!("{start_workers}\nstartWorkers({:?}, {:?}, {:?});", urls.boot, urls.script, urls.wasm);
    js_sys::Function::new_no_args(&call).call0(&JsValue::NULL).unwrap();
}

/// Takes away what was laid ready, so that the next test finds nothing.
pub fn take_back() {
    js_sys::Reflect::delete_property(&js_sys::global(), &"kedjaWorkers".into()).unwrap();
}

/// A pool of workers that are started by this script, and what it tells.
pub fn pool_from(boot: &str, workers: usize, patience: u32) -> (Pool, Told) {
    let told = Told::default();
    (Pool::at(Some(urls(boot, patience)), workers, told.listener()), told)
}

fn urls(boot: &str, patience: u32) -> WorkerUrls {
    forget_workers();
    let origin = web_sys::window().unwrap().location().origin().unwrap();
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("text/javascript");
    let script = web_sys::Blob::new_with_str_sequence_and_options(&Array::of1(&boot.into()), &options).unwrap();
    let boot = web_sys::Url::create_object_url_with_blob(&script).unwrap();
    let address = |file: &str| format!("{origin}/{file}");
    WorkerUrls { boot, script: address("wasm-bindgen-test.js"), wasm: address("wasm-bindgen-test_bg.wasm"), patience }
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
