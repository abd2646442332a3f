//! Within a layer, too, reading goes one way: of what stands side by side in a folder, files and folders, no two read
//! each other, directly or by way of others.

use super::modules::{Read, reads, undeclared};
use super::tree::{File, rust_in};
use super::{Breach, expect_none};
use std::collections::{BTreeMap, BTreeSet};

/// What still stands in a circle. Only ever gets shorter: what is cut loose must be taken off.
const KNOWN: &[&str] = &[];

/// A read between two that stand side by side in a folder.
#[derive(Clone, Debug)]
struct Arrow {
    from: String,
    to: String,
    read: Read,
}

/// The reads within layers, each between the two that stand side by side and hold its ends.
fn arrows(files: &[File]) -> Vec<Arrow> {
    let is_folder = |path: &str| files.iter().any(|file| file.is_in(path));
    // A file `x.rs` beside a folder `x` is the first of that folder.
    let parts = |file: &str| -> Vec<String> {
        let folder = file.trim_end_matches(".rs");
        let path = if is_folder(folder) { format!("{folder}/mod.rs") } else { file.to_owned() };
        path.split('/').map(str::to_owned).collect()
    };
    let mut arrows = Vec::new();
    for read in reads(files) {
        let (from, to) = (parts(&read.file), parts(&read.from));
        let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
        // The second part is the layer.
        if shared >= 2 {
            arrows.push(Arrow { from: from[..=shared].join("/"), to: to[..=shared].join("/"), read });
        }
    }
    arrows
}

/// All that can be reached from each place.
fn reach(arrows: &[Arrow]) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut next: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for arrow in arrows {
        next.entry(&arrow.from).or_default().insert(&arrow.to);
    }
    let all = |from: &str| {
        let (mut reached, mut open) = (BTreeSet::new(), vec![from]);
        while let Some(place) = open.pop() {
            let new = next.get(place).into_iter().flatten().filter(|to| !reached.contains(**to));
            let new: Vec<&str> = new.copied().collect();
            reached.extend(new.iter().copied());
            open.extend(new);
        }
        reached
    };
    next.keys().map(|from| (*from, all(from))).collect()
}

/// The arrows that stand in circles.
fn circles(arrows: &[Arrow]) -> Vec<&Arrow> {
    let reach = reach(arrows);
    let leads_back = |arrow: &&Arrow| reach.get(arrow.to.as_str()).is_some_and(|to| to.contains(arrow.from.as_str()));
    arrows.iter().filter(leads_back).collect()
}

fn breaches(files: &[File], known: &[&str]) -> Vec<Breach> {
    let arrows = arrows(files);
    let in_circles = circles(&arrows);
    let is_known = |place: &str| known.contains(&place);
    let new = in_circles.iter().filter(|arrow| !is_known(&arrow.from) || !is_known(&arrow.to));
    // Of all reads between two places the first is told.
    let mut told = BTreeSet::new();
    let mut breaches: Vec<Breach> = new
        .filter(|arrow| told.insert((&arrow.from, &arrow.to)))
        .map(|arrow| Breach {
            file: arrow.read.file.clone(),
            line: arrow.read.line,
            what: format!("{} reads {}, which reads it back (here {})", arrow.from, arrow.to, arrow.read.from),
            mend: "Move what both need to a file of its own, or let the caller hand it in",
        })
        .collect();
    let stale = known.iter().filter(|place| in_circles.iter().all(|arrow| arrow.from != **place));
    breaches.extend(stale.map(|place| Breach {
        file: file!().into(),
        line: 1,
        what: format!("{place} stands in no circle any more"),
        mend: "Take it off the list",
    }));
    breaches
}

#[test]
fn nothing_within_a_layer_stands_in_a_circle() {
    expect_none(breaches(&rust_in("src"), KNOWN));
}

#[test]
fn every_file_is_declared_by_a_module() {
    assert_eq!(undeclared(&rust_in("src")), [""; 0], "declare them, or remove them");
    let files = planted(&[
        ("src/lib.rs", "mod a;\n// mod c;"),
        ("src/a/mod.rs", "pub(super) mod b;"),
        ("src/a/b.rs", ""),
        ("src/a/d.rs", ""),
        ("src/c.rs", ""),
    ]);
    assert_eq!(undeclared(&files), ["src/a/d.rs", "src/c.rs"]);
}

