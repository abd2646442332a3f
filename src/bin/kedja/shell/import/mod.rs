//! `import`, `backtest` and `log`: a company's own figures in, and simulated ones out.

mod compare;
mod curve;
mod fit;
mod fitted;
mod told;

pub use compare::backtest;
pub use fit::fit;

use super::Failure;
use super::arguments::{Dates, Decimals, Import, ImportCounts, ImportLog, Kept, LogFile, LogOf, StepsAre, Table};
use super::input::{LANG, LANGUAGE, counted, journey};
use kedja::analysis::Cohort;
use kedja::analysis::records::{LivedLog, lived_log};
use kedja::app::records::{
    CountingChoices, LogChoices, LogReader, MadeJourney, ReadingIn, SaidOfSteps, TableChoices, counts_in, counts_text,
    journey_of_counts, journey_of_log,
};
use kedja::exchange::journey_json;
use kedja::model::data::{DataFault, DecimalSign, EventLog};
use kedja::model::{CheckedJourney, Scenario};
use kedja::words::{building, data};
use std::io::Read;
use std::path::Path;
use told::Report;

impl From<DataFault> for Failure {
    fn from(fault: DataFault) -> Self {
        Self(format!("error: nothing was made of the file\n  {}", data::fault(LANGUAGE, &fault)))
    }
}

/// Makes a journey of figures.
pub fn import(asked: &Import) -> Result<String, Failure> {
    match asked {
        Import::Counts(counts) => import_counts(counts),
        Import::Log(log) => import_log(log),
        Import::Curve(curve) => curve::import(curve),
    }
}

fn choices(table: &Table) -> TableChoices {
    TableChoices {
        separator: table.separator,
        decimals: table.decimals.map(|decimals| match decimals {
            Decimals::Comma => DecimalSign::Comma,
            Decimals::Point => DecimalSign::Point,
        }),
        day_first: table.dates.map(|dates| matches!(dates, Dates::DayFirst)),
    }
}

fn reading_in(source: &str, purchase: Option<&String>, steps: &StepsAre) -> ReadingIn {
    let source = Path::new(source).file_name().map_or(source.to_owned(), |name| name.to_string_lossy().into_owned());
    let beginnings = building::beginnings();
    // A phase that there is not is told by the name that was given to it.
    let phase = |(step, phase): &(String, String)| {
        (step.clone(), beginnings.phase_named(phase).unwrap_or_else(|| phase.as_str().into()))
    };
    let phases = steps.phase.iter().map(phase).collect();
    let said = SaidOfSteps { reckoning: steps.value_check.clone(), phases, offers: steps.offer.clone() };
    ReadingIn { beginnings, language: LANGUAGE, source, purchase: purchase.cloned(), said }
}

fn counting(log: &LogFile) -> CountingChoices {
    CountingChoices {
        purchase: log.purchase.clone(),
        purchase_words: building::beginnings().purchase_words,
        leaving: log.leaving.clone(),
        silent_days: log.silent,
        rare: log.rare,
    }
}

fn import_counts(asked: &ImportCounts) -> Result<String, Failure> {
    let bytes = bytes(&asked.file)?;
    let mut read = counts_in(&bytes, &choices(&asked.table))?;
    let by = reading_in(&asked.file, asked.purchase.as_ref(), &asked.steps);
    let made = journey_of_counts(&mut read, &by)?;
    let names: Vec<String> = read.counted.steps.iter().map(|step| step.name.clone()).collect();
    by.is_as_said(&read.counted, &names)?;
    keep(&made, &asked.kept)?;
    let noticed = data::of_counts(LANGUAGE, &read);
    Ok(Report::of(&read.rows, &read.counted, noticed, &made).written(asked.kept.report))
}

fn import_log(asked: &ImportLog) -> Result<String, Failure> {
    let log = read_log(&asked.file, &asked.log, &asked.table)?;
    let by = reading_in(&asked.file.to_string_lossy(), asked.log.purchase.as_ref(), &asked.steps);
    let (counts, made) = journey_of_log(&log, &counting(&asked.log), &by)?;
    by.is_as_said(&counts.counted, &log.steps)?;
    keep(&made, &asked.kept)?;
    if let Some(file) = &asked.counts {
        write(file, &counts_text(&counts.counted))?;
    }
    let noticed = data::of_log(LANGUAGE, &counts, &log.doubts);
    let report = Report::of(&log.rows, &counts.counted, noticed, &made).with_cases(&counts);
    Ok(report.written(asked.kept.report))
}

/// Reads a log piece by piece, so that it may be of any length.
fn read_log(file: &Path, log: &LogFile, table: &Table) -> Result<EventLog, Failure> {
    let failed = |error| Failure(format!("error: {} could not be read: {error}", file.display()));
    let mut source = std::fs::File::open(file).map_err(failed)?;
    let table = choices(table);
    let mut reader = LogReader::new(LogChoices {
        case: log.case.clone(),
        step: log.step.clone(),
        time: log.time.clone(),
        result: log.result.clone(),
        kind: log.persona.clone(),
        day_first: table.day_first,
        separator: table.separator,
    });
    let mut piece = vec![0; 1 << 16];
    loop {
        match source.read(&mut piece).map_err(failed)? {
            0 => return Ok(reader.finish()?),
            many => reader.push(&piece[..many])?,
        }
    }
}

/// The bytes of a table: longer than a journey may be, and bounded by what reads it.
fn bytes(name: &str) -> Result<Vec<u8>, Failure> {
    const MOST: u64 = 64_000_000;
    let mut bytes = Vec::new();
    let read = if name == "-" {
        std::io::stdin().take(MOST).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(name).and_then(|file| file.take(MOST).read_to_end(&mut bytes))
    };
    read.map_err(|error| Failure(format!("error: {name} could not be read: {error}")))?;
    Ok(bytes)
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(file, text)
        .map_err(|error| Failure(format!("error: {} could not be written: {error}", file.display())))
}

/// Writes the journey that was made, once it is known to be one.
fn keep(made: &MadeJourney, kept: &Kept) -> Result<(), Failure> {
    let checked = CheckedJourney::new(made.journey.clone());
    checked.map_err(|problems| Failure::of(problems, &made.journey, &Scenario::default()))?;
    write(&kept.out, &journey_json(&made.journey))
}

/// Writes simulated customers as a log.
pub fn log_of(asked: &LogOf) -> Result<String, Failure> {
    let journey = journey(&asked.journey)?;
    let checked = CheckedJourney::new(journey.clone())?;
    let cohort = Cohort::new(&checked, &Scenario::default(), asked.seed)?;
    let (customers, days, until) = (asked.customers, asked.days, asked.until);
    let log = lived_log(&cohort, &journey, LANG, LivedLog { customers, days, until, says_results: !asked.plain });
    write(&asked.out, &log)?;
    let events = log.lines().count().saturating_sub(1);
    Ok(format!("{}: {} of {}", asked.out.display(), counted(events, "event"), counted(customers as usize, "visitor")))
}
