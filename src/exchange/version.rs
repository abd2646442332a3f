//! Versions of a format, and the steps from each to the next: what was written once opens for ever.

use super::tree::Tree;

/// Rewrites what a version wrote as the next one writes it.
pub type Migration = fn(Tree) -> Tree;

/// The version that a format has with these migrations: the first is 1.
pub const fn current(migrations: &[Migration]) -> u32 {
    1 + migrations.len() as u32
}

/// A file as the current version writes it. What names no version is left as it is, for the search for problems.
///
/// # Errors
/// The version found, where it is none that these migrations know.
pub fn migrated(file: Tree, migrations: &[Migration]) -> Result<Tree, f64> {
    let Some(found) = file.get("version").and_then(Tree::as_number) else { return Ok(file) };
    let steps = (1..=current(migrations)).find(|version| f64::from(*version) == found).ok_or(found)?;
    let later = migrations.iter().skip(steps as usize - 1);
    Ok(later.fold(file, |file, migrate| migrate(file)))
}
