//! `fit`: a journey made to match what a company has counted of today.

use super::fitted::lived;
use super::write;
use crate::shell::Failure;
use crate::shell::arguments::{FitAsked, Told};
use crate::shell::input::{LANGUAGE, journey};
use crate::shell::table::Table;
use kedja::analysis::records::{Calibrated, Calibration, Means};
use kedja::exchange::journey_json;
use kedja::model::{CheckedJourney, Journey, OwnCount, OwnFigure, OwnFigures};
use kedja::words::{Teller, calibrating};
use serde_json::json;
use std::sync::Arc;

pub fn fit(asked: &FitAsked) -> Result<String, Failure> {
    let journey = journey(&asked.journey)?;
    CheckedJourney::new(journey.clone())?;
    let own = figures(asked, &journey)?;
    let may = |means: &Means| asked.price_too || *means != Means::Price;
    let means: Vec<Means> = Means::ALL.into_iter().filter(may).collect();
    let found = lived(Calibration::new(&journey, &own, &means, &calibrating::source(), 1.0)).ok_or_else(|| {
        Failure("error: too few customers get far enough in this journey to tell any of these figures".to_owned())
    })?;
    write(&asked.out, &journey_json(&found.journey))?;
    Ok(told(&journey, &found, asked.report))
}

/// The figures that were said, each within what it can be.
fn figures(asked: &FitAsked, journey: &Journey) -> Result<OwnFigures, Failure> {
    let said = |figure| match figure {
        OwnFigure::Conversion => asked.conversion,
        OwnFigure::Churn => asked.churn,
        OwnFigure::Retention12 => asked.retention_12,
        OwnFigure::Recommendation => asked.recommendation,
        OwnFigure::Complaints => asked.complaints,
        OwnFigure::Days => asked.days,
        OwnFigure::Revenue => asked.revenue,
    };
    let mut own = OwnFigures::default();
    for figure in OwnFigure::ALL {
        let Some(value) = said(figure) else { continue };
        let (least, most) = figure.bounds();
        if !(least..=most).contains(&value) {
            let name = figure.name();
            return Err(Failure(format!("error: {name} is {value}: it must be from {least} to {most}")));
        }
        own.set(figure, Some(OwnCount::typed(figure, value, journey.horizon)));
    }
    if own.is_empty() {
        return Err(Failure(
            "error: no figure was said\n  Say at least one, as in: kedja fit telecom --churn 2.3% --out FILE"
                .to_owned(),
        ));
    }
    Ok(own)
}

fn told(journey: &Journey, found: &Calibrated, how: Told) -> String {
    let teller = Teller { language: LANGUAGE, journey: Arc::new(journey.clone()) };
    let said = calibrating::found(&teller, found);
    if matches!(how, Told::Json) {
        let report = json!({ "before": found.before, "after": found.after, "changed": said });
        return serde_json::to_string_pretty(&report).unwrap_or_default();
    }
    let mut table = Table::default();
    table.row(["figure", "yours", "before", "now", ""]);
    for row in calibrating::rows(&teller, found) {
        let mark = if row.is_hit { "matches" } else { "does not match" };
        table.row([row.figure, row.yours, row.before, row.after, mark.to_owned()]);
    }
    let mut text = table.right_aligned();
    text.push('\n');
    said.iter().for_each(|sentence| text.push_str(&format!("{sentence}\n")));
    text
}
