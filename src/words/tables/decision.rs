//! The options of the page to sign.

use super::table::{TableCell, TakenTable, change_of, head_of_seed, named, three, three_heads, three_of};
use crate::analysis::studies::Goal;
use crate::app::{BriefOption, Project};
use crate::say;
use crate::words::{Teller, brief, gain, phrase};

/// What is decided between; `None` where there is nothing besides doing nothing.
pub(super) fn options(teller: &Teller, work: &Project, outcome: Goal, options: &[BriefOption]) -> Option<TakenTable> {
    let teller = &brief::of_today(teller, work);
    let mut rows = head_of_seed(teller, work.seed);
    let mut heads = vec![TableCell::from(say!(teller, brief.option)), named(teller, outcome).into()];
    heads.extend(three_heads(teller, change_of(teller, outcome)));
    heads.extend(three_heads(teller, phrase::capital(&gain::counted_in(teller, outcome))));
    heads.extend(three_heads(teller, change_of(teller, Goal::RevenuePerArrival)));
    heads.extend([say!(teller, brief.effort), say!(teller, tables.best_in)].map(TableCell::from));
    rows.push(heads);
    for option in options {
        let level = option.level.map(|level| level * crate::words::goal::on_axis(teller, outcome));
        let mut cells = vec![TableCell::Text(brief::name(teller, work, &option.of)), level.into()];
        cells.extend(three_of(teller, outcome, option.difference));
        cells.extend(three(option.gives.map(|gives| gain::as_told(teller, outcome, gives))));
        cells.extend(three_of(teller, Goal::RevenuePerArrival, option.revenue));
        cells.extend([TableCell::Number(option.effort), option.best_in.map(f64::from).into()]);
        rows.push(cells);
    }
    (options.len() > 1).then(|| TakenTable { file: "options", title: say!(teller, tables.options), rows })
}
