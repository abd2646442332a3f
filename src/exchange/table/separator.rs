//! What stands between the cells of a table.

use super::number::looks_like_a_figure;
use super::scanner::RowScanner;
use super::time::read_time;

/// In the order in which they are taken where two fit as well: Swedish Excel writes semicolons, what is copied has tabs.
const CANDIDATES: [u8; 4] = *b";\t,|";
/// Rows that are looked at.
const ROWS: usize = 400;

/// The separator that a file names in its first line (`sep=;`), as Excel has it.
pub fn named_separator(text: &str) -> Option<u8> {
    let line = text.lines().next()?.trim().trim_matches('"').to_ascii_lowercase();
    match line.strip_prefix("sep=")?.as_bytes() {
        [separator] if separator.is_ascii() => Some(*separator),
        // A tab at the end has been trimmed away.
        [] => Some(b'\t'),
        _ => None,
    }
}

/// The separator with which the rows have as many cells as each other, and the cells say most.
pub fn separator_of(text: &str) -> u8 {
    let mut best = (0.0, b';');
    for separator in CANDIDATES {
        let sense = sense(text, separator);
        if sense > best.0 {
            best = (sense, separator);
        }
    }
    best.1
}

/// How much sense a table makes with a separator; 0 where it divides nothing.
fn sense(text: &str, separator: u8) -> f64 {
    let (mut widths, mut cells, mut telling) = (Vec::new(), 0_u32, 0_u32);
    let mut scanner = RowScanner::new(separator);
    scanner.push(text.as_bytes(), true, |row| {
        if widths.len() >= ROWS || row.text.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        widths.push(if row.is_open { 0 } else { row.cells.len() });
        for at in 0..row.cells.len() {
            let cell = String::from_utf8_lossy(row.cells.get(at));
            let cell = cell.trim();
            if !cell.is_empty() {
                cells += 1;
                telling += u32::from(looks_like_a_figure(cell) || read_time(cell).is_some());
            }
        }
    });
    let mut by_width = std::collections::BTreeMap::new();
    for width in widths.iter().filter(|width| **width > 1) {
        *by_width.entry(*width).or_insert(0_usize) += 1;
    }
    let Some((_, most)) = by_width.into_iter().max_by_key(|(width, rows)| (*rows, *width)) else { return 0.0 };
    let even = most as f64 / widths.len().max(1) as f64;
    let telling = f64::from(telling) / f64::from(cells.max(1));
    even + telling / 2.0
}
