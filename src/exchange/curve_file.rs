//! How many stay: a row for each period, or a table with a row for each group that began together and a column for each period.
//! An empty cell is not seen yet, and 0 is nobody; people are added, not shares, and a curve never rises.

use super::table::{ReadTable, TableChoices, TableRow, joined, read_number, read_table};
use crate::model::data::{CurvePoint, DataFault, DecimalSign, LeftOutWhy, RowsRead, StayingCurve, WantedColumn};
use serde::{Deserialize, Serialize};

const LEFT: [&str; 7] = ["left", "churned", "lost", "slutade", "lämnade", "slutat", "avgångar"];
const THERE: [&str; 16] = [
    "customers",
    "kunder",
    "customers at start",
    "kunder vid start",
    "at start",
    "antal",
    "survivors",
    "staying",
    "kvar",
    "antal kunder",
    "active",
    "aktiva",
    "share",
    "andel",
    "retention",
    "count",
];
/// Fewer periods say nothing.
const FEWEST: usize = 2;
const MOST: usize = 240;

/// A curve as it was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurveRead {
    pub curve: StayingCurve,
    pub rows: RowsRead,
    pub headings: Vec<String>,
    pub preview: Vec<TableRow>,
    /// Where more were there than before, which cannot be: the line and the period. They count as no more than before.
    pub rises: Vec<(u64, usize)>,
}

/// The curve in a file, or in what was copied out of a spreadsheet.
///
/// # Errors
/// Why there is none, or what has to be said first.
pub fn curve_in(bytes: &[u8], choices: &TableChoices) -> Result<CurveRead, DataFault> {
    let table = read_table(bytes, choices)?;
    let sign = match (table.decimals, &table.doubtful) {
        (Some(sign), _) => sign,
        (None, Some(example)) => return Err(DataFault::WhichDecimals { example: example.clone() }),
        (None, None) => DecimalSign::Comma,
    };
    let mut read = if is_of_groups(&table) { groups(&table, sign) } else { periods(&table, sign)? };
    crate::model::order::sort_by_key(&mut read.rows.told, |row| row.line);
    read.curve.points.truncate(MOST);
    let found = read.curve.points.len();
    if found < FEWEST { Err(DataFault::TooFewPeriods { found: found as u64 }) } else { Ok(read) }
}

/// Headings that count up from 0 or 1 are periods.
fn is_of_groups(table: &ReadTable) -> bool {
    let numbers: Vec<Option<f64>> = table.headings.iter().skip(1).map(|heading| heading.parse().ok()).collect();
    numbers.len() > 1
        && numbers.windows(2).all(|two| matches!(two, [Some(a), Some(b)] if *b == a + 1.0))
        && matches!(numbers[0], Some(first) if first == 0.0 || first == 1.0)
}

fn groups(table: &ReadTable, sign: DecimalSign) -> CurveRead {
    let mut rows = table.counted.clone();
    let (mut points, mut rises, mut are_people) = (Vec::<CurvePoint>::new(), Vec::new(), true);
    for row in &table.rows {
        let mut before: Option<f64> = None;
        let mut wrong = None;
        let mut seen = Vec::new();
        for cell in row.cells.iter().skip(1) {
            let number = read_number(cell, sign);
            if !cell.is_empty() && number.is_none() {
                wrong = Some(LeftOutWhy::NoNumber);
            }
            if number.is_some_and(|number| number.value < 0.0) {
                wrong = Some(LeftOutWhy::Negative);
            }
            are_people &= number.is_none_or(|number| !number.is_share);
            seen.push(number.map(|number| number.value));
        }
        if let Some(why) = wrong {
            rows.take_back(row.line, &joined(&row.cells), why);
            continue;
        }
        for (period, there) in seen.into_iter().enumerate() {
            // What is empty is not seen yet, and what comes after it says nothing of this group.
            let Some(there) = there else { break };
            if let Some(was) = before {
                if there > was {
                    rises.push((row.line, period));
                }
                while points.len() < period {
                    points.push(CurvePoint { there: 0.0, stayed: 0.0 });
                }
                points[period - 1].there += was;
                points[period - 1].stayed += there.min(was);
            }
            before = Some(before.map_or(there, |was| there.min(was)));
        }
    }
    // Beyond the last period that anybody was seen in there is nothing.
    while points.last().is_some_and(|point| point.there == 0.0) {
        points.pop();
    }
    let curve = StayingCurve { points, are_people };
    let (headings, preview) = (table.headings.clone(), table.rows.iter().take(8).cloned().collect());
    CurveRead { curve, rows, headings, preview, rises }
}

fn periods(table: &ReadTable, sign: DecimalSign) -> Result<CurveRead, DataFault> {
    let named = |names: &[&str]| {
        let is = |heading: &String, name: &str| heading.trim().to_lowercase() == name;
        names.iter().find_map(|name| table.headings.iter().position(|heading| is(heading, name)))
    };
    let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let left = named(&LEFT);
    // Without a name: the last column with numbers, or the only one.
    let is_number =
        |at: &usize| table.rows.iter().any(|row| row.cells.get(*at).is_some_and(|c| read_number(c, sign).is_some()));
    let there = named(&THERE).or_else(|| (0..width).rev().filter(|at| Some(*at) != left).find(is_number));
    let lacks = || DataFault::NoColumn { wanted: WantedColumn::Count, columns: table.headings.clone() };
    let there = there.ok_or_else(lacks)?;
    let mut rows = table.counted.clone();
    let (mut seen, mut rises, mut are_people) = (Vec::new(), Vec::new(), true);
    for row in &table.rows {
        let number = |at: usize| row.cells.get(at).and_then(|cell| read_number(cell, sign));
        let empty = |at: usize| row.cells.get(at).is_none_or(String::is_empty);
        let why = match (number(there), left.map(number)) {
            (None, _) if empty(there) => LeftOutWhy::NoCount,
            (None, _) | (_, Some(None)) => LeftOutWhy::NoNumber,
            (Some(there), left) if there.value < 0.0 || left.flatten().is_some_and(|left| left.value < 0.0) => {
                LeftOutWhy::Negative
            }
            (Some(there), Some(Some(left))) if left.value > there.value => LeftOutWhy::MoreThanCame,
            (Some(there), left) => {
                are_people &= !there.is_share;
                seen.push((row.line, there.value, left.flatten().map(|left| left.value)));
                continue;
            }
        };
        rows.take_back(row.line, &joined(&row.cells), why);
    }
    let mut points = Vec::new();
    if left.is_some() {
        let point = |(_, there, left): &(u64, f64, Option<f64>)| CurvePoint {
            there: *there,
            stayed: there - left.unwrap_or(0.0),
        };
        points.extend(seen.iter().map(point));
    } else {
        let mut before: Option<f64> = None;
        for (period, (line, there, _)) in seen.iter().enumerate() {
            if let Some(was) = before {
                if *there > was {
                    rises.push((*line, period));
                }
                points.push(CurvePoint { there: was, stayed: there.min(was) });
            }
            before = Some(before.map_or(*there, |was| there.min(was)));
        }
        // A curve that begins at 100 in numbers that have parts holds shares of a hundred.
        are_people &= seen.iter().all(|(_, there, _)| there.fract() == 0.0);
    }
    let curve = StayingCurve { points, are_people };
    let (headings, preview) = (table.headings.clone(), table.rows.iter().take(8).cloned().collect());
    Ok(CurveRead { curve, rows, headings, preview, rises })
}
