//! Events gathered from whatever file they come in: names become numbers, and once the whole file has been seen it is decided
//! what its days mean and in what order its rows stand.

use crate::exchange::letters::OldWriting;
use crate::exchange::table::{DayOrder, month_first, read_time};
use crate::model::data::{
    DataFault, EventLog, EventResult, LeftOutWhy, LogDoubts, LoggedEvent, MOST_KINDS, MOST_TOLD, NO_KIND, RowsRead,
};
use std::collections::{BTreeMap, BTreeSet};

/// Most events, cases and names of steps that are read.
const MOST_EVENTS: usize = 10_000_000;
const MOST_CASES: usize = 4_000_000;
const MOST_STEPS: usize = 1_000;

/// Names, and the numbers that they have.
#[derive(Default)]
struct Names {
    numbers: BTreeMap<Box<[u8]>, u32>,
    last: Option<(Box<[u8]>, u32)>,
}

impl Names {
    /// The number of a name. Rows of one case often follow each other.
    fn number(&mut self, name: &[u8]) -> u32 {
        if let Some((last, number)) = &self.last
            && **last == *name
        {
            return *number;
        }
        let next = self.numbers.len() as u32;
        let number = match self.numbers.get(name) {
            Some(number) => *number,
            None => *self.numbers.entry(name.into()).or_insert(next),
        };
        self.last = Some((name.into(), number));
        number
    }
}

/// A row whose day may turn out to stand the other way round.
struct InOrder {
    line: u64,
    text: String,
}

/// An event as a file has it.
pub struct RawEvent<'a> {
    pub line: u64,
    pub text: &'a [u8],
    pub case: &'a [u8],
    pub step: &'a [u8],
    pub time: &'a [u8],
    pub result: &'a [u8],
    /// What kind of customer it is.
    pub kind: &'a [u8],
}

/// Gathers events.
#[derive(Default)]
pub struct Gatherer {
    cases: Names,
    steps: Names,
    /// The kinds of customer, as they are first written.
    kinds: Vec<Box<[u8]>>,
    /// Of each case.
    kind_of: Vec<u8>,
    /// Whether a case is of two kinds.
    is_mixed: Vec<bool>,
    has_too_many_kinds: bool,
    events: Vec<LoggedEvent>,
    orders: Vec<DayOrder>,
    pub rows: RowsRead,
    pub doubts: LogDoubts,
    /// What the file is written in, where that is no UTF-8.
    pub writing: OldWriting,
    day_first: Vec<InOrder>,
    month_first: Vec<InOrder>,
    /// How often the day can only be the first number, and only the second.
    days_first: u64,
    months_first: u64,
    either: Option<String>,
}

/// The letters of a cell: UTF-8, or else the old writing.
pub fn letters(cell: &[u8], writing: OldWriting) -> String {
    match std::str::from_utf8(cell) {
        Ok(text) => text.trim().to_owned(),
        Err(_) => writing.read(cell).trim().to_owned(),
    }
}

/// How a step went, in the words that files have for it.
fn result_of(cell: &[u8], writing: OldWriting) -> EventResult {
    match letters(cell, writing).to_lowercase().as_str() {
        "held" | "holds" | "ok" | "success" | "succeeded" | "complete" | "completed" | "true" | "1" | "yes" | "ja"
        | "klar" | "höll" | "lyckades" => EventResult::Held,
        "failed" | "fail" | "failure" | "error" | "false" | "0" | "no" | "nej" | "brast" | "fel" | "misslyckades"
        | "avbruten" => EventResult::Failed,
        _ => EventResult::Unsaid,
    }
}

