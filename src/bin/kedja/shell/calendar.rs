//! `simulate` in the calendar view.

use super::Failure;
use super::arguments::{Out, Simulate};
use super::changes::scenario;
use super::input::{LANG, journey};
use super::table::Table;
use kedja::analysis::{CalendarReport, Period, calendar};
use kedja::model::CheckedJourney;

/// Lives the calendar and writes what is seen in each period.
pub fn simulate(arguments: &Simulate) -> Result<String, Failure> {
    let journey = journey(&arguments.journey)?;
    let periods = u64::from(journey.market.warm_up) + u64::from(journey.horizon) + 1;
    let per_period = arguments.customers.div_ceil(periods);
    let scenario = scenario(&arguments.change);
    let report = CheckedJourney::new(journey.clone())
        .and_then(|checked| calendar(&checked, &scenario, arguments.change.seed, per_period))
        .map_err(|problems| Failure::of(problems, &journey, &scenario))?;
    Ok(match arguments.out {
        Out::Json => serde_json::to_string_pretty(&report).unwrap_or_default(),
        Out::Table => {
            let head = format!(
                "{}: {} arrivals a period, seed {}, model {}; period 0 is now\n\n",
                journey.name.get(LANG),
                report.customers_per_period,
                report.seed,
                report.model
            );
            head + &table(&report).right_aligned()
        }
        Out::Csv => table(&report).csv(),
    })
}

const COLUMNS: [&str; 9] =
    ["world", "period", "arrived", "bought", "left", "customers", "complaints", "revenue", "rungs"];

fn table(report: &CalendarReport) -> Table {
    let mut table = Table::default();
    table.row(COLUMNS);
    for period in &report.today {
        table.row(row("today", period));
    }
    for period in report.what_if.iter().flatten() {
        table.row(row("what_if", period));
    }
    table
}

fn row(world: &str, p: &Period) -> [String; 9] {
    let rungs: Vec<String> = p.rungs.iter().map(u64::to_string).collect();
    [
        world.to_owned(),
        p.period.to_string(),
        p.arrived.to_string(),
        p.bought.to_string(),
        p.left.to_string(),
        p.customers.to_string(),
        p.complaints.to_string(),
        format!("{:.1}", p.revenue),
        rungs.join(" "),
    ]
}
