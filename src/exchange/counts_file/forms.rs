//! The two forms of counts: a row for each step, or one for each way from a step to the next.

use super::columns::CountsColumns;
use super::rows::{CountedRow, CountedRows, counted_rows};
use crate::exchange::table::ReadTable;
use crate::model::Stage;
use crate::model::data::{
    CountedJourney, CountedKind, CountedMove, CountedStep, DecimalSign, LeftOutWhy, RowsRead, Tries,
};
use std::collections::BTreeMap;

fn step_named(name: &str) -> CountedStep {
    CountedStep {
        name: name.to_owned(),
        stage: Stage::Before,
        begun: 0,
        reached: 0,
        tries: Tries::default(),
        again: 0,
        open: 0,
        days: None,
        per_day: None,
        is_strength_known: false,
    }
}

/// One row for each step, in their order: those who came to the next are those who went on.
pub(super) fn by_step(
    table: &ReadTable,
    columns: &CountsColumns,
    sign: Option<DecimalSign>,
    rows: &mut RowsRead,
) -> (CountedJourney, Vec<String>) {
    let reached_in = |row: &CountedRow| if columns.count.is_some() { row.reached } else { row.went };
    let check = |row: &CountedRow| {
        if row.step.is_empty() {
            return Err(LeftOutWhy::NoStep);
        }
        let reached = reached_in(row).ok_or(LeftOutWhy::NoCount)?;
        let (open, went) = (row.open.unwrap_or(0), row.went.unwrap_or(0));
        if open > reached || (columns.count.is_some() && went > reached - open) {
            return Err(LeftOutWhy::MoreThanCame);
        }
        Ok(())
    };
    let CountedRows { rows: said, periods, of_kinds } = counted_rows(table, columns, sign, rows, check);
    let step = |row: &CountedRow| CountedStep {
        reached: reached_in(row).unwrap_or(0),
        open: row.open.unwrap_or(0),
        again: row.again.unwrap_or(0),
        days: row.days,
        ..step_named(&row.step)
    };
    let mut steps: Vec<CountedStep> = said.iter().map(step).collect();
    let mut moves = Vec::new();
    for n in 0..steps.len() {
        let known = steps[n].reached.saturating_sub(steps[n].open);
        let next = steps.get(n + 1).map(|next| next.reached);
        let went = match (said[n].went, said[n].ended) {
            (Some(went), _) if columns.count.is_some() => Some(went),
            (_, Some(ended)) => known.checked_sub(ended),
            _ => next,
        };
        // What follows a step that nobody came to is not known, and what has no step after it neither.
        if let Some(held) = went.filter(|went| *went <= known && known > 0) {
            steps[n].tries = Tries { held, failed: known - held };
            steps[n].is_strength_known = true;
        }
        // Nobody tries again who has not failed.
        steps[n].again = steps[n].again.min(steps[n].tries.failed);
        if n + 1 < steps.len() {
            let taken = went.unwrap_or(0).min(known);
            moves.push(CountedMove { from: n, to: n + 1, taken, tries: None, again: 0, days: None });
        }
    }
    let mut kinds: Vec<CountedKind> = Vec::new();
    if let Some(first) = steps.first_mut() {
        first.begun = first.reached;
        let called = first.name.to_lowercase();
        let many = steps.len();
        for (name, _, reached) in of_kinds.into_iter().filter(|(_, step, _)| step.to_lowercase() == called) {
            let known = kinds.iter().position(|kind| kind.name == name).unwrap_or_else(|| {
                kinds.push(CountedKind { name, begun: vec![0; many] });
                kinds.len() - 1
            });
            kinds[known].begun[0] += reached;
        }
    }
    (CountedJourney { steps, moves, kinds, ..CountedJourney::default() }, periods)
}

/// One row for each way, and one for each step with those for whom nothing came next.
pub(super) fn by_way(
    table: &ReadTable,
    columns: &CountsColumns,
    sign: Option<DecimalSign>,
    rows: &mut RowsRead,
) -> (CountedJourney, Vec<String>) {
    let check = |row: &CountedRow| {
        let is_step = row.next.is_empty();
        if is_step || row.went.or(row.reached).is_some() { Ok(()) } else { Err(LeftOutWhy::NoCount) }
    };
    let said = counted_rows(table, columns, sign, rows, check);
    let mut counted = CountedJourney::default();
    let number = |counted: &mut CountedJourney, name: &str| match counted.steps.iter().position(|s| s.name == name) {
        Some(at) => at,
        None => {
            counted.steps.push(step_named(name));
            counted.steps.len() - 1
        }
    };
    let mut begins = false;
    // How many of each kind of customer begin at each step.
    let mut kinds: BTreeMap<String, BTreeMap<usize, u64>> = BTreeMap::new();
    for row in &said.rows {
        let (ended, again) = (row.ended.unwrap_or(0), row.again.unwrap_or(0));
        let taken = row.went.or(row.reached).unwrap_or(0);
        if row.step.is_empty() {
            let at = number(&mut counted, &row.next);
            counted.steps[at].begun += taken;
            begins = true;
            if !row.kind.is_empty() {
                *kinds.entry(row.kind.clone()).or_default().entry(at).or_default() += taken;
            }
        } else if row.next.is_empty() {
            let at = number(&mut counted, &row.step);
            let step = &mut counted.steps[at];
            (step.open, step.again, step.days) = (row.open.unwrap_or(0), again, row.days);
            step.reached = row.reached.unwrap_or(0);
            // Until the ways are added, those who failed.
            (step.tries.failed, step.is_strength_known) = (step.tries.failed + ended + again, true);
        } else {
            let (from, to) = (number(&mut counted, &row.step), number(&mut counted, &row.next));
            if from == to {
                counted.steps[from].again += taken;
                counted.steps[from].tries.failed += taken;
            } else {
                let failed = ended + again;
                let tries = (failed > 0 || row.again.is_some()).then_some(Tries { held: taken, failed });
                // Who fails on the way has left the step before it all the same.
                let set_out = taken + ended;
                counted.steps[from].tries.held += set_out;
                counted.moves.push(CountedMove { from, to, taken: set_out, tries, again, days: row.days });
            }
        }
    }
    for at in 0..counted.steps.len() {
        let came: u64 = counted.moves.iter().filter(|m| m.to == at).map(|m| m.tries.map_or(m.taken, |t| t.held)).sum();
        let step = &mut counted.steps[at];
        // Who came, neither failed nor is open, and was not seen to go on, held all the same: at the last step everybody.
        step.tries.held += step.reached.saturating_sub(step.tries.all() + step.open);
        step.reached = step.tries.all() + step.open;
        step.is_strength_known = step.tries.all() > 0;
        if !begins {
            step.begun = (step.reached - step.again.min(step.reached)).saturating_sub(came);
        }
    }
    let steps = counted.steps.len();
    let kind = |(name, begun): (String, BTreeMap<usize, u64>)| {
        let begun = (0..steps).map(|at| begun.get(&at).copied().unwrap_or(0)).collect();
        CountedKind { name, begun }
    };
    counted.kinds = kinds.into_iter().map(kind).collect();
    (counted, said.periods)
}
