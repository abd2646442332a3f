//! Everything that needs a browser but not the page. Run by wasm-bindgen-test-runner (docs/toolchain.md).

fn main() {}
