//! A class side by side, in words and as tables.

use super::tables::{TableCell, TakenTable};
use super::{Teller, data, goal, lever, link, phrase};
use crate::analysis::Estimate;
use crate::analysis::studies::Goal;
use crate::app::{Language, LinkTrouble, Pooled, PooledLever};
use crate::charts::dots::middle_of;
use crate::model::data::NoText;
use crate::model::{LinkId, order};
use crate::say;

/// Where one scenario leads, by the order of [`Goal::ALL`].
pub type PoolOutcome = [Option<Estimate>; Goal::ALL.len()];

/// What has been found in a text.
pub fn found(teller: &Teller, pooled: &Pooled, again: usize) -> String {
    let scenarios = pooled.scenarios.len();
    let mut parts = vec![if scenarios == 1 {
        say!(teller, pool.found_one, journey = teller.named(&teller.journey.name))
    } else {
        say!(teller, pool.found, n = teller.count(scenarios as u64), journey = teller.named(&teller.journey.name))
    }];
    match again {
        0 => {}
        1 => parts.push(say!(teller, pool.again_one).to_owned()),
        n => parts.push(say!(teller, pool.again, n = teller.count(n as u64))),
    }
    match pooled.elsewhere {
        0 => {}
        1 => parts.push(say!(teller, pool.elsewhere_one).to_owned()),
        n => parts.push(say!(teller, pool.elsewhere, n = teller.count(n as u64))),
    }
    parts.join(" ")
}

/// That a text has more links than are looked at; `None` where it has not.
pub fn beyond(teller: &Teller, looked: usize, beyond: usize) -> Option<String> {
    let count = |n: usize| teller.count(n as u64);
    (beyond > 0).then(|| say!(teller, pool.beyond, looked = count(looked), n = count(beyond)))
}

/// A link that cannot be opened, by the line of the text on which it begins.
pub fn broken(teller: &Teller, line: usize, trouble: LinkTrouble) -> String {
    say!(teller, pool.line, n = line, why = link::fault(teller.language, trouble))
}

/// A lever in a row: its name, today, the least, between which values half of them lie, the middle, the most, how many have
/// moved it, and who.
pub fn row(teller: &Teller, pooled: &Pooled, its: &PooledLever) -> [String; 8] {
    let value = |value: f64| lever::bare_value(teller.language, its.lever, value);
    [
        lever::of_link(teller, &its.link, its.lever),
        value(its.today),
        value(its.least),
        say!(teller, pool.half, low = value(its.lower), high = value(its.upper)),
        value(its.median),
        value(its.most),
        say!(teller, pool.of, n = its.moved_by, all = pooled.scenarios.len()),
        runs(&its.who),
    ]
}

/// Scenarios by their number, those that follow each other from the first to the last: "1–5, 7, 8".
fn runs(who: &[usize]) -> String {
    let runs = who.chunk_by(|one, next| one + 1 == *next).map(|run| match run {
        [first, _, .., last] => format!("{}–{}", first + 1, last + 1),
        few => few.iter().map(|at| (at + 1).to_string()).collect::<Vec<_>>().join(", "),
    });
    runs.collect::<Vec<_>>().join(", ")
}

/// On which line of the text each scenario begins: "1: 3; 2: 17".
pub fn lines(teller: &Teller, pooled: &Pooled) -> String {
    let one = |(n, line): (usize, &usize)| say!(teller, pool.line_of, n = n, line = line);
    let list: Vec<String> = (1..).zip(&pooled.lines).map(one).collect();
    say!(teller, pool.lines, list = list.join("; "))
}

/// Heads of those columns.
pub fn heads(teller: &Teller) -> [&'static str; 8] {
    [
        say!(teller, pool.lever),
        say!(teller, tables.today),
        say!(teller, pool.least),
        say!(teller, pool.half_head),
        say!(teller, pool.middle),
        say!(teller, pool.most),
        say!(teller, pool.moved_by),
        say!(teller, pool.who),
    ]
}

