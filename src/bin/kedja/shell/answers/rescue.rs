//! `rescue`: who is saved at one link, and lost at another.

use super::{asked, effect, head, name, terms};
use crate::shell::Failure;
use crate::shell::arguments::RescueQuestion;
use crate::shell::table::Table;
use kedja::analysis::PRICE;
use kedja::analysis::studies::{Goal, LivedRounds, Rescue, StudyTerms, rescue};

/// Customers in each world when none are asked for [customers].
const CUSTOMERS: u64 = 100_000;

pub fn net_rescue(question: &RescueQuestion) -> Result<String, Failure> {
    let terms = terms(&question.question, CUSTOMERS)?;
    let ask = |terms: &StudyTerms, rounds: &mut LivedRounds| rescue(terms, question.link.as_ref(), rounds);
    asked(&terms, question.question.out, ask, in_words, rows)
}

fn in_words(terms: &StudyTerms, rescue: &Rescue) -> String {
    let link = name(&terms.journey, &rescue.link);
    let mut text = head(terms, &format!("{} of effort on {link}", rescue.effort));
    text.push_str(&format!(
        "{} fewer are lost at {link}; net, {} more are customers at the end of the horizon",
        rescue.rescued_here, rescue.net
    ));
    text.push_str(&format!(
        " ({} percentage points of all visitors).\n\n",
        effect(Goal::CustomersAtEnd, rescue.net_share)
    ));
    let mut table = Table::default();
    table.row(["lost elsewhere instead", "drop out", "leave"]);
    for fall in &rescue.falls {
        let called = if fall.id.as_str() == PRICE { "the price alone".into() } else { name(&terms.journey, &fall.id) };
        table.row([called, format!("{:+}", fall.dropped), format!("{:+}", fall.left)]);
    }
    text.push_str(&table.right_aligned());
    let share = |share: Option<f64>| share.map_or_else(|| "none".into(), |share| format!("{:.1}%", 100.0 * share));
    text.push_str(&format!(
        "\n{} customers are newly won; {} of them are still there at the end, and {} of those who buy anyway.\n",
        rescue.let_in.newcomers,
        share(rescue.let_in.newcomers_stay),
        share(rescue.let_in.others_stay)
    ));
    if rescue.let_in.lowers_retention {
        text.push_str("Nobody is worse off. The newly won customers simply leave sooner.\n");
    }
    text.push_str("± is simulation noise (95%).\n");
    text
}

fn rows(rescue: &Rescue) -> Table {
    let mut table = Table::default();
    table.row(["link", "dropped", "left"]);
    for fall in &rescue.falls {
        table.row([fall.id.to_string(), fall.dropped.to_string(), fall.left.to_string()]);
    }
    table
}
