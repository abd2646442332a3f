//! `split`: how much each part contributes to the whole.

use super::{asked, cells, effect, head, terms};
use crate::shell::Failure;
use crate::shell::arguments::Question;
use crate::shell::changes::one_by_one;
use crate::shell::table::Table;
use kedja::analysis::Estimate;
use kedja::analysis::studies::{Apart, Split, StudyTerms, split};

/// Customers in each world when none are asked for [customers].
const CUSTOMERS: u64 = 100_000;

pub fn parts(question: &Question) -> Result<String, Failure> {
    let mut terms = terms(question, CUSTOMERS)?;
    terms.base.improvements = one_by_one(&question.change);
    if terms.base.improvements.is_empty() {
        return Err(Failure("error: there is nothing to split\n  Add --strengthen LINK=EFFORT or --set LINK.FIELD=VALUE, each a part of the package.".into()));
    }
    asked(&terms, question.out, split, in_words, rows)
}

fn in_words(terms: &StudyTerms, split: &Split) -> String {
    let mut text = head(terms, "how much each part contributes to the whole");
    let mut table = Table::default();
    let apart = |apart: Option<Apart>| {
        let told = |part: fn(&Apart) -> Estimate| effect(terms.goal, apart.as_ref().map(part));
        let both = || [told(|apart| apart.same), told(|apart| apart.mix)];
        terms.goal.is_of_staying().then(both).into_iter().flatten()
    };
    let heads = if terms.goal.is_of_staying() { &["same buyers", "who buys"][..] } else { &[] };
    table.row(["improvement", "alone", "part"].iter().chain(heads).copied());
    for part in &split.parts {
        let row = [part.id.to_string(), effect(terms.goal, part.alone), effect(terms.goal, part.part)];
        table.row(row.into_iter().chain(apart(part.apart)));
    }
    let together = ["together".to_owned(), String::new(), effect(terms.goal, split.together)];
    table.row(together.into_iter().chain(apart(split.apart)));
    text.push_str(&table.right_aligned());
    if !split.all_orders {
        text.push_str("\nAveraged over a sample of orders, not all of them.\n");
    }
    if terms.goal.is_of_staying() {
        text.push_str("\nSame buyers: what becomes of those who buy in any case. Who buys: what comes of other buyers alone, and saves nobody.\n");
    }
    text.push_str("\nMore is better. ± is simulation noise (95%).\n");
    text
}

fn rows(split: &Split) -> Table {
    let mut table = Table::default();
    let names = ["improvement", "alone", "alone_low", "alone_high", "part", "part_low", "part_high"];
    table.row(names.into_iter().chain(["same", "same_low", "same_high", "mix", "mix_low", "mix_high"]));
    for part in &split.parts {
        let mut row = vec![part.id.to_string()];
        row.extend(cells(part.alone));
        row.extend(cells(part.part));
        row.extend(cells(part.apart.map(|apart| apart.same)));
        row.extend(cells(part.apart.map(|apart| apart.mix)));
        table.row(row);
    }
    table
}
