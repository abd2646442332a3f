//! Counts: how many came to each step and how many went on. Two forms are read. The simple one has a row for each step, in
//! their order. The full one has a row for each way from one step to the next, as a warehouse can make it without giving out a single
//! event; docs/data.md describes it and has the SQL.

use super::event_log::KIND;
use super::letters::Letters;
use super::table::{ReadTable, TableChoices, TableRow, joined, read_number, read_table};
use crate::model::Stage;
use crate::model::data::{
    CountedJourney, CountedKind, CountedMove, CountedStep, DataFault, DecimalSign, LeftOutWhy, MOST_KINDS, RowsRead,
    Tries, WantedColumn,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
}

struct Columns {
    step: usize,
    next: Option<usize>,
    count: Option<usize>,
    went: Option<usize>,
    ended: Option<usize>,
    again: Option<usize>,
    open: Option<usize>,
    days: Option<usize>,
    kind: Option<usize>,
}

fn columns(table: &ReadTable, sign: DecimalSign) -> Result<Columns, DataFault> {
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
    Ok(Columns { step, next, count, went, ended, again, open, days, kind: named(&KIND) })
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
    let mut counted = match columns.next {
        Some(next) => by_way(&table, &columns, next, sign, &mut rows),
        None => by_step(&table, &columns, sign, &mut rows),
    };
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
    Ok(CountsRead { counted, rows, headings, preview, separator, decimals, letters, rises, empty, few })
}

fn step_named(name: &str) -> CountedStep {
    CountedStep {
        name: name.to_owned(),
        stage: Stage::Before,
        begun: 0,
        reached: 0,
        tries: Tries::default(),
        again: 0,
        open: 0,
        days: None,
        per_day: None,
        is_strength_known: false,
    }
}

fn days_in(row: &TableRow, at: Option<usize>, sign: Option<DecimalSign>) -> Option<f64> {
    let cell = row.cells.get(at?)?;
    read_number(cell, sign.unwrap_or(DecimalSign::Point)).map(|days| days.value).filter(|days| *days >= 0.0)
}

/// One row for each step, in their order: those who came to the next are those who went on.
fn by_step(table: &ReadTable, columns: &Columns, sign: Option<DecimalSign>, rows: &mut RowsRead) -> CountedJourney {
    let mut steps: Vec<CountedStep> = Vec::new();
    let mut said: Vec<(Option<u64>, Option<u64>)> = Vec::new();
    for row in &table.rows {
        let name = row.cells.get(columns.step).map_or("", String::as_str);
        let take = || -> Result<CountedStep, LeftOutWhy> {
            if name.is_empty() {
                return Err(LeftOutWhy::NoStep);
            }
            if steps.iter().any(|step| step.name.to_lowercase() == name.to_lowercase()) {
                return Err(LeftOutWhy::Doubled);
            }
            let reached = people(row, columns.count.or(columns.went), sign)?.ok_or(LeftOutWhy::NoCount)?;
            let open = people(row, columns.open, sign)?.unwrap_or(0);
            let again = people(row, columns.again, sign)?.unwrap_or(0);
            let went = people(row, columns.went, sign)?.unwrap_or(0);
            if open > reached || (columns.count.is_some() && went > reached - open) {
                return Err(LeftOutWhy::MoreThanCame);
            }
            let days = days_in(row, columns.days, sign);
            Ok(CountedStep { reached, open, again, days, ..step_named(name) })
        };
        match take() {
            Ok(step) => {
                said.push((
                    people(row, columns.went, sign).ok().flatten(),
                    people(row, columns.ended, sign).ok().flatten(),
                ));
                steps.push(step);
            }
            Err(why) => rows.take_back(row.line, &joined(&row.cells), why),
        }
    }
    let mut moves = Vec::new();
    for n in 0..steps.len() {
        let known = steps[n].reached - steps[n].open;
        let next = steps.get(n + 1).map(|next| next.reached);
        let went = match said[n] {
            (Some(went), _) if columns.count.is_some() => Some(went),
            (_, Some(ended)) => known.checked_sub(ended),
            _ => next,
        };
        // What follows a step that nobody came to is not known, and what has no step after it neither.
        if let Some(held) = went.filter(|went| *went <= known && known > 0) {
            steps[n].tries = Tries { held, failed: known - held };
            steps[n].is_strength_known = true;
        }
        // Nobody tries again who has not failed.
        steps[n].again = steps[n].again.min(steps[n].tries.failed);
        if n + 1 < steps.len() {
            let taken = went.unwrap_or(0).min(known);
            moves.push(CountedMove { from: n, to: n + 1, taken, tries: None, again: 0, days: None });
        }
    }
    if let Some(first) = steps.first_mut() {
        first.begun = first.reached;
    }
    CountedJourney { steps, moves, ..CountedJourney::default() }
}

