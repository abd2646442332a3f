//! The files of the repository, as text.

use std::fs;
use std::path::{Path, PathBuf};

/// A text file, by its path from the top with `/` between the parts.
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    /// The lines with their numbers, from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(i, line)| (i + 1, line))
    }

    pub fn is_in(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    /// The name after the last dot.
    pub fn kind(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, kind)| kind)
    }
}

const NOT_OURS: [&str; 7] = ["target", "dist", "node_modules", "results", "report", "Cargo.lock", "package-lock.json"];
const HIDDEN_BUT_OURS: [&str; 2] = [".ci", ".gitignore"];

/// Every text file that is part of the repository.
pub fn files() -> Vec<File> {
    let mut found = Vec::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")), "", &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.iter().any(|file| file.path == "src/lib.rs"), "the sources are where they are looked for");
    found
}

/// The Rust files below a folder.
pub fn rust_in(folder: &str) -> Vec<File> {
    files().into_iter().filter(|file| file.is_in(folder) && file.kind() == "rs").collect()
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<File>) {
    let entries = fs::read_dir(folder).expect("a folder of the repository can be listed");
    for entry in entries {
        let path: PathBuf = entry.expect("an entry of a folder can be read").path();
        let name = path.file_name().expect("an entry has a name").to_string_lossy().into_owned();
        let hidden = name.starts_with('.') && !HIDDEN_BUT_OURS.contains(&name.as_str());
        if hidden || NOT_OURS.contains(&name.as_str()) {
            continue;
        }
        let path_from_top = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{path_from_top}/"), found);
        } else if let Ok(text) = fs::read_to_string(&path) {
            found.push(File { path: path_from_top, text });
        }
    }
}
