//! The worker's module: lives customers and answers questions for the page, one message after the other.

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn tell(what: &str, line: u32);
}

#[cfg(target_arch = "wasm32")]
fn main() {
    // The place is enough to find by where a worker broke: what would tell all of it makes the module a kilobyte heavier.
    std::panic::set_hook(Box::new(|broken| {
        if let Some(place) = broken.location() {
            tell(place.file(), place.line());
        }
    }));
    kedja::runner::browser::worker::serve();
}

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::print_stderr, reason = "whoever started it in a terminal reads it there")]
fn main() {
    eprintln!("This is the page's worker, which runs in a browser: make serve. In a terminal, use kedja.");
}
