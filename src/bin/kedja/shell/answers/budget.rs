//! `budget`: the same units of effort, spent in six ways.

use super::{asked, called, cells, effect, head, name, terms, value};
use crate::shell::Failure;
use crate::shell::arguments::BudgetQuestion;
use crate::shell::table::Table;
use kedja::analysis::Estimate;
use kedja::analysis::studies::{Budget, KeptByAll, LivedRounds, Money, StudyTerms, Way, WayOfSpending, budget};

/// Customers in each world when none are asked for [customers].
const CUSTOMERS: u64 = 40_000;

pub fn race(question: &BudgetQuestion) -> Result<String, Failure> {
    let terms = terms(&question.question, CUSTOMERS)?;
    let ask = |terms: &StudyTerms, rounds: &mut LivedRounds| budget(terms, question.units, question.unit_cost, rounds);
    asked(&terms, question.question.out, ask, in_words, rows)
}

fn in_words(terms: &StudyTerms, budget: &Budget) -> String {
    let mut text = head(terms, &format!("{} units of {} effort in six ways", budget.units, budget.effort));
    let mut table = Table::default();
    let steps = steps(budget.units);
    table.row(["change after units".to_owned()].into_iter().chain(steps.iter().map(ToString::to_string)));
    for way in &budget.ways {
        let after = |unit: &u32| effect(terms.goal, way.curve.get(*unit as usize).copied().flatten());
        table.row([in_plain_words(way.way).to_owned()].into_iter().chain(steps.iter().map(after)));
    }
    text.push_str(&table.right_aligned());
    text.push('\n');
    for way in &budget.ways {
        text.push_str(&format!("{}: {}\n", in_plain_words(way.way), goes_to(terms, way)));
        if let Some(behind) = way.behind {
            text.push_str(&format!("  best effect does better by {}\n", effect(terms.goal, Some(behind))));
        }
        if let Some(KeptByAll { more, mix }) = way.kept {
            let mix = mix.map_or_else(|| "-".to_owned(), |mix| value(terms.goal, mix));
            let more = effect(terms.goal, more);
            text.push_str(&format!(
                "  of 100 customers who buy in any case, more stay: {more}; from who buys alone, which saves nobody: {mix}\n"
            ));
        }
    }
    text.push('\n');
    text.push_str(&switch(terms, budget));
    if let Some(money) = &budget.money {
        text.push_str(&in_money(terms, money));
    }
    text.push_str("Best effect goes one step at a time, so a cleverer plan may exist. Each way is planned on one sample and judged on\nanother. ± is simulation noise (95%).\n");
    text
}

/// Where the curves are read: at most six places.
fn steps(units: u32) -> Vec<u32> {
    let step = units.div_ceil(5).max(1);
    let mut steps: Vec<u32> = (1..=units).filter(|unit| unit % step == 0).collect();
    if steps.last() != Some(&units) {
        steps.push(units);
    }
    steps
}

fn in_plain_words(way: WayOfSpending) -> &'static str {
    match way {
        WayOfSpending::Evenly => "evenly over all links",
        WayOfSpending::BySilo => "evenly over owners",
        WayOfSpending::ByComplaints => "most complaints",
        WayOfSpending::WeakestFirst => "weakest first",
        WayOfSpending::BestEffect => "best effect",
        WayOfSpending::Moved => "taken from others",
    }
}

/// Units by link, most first; of what is spread, only that it is.
fn goes_to(terms: &StudyTerms, way: &Way) -> String {
    if way.order.is_empty() {
        return format!("spread over {} links", way.spent.len());
    }
    let mut spent: Vec<_> = way.spent.iter().filter(|spent| spent.effort > 0.0).collect();
    spent.sort_by(|a, b| b.effort.total_cmp(&a.effort));
    let part = |effort: f64| format!("{effort:.2}").trim_end_matches('0').trim_end_matches('.').to_owned();
    let parts: Vec<String> =
        spent.iter().map(|spent| format!("{} {}", name(&terms.journey, &spent.link), part(spent.effort))).collect();
    parts.join(", ")
}

fn switch(terms: &StudyTerms, budget: &Budget) -> String {
    let named = |link: &Option<_>| link.as_ref().map_or_else(String::new, |link| name(&terms.journey, link));
    let Some(after) = budget.switch.after else {
        return format!("“Weakest first” stays right until all {} units are spent.\n", budget.units);
    };
    let (best, weakest) = (named(&budget.switch.best), named(&budget.switch.weakest));
    let more = effect(terms.goal, budget.switch.more);
    let when = if after == 0 { "from the start".to_owned() } else { format!("after {after}") };
    format!("“Weakest first” stops being right {when}: {best} gives {more} more than {weakest}.\n")
}

fn in_money(terms: &StudyTerms, money: &Money) -> String {
    let currency = terms.journey.currency.get(crate::shell::input::LANG);
    let Estimate { value, low, high } = money.of_doing_nothing;
    let mut text = format!(
        "Every period of waiting costs {value:.0} {currency} ({low:.0} to {high:.0}): that is what its visitors would bring in on top\nover {} periods.\n",
        terms.journey.horizon
    );
    if let Some(Estimate { value, low, high }) = money.payback {
        text.push_str(&format!(
            "The visitors of {value:.1} periods ({low:.1} to {high:.1}) earn the best-effect package back.\n"
        ));
    }
    text
}

fn rows(budget: &Budget) -> Table {
    let mut table = Table::default();
    table.row(["way", "units", "effect", "low", "high"]);
    for way in &budget.ways {
        for (unit, effect) in way.curve.iter().enumerate() {
            let mut row = vec![called(&way.way), unit.to_string()];
            row.extend(cells(*effect));
            table.row(row);
        }
    }
    table
}
