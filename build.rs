//! Turns `locales/*.json` into the module of texts (`src/words/texts.rs`), so that a missing or misspelt key, or a
//! missing or misspelt place in a text, is a build error.
//!
//! Each text becomes a function of its key's path: `headline.try_it` is `headline::try_it(language)`, and a text with
//! places (`{{ link }}`) takes them by name, in a struct in a module of the text's own name. They are the crate's own, so
//! that the compiler warns of a text that nothing says.
//!
//! And tells builds apart: a digest of the sources that page and workers share (`runner::protocol::BUILD`).

use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The languages in the order of `Language`'s variants.
const LANGUAGES: [&str; 2] = ["en", "sv"];

/// What the page's module and the workers' are both made of.
const SHARED: [&str; 6] = ["Cargo.lock", "src/model", "src/exchange", "src/engine", "src/analysis", "src/runner"];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut digest = Digest(0xcbf2_9ce4_8422_2325);
    for path in SHARED.map(Path::new).into_iter().filter(|path| path.exists()) {
        println!("cargo::rerun-if-changed={}", path.display());
        digest.add_all(path)?;
    }
    println!("cargo::rustc-env=KEDJA_BUILD={:016x}", digest.0);
    // Only with what the linker moved can the page's module be split (build/split.mjs).
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
    println!("cargo::rerun-if-changed=locales");
    let mut locales = Vec::new();
    for language in LANGUAGES {
        let file = format!("locales/{language}.json");
        let texts = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
        locales.push(serde_json::from_str::<Value>(&texts).map_err(|error| format!("{file}: {error}"))?);
    }
    let mut code = String::new();
    let [first, ..] = locales.as_slice() else { return Ok(()) };
    write_group(first.as_object().ok_or("a locale is an object")?, &locales, &mut Vec::new(), &mut code)?;
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    std::fs::write(out.join("texts.rs"), code)?;
    Ok(())
}

fn write_group<'a>(
    group: &'a Map<String, Value>,
    locales: &[Value],
    path: &mut Vec<&'a str>,
    code: &mut String,
) -> Result<(), Box<dyn Error>> {
    for (key, value) in group {
        path.push(key);
        if let Value::Object(inner) = value {
            writeln!(code, "pub(crate) mod {key} {{")?;
            write_group(inner, locales, path, code)?;
            writeln!(code, "}}")?;
        } else {
            write_text(key, locales, path, code)?;
        }
        path.pop();
    }
    Ok(())
}

fn write_text(key: &str, locales: &[Value], path: &[&str], code: &mut String) -> Result<(), Box<dyn Error>> {
    let pointer = format!("/{}", path.join("/"));
    let mut texts = Vec::new();
    for (locale, language) in locales.iter().zip(LANGUAGES) {
        let text = locale.pointer(&pointer).and_then(Value::as_str);
        texts.push(text.ok_or_else(|| format!("locales/{language}.json has no text at {pointer}"))?);
    }
    let all = texts.join(" ");
    let places: BTreeSet<&str> =
        all.split("{{").skip(1).filter_map(|part| part.split("}}").next()).map(str::trim).collect();
    if places.is_empty() {
        writeln!(
            code,
            "pub(crate) fn {key}(l: crate::app::Language) -> &'static str {{ [{}][l as usize] }}",
            quoted(&texts)
        )?;
        return Ok(());
    }
    let texts: Vec<String> = texts.iter().map(|text| with_numbered_places(text, &places)).collect();
    let fields: String =
        places.iter().map(|place| format!("pub(crate) {place}: &'a dyn std::fmt::Display, ")).collect();
    let list: String = places.iter().map(|place| format!("a.{place}, ")).collect();
    writeln!(code, "pub(crate) mod {key} {{ pub(crate) struct Args<'a> {{ {fields} }} }}")?;
    writeln!(
        code,
        "pub(crate) fn {key}(l: crate::app::Language, a: {key}::Args) -> String {{ crate::words::fill([{}][l as usize], &[{list}]) }}",
        quoted(&texts)
    )?;
    Ok(())
}

/// Each place becomes a control character, whose number is that of the place: 1 for the first by name.
fn with_numbered_places(text: &str, places: &BTreeSet<&str>) -> String {
    let mut parts = text.split("{{");
    let mut numbered = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (place, rest) = part.split_once("}}").unwrap_or((part, ""));
        let number = places.iter().position(|known| *known == place.trim()).unwrap_or_default() + 1;
        numbered.extend(u8::try_from(number).map(char::from));
        numbered.push_str(rest);
    }
    numbered
}

fn quoted<T: AsRef<str>>(texts: &[T]) -> String {
    texts.iter().map(|text| format!("{:?}", text.as_ref())).collect::<Vec<_>>().join(", ")
}

/// FNV-1a, 64 bits.
struct Digest(u64);

impl Digest {
    /// Adds a file, or all files of a folder by their names.
    fn add_all(&mut self, path: &Path) -> Result<(), Box<dyn Error>> {
        if !path.is_dir() {
            self.add(path.to_string_lossy().as_bytes());
            self.add(&std::fs::read(path)?);
            return Ok(());
        }
        let entries = std::fs::read_dir(path)?.map(|entry| Ok(entry?.path()));
        let mut paths = entries.collect::<Result<Vec<PathBuf>, std::io::Error>>()?;
        paths.sort();
        paths.iter().try_for_each(|path| self.add_all(path))
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
