//! Simulated customers one by one.

use super::table::{TableCell, TakenTable, head, plain_name};
use crate::analysis::{Fate, Trail, TrailStep};
use crate::app::{Project, Trails, is_changed};
use crate::model::LinkId;
use crate::say;
use crate::words::{Teller, phrase};

/// Simulated customers one by one, as far as they are drawn: whose they are, how far they came, and at which link it ended.
pub fn lived(teller: &Teller, work: &Project, trails: &Trails) -> TakenTable {
    let mut rows = head(teller, trails.today.len() as u64, work.seed);
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
