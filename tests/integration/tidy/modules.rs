//! The modules of the library as a graph: which file reads which, re-exports resolved to the file that they come from.

use super::rust::code_lines;
use super::tree::File;
use std::collections::{BTreeMap, BTreeSet};

/// A module: one file, with what it declares and reads.
struct Module {
    file: String,
    /// Modules of their own file, and those that stand in braces within this one.
    children: BTreeSet<String>,
    items: BTreeSet<String>,
    /// Names brought in by `use`, each with its path from the crate's root.
    imports: BTreeMap<String, Path>,
    /// Paths whose names are all brought in (`use x::*`).
    globs: Vec<Path>,
    reads: Vec<(usize, Path)>,
}

type Path = Vec<String>;

/// A file that reads another one of the library, at a line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Read {
    pub file: String,
    pub line: usize,
    pub from: String,
}

/// Every read of one file of the library by another. What a `mod.rs` only hands on (`pub use`) is no read of its own: it
/// is read by whoever names it.
pub fn reads(files: &[File]) -> Vec<Read> {
    let library = files.iter().filter(|file| !file.is_in("src/bin"));
    let modules: BTreeMap<Path, Module> = library.map(|file| (module_path(&file.path), module(file))).collect();
    let mut reads = BTreeSet::new();
    for module in modules.values() {
        for (line, path) in &module.reads {
            if let Some(from) = resolve(&modules, path, 0)
                && from != module.file
            {
                reads.insert(Read { file: module.file.clone(), line: *line, from });
            }
        }
    }
    reads.into_iter().collect()
}

/// The files of the library that no module declares: they are not compiled, and nobody would miss them.
pub fn undeclared(files: &[File]) -> Vec<&str> {
    let library: Vec<&File> = files.iter().filter(|file| !file.is_in("src/bin")).collect();
    let modules: BTreeMap<Path, Module> = library.iter().map(|file| (module_path(&file.path), module(file))).collect();
    let is_declared = |file: &File| match module_path(&file.path).split_last() {
        Some((name, parent)) => modules.get(parent).is_some_and(|parent| parent.children.contains(name)),
        None => true,
    };
    library.into_iter().filter(|file| !is_declared(file)).map(|file| file.path.as_str()).collect()
}

/// `src/a/b.rs` and `src/a/b/mod.rs` are a::b, `src/lib.rs` is the root.
fn module_path(file: &str) -> Path {
    let path = file.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').filter(|name| *name != "lib").map(str::to_owned).collect()
}

/// The file that a path leads to; none outside of the library.
fn resolve(modules: &BTreeMap<Path, Module>, path: &[String], depth: usize) -> Option<String> {
    if depth > 16 {
        return None;
    }
    let mut at = Path::new();
    for (i, name) in path.iter().enumerate() {
        let module = modules.get(&at)?;
        let mut deeper = at.clone();
        deeper.push(name.clone());
        if modules.contains_key(&deeper) {
            at = deeper;
            continue;
        }
        let rest = &path[i + 1..];
        if module.items.contains(name) || module.children.contains(name) {
            return Some(module.file.clone());
        }
        if let Some(import) = module.imports.get(name) {
            return resolve(modules, &[import, rest].concat(), depth + 1);
        }
        let holds = |glob: &&Path| {
            let brought = modules.get(*glob);
            brought.is_some_and(|m| m.items.contains(name) || m.imports.contains_key(name) || m.children.contains(name))
        };
        return match module.globs.iter().find(holds) {
            Some(glob) => resolve(modules, &[glob, &path[i..]].concat(), depth + 1),
            None => Some(module.file.clone()),
        };
    }
    modules.get(&at).map(|module| module.file.clone())
}

/// Words and signs of the code, with their lines.
fn tokens(text: &str) -> Vec<(usize, String)> {
    let mut tokens: Vec<(usize, String)> = Vec::new();
    for (line, code) in code_lines(text) {
        let mut rest = code.as_str();
        while let Some(first) = rest.chars().next() {
            let is_word = |c: char| c.is_alphanumeric() || c == '_';
            let length = match first {
                c if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
                ':' if rest.starts_with("::") => 2,
                c => c.len_utf8(),
            };
            let (token, after) = rest.split_at(length);
            if !first.is_whitespace() {
                tokens.push((line, token.to_owned()));
            }
            rest = after;
        }
    }
    tokens
}

/// Declarations that give a name to something.
const ITEMS: [&str; 10] = ["struct", "enum", "trait", "type", "union", "fn", "const", "static", "mod", "macro_rules"];

