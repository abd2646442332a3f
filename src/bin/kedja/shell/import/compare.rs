//! `backtest`: what a journey says beside figures of another time.

use super::{choices, counting, read_log};
use crate::shell::Failure;
use crate::shell::arguments::{Backtest, Told};
use crate::shell::input::{LANGUAGE, journey};
use crate::shell::table::{Table, fixed};
use kedja::analysis::records::{Judged, count_log, hits, judge_counts, judge_curve, purchase_of, with_purchase};
use kedja::app::records::{counts_in, curve_in};
use kedja::model::data::DataFault;
use kedja::model::{CheckedJourney, Journey, Role, Scenario};
use kedja::runner::{RunRequest, threads};
use kedja::words::{building, data};
use serde_json::json;
use std::path::Path;

pub fn backtest(asked: &Backtest) -> Result<String, Failure> {
    let journey = journey(&asked.journey)?;
    CheckedJourney::new(journey.clone())?;
    let judged = judged(&journey, &asked.file, asked)?;
    if judged.is_empty() {
        return Err(Failure(
            "error: the file and the journey have no figure in common\n  Touchpoints are found by their names."
                .to_owned(),
        ));
    }
    Ok(written(&judged, asked.out))
}

/// The step of the journey that is the purchase, by any of its names, among those of a file.
fn purchase_in(journey: &Journey, steps: &[String]) -> Option<String> {
    let purchases = || journey.touchpoints.iter().filter(|t| t.role == Role::Purchase);
    let is =
        |step: &&String| purchases().any(|t| t.name.0.values().any(|name| name.to_lowercase() == step.to_lowercase()));
    steps.iter().find(is).cloned()
}

fn judged(journey: &Journey, file: &Path, asked: &Backtest) -> Result<Vec<Judged>, Failure> {
    let table = choices(&asked.table);
    let log = match read_log(file, &asked.log, &asked.table) {
        Ok(log) => Some(log),
        Err(failure) if asked.log.case.is_some() || asked.log.time.is_some() => return Err(failure),
        Err(_) => None,
    };
    if let Some(log) = log {
        let mut choices = counting(&asked.log);
        choices.purchase = choices.purchase.or_else(|| purchase_in(journey, &log.steps));
        return Ok(judge_counts(journey, &count_log(&log, &choices)?.counted));
    }
    let bytes = super::bytes(&file.to_string_lossy())?;
    let counts = counts_in(&bytes, &table);
    if let Ok(mut read) = counts {
        let names: Vec<String> = read.counted.steps.iter().map(|step| step.name.clone()).collect();
        let named = asked.log.purchase.clone().or_else(|| purchase_in(journey, &names));
        if let Some(purchase) = purchase_of(&read.counted, named.as_deref(), &building::beginnings().purchase_words) {
            with_purchase(&mut read.counted, purchase);
            return Ok(judge_counts(journey, &read.counted));
        }
    }
    let read = curve_in(&bytes, &table).map_err(|fault| match fault {
        DataFault::TooFewPeriods { .. } => DataFault::NotATable,
        fault => fault,
    })?;
    let periods = read.curve.points.len() as u16;
    let mut followed = journey.clone();
    followed.horizon = followed.horizon.max(periods);
    let ask = RunRequest { journey: followed, scenario: Scenario::default(), seed: 1, customers: 100_000 };
    let today = threads(&ask)?.today;
    Ok(judge_curve(&today.survival, &today.survival_low, &today.survival_high, &read.curve))
}

fn written(judged: &[Judged], how: Told) -> String {
    if matches!(how, Told::Json) {
        let (hit, all, range) = hits(judged);
        let report = json!({ "figures": judged, "hits": hit, "of": all, "hits_likely_between": [range.0, range.1] });
        return serde_json::to_string_pretty(&report).unwrap_or_default();
    }
    let mut table = Table::default();
    table.row(["figure", "predicted", "likely between", "what came", ""]);
    for one in judged {
        // What is counted of steps and of who stays is shares, all of it.
        let written = |value: f64| format!("{}%", fixed(value * 100.0, 1));
        let range = format!("{} to {}", written(one.low), written(one.high));
        let mark = if one.is_hit { "hit" } else { "miss" };
        let name = data::judged(LANGUAGE, &one.figure);
        table.row([name, written(one.said), range, written(one.came), mark.to_owned()]);
    }
    format!("{}\n{}", table.right_aligned(), data::held(LANGUAGE, judged))
}