impl Gatherer {
    /// Takes an event, or says why not.
    ///
    /// # Errors
    /// That there are more of them than are read.
    pub fn take(&mut self, event: &RawEvent) -> Result<(), DataFault> {
        let writing = self.writing;
        let words = || letters(event.text, writing);
        let (case, step, time) = (event.case.trim_ascii(), event.step.trim_ascii(), event.time.trim_ascii());
        let why = if case.is_empty() {
            Some(LeftOutWhy::NoCase)
        } else if step.is_empty() {
            Some(LeftOutWhy::NoStep)
        } else if time.is_empty() {
            Some(LeftOutWhy::NoTime)
        } else {
            None
        };
        if let Some(why) = why {
            self.rows.leave_out(event.line, &words(), why);
            return Ok(());
        }
        let Some(read) = std::str::from_utf8(time).ok().and_then(read_time) else {
            self.rows.leave_out(event.line, &words(), LeftOutWhy::NoSuchTime);
            return Ok(());
        };
        let (case, step) = (self.cases.number(case), self.steps.number(step));
        self.take_kind(case as usize, event.kind.trim_ascii());
        if self.events.len() >= MOST_EVENTS || self.cases.numbers.len() > MOST_CASES {
            return Err(DataFault::TooManyEvents { most: MOST_EVENTS as u64 });
        }
        if self.steps.numbers.len() > MOST_STEPS {
            let found = self.steps.numbers.len() as u64;
            return Err(DataFault::TooManySteps { found, most: MOST_STEPS as u64 });
        }
        let (seen, told) = match read.order {
            DayOrder::DayFirst => (&mut self.days_first, Some(&mut self.day_first)),
            DayOrder::MonthFirst => (&mut self.months_first, Some(&mut self.month_first)),
            _ => (&mut 0, None),
        };
        *seen += 1;
        if let Some(told) = told.filter(|told| told.len() < MOST_TOLD) {
            told.push(InOrder { line: event.line, text: words() });
        }
        if read.order == DayOrder::Either && self.either.is_none() {
            self.either = Some(String::from_utf8_lossy(time).into_owned());
        }
        self.doubts.without_zone |= !read.has_zone;
        self.rows.keep();
        self.orders.push(read.order);
        // Fewer than the most that there may be.
        let step = step as u16;
        self.events.push(LoggedEvent { case, step, result: result_of(event.result, self.writing), time: read.at });
        Ok(())
    }

    /// Takes what a row says of the kind of customer; the first row of the file that says it of a case counts.
    fn take_kind(&mut self, case: usize, kind: &[u8]) {
        if kind.is_empty() || self.has_too_many_kinds {
            return;
        }
        let kind = match self.kinds.iter().position(|known| known.eq_ignore_ascii_case(kind)) {
            Some(at) => at as u8,
            None if self.kinds.len() == MOST_KINDS => {
                self.has_too_many_kinds = true;
                return;
            }
            None => {
                self.kinds.push(kind.into());
                (self.kinds.len() - 1) as u8
            }
        };
        if self.kind_of.len() <= case {
            self.kind_of.resize(case + 1, NO_KIND);
            self.is_mixed.resize(case + 1, false);
        }
        match self.kind_of[case] {
            NO_KIND => self.kind_of[case] = kind,
            first => self.is_mixed[case] |= first != kind,
        }
    }

    /// The names of the kinds and the kind of each case. A column that nobody has named is taken for one of kinds only where it
    /// is: few of them, and nearly every case is of one.
    fn settle_kinds(&mut self, is_said: bool, writing: OldWriting) -> Result<(Vec<String>, Vec<u8>), DataFault> {
        if self.has_too_many_kinds && is_said {
            return Err(DataFault::TooManyKinds { most: MOST_KINDS as u64 });
        }
        let cases = self.cases.numbers.len();
        let mut kind_of = std::mem::take(&mut self.kind_of);
        kind_of.resize(cases, NO_KIND);
        let mixed = self.is_mixed.iter().filter(|is| **is).count();
        let of_one = kind_of.iter().filter(|kind| **kind != NO_KIND).count() - mixed;
        if self.has_too_many_kinds || self.kinds.is_empty() || (!is_said && of_one * 50 < cases * 49) {
            return Ok((Vec::new(), Vec::new()));
        }
        self.doubts.mixed_kinds = mixed as u64;
        Ok((self.kinds.iter().map(|name| letters(name, writing)).collect(), kind_of))
    }