/// Modules written as `x.rs` beside a folder `x`: a folder's first file is its `mod.rs`.
fn beside_their_folder(files: &[File]) -> Vec<&str> {
    let has_folder = |path: &str| files.iter().any(|file| file.is_in(path.trim_end_matches(".rs")));
    files.iter().map(|file| file.path.as_str()).filter(|path| has_folder(path)).collect()
}

/// Modules still written so. Only ever gets shorter.
const BESIDE: &[&str] = &[];

#[test]
fn a_module_with_a_folder_stands_in_it() {
    assert_eq!(beside_their_folder(&rust_in("src")), BESIDE, "the first file of a folder x is x/mod.rs");
    let files = planted(&[("src/a.rs", ""), ("src/a/b.rs", ""), ("src/ab.rs", ""), ("src/c/mod.rs", "")]);
    assert_eq!(beside_their_folder(&files), ["src/a.rs"]);
}

fn planted(files: &[(&str, &str)]) -> Vec<File> {
    files.iter().map(|(path, text)| File { path: (*path).into(), text: (*text).into() }).collect()
}

#[test]
fn a_planted_circle_is_found() {
    let found = |files: &[(&str, &str)]| -> Vec<String> {
        let files = planted(files);
        let arrows = arrows(&files);
        circles(&arrows).iter().map(|a| format!("{}:{} {} {}", a.read.file, a.read.line, a.from, a.to)).collect()
    };
    let root = ("src/lib.rs", "mod a;");
    // By way of what the folder hands on.
    assert_eq!(
        found(&[
            root,
            ("src/a/mod.rs", "mod b;\nmod c;\npub use b::B;\npub use c::{C, D as E};"),
            ("src/a/b.rs", "// use super::X;\nuse super::E;\npub struct B;"),
            ("src/a/c.rs", "pub struct C;\npub struct D;\nfn f() { let b = crate::a::B; }"),
        ]),
        ["src/a/b.rs:2 src/a/b.rs src/a/c.rs", "src/a/c.rs:3 src/a/c.rs src/a/b.rs"]
    );
    // Between a folder and a file beside it, over several lines.
    assert_eq!(
        found(&[
            root,
            ("src/a/mod.rs", "mod b;\nmod c;"),
            ("src/a/b/mod.rs", "mod inner;\npub use inner::Inner;"),
            ("src/a/b/inner.rs", "use super::super::{\n    c::{self, C},\n};\npub struct Inner;"),
            ("src/a/c.rs", "use super::b::*;\npub struct C(Inner);"),
        ]),
        ["src/a/b/inner.rs:1 src/a/b src/a/c.rs", "src/a/c.rs:1 src/a/c.rs src/a/b"]
    );
    // Between a folder's first file and another of its files.
    assert_eq!(
        found(&[root, ("src/a/mod.rs", "mod b;\nfn f() { b::g() }"), ("src/a/b.rs", "use super::f;\npub fn g() {}")]),
        ["src/a/b.rs:1 src/a/b.rs src/a/mod.rs", "src/a/mod.rs:2 src/a/mod.rs src/a/b.rs"]
    );
    // What is only declared, handed on or made visible is no read; one way is no circle; other layers are none of this.
    assert_eq!(
        found(&[
            ("src/lib.rs", "mod a;\nmod z;"),
            ("src/a/mod.rs", "mod b;\nmod c;\npub use b::B;\npub(crate) use c::C;"),
            ("src/a/b.rs", "use super::c::C;\nmod inside {\n    use super::B;\n}\npub struct B;"),
            ("src/a/c.rs", "pub(in crate::a) struct C;\n/// [`super::B`]\nconst S: &str = \"super::B\";"),
            ("src/z/mod.rs", "use crate::a::B;"),
        ]),
        [""; 0]
    );
}

#[test]
fn a_stale_entry_of_the_list_is_found() {
    let files = planted(&[("src/lib.rs", "mod a;"), ("src/a/mod.rs", "mod b;"), ("src/a/b.rs", "pub struct B;")]);
    assert_eq!(breaches(&files, &["src/a/b.rs"]).len(), 1);
    assert_eq!(breaches(&files, &[]), []);
}
