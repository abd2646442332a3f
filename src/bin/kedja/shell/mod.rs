//! Commands of the shell: one file each.

mod answers;
mod arguments;
mod calendar;
mod changes;
mod cohort;
mod course;
mod import;
mod input;
mod lesson;
mod life;
mod link;
mod part;
mod pool;
mod show;
mod table;

use arguments::{Arguments, Command};
use clap::Parser;
use kedja::model::{Journey, Scenario, in_file};
use std::io::Write;
use std::process::ExitCode;

/// What is wrong with the input, in words for standard error: exit code 1. (What is wrong with the command line,
/// exit code 2, is said by its reader.)
pub struct Failure(String);

impl From<Vec<kedja::model::Problem>> for Failure {
    fn from(problems: Vec<kedja::model::Problem>) -> Self {
        Self(input::in_words(&problems))
    }
}

impl Failure {
    /// Problems of a journey, or of a scenario for it, with their places as files of the two name them.
    fn of(problems: Vec<kedja::model::Problem>, journey: &Journey, scenario: &Scenario) -> Self {
        Self(input::in_words(&in_file(problems, journey, scenario)))
    }
}

/// Reads the command line, does what it says, and gives the exit code.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Printing may fail when the reader has gone; there is nobody left to tell.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    match answer(arguments.command) {
        Ok(text) => print(&text),
        Err(Failure(text)) => complain(&text, 1),
    }
}

fn answer(command: Command) -> Result<String, Failure> {
    match command {
        Command::Journeys => Ok(show::journeys()),
        Command::Show { name } => show::show(&name),
        Command::Validate { file } => show::validate(&file),
        Command::Simulate(simulate) if simulate.is_calendar() => calendar::simulate(&simulate),
        Command::Simulate(simulate) => cohort::simulate(&simulate),
        Command::Tally(tally) => part::tally(&tally),
        Command::Merge(merge) => part::merge(&merge),
        Command::Rank(question) => answers::rank(&question),
        Command::Budget(question) => answers::race(&question),
        Command::Reach(question) => answers::what_it_takes(&question),
        Command::Sure(question) => answers::how_sure(&question),
        Command::Chain(question) => answers::chain_logic(&question),
        Command::Strain(question) => answers::under_strain(&question),
        Command::Rescue(question) => answers::net_rescue(&question),
        Command::Split(question) => answers::parts(&question),
        Command::Life(life) => life::tell(&life),
        Command::Import(import) => import::import(&import),
        Command::Fit(asked) => import::fit(&asked),
        Command::Backtest(asked) => import::backtest(&asked),
        Command::Log(asked) => import::log_of(&asked),
        Command::Link(made) => link::link(&made),
        Command::Course(asked) => course::package(&asked),
        Command::Read(link) => link::read(&link),
        Command::Lesson(asked) => lesson::run(&asked),
        Command::Schema { lesson } => Ok(show::schema(lesson)),
        Command::Pool(text) => pool::side_by_side(&text),
    }
}

fn print(text: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    let ends = if text.ends_with('\n') { "" } else { "\n" };
    match out.write_all(text.as_bytes()).and_then(|()| out.write_all(ends.as_bytes())).and_then(|()| out.flush()) {
        // A reader that stops early (`| head`) is no fault of ours.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            complain(&format!("error: the result could not be written: {error}"), 1)
        }
        _ => ExitCode::SUCCESS,
    }
}

fn complain(text: &str, code: u8) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "{text}");
    ExitCode::from(code)
}
