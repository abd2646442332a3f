//! Which columns of a table of counts hold what.

use crate::exchange::event_log::KIND;
use crate::exchange::table::{ReadTable, read_number};
use crate::model::data::{DataFault, DecimalSign, WantedColumn};

/// What the columns are called, in small letters.
const STEP: [&str; 9] =
    ["step", "steg", "touchpoint", "kontaktpunkt", "activity", "aktivitet", "händelse", "event", "page"];
const NEXT: [&str; 6] = ["next", "next step", "next_step", "nästa", "nästa steg", "till"];
const COUNT: [&str; 20] = [
    "reached",
    "came",
    "nådde",
    "kom",
    "antal",
    "count",
    "customers",
    "kunder",
    "visitors",
    "besökare",
    "users",
    "användare",
    "people",
    "personer",
    "sessions",
    "sessioner",
    "antal kunder",
    "antal besökare",
    "volume",
    "volym",
];
const WENT: [&str; 6] = ["went on", "went_on", "gick vidare", "vidare", "continued", "passed"];
const ENDED: [&str; 7] = ["ended", "lost", "dropped", "hoppade av", "avslutade", "avbröt", "slutade"];
const AGAIN: [&str; 4] = ["again", "igen", "tried again", "försökte igen"];
const OPEN: [&str; 7] = ["still open", "open", "öppna", "fortfarande öppna", "pågår", "pågående", "ännu öppna"];
const DAYS: [&str; 3] = ["days", "dagar", "mean days"];
const PERIOD: [&str; 14] = [
    "period", "månad", "month", "vecka", "week", "kvartal", "quarter", "år", "year", "datum", "date", "dag", "day",
    "tid",
];

/// The columns of a table of counts, by their numbers.
pub(super) struct CountsColumns {
    pub step: usize,
    pub next: Option<usize>,
    pub count: Option<usize>,
    pub went: Option<usize>,
    pub ended: Option<usize>,
    pub again: Option<usize>,
    pub open: Option<usize>,
    pub days: Option<usize>,
    /// What kind of customer is counted.
    pub kind: Option<usize>,
    /// When it was counted.
    pub period: Option<usize>,
}

/// The columns by their headings; where those say nothing of the step or the count, by what stands below.
///
/// # Errors
/// That there is no step, or no count.
pub(super) fn columns(table: &ReadTable, sign: DecimalSign) -> Result<CountsColumns, DataFault> {
    let named = |names: &[&str]| {
        let is = |heading: &String, name: &str| heading.trim().to_lowercase() == name;
        names.iter().find_map(|name| table.headings.iter().position(|heading| is(heading, name)))
    };
    let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let are_counts = |at: &usize| {
        let cells = || table.rows.iter().filter_map(|row| row.cells.get(*at)).filter(|cell| !cell.is_empty());
        let fits = |cell: &&String| read_number(cell, sign).is_some_and(|number| !number.is_share);
        cells().count() > 0 && cells().filter(fits).count() * 2 > cells().count()
    };
    let lacks = |wanted| DataFault::NoColumn { wanted, columns: table.headings.clone() };
    let step = named(&STEP).or_else(|| (0..width).find(|at| !are_counts(at)));
    let step = step.ok_or_else(|| lacks(WantedColumn::Step))?;
    let (went, next) = (named(&WENT), named(&NEXT));
    let count = named(&COUNT).or_else(|| (0..width).filter(|at| *at != step && went.is_none()).find(are_counts));
    if count.is_none() && went.is_none() {
        return Err(lacks(WantedColumn::Count));
    }
    let (ended, again, open, days) = (named(&ENDED), named(&AGAIN), named(&OPEN), named(&DAYS));
    Ok(CountsColumns { step, next, count, went, ended, again, open, days, kind: named(&KIND), period: named(&PERIOD) })
}
