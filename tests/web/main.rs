//! Everything that needs a browser but not the page: `make test-web`.
#![cfg_attr(target_arch = "wasm32", no_main)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test stops where it finds a fault")]
#![allow(clippy::print_stdout, reason = "natively there is only a word to whoever runs it")]

#[cfg(target_arch = "wasm32")]
#[path = "../integration/builder.rs"]
mod builder;
#[cfg(target_arch = "wasm32")]
#[path = "../golden.rs"]
mod digest;
#[cfg(target_arch = "wasm32")]
mod golden;
#[cfg(target_arch = "wasm32")]
mod number;
#[cfg(target_arch = "wasm32")]
mod pool;
#[cfg(target_arch = "wasm32")]
mod workers;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("These tests run in a browser: make test-web");
}
