//! What all tables have in common: cells, what stands over them, and figures with their bounds.

use crate::analysis::Estimate;
use crate::analysis::studies::Goal;
use crate::model::LinkId;
use crate::say;
use crate::words::{Teller, goal, phrase};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum TableCell {
    Empty,
    Text(String),
    Number(f64),
}

impl From<&str> for TableCell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for TableCell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Option<f64>> for TableCell {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

/// A table with its title.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenTable {
    /// The name of its file without its ending.
    pub file: &'static str,
    pub title: &'static str,
    pub rows: Vec<Vec<TableCell>>,
}

/// What every table begins with: of what it is, so that it can be made again.
pub(super) fn head(teller: &Teller, customers: u64, seed: u64) -> Vec<Vec<TableCell>> {
    let journey = teller.journey.name.get(teller.code()).to_owned();
    vec![
        vec![journey.into()],
        vec![
            say!(teller, tables.visitors).into(),
            TableCell::Number(customers as f64),
            say!(teller, tables.seed).into(),
            TableCell::Number(seed as f64),
        ],
        Vec::new(),
    ]
}

/// The same where each row has visitors of its own.
pub(super) fn head_of_seed(teller: &Teller, seed: u64) -> Vec<Vec<TableCell>> {
    let journey = teller.journey.name.get(teller.code()).to_owned();
    vec![vec![journey.into()], vec![say!(teller, tables.seed).into(), TableCell::Number(seed as f64)], Vec::new()]
}

/// A figure and the bounds of its interval, as cells.
pub(super) fn three(estimate: Option<Estimate>) -> [TableCell; 3] {
    [estimate.map(|e| e.value), estimate.map(|e| e.low), estimate.map(|e| e.high)].map(TableCell::from)
}

/// The same of an outcome that counts; money as money.
pub(super) fn three_of(teller: &Teller, outcome: Goal, estimate: Option<Estimate>) -> [TableCell; 3] {
    three(estimate.map(|estimate| estimate.times(goal::on_axis(teller, outcome))))
}

/// Heads over a figure and its bounds.
pub(super) fn three_heads(teller: &Teller, of: impl Into<TableCell>) -> [TableCell; 3] {
    [of.into(), say!(teller, tables.low).into(), say!(teller, tables.high).into()]
}

/// An outcome's name over a column, with what it is counted in where that is money.
pub(super) fn named(teller: &Teller, outcome: Goal) -> String {
    let name = goal::capital(teller, outcome);
    if outcome == Goal::RevenuePerArrival { format!("{name} ({})", teller.currency()) } else { name }
}

/// How much an outcome changes, over a column.
pub(super) fn change_of(teller: &Teller, outcome: Goal) -> String {
    format!("{}: {}", named(teller, outcome), phrase::small(say!(teller, tables.difference)))
}

/// A link's name as it stands in a cell.
pub(super) fn plain_name(teller: &Teller, link: &LinkId) -> TableCell {
    TableCell::Text(teller.journey.link_name(link, teller.code()))
}
