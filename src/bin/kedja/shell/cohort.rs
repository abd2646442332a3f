//! `simulate` in the cohort view.

use super::Failure;
use super::arguments::{Out, Simulate};
use super::changes::scenario;
use super::input::{LANG, journey};
use super::table::{TOO_FEW, Table, end, fixed};
use kedja::analysis::{Difference, Estimate, Figures, LOWER_PRICE, LeftOver, Outcome, PRICE, Report};
use kedja::app::{StayBound, stay_bound};
use kedja::model::{Journey, LinkId};
use kedja::runner::{RunRequest, threads};

/// Lives the population on all cores and writes the report.
pub fn simulate(arguments: &Simulate) -> Result<String, Failure> {
    let change = &arguments.change;
    let ask = RunRequest {
        journey: journey(&arguments.journey)?,
        scenario: scenario(change),
        seed: change.seed,
        customers: arguments.customers,
    };
    let report = threads(&ask).map_err(|problems| Failure::of(problems, &ask.journey, &ask.scenario))?;
    Ok(written(arguments.out, &ask.journey, &report))
}

/// A report, as it is asked for.
pub fn written(out: Out, journey: &Journey, report: &Report) -> String {
    match out {
        Out::Json => serde_json::to_string_pretty(report).unwrap_or_default(),
        Out::Table => table(journey, report),
        Out::Csv => csv(report),
    }
}

/// How a figure is written.
#[derive(Clone, Copy)]
enum Unit {
    Share,
    Number,
}

type Row = (&'static str, &'static str, Unit, fn(&Figures) -> Option<Estimate>);

/// Name in words, name in JSON, unit, figure.
const FIGURES: [Row; 9] = [
    ("conversion", "conversion", Unit::Share, |f| f.conversion),
    ("churn per period", "churn", Unit::Share, |f| f.churn),
    ("retention at 12", "retention_12", Unit::Share, |f| f.retention_12),
    ("mean lifetime, periods", "lifetime", Unit::Number, |f| f.lifetime),
    ("revenue per visitor, prices", "revenue_per_arrival", Unit::Number, |f| f.revenue_per_arrival),
    ("recommendation score", "recommendation", Unit::Number, |f| f.recommendation),
    ("offers that succeed", "offer_success", Unit::Share, |f| f.offer_success),
    ("days to purchase", "days_to_purchase", Unit::Number, |f| f.days_to_purchase),
    ("complaints per customer and period", "complaints_per_period", Unit::Number, |f| f.complaints_per_period),
];

fn number(estimate: Option<Estimate>, unit: Unit) -> String {
    let Some(estimate) = estimate else { return "-".to_owned() };
    let (scale, sign) = match unit {
        Unit::Share => (100.0, "%"),
        Unit::Number => (1.0, ""),
    };
    let value = fixed(scale * estimate.value, 2);
    match estimate.noise() {
        Some(noise) => format!("{value}{sign} ±{:.2}", scale * noise),
        None => format!("{value}{sign} {TOO_FEW}"),
    }
}

fn table(journey: &Journey, report: &Report) -> String {
    let mut text = format!(
        "{}: {} customers, seed {}, model {}\n\n",
        journey.name.get(LANG),
        report.customers,
        report.seed,
        report.model
    );
    let mut table = Table::default();
    let what_if = report.what_if.as_ref().zip(report.difference.as_ref());
    table.row(if what_if.is_some() { vec!["", "today", "what-if", "difference"] } else { vec!["", "today"] });
    for (name, _, unit, figure) in FIGURES {
        let mut row = vec![name.to_owned(), number(figure(&report.today.figures), unit)];
        if let Some((what_if, difference)) = what_if {
            row.push(number(figure(&what_if.figures), unit));
            row.push(number(figure(&difference.figures), unit));
        }
        table.row(row);
    }
    let exact = |share: f64| format!("{:.2}%", 100.0 * share);
    let conversion = report.exact.conversion;
    let exact_what_if = conversion.what_if.map(exact);
    table.row(["exact conversion".to_owned(), exact(conversion.today)].into_iter().chain(exact_what_if));
    text.push_str(&table.right_aligned());
    text.push_str(&at_once(report));
    text.push_str(&bound(report));
    if let Some(difference) = &report.difference {
        text.push_str(&people(difference));
    }
    text.push('\n');
    text.push_str(&links(journey, report));
    text.push_str("\n± is simulation noise (95%): only more simulated visitors would reduce it.\n");
    text
}

