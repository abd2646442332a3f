//! The rows of a table of counts, each as it was counted. Where the same is counted for several periods or kinds of customer, the rows
//! are added.

use super::columns::CountsColumns;
use crate::exchange::table::{ReadTable, TableRow, joined, read_number};
use crate::model::data::{DecimalSign, LeftOutWhy, RowsRead};
use std::collections::BTreeSet;

/// What one row counts, or several that were added.
#[derive(Clone, Debug, Default)]
pub(super) struct CountedRow {
    pub step: String,
    /// The step that is reached; empty in a row that is about the step itself.
    pub next: String,
    pub kind: String,
    pub reached: Option<u64>,
    pub went: Option<u64>,
    pub ended: Option<u64>,
    pub again: Option<u64>,
    pub open: Option<u64>,
    /// Mean of those who are counted here [days].
    pub days: Option<f64>,
}

impl CountedRow {
    fn in_row(row: &TableRow, columns: &CountsColumns, sign: Option<DecimalSign>) -> Result<Self, LeftOutWhy> {
        let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).cloned().unwrap_or_default();
        let one = Self {
            step: cell(Some(columns.step)),
            next: cell(columns.next),
            kind: cell(columns.kind),
            reached: people(row, columns.count, sign)?,
            went: people(row, columns.went, sign)?,
            ended: if columns.next.is_some() {
                people(row, columns.ended, sign)?
            } else {
                people(row, columns.ended, sign).ok().flatten()
            },
            again: people(row, columns.again, sign)?,
            open: people(row, columns.open, sign)?,
            days: days_in(row, columns.days, sign),
        };
        if one.step.is_empty() && one.next.is_empty() {
            return Err(LeftOutWhy::NoStep);
        }
        Ok(one)
    }

    /// How many the mean of the days is of.
    fn people(&self) -> f64 {
        self.reached.or(self.went).unwrap_or(0) as f64
    }

    fn add(&mut self, other: Self) {
        // Where one of them does not say it, the sum is not known; what a cell about those who did not go on leaves out is nobody.
        let sum = |mine: Option<u64>, theirs: Option<u64>| Some(mine?.saturating_add(theirs?));
        let or_none = |mine: Option<u64>, theirs: Option<u64>| match (mine, theirs) {
            (Some(mine), Some(theirs)) => Some(mine.saturating_add(theirs)),
            (mine, theirs) => mine.or(theirs),
        };
        let (mine, theirs) = (self.people(), other.people());
        self.days = match (self.days, other.days) {
            (Some(a), Some(b)) if mine + theirs > 0.0 => Some((a * mine + b * theirs) / (mine + theirs)),
            (Some(a), Some(b)) => Some((a + b) / 2.0),
            (a, b) => a.or(b),
        };
        self.reached = sum(self.reached, other.reached);
        self.went = sum(self.went, other.went);
        // A row about a way is read so too; of a step alone those who ended would stand for all who did not go on.
        let is_way = !self.next.is_empty() || !other.next.is_empty();
        self.ended = if is_way { or_none(self.ended, other.ended) } else { sum(self.ended, other.ended) };
        self.again = or_none(self.again, other.again);
        self.open = or_none(self.open, other.open);
    }
}

/// The rows of a table, as far as they count something.
#[derive(Default)]
pub(super) struct CountedRows {
    /// In the order in which what they count comes first. Rows that say where cases begin stay apart by kind of customer.
    pub rows: Vec<CountedRow>,
    /// The periods that were added, as they are called.
    pub periods: Vec<String>,
    /// How many of each kind of customer were counted at each step, in the order of the file.
    pub of_kinds: Vec<(String, String, u64)>,
}

/// Reads them. `check` says of a single row why it cannot be. Names of steps that differ by capitals alone are one where there is a row
/// for each step; where there is one for each way they are kept as they are.
pub(super) fn counted_rows(
    table: &ReadTable,
    columns: &CountsColumns,
    sign: Option<DecimalSign>,
    rows: &mut RowsRead,
    check: impl Fn(&CountedRow) -> Result<(), LeftOutWhy>,
) -> CountedRows {
    let called = |name: &str| if columns.next.is_some() { name.to_owned() } else { name.to_lowercase() };
    let mut counted = CountedRows::default();
    let mut seen = BTreeSet::new();
    for row in &table.rows {
        let period = columns.period.and_then(|at| row.cells.get(at)).cloned().unwrap_or_default();
        let taken = CountedRow::in_row(row, columns, sign).and_then(|one| {
            check(&one)?;
            let what = (called(&one.step), called(&one.next), one.kind.to_lowercase(), period.to_lowercase());
            if seen.insert(what) { Ok(one) } else { Err(LeftOutWhy::Doubled) }
        });
        let one = match taken {
            Ok(one) => one,
            Err(why) => {
                rows.take_back(row.line, &joined(&row.cells), why);
                continue;
            }
        };
        if !period.is_empty() && !counted.periods.contains(&period) {
            counted.periods.push(period);
        }
        if !one.kind.is_empty() {
            counted.of_kinds.push((one.kind.clone(), one.step.clone(), one.reached.or(one.went).unwrap_or(0)));
        }
        let is_same = |known: &CountedRow| {
            let is_alike = called(&known.step) == called(&one.step) && called(&known.next) == called(&one.next);
            is_alike && (!one.step.is_empty() || known.kind == one.kind)
        };
        match counted.rows.iter_mut().find(|known| is_same(known)) {
            Some(known) => known.add(one),
            None => counted.rows.push(one),
        }
    }
    counted
}

/// A whole number of people in a cell.
fn people(row: &TableRow, at: Option<usize>, sign: Option<DecimalSign>) -> Result<Option<u64>, LeftOutWhy> {
    let Some(cell) = at.and_then(|at| row.cells.get(at)).filter(|cell| !cell.is_empty()) else { return Ok(None) };
    let value = |sign| read_number(cell, sign).map(|number| number.value);
    let whole = |value: &f64| value.fract() == 0.0;
    let value = match sign {
        Some(sign) => value(sign),
        // Nobody is counted in parts: where only one way of reading gives whole people, it is that.
        None => value(DecimalSign::Comma).filter(whole).or_else(|| value(DecimalSign::Point)),
    };
    match value {
        None => Err(LeftOutWhy::NoNumber),
        Some(value) if value < 0.0 => Err(LeftOutWhy::Negative),
        Some(value) if value.fract() != 0.0 || value > 1e15 => Err(LeftOutWhy::NotWhole),
        Some(value) => Ok(Some(value as u64)),
    }
}

fn days_in(row: &TableRow, at: Option<usize>, sign: Option<DecimalSign>) -> Option<f64> {
    let cell = row.cells.get(at?)?;
    read_number(cell, sign.unwrap_or(DecimalSign::Point)).map(|days| days.value).filter(|days| *days >= 0.0)
}
