//! How large type can be so that all that a page says stands on one sheet of paper. Near enough to choose a size by, and rather
//! too small than too large: a browser lays it out.

use super::text::{width, wrap};

/// Sizes of type that are tried, the largest first [pt].
const SIZES: [f64; 12] = [11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0];
/// One point of type [mm].
const POINT: f64 = 0.3528;
/// What a line takes [times the size of its type].
const LINE: f64 = 1.4;
/// How wide plain words are beside those of a link's name, by which width is measured, and the serif of the title [times].
const PLAIN: f64 = 0.93;
const SERIF: f64 = 0.75;
/// Width of what is printed on a sheet, of the names in its table, of any other column there, and of one of the two columns of
/// its parts [mm].
const SHEET: f64 = 180.0;
const NAMES: f64 = 54.0;
const CELLS: f64 = 32.0;
const COLUMN: f64 = 84.0;
/// Height of what is printed on a sheet, without what stands at its foot: whoever signs, and the code [mm].
const HEIGHT: f64 = 190.0;
/// How much larger than its text the title of the sheet is, and its first part [times].
const TITLE: f64 = 2.2;
const FIRST: f64 = 1.2;
/// What lies between the rows of the table, and between parts [lines].
const BETWEEN_ROWS: f64 = 0.6;
const BETWEEN_PARTS: f64 = 1.9;

/// What stands on the sheet.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    pub title: &'a str,
    /// The first cell of each row is a name.
    pub table: &'a [Vec<String>],
    /// What is said under the table over the whole width.
    pub notes: &'a [String],
    /// The lines of each part; its title is as high as a line. The first stands over the whole width.
    pub parts: &'a [Vec<String>],
}

/// The largest size of type that all of it fits the sheet with [pt]; the smallest where none does.
pub fn type_size(sheet: &Sheet) -> f64 {
    SIZES.into_iter().find(|size| height(sheet, *size) <= HEIGHT).unwrap_or(SIZES[SIZES.len() - 1])
}

/// How high it is at a size of type [mm].
fn height(sheet: &Sheet, size: f64) -> f64 {
    let mm = size * POINT;
    let title = lines(sheet.title, mm * TITLE * SERIF, SHEET) * TITLE + 1.0;
    let row = |cells: &Vec<String>| {
        let (name, rest) =
            cells.split_first().map_or((0.0, cells.as_slice()), |(name, rest)| (lines(name, mm, NAMES), rest));
        rest.iter().map(|cell| lines(cell, mm * PLAIN, CELLS)).fold(name, f64::max) + BETWEEN_ROWS
    };
    let table: f64 = sheet.table.iter().map(row).sum();
    let plain = |words: &String, room: f64| lines(words, mm * PLAIN, room);
    let notes: f64 = sheet.notes.iter().map(|words| plain(words, SHEET)).sum();
    let first: f64 = sheet.parts.first().map_or(0.0, |part| {
        part.iter().map(|words| lines(words, mm * PLAIN * FIRST, SHEET) * FIRST).sum::<f64>() + BETWEEN_PARTS
    });
    let others: Vec<f64> = sheet
        .parts
        .iter()
        .skip(1)
        .map(|part| part.iter().map(|words| plain(words, COLUMN)).sum::<f64>() + BETWEEN_PARTS)
        .collect();
    // No part is divided, so that one column is longer than the other.
    let longest = others.iter().copied().fold(0.0, f64::max);
    let columns = (others.iter().sum::<f64>() + longest / 2.0) / 2.0;
    (title + table + notes + first + columns) * LINE * mm
}

/// Lines that words take where they have so much room [lines].
fn lines(words: &str, size: f64, room: f64) -> f64 {
    if width(words, size) <= room { 1.0 } else { wrap(words, size, room, usize::MAX).0.len() as f64 }
}
