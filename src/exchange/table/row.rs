//! A row of a table, and how many cells all rows may have.

use crate::model::data::DataFault;
use serde::{Deserialize, Serialize};

/// Most cells of a table that is read at once [count]: many times what counts and curves have.
pub(super) const MOST_CELLS: usize = 2_000_000;
/// It has more.
pub(super) const TOO_MANY_CELLS: DataFault = DataFault::TooManyCells { most: MOST_CELLS as u64 };

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableRow {
    /// The line of the file that it begins on, from 1; of a workbook the row.
    pub line: u64,
    pub cells: Vec<String>,
}
