//! `pool`: all links in a text side by side.

use super::Failure;
use super::arguments::{Out, Pool};
use super::input::{LANG, LANGUAGE, counted, text_from};
use super::table::Table;
use kedja::analysis::studies::Goal;
use kedja::app::{Pooled, pooled};
use kedja::exchange::{FoundLink, FoundLinks, links_in, ready};
use kedja::model::LinkId;
use kedja::runner::{RunRequest, threads};
use kedja::words;
use serde_json::{Value, json};

/// Where one scenario leads: the outcomes by name.
type Outcomes = Vec<(Goal, Option<f64>)>;

pub fn side_by_side(pool: &Pool) -> Result<String, Failure> {
    let FoundLinks { links: found, again, beyond } = links_in(&text_from(&pool.text)?);
    let mut broken: Vec<String> = found.iter().filter_map(in_words_if_broken).collect();
    if beyond > 0 {
        broken.push(format!("{beyond} more links were not looked at: give the rest by itself"));
    }
    let whole = found.into_iter().filter_map(|link| Some((link.line, link.work.ok()?))).collect();
    let nothing = || {
        let list: String = broken.iter().map(|line| format!("\n  {line}")).collect();
        Failure(format!("error: no link from Kedja that can be opened was found{list}"))
    };
    let pooled = pooled(whole, |id| ready(id).map(|ready| ready.journey())).ok_or_else(nothing)?;
    let outcomes: Vec<Outcomes> = pooled
        .scenarios
        .iter()
        .map(|work| {
            let request = RunRequest {
                journey: pooled.journey.clone(),
                scenario: work.scenario.clone(),
                seed: work.seed,
                customers: pool.customers,
            };
            let report = threads(&request)?;
            let world = report.what_if.as_ref().unwrap_or(&report.today);
            Ok(Goal::ALL.map(|goal| (goal, goal.told_in(world))).to_vec())
        })
        .collect::<Result<_, Failure>>()?;
    Ok(match pool.out {
        Out::Json => serde_json::to_string_pretty(&in_json(&pooled, &outcomes, again, &broken)).unwrap_or_default(),
        Out::Table => in_words(&pooled, &outcomes, again, &broken),
        Out::Csv => rows(&pooled).csv(),
    })
}

fn in_words_if_broken(link: &FoundLink) -> Option<String> {
    let fault = link.work.as_ref().err()?;
    Some(format!("line {}: {}", link.line, words::link::fault(LANGUAGE, fault.into())))
}

fn name(pooled: &Pooled, link: &LinkId) -> String {
    pooled.journey.link_name(link, LANG)
}

fn in_words(pooled: &Pooled, outcomes: &[Outcomes], again: usize, broken: &[String]) -> String {
    let mut text =
        format!("{}: {} side by side", pooled.journey.name.get(LANG), counted(pooled.scenarios.len(), "scenario"));
    for (n, words) in [(again, "found again"), (pooled.elsewhere, "of another journey")] {
        if n > 0 {
            text.push_str(&format!("; {n} {words}"));
        }
    }
    text.push_str("\n\n");
    let mut table = Table::default();
    table.row(["lever", "today", "least", "lower quartile", "median", "upper quartile", "most", "moved by"]);
    for lever in &pooled.levers {
        let figure = |value: f64| format!("{value:.3}");
        table.row([
            format!("{}, {}", name(pooled, &lever.link), lever.lever.name()),
            figure(lever.today),
            figure(lever.least),
            figure(lever.lower),
            figure(lever.median),
            figure(lever.upper),
            figure(lever.most),
            lever.moved_by.to_string(),
        ]);
    }
    text.push_str(&table.right_aligned());
    text.push('\n');
    let mut table = Table::default();
    table.row(["outcome", "least", "median", "most"]);
    for (at, goal) in Goal::ALL.into_iter().enumerate() {
        let mut values: Vec<f64> = outcomes.iter().filter_map(|all| all.get(at)?.1).collect();
        values.sort_by(f64::total_cmp);
        let figure = |value: Option<&f64>| value.map_or_else(|| "-".to_owned(), |value| format!("{value:.4}"));
        table.row([
            goal.name().to_owned(),
            figure(values.first()),
            figure(values.get(values.len() / 2)),
            figure(values.last()),
        ]);
    }
    text.push_str(&table.right_aligned());
    for (link, chips) in &pooled.bets {
        text.push_str(&format!("\n{}: {}", name(pooled, link), counted(*chips, "chip")));
    }
    for line in broken {
        text.push_str(&format!("\n{line}"));
    }
    text
}

fn in_json(pooled: &Pooled, outcomes: &[Outcomes], again: usize, broken: &[String]) -> Value {
    let outcome =
        |all: &Outcomes| Value::Object(all.iter().map(|(goal, at)| (goal.name().to_owned(), json!(at))).collect());
    let lever = |lever: &kedja::app::PooledLever| {
        json!({
            "link": lever.link.as_str(),
            "lever": lever.lever.name(),
            "today": lever.today,
            "least": lever.least,
            "lower": lever.lower,
            "median": lever.median,
            "upper": lever.upper,
            "most": lever.most,
            "moved_by": lever.moved_by,
        })
    };
    json!({
        "journey": pooled.journey.id,
        "scenarios": pooled.scenarios.len(),
        "lines": pooled.lines,
        "again": again,
        "elsewhere": pooled.elsewhere,
        "broken": broken,
        "levers": pooled.levers.iter().map(lever).collect::<Vec<_>>(),
        "bets": pooled.bets.iter().map(|(link, chips)| json!({"link": link.as_str(), "chips": chips})).collect::<Vec<_>>(),
        "outcomes": outcomes.iter().map(outcome).collect::<Vec<_>>(),
    })
}

fn rows(pooled: &Pooled) -> Table {
    let mut table = Table::default();
    table.row(["link", "lever", "today", "least", "lower", "median", "upper", "most", "moved_by"]);
    for lever in &pooled.levers {
        let figures = [lever.today, lever.least, lever.lower, lever.median, lever.upper, lever.most]
            .map(|value| value.to_string());
        let row = [lever.link.to_string(), lever.lever.name().to_owned()].into_iter().chain(figures);
        table.row(row.chain([lever.moved_by.to_string()]));
    }
    table
}
