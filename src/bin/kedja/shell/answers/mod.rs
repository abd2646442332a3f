//! Questions that are answered by many runs: one file each.

mod budget;
mod chain;
mod rank;
mod reach;
mod rescue;
mod split;
mod strain;
mod sure;

pub use budget::race;
pub use chain::chain_logic;
pub use rank::rank;
pub use reach::what_it_takes;
pub use rescue::net_rescue;
pub use split::parts;
pub use strain::under_strain;
pub use sure::how_sure;

use super::Failure;
use super::arguments::{Out, Question};
use super::changes::scenario;
use super::input::{LANG, journey};
use super::table::{TOO_FEW, Table, end, fixed};
use kedja::analysis::Estimate;
use kedja::analysis::studies::{Goal, LivedRounds, NeedsTrials, StudyTerms};
use kedja::model::{EffortCurve, Journey, LinkId, PersonaId};
use kedja::runner::answer_on_threads;
use serde::Serialize;

/// The terms that a command line asks on.
fn terms(question: &Question, customers: u64) -> Result<StudyTerms, Failure> {
    let mut base = scenario(&question.change);
    if question.line {
        base.effort_curve = EffortCurve::Line;
    }
    Ok(StudyTerms {
        journey: journey(&question.journey)?,
        base,
        goal: question.outcome,
        effort: question.effort,
        seed: question.change.seed,
        customers: question.customers.unwrap_or(customers),
    })
}

/// Asks a question on these terms, on all cores, and writes the answer.
fn asked<A: Serialize>(
    terms: &StudyTerms,
    out: Out,
    ask: impl Fn(&StudyTerms, &mut LivedRounds) -> Result<A, NeedsTrials>,
    in_words: impl Fn(&StudyTerms, &A) -> String,
    rows: impl Fn(&A) -> Table,
) -> Result<String, Failure> {
    let answer = answer_on_threads(&terms.journey, |rounds| ask(terms, rounds))
        .map_err(|problems| Failure::of(problems, &terms.journey, &terms.base))?;
    Ok(match out {
        Out::Json => serde_json::to_string_pretty(&answer).unwrap_or_default(),
        Out::Table => in_words(terms, &answer),
        Out::Csv => rows(&answer).csv(),
    })
}

/// The line above every answer.
fn head(terms: &StudyTerms, question: &str) -> String {
    let goal = goal_in_words(terms.goal);
    let name = terms.journey.name.get(LANG);
    format!("{name}: {question} ({goal}); {} simulated visitors, seed {}\n\n", terms.customers, terms.seed)
}

fn goal_in_words(goal: Goal) -> &'static str {
    match goal {
        Goal::Conversion => "conversion, percentage points",
        Goal::Churn => "churn per period, percentage points; less is better",
        Goal::Retention12 => "retention at 12, percentage points",
        Goal::RevenuePerArrival => "revenue per visitor, prices",
        Goal::CustomersAtEnd => "customers at the end, of all visitors, percentage points",
        Goal::Recommendation => "recommendation score",
    }
}

/// A value in the unit that the outcome is told in.
fn value(goal: Goal, value: f64) -> String {
    let (scale, digits) = match goal {
        Goal::RevenuePerArrival => (1.0, 3),
        Goal::Recommendation => (1.0, 2),
        _ => (100.0, 3),
    };
    let text = fixed(scale * value, digits);
    if text.starts_with('-') { text } else { format!("+{text}") }
}

/// An effect with its noise.
fn effect(goal: Goal, estimate: Option<Estimate>) -> String {
    let Some(estimate) = estimate else { return "-".to_owned() };
    let middle = value(goal, estimate.value);
    match estimate.noise() {
        Some(noise) => format!("{middle} ±{}", value(goal, noise).trim_start_matches('+')),
        None => format!("{middle} {TOO_FEW}"),
    }
}

fn persona<'a>(journey: &'a Journey, id: &PersonaId) -> &'a str {
    journey.personas.iter().find(|persona| persona.id == *id).map_or("", |persona| persona.name.get(LANG))
}

fn name(journey: &Journey, link: &LinkId) -> String {
    journey.link_name(link, LANG)
}

/// What something is called in JSON.
fn called(what: &impl Serialize) -> String {
    serde_json::to_value(what).ok().and_then(|what| what.as_str().map(str::to_owned)).unwrap_or_default()
}

/// An estimate's three cells in CSV; empty where there is nothing to count.
fn cells(estimate: Option<Estimate>) -> [String; 3] {
    estimate.map_or_else(Default::default, |Estimate { value, low, high }| [value, low, high].map(end))
}
