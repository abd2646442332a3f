//! The command line.

mod import;
mod questions;
mod values;

pub use import::{
    Backtest, Dates, Decimals, FitAsked, Import, ImportCounts, ImportCurve, ImportLog, Kept, LogFile, LogOf, StepsAre,
    Table,
};
pub use questions::{
    BudgetQuestion, ChainQuestion, Question, ReachQuestion, RescueQuestion, StrainQuestion, SureQuestion,
};

use clap::{Args, Parser, Subcommand, ValueEnum};
use kedja::model::{Field, LinkId, PersonaId};
use std::path::PathBuf;
use values::{effort, quality, setting, threads};

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
    /// Makes a journey match figures that a company has counted of today, and says what was changed for that
    Fit(FitAsked),
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
