//! `import curve`: customers fitted to a curve of who stays.

use super::fitted::lived;
use super::{bytes, choices, write};
use crate::shell::Failure;
use crate::shell::arguments::{ImportCurve, Told};
use crate::shell::input::{LANGUAGE, journey};
use crate::shell::table::{Table, fixed};
use kedja::analysis::exact_conversion;
use kedja::analysis::records::{CurveFit, FittedCurve, second_opinion};
use kedja::app::records::{CurveRead, curve_in};
use kedja::exchange::journey_json;
use kedja::model::{CheckedJourney, Scenario, Text};
use kedja::words::data;
use serde_json::json;

pub fn import(asked: &ImportCurve) -> Result<String, Failure> {
    let read = curve_in(&bytes(&asked.file)?, &choices(&asked.table))?;
    let journey = journey(&asked.journey)?;
    CheckedJourney::new(journey.clone())?;
    if let Some(score) = asked.recommendation.filter(|score| !(-100.0..=100.0).contains(score)) {
        return Err(Failure(format!("error: the recommendation score is {score}: it must be from -100 to 100")));
    }
    let periods = asked.periods.max(read.curve.points.len() as u16);
    let customers = CurveFit::customers(exact_conversion(&journey, &Scenario::default()));
    let fit = CurveFit::new(&journey, &read.curve, asked.recommendation, periods, customers);
    let Some(fit) = lived(fit) else {
        return Err(Failure(
            "error: no customers of the kinds that were tried can be simulated in this journey".to_owned(),
        ));
    };
    let source = std::path::Path::new(&asked.file).file_name().map_or("".into(), |name| name.to_string_lossy());
    let made = fit.applied(&journey, &Text::same(&source))?;
    write(&asked.kept.out, &journey_json(&made))?;
    let score =
        asked.recommendation.map(|score| data::score_in_fit(LANGUAGE, score, read.curve.points.len(), journey.horizon));
    Ok(told(&read, &fit, periods, score, asked.kept.report))
}

fn told(read: &CurveRead, fit: &FittedCurve, periods: u16, score: Option<String>, how: Told) -> String {
    let second = second_opinion(&read.curve, usize::from(periods));
    let counted = read.curve.shares();
    let mut said: Vec<String> = read.rises.iter().map(|(line, period)| data::rise(LANGUAGE, *line, *period)).collect();
    if !read.curve.are_people {
        said.push(data::shares_only(LANGUAGE));
    }
    said.extend(score);
    said.extend(data::of_fit(LANGUAGE, fit));
    if matches!(how, Told::Json) {
        let report = json!({
            "read": read.rows.read, "used": read.rows.used, "left_out": read.rows.left_out,
            "rows_left_out": read.rows.told,
            "counted": counted, "fit": fit, "second_opinion": second, "noticed": said,
        });
        return serde_json::to_string_pretty(&report).unwrap_or_default();
    }
    let mut table = Table::default();
    table.row(["period", "counted", "fitted", "fits as well", "second opinion"]);
    let share = |value: Option<&f64>| value.map_or(String::new(), |value| format!("{}%", fixed(value * 100.0, 1)));
    for period in 0..=usize::from(periods) {
        let band = match (fit.low.get(period), fit.high.get(period)) {
            (Some(low), Some(high)) => format!("{}-{}%", fixed(low * 100.0, 1), fixed(high * 100.0, 1)),
            _ => String::new(),
        };
        let (counted, best) = (share(counted.get(period)), share(fit.best.shares.get(period)));
        table.row([period.to_string(), counted, best, band, share(second.shares.get(period))]);
    }
    let mut text = table.right_aligned();
    text.push('\n');
    said.iter().for_each(|sentence| text.push_str(&format!("{sentence}\n")));
    text
}
