//! What the commands about one's own figures are given.

use super::Told;
use super::values::{level, separator, step_and_phase};
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

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

/// What the steps are in the journey.
#[derive(Args)]
pub struct StepsAre {
    /// The step after the purchase at which customers weigh value against price, such as the invoice; by default the last whose name
    /// says so
    #[arg(long, value_name = "STEP")]
    pub value_check: Option<String>,
    /// The phase that a step is in, like "Visit=Awareness"; by default by its name or its place. Can be repeated
    #[arg(long, value_name = "STEP=PHASE", value_parser = step_and_phase)]
    pub phase: Vec<(String, String)>,
    /// A step after the purchase that is an extra sale. Can be repeated
    #[arg(long, value_name = "STEP")]
    pub offer: Vec<String>,
}

#[derive(Args)]
pub struct ImportCounts {
    /// A file with counts, or - for standard input
    pub file: String,
    /// The step that is the purchase; by default the first whose name says so
    #[arg(long, value_name = "STEP")]
    pub purchase: Option<String>,
    #[command(flatten)]
    pub steps: StepsAre,
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
    /// The column that names the kind of customer, which becomes personas; by default one that is called so, and "" for none. In XES
    /// the key of an attribute of cases, or of events
    #[arg(long, value_name = "COLUMN")]
    pub persona: Option<String>,
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
    #[command(flatten)]
    pub steps: StepsAre,
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
    /// The recommendation score that the customers are to give too, from -100 to 100; the band then ends where the journey does
    #[arg(long, value_name = "SCORE", allow_negative_numbers = true)]
    pub recommendation: Option<f64>,
    #[command(flatten)]
    pub table: Table,
    #[command(flatten)]
    pub kept: Kept,
}

/// Figures of today, each as it was counted. What is not said is not fitted.
#[derive(Args)]
pub struct FitAsked {
    /// A ready journey, a journey file, or - for standard input
    pub journey: String,
    /// Bought, of visitors: 31% or 0.31
    #[arg(long, value_name = "SHARE", value_parser = level)]
    pub conversion: Option<f64>,
    /// Of customers, who leave in a period
    #[arg(long, value_name = "SHARE", value_parser = level)]
    pub churn: Option<f64>,
    /// Of those who bought, still customers after 12 periods
    #[arg(long, value_name = "SHARE", value_parser = level)]
    pub retention_12: Option<f64>,
    /// Promoters minus detractors, from -100 to 100
    #[arg(long, value_name = "SCORE", allow_negative_numbers = true)]
    pub recommendation: Option<f64>,
    /// Complaints of 100 customers in a period
    #[arg(long, value_name = "N")]
    pub complaints: Option<f64>,
    /// Days from first contact to purchase
    #[arg(long, value_name = "DAYS")]
    pub days: Option<f64>,
    /// Revenue of each visitor within the horizon; only with --price-too is anything changed for it
    #[arg(long, value_name = "MONEY")]
    pub revenue: Option<f64>,
    /// Lets the price change too
    #[arg(long)]
    pub price_too: bool,
    /// The file that the journey is written to
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// How the result is told
    #[arg(long, value_enum, default_value_t = Told::Table)]
    pub report: Told,
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
