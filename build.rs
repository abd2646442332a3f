//! Turns `locales/*.json` into the module of texts that the page uses, so that a missing or misspelt key is a build
//! error. Without the page there is nothing to do.

#[cfg(feature = "ui")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    use leptos_i18n_build::{Config, ParseOptions, TranslationsInfos};

    println!("cargo::rerun-if-changed=build.rs");
    let out = std::path::PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?).join("i18n");
    let options = ParseOptions::default().interpolate_display(true);
    let texts = TranslationsInfos::parse(Config::new("en")?.add_locale("sv")?.parse_options(options))?;
    texts.emit_diagnostics();
    texts.rerun_if_locales_changed();
    texts.generate_i18n_module(out)?;
    Ok(())
}

#[cfg(not(feature = "ui"))]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
}
