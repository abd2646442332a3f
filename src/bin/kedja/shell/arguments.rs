//! The command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use kedja::analysis::studies::Goal;
use kedja::model::{Field, LinkId, PersonaId};
use std::path::PathBuf;

/// Simulates customers moving through a journey: strengthen a link and see who stays.
#[derive(Parser)]
#[command(
    name = "kedja",
    version,
    max_term_width = 100,
    after_help = "\
Examples:
  kedja journeys
  kedja simulate telecom
  kedja simulate telecom --strengthen invoice=1 --out json
  kedja simulate my-journey.json --set invoice.pain=0.3 --price 299 --customers 1000000
  kedja simulate telecom --view calendar --strengthen invoice=1 --start 3 --out csv
  kedja tally telecom --from 0 --to 500000 --out first.part
  kedja merge first.part second.part --out json
  kedja rank telecom --outcome retention_12
  kedja budget insurance --units 6 --unit-cost 250000
  kedja reach telecom --outcome customers_at_end --target 8%
  kedja sure telecom
  kedja split telecom --strengthen invoice=2 --strengthen support=1 --outcome customers_at_end
  kedja life telecom --customer 7 --strengthen invoice=2
  kedja link telecom --strengthen invoice=1
  kedja course weakest-link --page dist --out course.zip
  kedja show telecom | kedja validate -

Exit codes: 0 fine, 1 something is wrong with the input, 2 something is wrong with the command line."
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Lists the ready journeys
    Journeys,
    /// Prints a ready journey as a journey file
    Show {
        /// A ready journey, as `kedja journeys` lists them
        name: String,
    },
    /// Checks a journey file and names all its problems
    Validate {
        /// A journey file, or - for standard input
        file: String,
    },
    /// Simulates a population, today and with a change
    Simulate(Simulate),
    /// Simulates some of a population's customers and writes what they lived as a part, to be merged with others
    Tally(Tally),
    /// Puts parts together: the report of all their customers, the same as of one simulation
    Merge(Merge),
    /// Ranks the links by what the same effort does on each
    Rank(Question),
    /// Spends a budget in six ways and compares the results
    Budget(BudgetQuestion),
    /// Looks for the least effort with which an outcome reaches a target
    Reach(ReachQuestion),
    /// Says in how many tries within the estimates each link is the best to strengthen, and what to measure first
    Sure(SureQuestion),
    /// Says what links give alone and after each other, and which link three ways to add up strengths would choose first
    Chain(ChainQuestion),
    /// Puts the journey under strain and names the first link to give way
    Strain(StrainQuestion),
    /// Says who is saved at a link and lost at another, and the net effect
    Rescue(RescueQuestion),
    /// Splits what a package does among its parts: each --strengthen and each --set is one
    Split(Question),
    /// Prints one customer's history; with a change, today's and the changed one side by side
    Life(Life),
    /// Prints a link to the journey with these changes: what goes behind the address of the page
    Link(Link),
    /// Makes a journey of a company's own figures: counts, a log of events, or a curve of who stays
    #[command(subcommand)]
    Import(Import),
    /// Compares a journey with figures of another time: for each what was predicted, what came, hit or miss
    Backtest(Backtest),
    /// Writes simulated customers as a log of events, as a company would have one
    Log(LogOf),
    /// Says what a link holds
    Read(OpenLink),
    /// Puts a lesson, or the journey with these changes, into a course package for learning platforms (SCORM 1.2)
    Course(CoursePackage),
    /// Puts all links in a text side by side: who has moved what, where that leads, and the bets
    Pool(Pool),
    /// Checks a lesson file, measures what it measures, and says whether its point holds and its ways reach the goal
    Lesson(LessonRun),
    /// Prints the JSON Schema of journey files, or of lesson files
    Schema {
        /// Of lesson files
        #[arg(long)]
        lesson: bool,
    },
}

#[derive(Subcommand)]
pub enum Import {
    /// How many came to each step and went on: CSV, text with tabs, or a workbook
    Counts(ImportCounts),
    /// Who did what, and when: CSV, XES, either packed with gzip, or a workbook
    Log(ImportLog),
    /// How many stayed, period by period
    Curve(ImportCurve),
}

