//! Data flows one way: model → exchange → engine → analysis → runner → app → charts → words → ui. A layer reads only what the table
//! allows it, from this package and from others.

use super::rust::code_lines;
use super::tree::{File, rust_in};
use super::{Breach, expect_none};

struct Layer {
    name: &'static str,
    /// The layers of this package that it may read, besides itself.
    reads: &'static [&'static str],
    /// Paths of other packages and of the standard library that it must not name.
    never: &'static [&'static str],
}

const PAGE: [&str; 5] = ["leptos", "gloo", "web_sys", "js_sys", "wasm_bindgen"];
const MACHINE: [&str; 6] = ["std::time", "std::fs", "std::env", "std::net", "std::process", "std::thread"];

const LAYERS: [Layer; 9] = [
    Layer { name: "model", reads: &[], never: &["rand", "std::collections::hash_map"] },
    Layer { name: "exchange", reads: &["model"], never: &["HashMap", "HashSet"] },
    Layer { name: "engine", reads: &["model"], never: &["HashMap", "HashSet", "std::collections::hash_map"] },
    Layer { name: "analysis", reads: &["model", "engine"], never: &["HashMap", "HashSet"] },
    Layer { name: "runner", reads: &["model", "engine", "analysis"], never: &["leptos"] },
    Layer { name: "app", reads: &["model", "exchange", "analysis", "runner"], never: &[] },
    Layer { name: "charts", reads: &["model", "analysis"], never: &[] },
    Layer { name: "words", reads: &["model", "analysis", "app", "charts"], never: &[] },
    Layer { name: "ui", reads: &["model", "exchange", "analysis", "runner", "app", "charts", "words"], never: &[] },
];

/// The layers that know no page, no clock, no files and no other thread.
const PURE: [&str; 7] = ["model", "exchange", "engine", "analysis", "app", "charts", "words"];

fn upward(layer: &Layer, file: &File) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let code = code_lines(&file.text);
    for (i, (line, text)) in code.iter().enumerate() {
        // A group of imports may go on over lines.
        let whole: String = code.iter().skip(i).take(12).map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ");
        for at in text.match_indices("crate::").map(|(at, _)| at) {
            for read in modules_after(&whole[at + "crate::".len()..]) {
                let known = LAYERS.iter().any(|other| other.name == read);
                if known && read != layer.name && !layer.reads.contains(&read.as_str()) {
                    breaches.push(Breach {
                        file: file.path.clone(),
                        line: *line,
                        what: format!("{} reads {read}", layer.name),
                        mend: "Move what it needs further down, or let the reader hand it in (see the table in src/lib.rs)",
                    });
                }
            }
        }
    }
    breaches
}

/// The first name of a path, or of each path of a `{…}` group.
fn modules_after(path: &str) -> Vec<String> {
    let name =
        |text: &str| text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let (mut depth, mut starts) = (0, vec![0]);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => starts.push(at + 1),
            _ => {}
        }
    }
    starts.into_iter().map(|at| name(&group[at..])).filter(|name| !name.is_empty()).collect()
}

fn foreign(layer: &Layer, file: &File) -> Vec<Breach> {
    let mut never = layer.never.to_vec();
    if PURE.contains(&layer.name) {
        never.extend(PAGE);
        never.extend(MACHINE);
    }
    let mut breaches = Vec::new();
    for (line, text) in code_lines(&file.text) {
        for name in never.iter().filter(|name| holds_path(&text, name)) {
            breaches.push(Breach {
                file: file.path.clone(),
                line,
                what: format!("{} must not know {name}", layer.name),
                mend: "Keep it for the layers that have to do with it, and pass in plain values",
            });
        }
    }
    breaches
}

fn holds_path(code: &str, path: &str) -> bool {
    code.match_indices(path).any(|(at, _)| {
        let before = code[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '_');
        let after = code[at + path.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric() && c != '_');
        before && after
    })
}

/// What differs between native and WebAssembly in its last bits; clippy.toml bans the same where it can tell the type.
fn platform_maths(file: &File) -> Vec<Breach> {
    const BANNED: [&str; 16] = [
        "exp", "exp2", "exp_m1", "ln", "ln_1p", "log10", "log2", "powf", "cbrt", "hypot", "sin", "cos", "sin_cos",
        "tan", "atan2", "tanh",
    ];
    let mut breaches = Vec::new();
    for (line, text) in code_lines(&file.text) {
        let calls = |name: &&&str| text.contains(&format!(".{name}(")) || text.contains(&format!("f64::{name}"));
        for name in BANNED.iter().filter(calls) {
            breaches.push(Breach {
                file: file.path.clone(),
                line,
                what: format!("{name} is the platform's, and its last bits differ between native and WebAssembly"),
                mend: "Call the function of `libm`",
            });
        }
    }
    breaches
}

#[test]
fn no_layer_reads_one_above_it() {
    let of = |layer: &Layer| {
        rust_in(&format!("src/{}", layer.name)).iter().flat_map(|f| upward(layer, f)).collect::<Vec<_>>()
    };
    expect_none(LAYERS.iter().flat_map(of).collect());
}

#[test]
fn every_folder_of_the_library_is_a_layer() {
    for file in rust_in("src") {
        let folder = file.path.split('/').nth(1).unwrap_or_default().to_owned();
        let known = LAYERS.iter().any(|layer| layer.name == folder) || folder == "bin" || folder == "lib.rs";
        assert!(known, "{}:1: {folder} is no layer. Move it into one, or add its row to the table here", file.path);
    }
}

#[test]
fn no_layer_below_the_page_knows_the_page() {
    let of = |layer: &Layer| {
        rust_in(&format!("src/{}", layer.name)).iter().flat_map(|f| foreign(layer, f)).collect::<Vec<_>>()
    };
    expect_none(LAYERS.iter().flat_map(of).collect());
}

#[test]
fn the_core_calls_no_maths_of_the_platform() {
    let core = ["model", "engine", "analysis", "runner", "app", "charts"];
    expect_none(
        core.iter().flat_map(|layer| rust_in(&format!("src/{layer}"))).flat_map(|f| platform_maths(&f)).collect(),
    );
}

#[test]
fn a_planted_upward_import_is_found() {
    let planted = |text: &str| File { path: "src/model/x.rs".into(), text: text.into() };
    let [model, ..] = &LAYERS;
    let at = |text: &str| upward(model, &planted(text)).iter().map(|b| (b.line, b.what.clone())).collect::<Vec<_>>();
    assert_eq!(at("// crate::engine\nuse crate::engine::World;"), [(2, "model reads engine".to_owned())]);
    assert_eq!(
        at("use crate::{\n    model::{self, Journey},\n    app::Session,\n};"),
        [(1, "model reads app".to_owned())]
    );
    assert_eq!(at("fn f() { let s = \"crate::ui\"; crate::model::g(s) }"), []);
    assert_eq!(foreign(model, &planted("use web_sys::Window;")).len(), 1);
    assert_eq!(foreign(model, &planted("let my_web_sysx = operand;")), []);
    assert_eq!(platform_maths(&planted("let y = x.exp() + libm::exp(x);")).len(), 1);
}
