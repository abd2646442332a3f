//! The page and its workers: one module, which sees where it has been started.

#[cfg(target_arch = "wasm32")]
fn main() {
    console_error_panic_hook::set_once();
    if !kedja::runner::worker::serve() {
        kedja::ui::mount();
    }
}

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::print_stderr, reason = "whoever started it in a terminal reads it there")]
fn main() {
    eprintln!("This is the page, which runs in a browser: make serve. In a terminal, use kedja.");
}
