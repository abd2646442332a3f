//! `rank`: what the same effort does on each link.

use super::{asked, called, cells, effect, head, name, persona, terms, value};
use crate::shell::Failure;
use crate::shell::arguments::Question;
use crate::shell::table::Table;
use kedja::analysis::studies::{Ranking, StudyTerms, ranking};

/// Customers in each world when none are asked for [customers].
const CUSTOMERS: u64 = 100_000;

pub fn rank(question: &Question) -> Result<String, Failure> {
    let terms = terms(question, CUSTOMERS)?;
    asked(&terms, question.out, ranking, in_words, rows)
}

fn in_words(terms: &StudyTerms, ranking: &Ranking) -> String {
    let mut text = head(terms, &format!("what {} of effort changes on each link", terms.effort));
    let mut table = Table::default();
    let mut heads = vec!["link", "strength", "effect", "made perfect", "weakest"];
    if terms.goal.is_of_staying() {
        heads.extend(["more stay", "who buys"]);
    }
    table.row(heads);
    for link in &ranking.links {
        let weakest = ranking.weakest.iter().position(|id| *id == link.id).map_or(0, |at| at + 1);
        let mut row = vec![
            name(&terms.journey, &link.id),
            format!("{:.0}%", 100.0 * link.strength),
            effect(terms.goal, link.effect),
            effect(terms.goal, link.ceiling),
            weakest.to_string(),
        ];
        if let Some(kept) = &link.kept {
            let mix = kept.mix.map_or_else(|| "-".to_owned(), |mix| value(terms.goal, mix));
            row.extend([effect(terms.goal, kept.more), mix]);
        }
        table.row(row);
    }
    text.push_str(&table.right_aligned());
    text.push_str(&binding(terms, ranking));
    for link in ranking.links.iter().filter(|link| !link.loses.is_empty()) {
        let personas: Vec<&str> = link.loses.iter().map(|id| persona(&terms.journey, id)).collect();
        let link = name(&terms.journey, &link.id);
        text.push_str(&format!("Good for customers as a whole, but a loss for {}: {link}.\n", personas.join(", ")));
    }
    if terms.goal.is_of_staying() {
        text.push_str(
            "More stay: of 100 customers who buy with and without the effort, so many more are still there; links\n",
        );
        text.push_str(
            "are ranked by it. Who buys: the part of the effect that comes of other buyers alone, and saves nobody.\n",
        );
    }
    text.push_str("± is simulation noise (95%). Weakest: 1 is the link with the lowest strength.\n");
    text
}

fn binding(terms: &StudyTerms, ranking: &Ranking) -> String {
    let Some(binding) = &ranking.binding else {
        return "\nThere is nothing to measure: no customer gets this far.\n".to_owned();
    };
    let first = name(&terms.journey, &binding.link);
    let Some(second) = binding.second.as_ref().map(|id| name(&terms.journey, id)) else {
        return format!("\n{first} is the only link.\n");
    };
    let lead = effect(terms.goal, binding.lead);
    if binding.too_close {
        format!(
            "\nToo close to call which link is the bottleneck: {first} or {second}. The first is better by {lead}, checked on a fresh sample.\n"
        )
    } else {
        format!("\n{first} is the bottleneck: better than {second} by {lead}, checked on a fresh sample.\n")
    }
}

fn rows(ranking: &Ranking) -> Table {
    let mut table = Table::default();
    let names = ["link", "kind", "strength", "effect", "low", "high", "ceiling", "ceiling_low", "ceiling_high"];
    table.row(names.into_iter().chain(["more_stay", "more_stay_low", "more_stay_high", "mix"]));
    for link in &ranking.links {
        let mut row = vec![link.id.to_string(), called(&link.kind), link.strength.to_string()];
        row.extend(cells(link.effect));
        row.extend(cells(link.ceiling));
        row.extend(cells(link.kept.as_ref().and_then(|kept| kept.more)));
        let mix = link.kept.as_ref().and_then(|kept| kept.mix);
        row.push(mix.map_or_else(String::new, |mix| mix.to_string()));
        table.row(row);
    }
    table
}
