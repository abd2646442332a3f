//! Tables to take away, with heads in the language of the page and true numbers.

use super::{Teller, goal, outcome, phrase, unit};
use crate::analysis::studies::Ranking;
use crate::analysis::{Estimate, Fate, Outcome, Report, Trail, TrailStep};
use crate::app::{Project, Trails, is_changed, outcomes};
use crate::model::LinkId;
use crate::say;
use std::collections::BTreeMap;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum TableCell {
    Empty,
    Text(String),
    Number(f64),
}

impl From<&str> for TableCell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for TableCell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Option<f64>> for TableCell {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

/// A table with its title.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenTable {
    /// The name of its file without its ending.
    pub file: &'static str,
    pub title: &'static str,
    pub rows: Vec<Vec<TableCell>>,
}

/// All tables of what the page shows; `report` is the newest.
pub fn all(teller: &Teller, work: &Project, report: &Report, ranking: Option<&Ranking>) -> Vec<TakenTable> {
    let ranking = ranking.map(|ranking| ranked(teller, ranking));
    [
        Some(figures(teller, work, report)),
        Some(by_link(teller, work, report)),
        Some(staying(teller, work, report)),
        ranking,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What every table begins with: of what it is, so that it can be made again.
fn head(teller: &Teller, report: &Report) -> Vec<Vec<TableCell>> {
    let journey = teller.journey.name.get(teller.code()).to_owned();
    let visitors = say!(teller, tables.visitors);
    let seed = say!(teller, tables.seed);
    vec![
        vec![journey.into()],
        vec![
            visitors.into(),
            TableCell::Number(report.customers as f64),
            seed.into(),
            TableCell::Number(report.seed as f64),
        ],
        Vec::new(),
    ]
}

/// The worlds that there are: today, and what-if where something is changed.
fn worlds<'a>(work: &Project, report: &'a Report) -> (&'a Outcome, Option<&'a Outcome>) {
    (&report.today, report.what_if.as_ref().filter(|_| is_changed(work)))
}

fn figures(teller: &Teller, work: &Project, report: &Report) -> TakenTable {
    let mut rows = head(teller, report);
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
        let three = |estimate: Option<Estimate>| {
            let of = |value: fn(&Estimate) -> f64| TableCell::from(estimate.as_ref().map(value));
            [of(|e| e.value), of(|e| e.low), of(|e| e.high)]
        };
        let mut cells = vec![TableCell::Text(outcome::name(teller, row.kind))];
        cells.extend(three(row.today));
        cells.extend(three(row.now.filter(|_| is_changed)));
        cells.extend(three(row.difference));
        rows.push(cells);
    }
    TakenTable { file: "figures", title: say!(teller, tables.figures), rows }
}

fn by_link(teller: &Teller, work: &Project, report: &Report) -> TakenTable {
    let mut rows = head(teller, report);
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
    let mut rows = head(teller, report);
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

fn ranked(teller: &Teller, ranking: &Ranking) -> TakenTable {
    let customers = say!(teller, tables.visitors);
    let mut rows = vec![
        vec![teller.journey.name.get(teller.code()).into()],
        vec![
            customers.into(),
            TableCell::Number(ranking.customers as f64),
            say!(teller, tables.seed).into(),
            TableCell::Number(ranking.seed as f64),
        ],
        Vec::new(),
    ];
    let effect =
        format!("{}: {}", goal::capital(teller, ranking.outcome), phrase::small(say!(teller, tables.difference)));
    let heads = [say!(teller, tables.link).to_owned(), say!(teller, tables.strength).to_owned(), effect];
    let bounds =
        [say!(teller, tables.low), say!(teller, tables.high), say!(teller, tables.at_most)].map(TableCell::from);
    rows.push(heads.map(TableCell::from).into_iter().chain(bounds).collect());
    for link in &ranking.links {
        let of = |value: fn(&Estimate) -> f64| TableCell::from(link.effect.as_ref().map(value));
        let most = TableCell::from(link.ceiling.map(|ceiling| ceiling.value));
        rows.push(vec![
            plain_name(teller, &link.id),
            TableCell::Number(link.strength),
            of(|e| e.value),
            of(|e| e.low),
            of(|e| e.high),
            most,
        ]);
    }
    TakenTable { file: "ranking", title: say!(teller, tables.ranking), rows }
}

/// Simulated customers one by one, as far as they are drawn: whose they are, how far they came, and at which link it ended.
pub fn lived(teller: &Teller, work: &Project, trails: &Trails) -> TakenTable {
    let journey = teller.journey.name.get(teller.code()).to_owned();
    let mut rows = vec![
        vec![journey.into()],
        vec![say!(teller, tables.seed).into(), TableCell::Number(work.seed as f64)],
        Vec::new(),
    ];
    let links: Vec<&LinkId> = teller.journey.links().collect();
    let named = |at: u16| links.get(usize::from(at)).map_or(TableCell::Empty, |link| plain_name(teller, link));
    let columns = [
        say!(teller, tables.fate),
        say!(teller, tables.met),
        say!(teller, tables.failed),
        say!(teller, tables.periods),
        say!(teller, tables.ended_at),
    ];
    let what_if = trails.what_if.as_ref().filter(|_| is_changed(work));
    let mut heads: Vec<TableCell> =
        [say!(teller, tables.customer), say!(teller, tables.persona), say!(teller, tables.first)]
            .map(TableCell::from)
            .into();
    for world in [Some(say!(teller, tables.today)), what_if.map(|_| say!(teller, tables.now))].into_iter().flatten() {
        heads.extend(columns.map(|column| TableCell::Text(format!("{column} ({})", phrase::small(world)))));
    }
    rows.push(heads);
    let one = |trail: &Trail| {
        let count =
            |is: fn(&TrailStep) -> bool| TableCell::Number(trail.steps.iter().filter(|step| is(step)).count() as f64);
        let fate = match trail.fate {
            Fate::Dropped => say!(teller, tables.fate_dropped),
            Fate::Left => say!(teller, tables.fate_left),
            Fate::Stays => say!(teller, tables.fate_stays),
        };
        let ended = trail.steps.last().map_or(TableCell::Empty, |last| match last {
            TrailStep::Dropped { link } | TrailStep::Left { link: Some(link) } => named(*link),
            TrailStep::Left { link: None } => say!(teller, tables.price).into(),
            _ => TableCell::Empty,
        });
        [
            fate.into(),
            count(|step| matches!(step, TrailStep::Held { .. } | TrailStep::Failed { .. })),
            count(|step| matches!(step, TrailStep::Failed { .. })),
            count(|step| matches!(step, TrailStep::Began)),
            ended,
        ]
    };
    for (at, trail) in trails.today.iter().enumerate() {
        let persona = teller.journey.personas.get(usize::from(trail.persona));
        let mut cells = vec![
            TableCell::Number((at + 1) as f64),
            persona.map_or(TableCell::Empty, |persona| persona.name.get(teller.code()).into()),
            named(trail.entry),
        ];
        cells.extend(one(trail));
        cells.extend(what_if.and_then(|trails| trails.get(at)).into_iter().flat_map(one));
        rows.push(cells);
    }
    TakenTable { file: "customers", title: say!(teller, tables.customers), rows }
}

/// A link's name as it stands in a cell.
fn plain_name(teller: &Teller, link: &LinkId) -> TableCell {
    TableCell::Text(teller.journey.link_name(link, teller.code()))
}
