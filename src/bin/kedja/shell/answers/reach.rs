//! `reach`: the least effort found with which an outcome reaches a target.

use super::{asked, effect, head, name, terms};
use crate::shell::Failure;
use crate::shell::arguments::ReachQuestion;
use crate::shell::input::LANG;
use crate::shell::table::Table;
use kedja::analysis::Estimate;
use kedja::analysis::studies::{Goal, LivedRounds, OwnersShare, ReachVerdict, StudyTerms, TargetPlan, reach};

/// Customers in each world of the search when none are asked for [customers]; the check has four times as many.
const CUSTOMERS: u64 = 20_000;

pub fn what_it_takes(question: &ReachQuestion) -> Result<String, Failure> {
    let terms = terms(&question.question, CUSTOMERS)?;
    if terms.effort <= 0.0 {
        return Err(Failure(
            "error: effort has to be added to reach anything\n  Give --effort a number over 0.".into(),
        ));
    }
    let ask = |terms: &StudyTerms, rounds: &mut LivedRounds| reach(terms, question.target, rounds);
    asked(&terms, question.question.out, ask, in_words, rows)
}

fn in_words(terms: &StudyTerms, reach: &TargetPlan) -> String {
    let mut text = head(terms, &format!("what it would take to reach {}", level(terms.goal, reach.target)));
    let stands = |estimate: Option<Estimate>| {
        estimate.map_or_else(
            || "-".to_owned(),
            |e| {
                format!(
                    "{} ({} to {})",
                    level(terms.goal, e.value),
                    level(terms.goal, e.low),
                    level(terms.goal, e.high)
                )
            },
        )
    };
    text.push_str(&format!("Without effort: {}\n", stands(reach.today)));
    text.push_str(&format!("With every link as strong as effort can make it: {}\n", stands(reach.best)));
    text.push_str(match reach.verdict {
        ReachVerdict::Already => "The target is met already.\n",
        ReachVerdict::Nothing => "There is nothing to count.\n",
        ReachVerdict::OutOfReach => "No effort on these links reaches the target.\n",
        ReachVerdict::NotFound => "No plan within the effort that is tried reaches the target.\n",
        ReachVerdict::Reached | ReachVerdict::TooClose => "",
    });
    if reach.spent.is_empty() {
        return text;
    }
    text.push_str(&format!("With {:.2} effort: {}\n", reach.effort, stands(reach.level)));
    text.push_str(&format!("A change of {}\n\n", effect(terms.goal, reach.effect)));
    let mut table = Table::default();
    table.row(["link", "effort"]);
    for spent in &reach.spent {
        table.row([name(&terms.journey, &spent.link), format!("{:.2}", spent.effort)]);
    }
    table.row(["owner", ""]);
    for share in &reach.owners {
        table.row([owner(terms, share), format!("{:.2}", share.effort)]);
    }
    text.push_str(&table.right_aligned());
    if reach.verdict == ReachVerdict::TooClose {
        text.push_str("\nToo close to call: chance may be why the target is met.\n");
    }
    text.push_str("\nThe least effort found, one step at a time, so a cleverer plan may do with less. Found on one sample and checked\non another. Ranges are simulation noise (95%).\n");
    text
}

fn owner(terms: &StudyTerms, share: &OwnersShare) -> String {
    let found = terms.journey.owners.iter().find(|owner| Some(&owner.id) == share.owner.as_ref());
    found.map_or_else(|| "nobody".to_owned(), |owner| owner.name.get(LANG).to_owned())
}

/// A level in the unit that the outcome is told in.
fn level(goal: Goal, value: f64) -> String {
    match goal {
        Goal::RevenuePerArrival => format!("{value:.3} prices"),
        Goal::Recommendation => format!("{value:.1}"),
        _ => format!("{:.2}%", 100.0 * value),
    }
}

fn rows(reach: &TargetPlan) -> Table {
    let mut table = Table::default();
    table.row(["link", "effort"]);
    for spent in &reach.spent {
        table.row([spent.link.to_string(), spent.effort.to_string()]);
    }
    table
}
