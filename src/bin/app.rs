//! The page's module. Its workers run another (src/bin/worker.rs).

#[cfg(target_arch = "wasm32")]
fn main() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        kedja::ui::broke_down();
    }));
    kedja::ui::mount();
}

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::print_stderr, reason = "whoever started it in a terminal reads it there")]
fn main() {
    eprintln!("This is the page, which runs in a browser: make serve. In a terminal, use kedja.");
}
