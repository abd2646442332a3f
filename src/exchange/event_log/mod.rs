//! A log of events, read piece by piece, so that a file of hundreds of megabytes takes no more room than its events: CSV with
//! a case, a step and a time in each row; XES; either packed with gzip; or a workbook.

mod columns;
mod gather;
mod reader;
mod unpack;
mod xes;

pub(super) use columns::KIND;
pub use columns::LogColumns;
pub use reader::{LogChoices, LogPreview, LogReader, log_preview};
