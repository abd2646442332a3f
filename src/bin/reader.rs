//! The module of the worker that reads files: tables, workbooks and logs, and what is counted in them. It is fetched when
//! somebody opens that part of Build.

#[cfg(target_arch = "wasm32")]
fn main() {
    // The place is enough to find by where it broke; the page hears that it did.
    std::panic::set_hook(Box::new(|broken| {
        let place = broken.location().map(ToString::to_string).unwrap_or_default();
        wasm_bindgen::throw_str(&place);
    }));
    kedja::runner::browser::serve_files(kedja::app::records::FileReading::default());
}

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::print_stderr, reason = "whoever started it in a terminal reads it there")]
fn main() {
    eprintln!("This reads files for the page, in a browser: make serve. In a terminal, use kedja import.");
}
