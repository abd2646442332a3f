//! What the page's own report says, as tables.

use super::table::{TableCell, TakenTable, head, plain_name, three};
use crate::analysis::{Outcome, Report};
use crate::app::{Project, is_changed, outcomes};
use crate::model::LinkId;
use crate::say;
use crate::words::{Teller, outcome, phrase, unit};
use std::collections::BTreeMap;

pub(super) fn all(teller: &Teller, work: &Project, report: &Report) -> Vec<TakenTable> {
    [figures, by_link, staying, by_persona, mood].map(|table| table(teller, work, report)).into()
}

/// The worlds that there are: today, and what-if where something is changed.
fn worlds<'a>(work: &Project, report: &'a Report) -> (&'a Outcome, Option<&'a Outcome>) {
    (&report.today, report.what_if.as_ref().filter(|_| is_changed(work)))
}

fn figures(teller: &Teller, work: &Project, report: &Report) -> TakenTable {
    let mut rows = head(teller, report.customers, report.seed);
    let texts = [
        say!(teller, tables.figure),
        say!(teller, tables.today),
        say!(teller, tables.low),
        say!(teller, tables.high),
        say!(teller, tables.now),
        say!(teller, tables.low),
        say!(teller, tables.high),
        say!(teller, tables.difference),
        say!(teller, tables.low),
        say!(teller, tables.high),
    ];
    rows.push(texts.map(TableCell::from).to_vec());
    let is_changed = is_changed(work);
    for row in outcomes(work, report) {
        let mut cells = vec![TableCell::Text(outcome::name(teller, row.kind))];
        cells.extend(three(row.today));
        cells.extend(three(row.now.filter(|_| is_changed)));
        cells.extend(three(row.difference));
        rows.push(cells);
    }
    TakenTable { file: "figures", title: say!(teller, tables.figures), rows }
}

fn by_link(teller: &Teller, work: &Project, report: &Report) -> TakenTable {
    let mut rows = head(teller, report.customers, report.seed);
    let (today, what_if) = worlds(work, report);
    let columns = [
        say!(teller, tables.met),
        say!(teller, tables.failed),
        say!(teller, tables.complaints),
        say!(teller, tables.dropped),
        say!(teller, tables.left),
    ];
    let mut heads = vec![TableCell::from(say!(teller, tables.link)), say!(teller, tables.strength).into()];
    for world in [Some(say!(teller, tables.today)), what_if.map(|_| say!(teller, tables.now))].into_iter().flatten() {
        heads.extend(columns.map(|column| TableCell::Text(format!("{column} ({})", phrase::small(world)))));
    }
    rows.push(heads);
    for link in teller.journey.links() {
        let mut cells = vec![plain_name(teller, link), TableCell::from(teller.journey.strength(link))];
        for world in std::iter::once(today).chain(what_if) {
            let count = |of: &BTreeMap<LinkId, u64>| TableCell::Number(of.get(link).copied().unwrap_or(0) as f64);
            cells.extend([
                count(&world.met_by_link),
                count(&world.failed_by_link),
                count(&world.complaints_by_link),
                count(&world.dropped_by_link),
                count(&world.left_by_link),
            ]);
        }
        rows.push(cells);
    }
    TakenTable { file: "links", title: say!(teller, tables.links), rows }
}

fn staying(teller: &Teller, work: &Project, report: &Report) -> TakenTable {
    let mut rows = head(teller, report.customers, report.seed);
    let (today, what_if) = worlds(work, report);
    let mut heads = vec![TableCell::Text(phrase::capital(unit::period(teller)))];
    heads.push(say!(teller, tables.today).into());
    heads.extend(what_if.map(|_| say!(teller, tables.now).into()));
    rows.push(heads);
    for (period, share) in today.survival.iter().enumerate() {
        let mut cells = vec![TableCell::Number(period as f64), TableCell::Number(*share)];
        cells.extend(what_if.map(|world| TableCell::from(world.survival.get(period).copied())));
        rows.push(cells);
    }
    TakenTable { file: "retention", title: say!(teller, tables.retention), rows }
}

/// What each world is called, small.
fn called(teller: &Teller, what_if: Option<&Outcome>) -> Vec<String> {
    let names = [Some(say!(teller, tables.today)), what_if.map(|_| say!(teller, tables.now))];
    names.into_iter().flatten().map(phrase::small).collect()
}

fn by_persona(teller: &Teller, work: &Project, report: &Report) -> TakenTable {
    let mut rows = head(teller, report.customers, report.seed);
    let (today, what_if) = worlds(work, report);
    let figures = [
        outcome::name(teller, crate::app::OutcomeKind::Conversion),
        outcome::name(teller, crate::app::OutcomeKind::Churn),
    ];
    let bounds = [say!(teller, tables.low), say!(teller, tables.high)];
    let mut heads: Vec<TableCell> = vec![say!(teller, tables.persona).into()];
    for world in called(teller, what_if) {
        let of = |words: &str| TableCell::Text(format!("{words} ({world})"));
        heads.extend([say!(teller, tables.came), say!(teller, tables.bought), say!(teller, tables.left)].map(of));
        for figure in &figures {
            heads.push(of(figure));
            heads.extend(bounds.map(TableCell::from));
        }
    }
    rows.push(heads);
    for persona in &teller.journey.personas {
        let mut cells = vec![TableCell::from(persona.name.get(teller.code()))];
        for world in std::iter::once(today).chain(what_if) {
            let its = world.by_persona.get(&persona.id);
            let count = |of: fn(&Outcome) -> u64| TableCell::from(its.map(|its| of(its) as f64));
            cells.extend([count(|its| its.arrived), count(|its| its.bought), count(|its| its.left)]);
            cells.extend(three(its.and_then(|its| its.figures.conversion)));
            cells.extend(three(its.and_then(|its| its.figures.churn)));
        }
        rows.push(cells);
    }
    TakenTable { file: "personas", title: say!(teller, tables.personas), rows }
}

/// The mood [prices] after each link before the purchase, and after each period from then on.
fn mood(teller: &Teller, work: &Project, report: &Report) -> TakenTable {
    let mut rows = head(teller, report.customers, report.seed);
    let (today, what_if) = worlds(work, report);
    let mut heads: Vec<TableCell> = vec![say!(teller, tables.after).into()];
    heads.extend(called(teller, what_if).into_iter().map(|world| {
        TableCell::Text(format!("{} ({world})", say!(teller, tables.mood_in, prices = unit::prices(teller))))
    }));
    rows.push(heads);
    let worlds = || std::iter::once(today).chain(what_if);
    for link in teller.journey.links().filter(|link| worlds().any(|world| world.mood_by_link.contains_key(*link))) {
        let mut cells = vec![plain_name(teller, link)];
        cells.extend(worlds().map(|world| TableCell::from(world.mood_by_link.get(link).copied())));
        rows.push(cells);
    }
    for period in 0..today.mood_by_tenure.len() {
        let mut cells = vec![TableCell::Text(phrase::capital(&unit::numbered(teller, period as u64 + 1)))];
        cells.extend(worlds().map(|world| TableCell::from(world.mood_by_tenure.get(period).copied())));
        rows.push(cells);
    }
    TakenTable { file: "mood", title: say!(teller, tables.mood), rows }
}
