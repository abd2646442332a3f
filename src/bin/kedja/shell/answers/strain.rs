//! `strain`: the outcome against strain, and the first link to give way.

use super::{asked, cells, effect, head, name, terms, value};
use crate::shell::Failure;
use crate::shell::arguments::StrainQuestion;
use crate::shell::table::Table;
use kedja::analysis::studies::{LivedRounds, StrainTest, StudyTerms, strain_test};

/// Customers in each world when none are asked for [customers].
const CUSTOMERS: u64 = 100_000;

pub fn under_strain(question: &StrainQuestion) -> Result<String, Failure> {
    let terms = terms(&question.question, CUSTOMERS)?;
    let steps = u32::max(question.steps, 1);
    let strains: Vec<f64> = (1..=steps).map(|step| question.most * f64::from(step) / f64::from(steps)).collect();
    let ask = |terms: &StudyTerms, rounds: &mut LivedRounds| strain_test(terms, &strains, rounds);
    asked(&terms, question.question.out, ask, in_words, rows)
}

fn in_words(terms: &StudyTerms, test: &StrainTest) -> String {
    let mut text = head(terms, "under strain");
    let mut table = Table::default();
    table.row(["strain", "outcome", "change", "costs most at", "where it costs", "and still holds"]);
    for point in &test.points {
        let first = point.links.first();
        table.row([
            format!("{:.2}", point.strain),
            point
                .level
                .map_or_else(|| "-".into(), |level| value(terms.goal, level.value).trim_start_matches('+').into()),
            effect(terms.goal, point.change),
            first.map_or_else(String::new, |link| name(&terms.journey, &link.id)),
            first.map_or_else(String::new, |link| effect(terms.goal, link.costs)),
            first.map_or_else(String::new, |link| format!("{:.0}%", 100.0 * link.holds)),
        ]);
    }
    text.push_str(&table.right_aligned());
    match (&test.gives_way, test.gives_way_at) {
        (Some(link), Some(at)) => {
            text.push_str(&format!("\n{} gives way first, at a strain of {at:.2}.\n", name(&terms.journey, link)));
        }
        _ => text.push_str("\nNo link clearly gives way.\n"),
    }
    let halves = test.halves.iter().take(5);
    let parts: Vec<String> =
        halves.map(|half| format!("{} at {:.2}", name(&terms.journey, &half.id), half.strain)).collect();
    text.push_str(&format!("Hold half as often as on a calm day: {}.\n", parts.join(", ")));
    text.push_str("± is simulation noise (95%).\n");
    text
}

fn rows(test: &StrainTest) -> Table {
    let mut table = Table::default();
    table.row(["strain", "link", "holds", "costs", "low", "high"]);
    for point in &test.points {
        let mut row = vec![point.strain.to_string(), String::new(), String::new()];
        row.extend(cells(point.change));
        table.row(row);
        for link in &point.links {
            let mut row = vec![point.strain.to_string(), link.id.to_string(), link.holds.to_string()];
            row.extend(cells(link.costs));
            table.row(row);
        }
    }
    table
}