fn module(file: &File) -> Module {
    let tokens = tokens(&file.text);
    let word = |i: usize| tokens.get(i).map_or("", |(_, token)| token.as_str());
    let mut module = Module {
        file: file.path.clone(),
        children: BTreeSet::new(),
        items: BTreeSet::new(),
        imports: BTreeMap::new(),
        globs: Vec::new(),
        reads: Vec::new(),
    };
    for i in 0..tokens.len() {
        if word(i) == "mod" && (word(i + 2) == ";" || word(i + 2) == "{") {
            module.children.insert(word(i + 1).to_owned());
        } else if ITEMS.contains(&word(i)) {
            let name = if word(i + 1) == "!" { word(i + 2) } else { word(i + 1) };
            module.items.insert(name.to_owned());
        }
    }
    let own = module_path(&file.path);
    let hands_on = file.path.ends_with("/mod.rs");
    // The modules in braces that the place stands in, each with the depth at which it ends.
    let (mut within, mut depth): (Vec<(String, usize)>, usize) = (Vec::new(), 0);
    let mut i = 0;
    while i < tokens.len() {
        let here: Path = own.iter().cloned().chain(within.iter().map(|(name, _)| name.clone())).collect();
        match word(i) {
            "{" => depth += 1,
            "}" => {
                depth = depth.saturating_sub(1);
                within.retain(|(_, ends)| *ends < depth + 1);
            }
            "mod" if word(i + 2) == "{" => within.push((word(i + 1).to_owned(), depth + 1)),
            "use" => {
                let is_public = i > 0 && (word(i - 1) == "pub" || word(i - 1) == ")");
                let (line, end) = (tokens[i].0, i + 1);
                let mut leaves = Vec::new();
                i = use_tree(&word, end, &mut Path::new(), &mut leaves);
                for (path, name) in leaves {
                    let Some(path) = from_root(&module, &here, &path) else { continue };
                    if !(is_public && hands_on) {
                        module.reads.push((line, path.clone()));
                    }
                    if within.is_empty() {
                        match name.as_str() {
                            "*" => module.globs.push(path),
                            _ => _ = module.imports.insert(name, path),
                        }
                    }
                }
            }
            // `pub(in crate::x)` says who may read, and reads nothing.
            first if word(i + 1) == "::" && (i == 0 || word(i - 1) != "::") && (i < 3 || word(i - 3) != "pub") => {
                let is_path = ["crate", "self", "super"].contains(&first) || module.children.contains(first);
                let mut path = vec![first.to_owned()];
                while word(i + 1) == "::" && word(i + 2).starts_with(|c: char| c.is_alphabetic() || c == '_') {
                    path.push(word(i + 2).to_owned());
                    i += 2;
                }
                if is_path && let Some(path) = from_root(&module, &here, &path) {
                    module.reads.push((tokens[i].0, path));
                }
            }
            _ => {}
        }
        i += 1;
    }
    module
}

/// Takes the leaves of a `use` from a place on, each as its path and the name it gets here; returns where it ends.
fn use_tree<'a>(
    word: &impl Fn(usize) -> &'a str,
    mut i: usize,
    stem: &mut Path,
    leaves: &mut Vec<(Path, String)>,
) -> usize {
    let length = stem.len();
    loop {
        match word(i) {
            "::" => {}
            "{" => loop {
                i = use_tree(word, i + 1, stem, leaves);
                if word(i) != "," {
                    break;
                }
            },
            "*" => leaves.push((stem.clone(), "*".to_owned())),
            "as" => {
                if let Some((_, name)) = leaves.last_mut() {
                    *name = word(i + 1).to_owned();
                }
                i += 1;
            }
            "," | "}" | ";" | "" => {
                stem.truncate(length);
                return i;
            }
            name => {
                if word(i + 1) == "::" {
                    stem.push(name.to_owned());
                } else {
                    let is_stem = name == "self" && !stem.is_empty();
                    let path =
                        if is_stem { stem.clone() } else { stem.iter().cloned().chain([name.to_owned()]).collect() };
                    let name = path.last().cloned().unwrap_or_default();
                    leaves.push((path, name));
                }
            }
        }
        i += 1;
    }
}

/// A path as it is written in a module, from the crate's root; none for one of another package.
fn from_root(module: &Module, here: &[String], path: &[String]) -> Option<Path> {
    let mut at: Path = here.to_vec();
    let mut rest = path;
    match rest.first().map(String::as_str) {
        Some("crate") => {
            at.clear();
            rest = &rest[1..];
        }
        Some("self") => rest = &rest[1..],
        Some("super") => {
            while rest.first().is_some_and(|name| name == "super") {
                at.pop()?;
                rest = &rest[1..];
            }
        }
        Some(name) if module.children.contains(name) => {}
        _ => return None,
    }
    at.extend(rest.iter().cloned());
    Some(at)
}