    /// The log, once all of the file has been seen. Whether somebody has said which column names kinds of customer is told.
    ///
    /// # Errors
    /// That nothing is left of it, that its days can be read in two ways, or that there are too many kinds of customer.
    pub fn finish(mut self, day_first: Option<bool>, is_kind_said: bool) -> Result<EventLog, DataFault> {
        self.settle_days(day_first)?;
        if self.events.is_empty() {
            return Err(DataFault::NothingLeft);
        }
        self.settle_order();
        let writing = self.writing();
        let near = {
            let mut small = BTreeSet::new();
            let names = self.cases.numbers.keys().map(|name| letters(name, writing).to_lowercase());
            names.filter(|name| !small.insert(name.clone())).count() as u64
        };
        self.doubts.near_names = near;
        crate::model::order::sort_by_key(&mut self.rows.told, |row| row.line);
        let mut steps = vec![String::new(); self.steps.numbers.len()];
        for (name, number) in &self.steps.numbers {
            steps[*number as usize] = letters(name, writing);
        }
        let cases = self.cases.numbers.len() as u32;
        let (kinds, kind_of) = self.settle_kinds(is_kind_said, writing)?;
        Ok(EventLog { steps, cases, events: self.events, kinds, kind_of, rows: self.rows, doubts: self.doubts })
    }

    /// What the names are written in: all of them tell more than the beginning of the file.
    fn writing(&self) -> OldWriting {
        let names = self.steps.numbers.keys().chain(self.cases.numbers.keys());
        let old: Vec<&[u8]> = names.map(AsRef::as_ref).filter(|name| std::str::from_utf8(name).is_err()).collect();
        OldWriting::of(&old.join(&b' ')).unwrap_or(self.writing)
    }

    /// Decides whether the day or the month stands first, and leaves out the rows where it is the other way.
    fn settle_days(&mut self, chosen: Option<bool>) -> Result<(), DataFault> {
        let seen = match (self.days_first, self.months_first) {
            (0, 0) => None,
            (days, months) => Some(days >= months),
        };
        let day_is_first = match (chosen.or(seen), &self.either) {
            (Some(first), _) => first,
            (None, None) => return Ok(()),
            (None, Some(example)) => return Err(DataFault::WhichDay { example: example.clone() }),
        };
        let (wrong, told, many) = if day_is_first {
            (DayOrder::MonthFirst, std::mem::take(&mut self.month_first), self.months_first)
        } else {
            (DayOrder::DayFirst, std::mem::take(&mut self.day_first), self.days_first)
        };
        let known = told.len() as u64;
        for row in told {
            self.rows.take_back(row.line, &row.text, LeftOutWhy::OtherOrder);
        }
        (self.rows.used, self.rows.left_out) = (self.rows.used - (many - known), self.rows.left_out + (many - known));
        let orders = std::mem::take(&mut self.orders);
        let mut order = orders.iter();
        self.events.retain_mut(|event| {
            let order = order.next().copied().unwrap_or(DayOrder::Sure);
            if order == DayOrder::Either && !day_is_first {
                event.time = month_first(event.time).unwrap_or(event.time);
            }
            order != wrong
        });
        Ok(())
    }

    /// Puts the events by case and time, those of one moment in the order of the file, which is turned where the newest
    /// stand first.
    fn settle_order(&mut self) {
        let later = self.events.windows(2).filter(|two| two[1].time > two[0].time).count();
        let earlier = self.events.windows(2).filter(|two| two[1].time < two[0].time).count();
        // A log by case goes back at each new case, and a shuffled one as often as not.
        if earlier > 9 * later {
            self.doubts.newest_first = true;
            self.events.reverse();
        }
        self.events.sort_by_key(|event| (event.case, event.time));
        let same = |two: &&[LoggedEvent]| two[0].case == two[1].case && two[0].time == two[1].time;
        self.doubts.same_moment = self.events.windows(2).filter(same).count() as u64;
    }
}
