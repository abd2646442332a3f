//! The same engine from a shell.
//!
//! Exit codes: 0 fine, 1 bad input, 2 usage. Results go to standard output, errors to standard error.

#![cfg_attr(target_arch = "wasm32", allow(unused))]

#[cfg(not(target_arch = "wasm32"))]
mod shell;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    shell::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
