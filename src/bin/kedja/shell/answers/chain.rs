//! `chain`: what links give alone and after each other.

use super::{asked, called, cells, effect, head, name, persona, terms};
use crate::shell::Failure;
use crate::shell::arguments::ChainQuestion;
use crate::shell::table::Table;
use kedja::analysis::studies::{Chain, Feel, LivedRounds, LogicKind, StudyTerms, chain};

/// Customers in each world when none are asked for [customers].
const CUSTOMERS: u64 = 100_000;

pub fn chain_logic(question: &ChainQuestion) -> Result<String, Failure> {
    let terms = terms(&question.question, CUSTOMERS)?;
    let ask = |terms: &StudyTerms, rounds: &mut LivedRounds| chain(terms, question.mended_by, rounds);
    asked(&terms, question.question.out, ask, in_words, rows)
}

fn in_words(terms: &StudyTerms, chain: &Chain) -> String {
    let what = format!("{} of effort alone, and after {} on another link", chain.effort, chain.mended_by);
    let mut text = head(terms, &what);
    for feel in &chain.feels {
        text.push_str(&feel_in_words(terms, feel));
    }
    let mut table = Table::default();
    table.row(["all strengths together", "now", "would strengthen first", "then"]);
    for logic in &chain.logics {
        let called = match logic.logic {
            LogicKind::Average => "averaged",
            LogicKind::Product => "multiplied",
            LogicKind::Weakest => "only the weakest",
        };
        let level = |share: f64| format!("{:.4}%", 100.0 * share);
        table.row([called.into(), level(logic.level), name(&terms.journey, &logic.first), level(logic.after)]);
    }
    text.push_str(&table.right_aligned());
    text.push_str("\nMore is better. ± is simulation noise (95%).\n");
    text
}

fn feel_in_words(terms: &StudyTerms, feel: &Feel) -> String {
    let called = match feel.chain_feel {
        None => "personas as they are".to_owned(),
        Some(0.0) => "if good and bad simply add up (chain feel 0)".to_owned(),
        Some(kappa) => format!("if one fresh failure overshadows everything else (chain feel {kappa})"),
    };
    let binding = feel.binding.as_ref().map_or_else(String::new, |link| name(&terms.journey, link));
    let mut table = Table::default();
    table.row([called.as_str(), "alone", "after", "more"]);
    for pair in &feel.pairs {
        table.row([
            format!("{} after {}", name(&terms.journey, &pair.then), name(&terms.journey, &pair.first)),
            effect(terms.goal, pair.gives.alone),
            effect(terms.goal, pair.gives.after),
            effect(terms.goal, pair.gives.more),
        ]);
    }
    format!("{}{}{binding} is the bottleneck.\n\n", table.right_aligned(), by_persona(terms, feel))
}

/// The personas for whom the second link clearly gives more, or less, once the binding one has been mended.
fn by_persona(terms: &StudyTerms, feel: &Feel) -> String {
    let mut text = String::new();
    for pair in feel.pairs.iter().filter(|pair| Some(&pair.first) == feel.binding.as_ref()) {
        for (id, gives) in &pair.by_persona {
            let Some(more) = gives.more.filter(|more| more.tells()) else { continue };
            let then = name(&terms.journey, &pair.then);
            let who = persona(&terms.journey, id);
            text.push_str(&format!("  for {who}, {then} gives {} more after\n", effect(terms.goal, Some(more))));
        }
    }
    text
}

fn rows(chain: &Chain) -> Table {
    let mut table = Table::default();
    let names = ["chain_feel", "first", "then", "alone", "low", "high", "after", "low", "high", "more", "low", "high"];
    table.row(names);
    for feel in &chain.feels {
        for pair in &feel.pairs {
            let kappa = feel.chain_feel.map_or_else(|| "own".to_owned(), |kappa| kappa.to_string());
            let mut row = vec![kappa, pair.first.to_string(), pair.then.to_string()];
            row.extend([pair.gives.alone, pair.gives.after, pair.gives.more].into_iter().flat_map(cells));
            table.row(row);
        }
    }
    for logic in &chain.logics {
        let mut row =
            vec![called(&logic.logic), logic.first.to_string(), logic.level.to_string(), logic.after.to_string()];
        row.resize(names.len(), String::new());
        table.row(row);
    }
    table
}