/// How a table is to be read, where it does not say so itself.
#[derive(Args)]
pub struct Table {
    /// What stands between the cells: ; , tab or |
    #[arg(long, value_name = "SIGN", value_parser = separator)]
    pub separator: Option<u8>,
    /// What stands before the decimals
    #[arg(long, value_enum)]
    pub decimals: Option<Decimals>,
    /// Whether the day or the month stands first in dates of numbers alone
    #[arg(long, value_enum)]
    pub dates: Option<Dates>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Decimals {
    Comma,
    Point,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Dates {
    DayFirst,
    MonthFirst,
}

/// Where the result goes, and how what was found is told.
#[derive(Args)]
pub struct Kept {
    /// The file that the journey is written to
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// How what was read, used, left out and assumed is told
    #[arg(long, value_enum, default_value_t = Told::Table)]
    pub report: Told,
}

#[derive(Args)]
pub struct ImportCounts {
    /// A file with counts, or - for standard input
    pub file: String,
    /// The step that is the purchase; by default the first whose name says so
    #[arg(long, value_name = "STEP")]
    pub purchase: Option<String>,
    #[command(flatten)]
    pub table: Table,
    #[command(flatten)]
    pub kept: Kept,
}

/// What is in a log.
#[derive(Args)]
pub struct LogFile {
    /// The column that says which customer or case; XES says so itself
    #[arg(long, value_name = "COLUMN")]
    pub case: Option<String>,
    /// The column with the names of the steps
    #[arg(long, value_name = "COLUMN")]
    pub step: Option<String>,
    /// The column with the times
    #[arg(long, value_name = "COLUMN")]
    pub time: Option<String>,
    /// The column that says whether a step held or failed, if there is one
    #[arg(long, value_name = "COLUMN")]
    pub result: Option<String>,
    /// The step that is the purchase; by default the first whose name says so
    #[arg(long, value_name = "STEP")]
    pub purchase: Option<String>,
    /// The step that says that a customer has left, if there is one
    #[arg(long, value_name = "STEP")]
    pub leaving: Option<String>,
    /// After so many days of silence nothing more is expected of a case; by default by how long customers wait
    #[arg(long, value_name = "DAYS")]
    pub silent: Option<f64>,
    /// Leaves out ways that a smaller share takes of those who leave a step
    #[arg(long, value_name = "SHARE", default_value = "1%", value_parser = level)]
    pub rare: f64,
}

#[derive(Args)]
pub struct ImportLog {
    /// A file with a log of events
    pub file: PathBuf,
    #[command(flatten)]
    pub log: LogFile,
    #[command(flatten)]
    pub table: Table,
    #[command(flatten)]
    pub kept: Kept,
    /// Also writes the counts, which hold no single customer
    #[arg(long, value_name = "FILE")]
    pub counts: Option<PathBuf>,
}

#[derive(Args)]
pub struct ImportCurve {
    /// A file with a row for each period, or with a row for each group that began together, or - for standard input
    pub file: String,
    /// A ready journey or a journey file whose customers are fitted to the curve
    #[arg(long, value_name = "NAME|FILE")]
    pub journey: String,
    /// Periods that the band is told for, those that were counted included
    #[arg(long, value_name = "N", default_value_t = 24, value_parser = clap::value_parser!(u16).range(1..=240))]
    pub periods: u16,
    #[command(flatten)]
    pub table: Table,
    #[command(flatten)]
    pub kept: Kept,
}

#[derive(Args)]
pub struct Backtest {
    /// A journey file, a ready journey, or - for standard input
    pub journey: String,
    /// Figures of another time: counts, a log of events, or a curve of who stays
    pub file: PathBuf,
    #[command(flatten)]
    pub log: LogFile,
    #[command(flatten)]
    pub table: Table,
    /// How the result is written
    #[arg(long, value_enum, default_value_t = Told::Table)]
    pub out: Told,
}

#[derive(Args)]
pub struct LogOf {
    /// A ready journey, a journey file, or - for standard input
    pub journey: String,
    /// Simulated visitors
    #[arg(long, value_name = "N", default_value_t = 1_000, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub customers: u64,
    /// They arrive evenly over so many days
    #[arg(long, value_name = "DAYS", default_value_t = 365.0)]
    pub days: f64,
    /// Writes nothing later than so many days after the first; those under way then are open
    #[arg(long, value_name = "DAYS", default_value_t = 100_000.0)]
    pub until: f64,
    /// Leaves out whether each try held, as most logs do
    #[arg(long)]
    pub plain: bool,
    /// Same seed, same customers
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// The file that the log is written to
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

#[derive(Args)]
pub struct LessonRun {
    /// A lesson file, or - for standard input
    pub file: String,
    /// A ready journey or a journey file to run it on, in place of the journey that it is made for
    #[arg(long, value_name = "NAME|FILE")]
    pub journey: Option<String>,
    /// How the result is written; as JSON, each measure as the page says it in each language
    #[arg(long, value_enum, default_value_t = Out::Table)]
    pub out: Out,
}

#[derive(Args)]
pub struct Link {
    /// A ready journey, a journey file, or - for standard input
    pub journey: String,
    /// Leaves out what customers say, notes, summaries and sources; names and figures stay
    #[arg(long)]
    pub without_texts: bool,
    #[command(flatten)]
    pub change: Change,
}

#[derive(Args)]
pub struct CoursePackage {
    /// A lesson by its id, a ready journey, a journey file, or - for standard input
    pub what: String,
    /// The folder of the built page, which `make page` makes
    #[arg(long, value_name = "FOLDER", default_value = "dist")]
    pub page: PathBuf,
    /// The file that the package is written to
    #[arg(long, value_name = "ZIP")]
    pub out: PathBuf,
    #[command(flatten)]
    pub change: Change,
}

#[derive(Args)]
pub struct OpenLink {
    /// A link, or what is behind its #, or - for standard input
    pub link: String,
    /// How it is written
    #[arg(long, value_enum, default_value_t = Told::Table)]
    pub out: Told,
}

#[derive(Args)]
pub struct Pool {
    /// A file with links in it, like a chat or what a form has gathered, or - for standard input
    pub text: String,
    /// Simulated visitors of each scenario
    #[arg(long, value_name = "N", default_value_t = 20_000, value_parser = clap::value_parser!(u64).range(1..=10_000_000))]
    pub customers: u64,
    /// How the result is written
    #[arg(long, value_enum, default_value_t = Out::Table)]
    pub out: Out,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Told {
    Json,
    Table,
}

#[derive(Args)]
pub struct Simulate {
    /// A ready journey, a journey file, or - for standard input
    pub journey: String,
    /// Simulated visitors; in the calendar view: in all periods together
    #[arg(long, value_name = "N", default_value_t = 100_000, value_parser = clap::value_parser!(u64).range(1..=1_000_000_000))]
    pub customers: u64,
    #[command(flatten)]
    pub change: Change,
    /// Each customer followed equally long, or what is seen in each period
    #[arg(long, value_enum, default_value_t = View::Cohort)]
    pub view: View,
    /// How the result is written
    #[arg(long, value_enum, default_value_t = Out::Table)]
    pub out: Out,
}

impl Simulate {
    pub fn is_calendar(&self) -> bool {
        matches!(self.view, View::Calendar)
    }
}

#[derive(Args)]
pub struct Tally {
    /// A ready journey, a journey file, or - for standard input
    pub journey: String,
    /// The first customer of the part, numbered from 0
    #[arg(long, value_name = "A", default_value_t = 0)]
    pub from: u64,
    /// The first customer who is no longer in it: --from 0 --to 1000 are the first thousand
    #[arg(long, value_name = "B", value_parser = clap::value_parser!(u64).range(1..=1_000_000_000))]
    pub to: u64,
    /// Threads to live them on, for machines that are shared; all cores by default
    #[arg(long, value_name = "N", value_parser = threads)]
    pub threads: Option<usize>,
    #[command(flatten)]
    pub change: Change,
    /// The file that the part is written to
    #[arg(long, value_name = "PART")]
    pub out: PathBuf,
}

#[derive(Args)]
pub struct Merge {
    /// Parts written by `kedja tally`, in any order
    #[arg(required = true, value_name = "PART")]
    pub parts: Vec<String>,
    /// Writes them as one larger part instead of a report; customers may be missing from it
    #[arg(long, value_name = "FILE")]
    pub into: Option<PathBuf>,
    /// How the report is written
    #[arg(long, value_enum, default_value_t = Out::Table)]
    pub out: Out,
}

/// What a question that takes many runs is asked about.
#[derive(Args)]
pub struct Question {
    /// A ready journey, a journey file, or - for standard input
    pub journey: String,
    /// Simulated visitors; each question has a number of its own that is usually enough
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_000_000_000))]
    pub customers: Option<u64>,
    /// The outcome that is asked about: conversion, churn, retention_12, revenue_per_arrival, customers_at_end or
    /// recommendation
    #[arg(long, value_name = "OUTCOME", default_value = "churn", value_parser = outcome)]
    pub outcome: Goal,
    /// One unit of effort, the same wherever it is spent
    #[arg(long, value_name = "E", default_value_t = 1.0, allow_hyphen_values = true)]
    pub effort: f64,
    /// Each unit of effort adds 10 percentage points instead of halving the failures
    #[arg(long)]
    pub line: bool,
    /// The world in which it is asked
    #[command(flatten)]
    pub change: Change,
    /// How the result is written
    #[arg(long, value_enum, default_value_t = Out::Table)]
    pub out: Out,
}

#[derive(Args)]
pub struct BudgetQuestion {
    #[command(flatten)]
    pub question: Question,
    /// Units of effort to spend
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub units: u32,
    /// What one unit of effort costs in money; needed unless the journey counts effort in money
    #[arg(long, value_name = "M", value_parser = cost)]
    pub unit_cost: Option<f64>,
}

#[derive(Args)]
pub struct ReachQuestion {
    #[command(flatten)]
    pub question: Question,
    /// Where the outcome should stand, like 2% or 0.02; revenue_per_arrival in prices, recommendation as a score
    #[arg(long, value_name = "LEVEL", value_parser = level, allow_hyphen_values = true)]
    pub target: f64,
}

#[derive(Args)]
pub struct SureQuestion {
    #[command(flatten)]
    pub question: Question,
    /// Tries within the ranges of the estimates (plausible worlds)
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub worlds: u32,
}

#[derive(Args)]
pub struct ChainQuestion {
    #[command(flatten)]
    pub question: Question,
    /// Effort that the first link of each pair is strengthened by
    #[arg(long, value_name = "E", default_value_t = 2.0, allow_hyphen_values = true)]
    pub mended_by: f64,
}

#[derive(Args)]
pub struct StrainQuestion {
    #[command(flatten)]
    pub question: Question,
    /// The most strain that is tried
    #[arg(long, value_name = "X", default_value_t = 2.0)]
    pub most: f64,
    /// In how many steps up to it
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub steps: u32,
}

#[derive(Args)]
pub struct RescueQuestion {
    #[command(flatten)]
    pub question: Question,
    /// The link to strengthen; by default the one where the effort does most for the outcome
    #[arg(long, value_name = "LINK", value_parser = link)]
    pub link: Option<LinkId>,
}

#[derive(Args)]
pub struct Life {
    /// A ready journey, a journey file, or - for standard input
    pub journey: String,
    /// Which customer, numbered from 0
    #[arg(long, value_name = "N")]
    pub customer: u64,
    #[command(flatten)]
    pub change: Change,
}

/// What is changed, and the seed.
#[derive(Args)]
pub struct Change {
    /// Same seed, same customers
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Strengthens a link by effort; normally 1 halves its failures, less than 0 weakens it
    #[arg(long, value_name = "LINK=EFFORT", value_parser = effort, allow_hyphen_values = true)]
    pub strengthen: Vec<(LinkId, f64)>,
    /// Sets a link's strength, gain, pain, sensing, frequency, days or share
    #[arg(long, value_name = "LINK.FIELD=VALUE", value_parser = setting, allow_hyphen_values = true)]
    pub set: Vec<(LinkId, Field, f64)>,
    /// Sets a persona's memory, patience, chain_feel, tolerance, usefulness, price_feel, remorse or binding
    #[arg(long, value_name = "PERSONA.QUALITY=VALUE", value_parser = quality, allow_hyphen_values = true)]
    pub persona: Vec<(PersonaId, Field, f64)>,
    /// Strain: 0 is a calm day
    #[arg(long, value_name = "X", allow_hyphen_values = true)]
    pub strain: Option<f64>,
    /// Price per period now
    #[arg(long, value_name = "P", allow_hyphen_values = true)]
    pub price: Option<f64>,
    /// Visitors per period now (calendar view)
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub arrivals: Option<f64>,
    /// Strength of word of mouth now, 0 to 1 (calendar view)
    #[arg(long, value_name = "X", allow_hyphen_values = true)]
    pub echo: Option<f64>,
    /// Period from which the change holds (calendar view)
    #[arg(long, value_name = "N", default_value_t = 0, allow_hyphen_values = true)]
    pub start: i32,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum View {
    Cohort,
    Calendar,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Out {
    Json,
    Table,
    Csv,
}

fn outcome(text: &str) -> Result<Goal, String> {
    Goal::ALL.into_iter().find(|goal| goal.name() == text.trim()).ok_or_else(|| {
        let names: Vec<&str> = Goal::ALL.iter().map(|goal| goal.name()).collect();
        format!("there is no outcome '{text}': use one of {}", names.join(", "))
    })
}

fn number(text: &str) -> Result<f64, String> {
    text.trim().parse().map_err(|_| format!("'{text}' is no number: write it like 1 or 0.5"))
}

fn threads(text: &str) -> Result<usize, String> {
    let is_wrong = || format!("'{text}' is no number of threads: write a whole number from 1 to 1024");
    text.trim().parse().ok().filter(|count| (1..=1_024).contains(count)).ok_or_else(is_wrong)
}

fn level(text: &str) -> Result<f64, String> {
    let (digits, scale) = text.trim().strip_suffix('%').map_or((text, 1.0), |digits| (digits, 100.0));
    match digits.trim().parse::<f64>() {
        Ok(level) if level.is_finite() => Ok(level / scale),
        _ => Err(format!("'{text}' is no level: write it like 2% or 0.02")),
    }
}

fn separator(text: &str) -> Result<u8, String> {
    match text.trim() {
        "tab" | "\\t" | "" => Ok(b'\t'),
        one if one.len() == 1 => Ok(one.as_bytes()[0]),
        _ => Err(format!("'{text}' is no separator: write ; or , or tab or |")),
    }
}

fn cost(text: &str) -> Result<f64, String> {
    let cost = number(text)?;
    if cost.is_finite() && cost > 0.0 { Ok(cost) } else { Err(format!("'{text}' is no cost: write it like 250")) }
}

fn link(text: &str) -> Result<LinkId, String> {
    Ok(text.trim().into())
}

fn effort(text: &str) -> Result<(LinkId, f64), String> {
    let (link, effort) = text.rsplit_once('=').ok_or("write it as LINK=EFFORT, like invoice=1")?;
    Ok((link.trim().into(), number(effort)?))
}

fn setting(text: &str) -> Result<(LinkId, Field, f64), String> {
    const FORM: &str = "write it as LINK.FIELD=VALUE, like invoice.pain=0.3";
    let (place, value) = text.rsplit_once('=').ok_or(FORM)?;
    let (link, field) = place.rsplit_once('.').ok_or(FORM)?;
    let lever = Field::lever_named(field.trim()).ok_or_else(|| {
        let names: Vec<&str> = Field::LEVERS.iter().map(|lever| lever.name()).collect();
        format!("there is no field '{field}': use one of {}", names.join(", "))
    })?;
    Ok((link.trim().into(), lever, number(value)?))
}

fn quality(text: &str) -> Result<(PersonaId, Field, f64), String> {
    const FORM: &str = "write it as PERSONA.QUALITY=VALUE, like amir.memory=4";
    let (place, value) = text.rsplit_once('=').ok_or(FORM)?;
    let (persona, field) = place.rsplit_once('.').ok_or(FORM)?;
    let quality = Field::quality_named(field.trim()).ok_or_else(|| {
        let names: Vec<&str> = Field::QUALITIES.iter().map(|quality| quality.name()).collect();
        format!("there is no quality '{field}': use one of {}", names.join(", "))
    })?;
    Ok((persona.trim().into(), quality, number(value)?))
}