/// Who leaves on the day of purchase, whom no rate per period holds; empty where nobody does.
fn at_once(report: &Report) -> String {
    let of = |outcome: &Outcome| format!("{} of {}", outcome.left_at_once, outcome.bought);
    let what_if = report.what_if.as_ref().map(|outcome| format!(" today, {} in the what-if", of(outcome)));
    let any = [Some(&report.today), report.what_if.as_ref()].into_iter().flatten().any(|o| o.left_at_once > 0);
    if any {
        format!(
            "\nleft on the day of purchase, not part of churn: {}{}\n",
            of(&report.today),
            what_if.unwrap_or_default()
        )
    } else {
        String::new()
    }
}

/// Who stays only because they are bound, where that is most of those still there; empty where nobody is.
fn bound(report: &Report) -> String {
    let lines = [false, true].map(|changed| stay_bound(report, changed));
    let [Some(today), now] = lines else { return String::new() };
    let of = |bound: StayBound| format!("{:.1}% in period {}", 100.0 * bound.share, bound.period);
    let what_if = report.what_if.as_ref().and(now).map(|now| format!(" today, {} in the what-if", of(now)));
    format!("\nstay only because they are bound, of those still there: {}{}\n", of(today), what_if.unwrap_or_default())
}

fn people(difference: &Difference) -> String {
    let Difference { won, sale_lost, saved, lost, unchanged, .. } = difference;
    format!("\nin people: {won} won, {sale_lost} sales lost, {saved} saved, {lost} lost, {unchanged} unchanged\n")
}

/// What happened at each link today.
fn links(journey: &Journey, report: &Report) -> String {
    let today = &report.today;
    let mut table = Table::default();
    table.row(["link, today", "strength", "met", "failed", "dropped", "left", "or price", "complaints"]);
    for id in journey.links() {
        let of = |counts: &std::collections::BTreeMap<LinkId, u64>| counts.get(id).copied().unwrap_or(0).to_string();
        table.row([
            journey.link_name(id, LANG),
            format!("{:.0}%", 100.0 * journey.strength(id).unwrap_or(0.0)),
            of(&today.met_by_link),
            of(&today.failed_by_link),
            of(&today.dropped_by_link),
            of(&today.left_by_link),
            of(&today.or_price_by_link),
            of(&today.complaints_by_link),
        ]);
    }
    let price = today.left_by_link.get(&PRICE.into()).copied().unwrap_or(0);
    table.row(["the price alone", "", "", "", "", &price.to_string(), "", ""]);
    format!("{}\n{}", table.right_aligned(), left_over(report))
}

/// What would have kept those who left, in each world.
fn left_over(report: &Report) -> String {
    let mut table = Table::default();
    table.row([
        "who left, what would have kept them",
        "customers",
        "not their worst failure",
        &format!("or a price {:.0}% lower", 100.0 * LOWER_PRICE),
        "neither: the price",
    ]);
    let worlds = [("today", Some(&report.today)), ("what-if", report.what_if.as_ref())];
    for (world, outcome) in worlds {
        let Some(over) = outcome.map(LeftOver::of) else { continue };
        let percent = |n: u64| format!("{}%", fixed(100.0 * n as f64 / over.all().max(1) as f64, 1));
        let shares = [over.failure, over.either, over.price].map(percent);
        table.row([world.to_owned(), over.all().to_string()].into_iter().chain(shares));
    }
    table.right_aligned()
}

/// One row per world and figure.
fn csv(report: &Report) -> String {
    let mut table = Table::default();
    table.row(["world", "figure", "value", "low", "high"]);
    let worlds = [
        ("today", Some(&report.today.figures)),
        ("what_if", report.what_if.as_ref().map(|o| &o.figures)),
        ("difference", report.difference.as_ref().map(|d| &d.figures)),
    ];
    for (world, figures) in worlds {
        for (_, name, _, figure) in FIGURES {
            if let Some(Estimate { value, low, high }) = figures.and_then(figure) {
                table.row([world.to_owned(), name.to_owned(), value.to_string(), end(low), end(high)]);
            }
        }
    }
    table.csv()
}
