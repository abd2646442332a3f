//! A journey's touchpoints as rows of a table that other programs copy and paste: written, and read back. What was written
//! and is read on the same journey changes nothing.

mod filling;
mod pasting;
mod reading;
mod sorting;

use super::building::{self, kind};
use super::{Teller, number};
use crate::app::Language;
use crate::model::fields::PartKind;
use crate::model::{Field, Grounds, LinkId, Touchpoint};
use crate::say;
pub use filling::{can_fill, filled, grounded};
pub use pasting::{Pasted, Untaken, pasted};
pub use reading::{names, rows};
pub use sorting::sorted;

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Phase,
    Name,
    Role,
    Nature,
    Strength,
    Gain,
    Pain,
    Channel,
    Owner,
    Next,
    Words,
    /// What the strength stands on.
    Grounds,
}

/// All columns, in their order. What was copied out here and lost its heading is read in it, so that a new one comes last.
pub const COLUMNS: [Column; 12] = [
    Column::Phase,
    Column::Name,
    Column::Role,
    Column::Nature,
    Column::Strength,
    Column::Gain,
    Column::Pain,
    Column::Channel,
    Column::Owner,
    Column::Next,
    Column::Words,
    Column::Grounds,
];

/// What stands above a column.
pub fn heading(language: Language, column: Column) -> &'static str {
    match column {
        Column::Phase => say!(language, build.column.phase),
        Column::Name => say!(language, build.column.name),
        Column::Role => say!(language, build.column.role),
        Column::Nature => say!(language, build.column.nature),
        Column::Strength => say!(language, build.column.strength),
        Column::Gain => say!(language, build.column.gain),
        Column::Pain => say!(language, build.column.pain),
        Column::Channel => say!(language, build.column.channel),
        Column::Owner => say!(language, build.column.owner),
        Column::Next => say!(language, build.column.next),
        Column::Words => say!(language, build.column.words),
        Column::Grounds => say!(language, build.column.grounds),
    }
}

/// The figure that a column holds.
pub fn figure(column: Column) -> Option<Field> {
    match column {
        Column::Strength => Some(Field::Strength),
        Column::Gain => Some(Field::Gain),
        Column::Pain => Some(Field::Pain),
        _ => None,
    }
}

/// What stands in a cell.
pub fn cell(teller: &Teller, link: &LinkId, column: Column) -> String {
    let (journey, code) = (&teller.journey, teller.code());
    let Some(touchpoint) = journey.touchpoint(link) else { return String::new() };
    match column {
        Column::Phase => {
            journey.phases.iter().find(|p| p.id == touchpoint.phase).map_or("", |p| p.name.get(code)).to_owned()
        }
        Column::Name => touchpoint.name.get(code).to_owned(),
        Column::Role => building::role(teller.language, touchpoint.role).to_owned(),
        Column::Nature => building::nature(teller.language, touchpoint.nature).to_owned(),
        Column::Channel => {
            journey.channels.iter().find(|c| c.id == touchpoint.channel).map_or("", |c| c.name.get(code)).to_owned()
        }
        Column::Owner => {
            journey.owners.iter().find(|o| o.id == touchpoint.owner).map_or("", |o| o.name.get(code)).to_owned()
        }
        Column::Next => next(teller, link),
        Column::Words => touchpoint.words.get(code).to_owned(),
        Column::Grounds => building::grounds(teller.language, grounds_of(touchpoint)).to_owned(),
        Column::Strength | Column::Gain | Column::Pain => {
            let row = figure(column).and_then(|field| field.on(PartKind::Touchpoint));
            let written = row.and_then(|row| {
                Some(kind(teller, row, row.bounds_at(touchpoint)).write(row.of_touchpoint(touchpoint)?))
            });
            written.unwrap_or_default()
        }
    }
}

/// What the strength of a touchpoint stands on; where nobody says, it is a guess.
pub fn grounds_of(touchpoint: &Touchpoint) -> Grounds {
    touchpoint.evidence.get(&Field::Strength).map_or(Grounds::Assumption, |evidence| evidence.grounds)
}

/// "Order 83%; Shop 17%"
pub fn next(teller: &Teller, link: &LinkId) -> String {
    let way = |to: &LinkId, share: f64| {
        let name = teller.journey.touchpoint(to).map_or("", |t| t.name.get(teller.code()));
        format!("{name} {}", number::short_percent(teller.language, share))
    };
    let ways = teller.journey.handovers.iter().filter(|h| h.from == *link).map(|h| way(&h.to, h.share));
    ways.collect::<Vec<_>>().join("; ")
}

/// The touchpoints as a table with a heading, a line each, cells parted by tabs.
pub fn written(teller: &Teller) -> String {
    let line = |cells: Vec<String>| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join("\t");
    let head = line(COLUMNS.map(|column| heading(teller.language, column).to_owned()).to_vec());
    let row = |link: &LinkId| line(COLUMNS.map(|column| cell(teller, link, column)).to_vec());
    let rows = teller.journey.touchpoints.iter().map(|t| row(&t.id));
    std::iter::once(head).chain(rows).map(|line| line + "\n").collect()
}

/// A cell as spreadsheets write one that would be taken for several, or for a formula.
fn quoted(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}