/// What the dots of an outcome show: the least, the middle and the most, with the noise of one.
pub fn outcome(teller: &Teller, of: Goal, values: &[Estimate]) -> Option<String> {
    let mut sorted: Vec<f64> = values.iter().map(|estimate| estimate.value).collect();
    order::sort(&mut sorted, f64::total_cmp);
    let level = |value: f64| goal::level(teller, of, value);
    let (least, most) = (level(*sorted.first()?), level(*sorted.last()?));
    let middle = level(middle_of(&sorted)?);
    let widest = values.iter().max_by(|a, b| (a.high - a.low).total_cmp(&(b.high - b.low)))?;
    let noise = goal::size(teller, of, (widest.high - widest.low) / 2.0);
    Some(say!(teller, pool.outcome, least = least, middle = middle, most = most, noise = noise))
}

/// Chips on a link.
pub fn chips(teller: &Teller, on: &LinkId, chips: usize) -> String {
    say!(teller, pool.chips, link = teller.link_name(on), n = teller.count(chips as u64))
}

/// Why a file has no text that could be looked through.
pub fn unreadable(language: Language, why: &NoText) -> String {
    match why {
        NoText::Empty => say!(language, pool.empty).to_owned(),
        NoText::None => say!(language, pool.no_text).to_owned(),
        NoText::TooLarge { most } => say!(language, pool.too_large, most = most),
        NoText::Workbook(fault) => data::fault(language, fault),
    }
}

/// A class as a file that opens it again: what it is, and a link on each line.
pub fn file(teller: &Teller, pooled: &Pooled, links: Vec<String>) -> String {
    [found(teller, pooled, 0)].into_iter().chain(links).map(|line| line + "\n").collect()
}

/// All of it as tables: levers, where each scenario leads, and the bets.
pub fn tables(teller: &Teller, pooled: &Pooled, outcomes: &[Option<PoolOutcome>]) -> Vec<TakenTable> {
    let [name, today, least, _, middle, most, moved_by, who] = heads(teller);
    let (lower, upper) = (say!(teller, pool.lower), say!(teller, pool.upper));
    let heads = [name, today, least, lower, middle, upper, most, moved_by, who];
    let mut levers: Vec<Vec<TableCell>> = vec![heads.map(TableCell::from).to_vec()];
    for its in &pooled.levers {
        let [name, .., who] = row(teller, pooled, its);
        let numbers = [its.today, its.least, its.lower, its.median, its.upper, its.most, its.moved_by as f64];
        let numbers = numbers.map(TableCell::Number);
        levers.push([name.into()].into_iter().chain(numbers).chain([who.into()]).collect());
    }
    let mut leads: Vec<Vec<TableCell>> = vec![Vec::new()];
    if let Some(heads) = leads.first_mut() {
        heads.extend([say!(teller, pool.scenario), say!(teller, pool.line_head)].map(TableCell::from));
        for of in Goal::ALL {
            heads.push(goal::capital(teller, of).into());
            heads.extend([say!(teller, tables.low), say!(teller, tables.high)].map(TableCell::from));
        }
    }
    for (at, outcome) in outcomes.iter().enumerate() {
        let line = pooled.lines.get(at).map(|line| *line as f64);
        let mut cells = vec![TableCell::Number((at + 1) as f64), line.into()];
        for of in 0..Goal::ALL.len() {
            let estimate = outcome.as_ref().and_then(|all| all[of]);
            cells.extend(
                [estimate.map(|e| e.value), estimate.map(|e| e.low), estimate.map(|e| e.high)].map(TableCell::from),
            );
        }
        leads.push(cells);
    }
    let mut bets: Vec<Vec<TableCell>> =
        vec![vec![say!(teller, tables.link).into(), say!(teller, pool.chips_head).into()]];
    for (on, chips) in &pooled.bets {
        bets.push(vec![teller.journey.link_name(on, teller.code()).into(), TableCell::Number(*chips as f64)]);
    }
    vec![
        TakenTable { file: "levers", title: say!(teller, pool.levers), rows: levers },
        TakenTable { file: "scenarios", title: say!(teller, pool.scenarios), rows: leads },
        TakenTable { file: "bets", title: say!(teller, pool.bets), rows: bets },
    ]
}

/// What an outcome is called over its dots.
pub fn outcome_name(teller: &Teller, of: Goal) -> String {
    phrase::capital(&goal::name(teller, of))
}
