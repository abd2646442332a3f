//! The calendar view: many short calendars of both, since word of mouth makes the customers of one depend on each other.

use super::{fixed, next, scenarios};
use crate::arbitrary;
use crate::builder::world;
use crate::reference::calendar as reference;
use kedja::engine::{CalendarRun, PeriodCounts, live_calendar};
use kedja::model::{Journey, Market, Scenario};

const JOURNEYS: u64 = 3;
/// Calendars lived of each.
const CALENDARS: u64 = 40;
/// Arrivals per period.
const ARRIVALS: u64 = 40;
/// How many combined standard errors two means may lie apart.
const ERRORS: f64 = 4.5;
/// Compared is what is expected at least so often in all calendars together.
const FEWEST: f64 = 30.0;

/// What is seen in one period, by name.
type Row = Vec<(String, f64)>;

fn reference_rows(journey: &Journey, scenario: &Scenario, seed: u64) -> Vec<Row> {
    let row = |seen: &reference::Detection| {
        let mut row = vec![
            ("arrived".to_owned(), seen.arrived),
            ("bought".to_owned(), seen.bought),
            ("left".to_owned(), seen.left),
            ("customers".to_owned(), seen.customers),
            ("complaints".to_owned(), seen.complaints),
            ("failures".to_owned(), seen.failures),
            ("revenue".to_owned(), seen.revenue),
            ("promoters".to_owned(), seen.promoters),
            ("detractors".to_owned(), seen.detractors),
        ];
        row.extend(seen.rungs.iter().enumerate().map(|(rung, &count)| (format!("rung {rung}"), count)));
        row
    };
    reference::live_calendar(journey, scenario, seed).iter().map(row).collect()
}

fn engine_rows(journey: &Journey, scenario: &Scenario, seed: u64) -> Vec<Row> {
    let today = world(journey, &Scenario::default());
    let what_if = world(journey, scenario);
    let run = CalendarRun { seed, per_period: ARRIVALS, from: 0, start: scenario.start };
    let calendar = live_calendar(&today, &what_if, run);
    assert_eq!(calendar.first, -i32::from(journey.market.warm_up));
    let row = |seen: &PeriodCounts| {
        let mut row = vec![
            ("arrived".to_owned(), seen.arrived as f64),
            ("bought".to_owned(), seen.bought as f64),
            ("left".to_owned(), seen.left as f64),
            ("customers".to_owned(), seen.customers as f64),
            ("complaints".to_owned(), seen.complaints as f64),
            ("failures".to_owned(), seen.failures as f64),
            ("revenue".to_owned(), seen.revenue()),
            ("promoters".to_owned(), seen.promoters as f64),
            ("detractors".to_owned(), seen.detractors as f64),
        ];
        row.extend(seen.rungs.iter().enumerate().map(|(rung, &count)| (format!("rung {rung}"), count as f64)));
        row
    };
    calendar.periods.iter().map(row).collect()
}

/// Mean, and the square of its standard error.
fn mean_and_error(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (n - 1.0);
    (mean, variance / n)
}

/// Lists every figure of every period on which the two differ, and how many could be compared.
fn compare(name: &str, journey: &Journey, scenario: &Scenario) -> (usize, Vec<String>) {
    let here: Vec<Vec<Row>> = (0..CALENDARS).map(|seed| reference_rows(journey, scenario, seed)).collect();
    let there: Vec<Vec<Row>> = (0..CALENDARS).map(|seed| engine_rows(journey, scenario, seed)).collect();
    assert_eq!(here[0].len(), there[0].len(), "{name}: periods");
    let (mut compared, mut found) = (0, Vec::new());
    for place in 0..here[0].len() {
        for (column, (figure, _)) in here[0][place].iter().enumerate() {
            // A rung on which the engine has no column is one on which nobody stands.
            let of = |calendars: &[Vec<Row>]| -> Vec<f64> {
                calendars.iter().map(|rows| rows[place].get(column).map_or(0.0, |(_, value)| *value)).collect()
            };
            let ((mean_here, error_here), (mean_there, error_there)) =
                (mean_and_error(&of(&here)), mean_and_error(&of(&there)));
            if (mean_here + mean_there) / 2.0 * (CALENDARS as f64) < FEWEST {
                continue;
            }
            compared += 1;
            let error = (error_here + error_there).sqrt();
            if (mean_here - mean_there).abs() > ERRORS * error + 1e-6 {
                let period = place as i32 - i32::from(journey.market.warm_up);
                found.push(format!(
                    "{name}, period {period}, {figure}: reference {mean_here:.3}, engine {mean_there:.3}, {:+.1} errors apart",
                    (mean_there - mean_here) / error
                ));
            }
        }
    }
    (compared, found)
}

#[test]
fn the_engine_agrees_with_the_reference_on_calendars() {
    let mut runner = fixed();
    let mut found = Vec::new();
    for number in 0..JOURNEYS {
        let mut journey = next(&arbitrary::journey(), &mut runner);
        journey.horizon = journey.horizon.min(10);
        journey.market = Market { arrivals: ARRIVALS as f64, warm_up: 5, echo: 0.0 };
        let changed = next(&scenarios::scenario(&journey), &mut runner);
        // The echo only from the start on for the first; from the warm-up on, without more arrivals, for the second.
        let (echo, arrivals) = if number == 0 { (Some(0.8), Some(1.5 * ARRIVALS as f64)) } else { (None, None) };
        if number == 1 {
            journey.market.echo = 0.5;
        }
        let scenario = Scenario { start: 3, echo, arrivals, ..changed };
        let (compared, mut these) = compare(&format!("journey {number}"), &journey, &scenario);
        assert!(compared > 50, "journey {number}: only {compared} figures could be compared");
        found.append(&mut these);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
