//! Tables that somebody has saved or copied: text with separators as spreadsheets and warehouses write it, Swedish Excel
//! first, and workbooks. What is understood is decided once for a file, from all of its rows; what can be read in two ways
//! is asked for, and no row vanishes without a word.

mod assemble;
mod number;
mod row;
mod scanner;
mod separator;
mod time;
mod workbook;

pub use assemble::{MOST_TABLE_BYTES, ReadTable, TableChoices, read_table};
pub(super) use assemble::{is_total, joined};
pub use number::DecimalEvidence;
pub(super) use number::read_number;
pub use row::TableRow;
pub(super) use scanner::{RawRow, RowScanner};
pub(super) use separator::{named_separator, separator_of};
pub(super) use time::{DayOrder, month_first, read_time};
pub(super) use workbook::workbook_text;
