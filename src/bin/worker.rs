//! The worker's module: lives customers and answers questions for the page, one message after the other.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    kedja::runner::browser::worker::serve();
}

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::print_stderr, reason = "whoever started it in a terminal reads it there")]
fn main() {
    eprintln!("This is the page's worker, which runs in a browser: make serve. In a terminal, use kedja.");
}
