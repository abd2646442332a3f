//! Counts: how many came to each step and how many went on. Two forms are read. The simple one has a row for each step, in
//! their order. The full one has a row for each way from one step to the next, as a warehouse can make it without giving out a single
//! event; docs/data.md describes it and has the SQL.

mod columns;
mod forms;
mod rows;
mod written;

use super::letters::Letters;
use super::table::{ReadTable, TableChoices, TableRow, read_number, read_table};
use crate::model::data::{CountedJourney, CountedStep, DataFault, DecimalSign, MOST_KINDS, RowsRead, Tries};
use columns::columns;
use forms::{by_step, by_way};
use serde::{Deserialize, Serialize};
pub use written::counts_text;

/// Fewer tries than this, and what is said of a step rests on single people.
const FEW: u64 = 5;

/// Counts as they were read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CountsRead {
    /// What stands before the purchase and what after it is not decided yet.
    pub counted: CountedJourney,
    pub rows: RowsRead,
    pub headings: Vec<String>,
    pub preview: Vec<TableRow>,
    pub separator: Option<u8>,
    pub decimals: DecimalSign,
    pub letters: Letters,
    /// Steps to which more came than to the one before, so that nothing is known of the way between: their names.
    pub rises: Vec<String>,
    /// Steps to which nobody came, so that nothing is known of what follows.
    pub empty: Vec<String>,
    /// Steps of which only a handful is known.
    pub few: Vec<String>,
    /// The periods whose rows were added, as they are called, in the order of the file; none where there is no column of them.
    pub periods: Vec<String>,
}

/// The decimal sign; where it is in doubt it must not matter for the counts.
fn settle(table: &ReadTable) -> Result<Option<DecimalSign>, DataFault> {
    let Some(example) = &table.doubtful else { return Ok(table.decimals) };
    let value = |cell: &String, sign| read_number(cell, sign).map(|number| number.value);
    let matters = |cell: &&String| {
        let (comma, point) = (value(cell, DecimalSign::Comma), value(cell, DecimalSign::Point));
        comma != point && comma.is_some_and(|c| c.fract() == 0.0) && point.is_some_and(|p| p.fract() == 0.0)
    };
    match table.rows.iter().flat_map(|row| &row.cells).find(matters) {
        Some(_) => Err(DataFault::WhichDecimals { example: example.clone() }),
        None => Ok(None),
    }
}

/// The counts in a file, or in what was copied out of a spreadsheet.
///
/// # Errors
/// Why there are none, or what has to be said first.
pub fn counts_in(bytes: &[u8], choices: &TableChoices) -> Result<CountsRead, DataFault> {
    let table = read_table(bytes, choices)?;
    let sign = settle(&table)?;
    let columns = columns(&table, sign.unwrap_or(DecimalSign::Comma))?;
    let mut rows = table.counted.clone();
    let preview = table.rows.iter().take(8).cloned().collect();
    let form = if columns.next.is_some() { by_way } else { by_step };
    let (mut counted, periods) = form(&table, &columns, sign, &mut rows);
    crate::model::order::sort_by_key(&mut rows.told, |row| row.line);
    if counted.steps.is_empty() {
        return Err(DataFault::NothingLeft);
    }
    if counted.kinds.len() > MOST_KINDS {
        return Err(DataFault::TooManyKinds { most: MOST_KINDS as u64 });
    }
    const MOST: usize = 200;
    if counted.steps.len() > MOST {
        return Err(DataFault::TooManySteps { found: counted.steps.len() as u64, most: MOST as u64 });
    }
    let name = |step: &CountedStep| step.name.clone();
    let is_few = |step: &&CountedStep| step.is_strength_known && (1..FEW).contains(&step.tries.all());
    let few = counted.steps.iter().filter(is_few).map(name).collect();
    let (mut rises, mut empty) = (Vec::new(), Vec::new());
    if columns.next.is_none() {
        for n in 1..counted.steps.len() {
            let (before, reached) = (counted.steps[n - 1].reached, counted.steps[n].reached);
            if reached > before {
                rises.push(counted.steps[n].name.clone());
                // Nothing is made up of what cannot be.
                (counted.steps[n - 1].is_strength_known, counted.steps[n - 1].tries) = (false, Tries::default());
            }
            if before == 0 {
                empty.push(counted.steps[n - 1].name.clone());
            }
        }
    }
    let decimals = sign.unwrap_or(DecimalSign::Comma);
    let (headings, separator, letters) = (table.headings, table.separator, table.letters);
    Ok(CountsRead { counted, rows, headings, preview, separator, decimals, letters, rises, empty, few, periods })
}