/// One row for each way, and one for each step with those for whom nothing came next.
fn by_way(
    table: &ReadTable,
    columns: &Columns,
    next: usize,
    sign: Option<DecimalSign>,
    rows: &mut RowsRead,
) -> CountedJourney {
    let mut counted = CountedJourney::default();
    let number = |counted: &mut CountedJourney, name: &str| match counted.steps.iter().position(|s| s.name == name) {
        Some(at) => at,
        None => {
            counted.steps.push(step_named(name));
            counted.steps.len() - 1
        }
    };
    let mut begins = false;
    // How many of each kind of customer begin at each step.
    let mut kinds: BTreeMap<String, BTreeMap<usize, u64>> = BTreeMap::new();
    for row in &table.rows {
        let cell = |at: usize| row.cells.get(at).map_or("", String::as_str);
        let (from, to) = (cell(columns.step).to_owned(), cell(next).to_owned());
        let count = |at: Option<usize>| people(row, at, sign).map(|count| count.unwrap_or(0));
        let mut take = || -> Result<(), LeftOutWhy> {
            let (reached, went) = (people(row, columns.count, sign)?, people(row, columns.went, sign)?);
            let (ended, again, open) = (count(columns.ended)?, count(columns.again)?, count(columns.open)?);
            let days = days_in(row, columns.days, sign);
            match (from.is_empty(), to.is_empty()) {
                (true, true) => return Err(LeftOutWhy::NoStep),
                (true, false) => {
                    let begun = went.or(reached).ok_or(LeftOutWhy::NoCount)?;
                    let at = number(&mut counted, &to);
                    counted.steps[at].begun += begun;
                    begins = true;
                    let kind = columns.kind.map_or("", cell);
                    if !kind.is_empty() {
                        *kinds.entry(kind.to_owned()).or_default().entry(at).or_default() += begun;
                    }
                }
                (false, true) => {
                    let at = number(&mut counted, &from);
                    let step = &mut counted.steps[at];
                    if step.is_strength_known {
                        return Err(LeftOutWhy::Doubled);
                    }
                    (step.open, step.again, step.days) = (open, again, days);
                    step.reached = reached.unwrap_or(0);
                    // Until the ways are added, those who failed.
                    (step.tries.failed, step.is_strength_known) = (step.tries.failed + ended + again, true);
                }
                (false, false) => {
                    let taken = went.or(reached).ok_or(LeftOutWhy::NoCount)?;
                    let (from, to) = (number(&mut counted, &from), number(&mut counted, &to));
                    if from == to {
                        counted.steps[from].again += taken;
                        counted.steps[from].tries.failed += taken;
                    } else if counted.moves.iter().any(|m| m.from == from && m.to == to) {
                        return Err(LeftOutWhy::Doubled);
                    } else {
                        let failed = ended + again;
                        let tries = (failed > 0 || columns.again.is_some_and(|at| !cell(at).is_empty()))
                            .then_some(Tries { held: taken, failed });
                        // Who fails on the way has left the step before it all the same.
                        let set_out = taken + ended;
                        counted.steps[from].tries.held += set_out;
                        counted.moves.push(CountedMove { from, to, taken: set_out, tries, again, days });
                    }
                }
            }
            Ok(())
        };
        if let Err(why) = take() {
            rows.take_back(row.line, &joined(&row.cells), why);
        }
    }
    for at in 0..counted.steps.len() {
        let came: u64 = counted.moves.iter().filter(|m| m.to == at).map(|m| m.tries.map_or(m.taken, |t| t.held)).sum();
        let step = &mut counted.steps[at];
        // Who came, neither failed nor is open, and was not seen to go on, held all the same: at the last step everybody.
        step.tries.held += step.reached.saturating_sub(step.tries.all() + step.open);
        step.reached = step.tries.all() + step.open;
        step.is_strength_known = step.tries.all() > 0;
        if !begins {
            step.begun = (step.reached - step.again.min(step.reached)).saturating_sub(came);
        }
    }
    let steps = counted.steps.len();
    let kind = |(name, begun): (String, BTreeMap<usize, u64>)| {
        let begun = (0..steps).map(|at| begun.get(&at).copied().unwrap_or(0)).collect();
        CountedKind { name, begun }
    };
    counted.kinds = kinds.into_iter().map(kind).collect();
    counted
}

