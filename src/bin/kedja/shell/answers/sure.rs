//! `sure`: in how many plausible worlds each link is the best to strengthen.

use super::{asked, cells, effect, head, name, persona, terms, value};
use crate::shell::Failure;
use crate::shell::arguments::SureQuestion;
use crate::shell::table::Table;
use kedja::analysis::studies::{LivedRounds, StudyTerms, Sure, SureLink, sure};
use kedja::model::Field;

/// Customers in each world when none are asked for [customers].
const CUSTOMERS: u64 = 20_000;

pub fn how_sure(question: &SureQuestion) -> Result<String, Failure> {
    let terms = terms(&question.question, CUSTOMERS)?;
    let ask = |terms: &StudyTerms, rounds: &mut LivedRounds| sure(terms, question.worlds, rounds);
    asked(&terms, question.question.out, ask, in_words, rows)
}

fn in_words(terms: &StudyTerms, sure: &Sure) -> String {
    let mut text = head(
        terms,
        &format!(
            "where {} of effort does most, in {} tries within the estimates (plausible worlds)",
            sure.effort, sure.worlds
        ),
    );
    let mut table = Table::default();
    table.row(["link", "best in", "clearly in", "mean effect", "in 9 of 10 worlds"]);
    for link in sure.links.iter().filter(|link| link.best_in > 0) {
        let range = link.effect.map_or_else(String::new, |effect| {
            format!("{} to {}", value(terms.goal, effect.low), value(terms.goal, effect.high))
        });
        table.row([
            name(&terms.journey, &link.id),
            link.best_in.to_string(),
            link.clearly_in.to_string(),
            link.effect.map_or_else(String::new, |effect| value(terms.goal, effect.value)),
            range,
        ]);
    }
    text.push_str(&table.right_aligned());
    text.push_str(&verdict(terms, sure));
    let mut table = Table::default();
    table.row(["measure first", "range", "the outcome differs by"]);
    for measure in sure.measure.iter().take(5) {
        let of = match &measure.persona {
            None => name(&terms.journey, &measure.id),
            Some(id) => persona(&terms.journey, id).to_owned(),
        };
        let range = if measure.figure == Field::Strength {
            format!("{:.0}–{:.0}%", 100.0 * measure.low, 100.0 * measure.high)
        } else {
            format!("{:.2}–{:.2}", measure.low, measure.high)
        };
        table.row([format!("{of}, {}", measure.figure.name()), range, effect(terms.goal, measure.swing)]);
    }
    text.push('\n');
    text.push_str(&table.right_aligned());
    text.push_str("\nEach try draws every figure that is a guess from its range; ± alone is simulation noise (95%).\n");
    text
}

fn verdict(terms: &StudyTerms, sure: &Sure) -> String {
    let [first, second, ..] = &sure.links[..] else { return String::new() };
    let [first, second] = [first, second].map(|link: &SureLink| name(&terms.journey, &link.id));
    let of = |link: usize| sure.links.get(link).map_or(0, |link| link.best_in);
    let mut text = if sure.too_close {
        format!(
            "\nToo close to call: {first} comes out best in {} of {} tries, {second} in {}.\n",
            of(0),
            sure.worlds,
            of(1)
        )
    } else {
        format!("\nIn {} of {} tries, {first} comes out best.\n", of(0), sure.worlds)
    };
    if sure.noisy > 0 {
        text.push_str(&format!("In {} of them the winner may be chance.\n", sure.noisy));
    }
    text
}

fn rows(sure: &Sure) -> Table {
    let mut table = Table::default();
    table.row(["link", "best_in", "clearly_in", "worlds", "mean", "low", "high"]);
    for link in &sure.links {
        let mut row =
            vec![link.id.to_string(), link.best_in.to_string(), link.clearly_in.to_string(), sure.worlds.to_string()];
        row.extend(cells(link.effect));
        table.row(row);
    }
    table
}
