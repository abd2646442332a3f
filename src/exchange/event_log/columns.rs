//! Which columns of a table of events hold the case, the step, the time and the result.

use crate::exchange::table::{TableRow, read_time};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the columns are called, in the two languages and in the tools that write logs; small letters.
const CASE: [&str; 18] = [
    "case",
    "case id",
    "caseid",
    "case_id",
    "case:concept:name",
    "ärende",
    "ärendenummer",
    "kund",
    "kundnr",
    "kundnummer",
    "kundid",
    "kund-id",
    "customer",
    "customer id",
    "customer_id",
    "order",
    "ordernr",
    "id",
];
const STEP: [&str; 16] = [
    "step",
    "steg",
    "activity",
    "aktivitet",
    "concept:name",
    "event",
    "event name",
    "event_name",
    "händelse",
    "touchpoint",
    "kontaktpunkt",
    "task",
    "action",
    "moment",
    "status",
    "page",
];
const TIME: [&str; 18] = [
    "time",
    "tid",
    "timestamp",
    "time:timestamp",
    "tidpunkt",
    "tidsstämpel",
    "datum",
    "date",
    "datetime",
    "start time",
    "starttid",
    "complete timestamp",
    "event time",
    "event_time",
    "when",
    "created",
    "skapad",
    "när",
];
const RESULT: [&str; 5] = ["result", "resultat", "outcome", "utfall", "held"];
/// What many files call it, in two halves: here another word is kept for it.
const OTHERS_WORD: &str = concat!("seg", "ment");
/// What a column that names kinds of customer is called.
pub const KIND: [&str; 10] = [
    "persona",
    "kundtyp",
    "kundgrupp",
    "kundsegment",
    OTHERS_WORD,
    "customer type",
    "customer_type",
    "customer group",
    concat!("customer seg", "ment"),
    concat!("customer_seg", "ment"),
];

/// What some tools write before the key of an attribute of cases, where a log of XES becomes a table.
const OF_CASE: &str = "case:";

/// The heading of a column, or the key of an attribute, as it is compared with names: without capitals, and without that it is of cases.
pub fn plain(heading: &str) -> String {
    let small = heading.trim().to_lowercase();
    small.strip_prefix(OF_CASE).map_or(small.clone(), str::to_owned)
}

/// The first of some names that is one of kinds of customer, by its place among them: those that are more often meant come first.
pub fn kind_among<'a>(names: impl Iterator<Item = &'a str> + Clone) -> Option<usize> {
    KIND.iter().find_map(|kind| names.clone().position(|name| plain(name) == *kind))
}

/// The columns of a log, by their numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogColumns {
    pub case: Option<usize>,
    pub step: Option<usize>,
    pub time: Option<usize>,
    /// How it went; few logs say so.
    pub result: Option<usize>,
    /// What kind of customer it is.
    pub kind: Option<usize>,
}

/// The columns by their headings; where those say nothing of the time, the step or the case, by what stands below.
pub fn columns_of(headings: &[String], rows: &[TableRow]) -> LogColumns {
    let named = |names: &[&str]| {
        let is = |heading: &String, name: &str| heading.trim().to_lowercase() == name;
        names.iter().find_map(|name| headings.iter().position(|heading| is(heading, name)))
    };
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(headings.len());
    let cells = |at: usize| rows.iter().filter_map(move |row| row.cells.get(at)).filter(|cell| !cell.is_empty());
    let are_times = |at: &usize| {
        let (all, times) = (cells(*at).count(), cells(*at).filter(|cell| read_time(cell).is_some()).count());
        all > 0 && times * 10 >= all * 9
    };
    let time = named(&TIME).or_else(|| (0..width).find(are_times));
    let (result, kind) = (named(&RESULT), kind_among(headings.iter().map(String::as_str)));
    let mut step = named(&STEP).filter(|at| Some(*at) != time);
    let mut case = named(&CASE).filter(|at| Some(*at) != time && Some(*at) != step);
    let variety = |at: usize| cells(at).collect::<BTreeSet<_>>().len();
    let is_free = |at: &usize, taken: &[Option<usize>]| !taken.contains(&Some(*at));
    if case.is_none() && rows.len() > 3 {
        // A case has several rows, and there are more cases than steps.
        let free = (0..width).filter(|at| is_free(at, &[time, step, result, kind]));
        case = free.filter(|at| variety(*at) > 1 && variety(*at) < rows.len()).max_by_key(|at| variety(*at));
    }
    if step.is_none() {
        let free = (0..width).filter(|at| is_free(at, &[time, case, result, kind]));
        step = free.filter(|at| variety(*at) > 1).min_by_key(|at| variety(*at));
    }
    LogColumns { case, step, time, result, kind }
}