/// Counts as a file in the full form, which this module reads back.
pub fn counts_text(counted: &CountedJourney) -> String {
    let has_kinds = !counted.kinds.is_empty();
    let mut text = String::from("step,next,reached,went_on,ended,again,open,days");
    text.push_str(if has_kinds { ",persona\n" } else { "\n" });
    let quoted = |name: &str| {
        if name.contains([',', '"', '\n', '\r', ';']) {
            format!("\"{}\"", name.replace('"', "\"\""))
        } else {
            name.to_owned()
        }
    };
    // In powers of ten where all its digits would be no cell's number.
    let number = |days: f64| Some(days.to_string()).filter(|plain| plain.len() < 30).unwrap_or(format!("{days:e}"));
    let days = |days: Option<f64>| days.map_or_else(String::new, number);
    // Of kinds of customer it is told where they begin.
    let end = if has_kinds { ",\n" } else { "\n" };
    let of_step = |step: &CountedStep| {
        let ended = step.tries.failed.saturating_sub(step.again);
        let (name, reached) = (quoted(&step.name), step.reached);
        format!("{name},,{reached},,{ended},{},{},{}{end}", step.again, step.open, days(step.days))
    };
    // They are read in the order in which they come first. The last row is a full one, below which no table goes on.
    let (last, before) = counted.steps.split_last().map_or((None, &[][..]), |(last, before)| (Some(last), before));
    text.extend(before.iter().map(of_step));
    let begins_nowhere = counted.steps.iter().all(|step| step.begun == 0);
    for (at, step) in counted.steps.iter().enumerate() {
        let mut rest = step.begun;
        for kind in &counted.kinds {
            let begun = kind.begun.get(at).copied().unwrap_or(0);
            rest = rest.saturating_sub(begun);
            if begun > 0 {
                text.push_str(&format!(",{},,{begun},,,,,{}\n", quoted(&step.name), quoted(&kind.name)));
            }
        }
        // That nobody begins anywhere is said too: else it would be found from who came.
        if rest > 0 || (at == 0 && begins_nowhere) {
            text.push_str(&format!(",{},,{rest},,,,{end}", quoted(&step.name)));
        }
    }
    for (at, step) in counted.steps.iter().enumerate() {
        for way in counted.moves.iter().filter(|way| way.from == at) {
            let (held, ended, again) = match way.tries {
                Some(tries) => (tries.held, tries.failed.saturating_sub(way.again).to_string(), way.again.to_string()),
                None => (way.taken, String::new(), String::new()),
            };
            let (from, to) = (quoted(&step.name), quoted(&counted.steps[way.to].name));
            text.push_str(&format!("{from},{to},,{held},{ended},{again},,{}{end}", days(way.days)));
        }
    }
    text.extend(last.map(of_step));
    text
}
