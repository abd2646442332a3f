//! What many trials have found, as tables.

use super::table::{TableCell, TakenTable, change_of, head, named, plain_name, three, three_heads, three_of};
use crate::analysis::PRICE;
use crate::analysis::studies::{Budget, Chain, Goal, Ranking, Rescue, Split, StrainTest, Sure, Taken, TargetPlan};
use crate::app::{Project, StudyFindings};
use crate::say;
use crate::words::{Teller, gain, logic, phrase, race, sure};

/// After how many rows of the head what else is asked about can be said.
const HEADED: usize = 2;

/// A table of each finding that there is.
pub(super) fn all(teller: &Teller, work: &Project, findings: &StudyFindings) -> Vec<TakenTable> {
    let StudyFindings { ranking, budget, sure, chain, strain, rescue, split, taken, reach, best_option: _ } = findings;
    let known = [
        ranking.as_deref().map(|found| ranked(teller, found)),
        sure.as_deref().map(|found| best_link(teller, found)),
        sure.as_deref().map(|found| to_measure(teller, found)),
        strain.as_deref().map(|found| under_strain(teller, found)),
        strain.as_deref().map(|found| gives_way(teller, found)),
        chain.as_deref().map(|found| after_each_other(teller, found)),
        budget.as_deref().map(|found| unit_by_unit(teller, found)),
        budget.as_deref().map(|found| who_gets(teller, found)),
        taken.as_deref().map(|found| taken_away(teller, found)),
        reach.as_deref().map(|found| it_takes(teller, found)),
        split.as_deref().map(|found| proposals(teller, work, found)),
        rescue.as_deref().map(|found| rescued(teller, found)),
    ];
    // What has no rows under its heads has nothing to tell.
    known.into_iter().flatten().filter(|table| table.rows.last().is_some_and(|row| !row.is_empty())).collect()
}

fn ranked(teller: &Teller, ranking: &Ranking) -> TakenTable {
    let outcome = ranking.outcome;
    let mut rows = head(teller, ranking.customers, ranking.seed);
    let mut heads = vec![TableCell::from(say!(teller, tables.link)), say!(teller, tables.strength).into()];
    heads.extend(three_heads(teller, change_of(teller, outcome)));
    heads.push(say!(teller, tables.at_most).into());
    rows.push(heads);
    for link in &ranking.links {
        let mut cells = vec![plain_name(teller, &link.id), TableCell::Number(link.strength)];
        cells.extend(three_of(teller, outcome, link.effect));
        cells.extend(three_of(teller, outcome, link.ceiling).into_iter().take(1));
        rows.push(cells);
    }
    TakenTable { file: "ranking", title: say!(teller, tables.ranking), rows }
}

fn best_link(teller: &Teller, found: &Sure) -> TakenTable {
    let mut rows = head(teller, found.customers, found.seed);
    let mut heads: Vec<TableCell> = vec![say!(teller, tables.link).into()];
    heads.extend(
        [say!(teller, brief.best_in, of = found.worlds), say!(teller, tables.clearly_in, of = found.worlds)]
            .map(TableCell::from),
    );
    heads.push(change_of(teller, found.outcome).into());
    heads.extend([say!(teller, tables.tries_low), say!(teller, tables.tries_high)].map(TableCell::from));
    rows.push(heads);
    for link in &found.links {
        let mut cells = vec![plain_name(teller, &link.id)];
        cells.extend([link.best_in, link.clearly_in].map(|n| TableCell::Number(f64::from(n))));
        cells.extend(three_of(teller, found.outcome, link.effect));
        rows.push(cells);
    }
    TakenTable { file: "sure", title: say!(teller, tables.sure), rows }
}

fn to_measure(teller: &Teller, found: &Sure) -> TakenTable {
    let mut rows = head(teller, found.customers, found.seed);
    let mut heads = [
        say!(teller, tables.measured),
        say!(teller, tables.likely),
        say!(teller, tables.from),
        say!(teller, tables.to),
    ]
    .map(TableCell::from)
    .to_vec();
    heads.extend(three_heads(teller, change_of(teller, found.outcome)));
    rows.push(heads);
    for one in &found.measure {
        let mut cells = vec![TableCell::Text(sure::figure(teller, one))];
        cells.extend([one.likely, one.low, one.high].map(TableCell::Number));
        cells.extend(three_of(teller, found.outcome, one.swing));
        rows.push(cells);
    }
    if found.measure.is_empty() {
        rows.push(Vec::new());
    }
    TakenTable { file: "measure", title: say!(teller, tables.measure), rows }
}

fn under_strain(teller: &Teller, test: &StrainTest) -> TakenTable {
    let mut rows = head(teller, test.customers, test.seed);
    let mut heads = vec![TableCell::from(say!(teller, tables.strain))];
    heads.extend(three_heads(teller, named(teller, test.outcome)));
    heads.extend(three_heads(teller, change_of(teller, test.outcome)));
    rows.push(heads);
    for point in &test.points {
        let mut cells = vec![TableCell::Number(point.strain)];
        cells.extend(three_of(teller, test.outcome, point.level));
        cells.extend(three_of(teller, test.outcome, point.change));
        rows.push(cells);
    }
    TakenTable { file: "strain", title: say!(teller, tables.under_strain), rows }
}

fn gives_way(teller: &Teller, test: &StrainTest) -> TakenTable {
    let mut rows = head(teller, test.customers, test.seed);
    let mut heads = [say!(teller, tables.strain), say!(teller, tables.link), say!(teller, tables.holds)]
        .map(TableCell::from)
        .to_vec();
    let spared = format!("{}: {}", named(teller, test.outcome), say!(teller, tables.spared));
    heads.extend(three_heads(teller, spared));
    rows.push(heads);
    for point in &test.points {
        for link in &point.links {
            let mut cells =
                vec![TableCell::Number(point.strain), plain_name(teller, &link.id), TableCell::Number(link.holds)];
            cells.extend(three_of(teller, test.outcome, link.costs));
            rows.push(cells);
        }
    }
    TakenTable { file: "strained-links", title: say!(teller, tables.gives_way), rows }
}

fn after_each_other(teller: &Teller, found: &Chain) -> TakenTable {
    let mut rows = head(teller, found.customers, found.seed);
    let columns = [say!(teller, tables.feel), say!(teller, tables.mended), say!(teller, tables.then)];
    let mut heads = columns.map(TableCell::from).to_vec();
    for of in [say!(teller, tables.alone), say!(teller, tables.after_that), say!(teller, tables.more_after)] {
        heads.extend(three_heads(teller, format!("{of}: {}", phrase::small(&gain::counted_in(teller, found.outcome)))));
    }
    rows.push(heads);
    for feel in &found.feels {
        for pair in &feel.pairs {
            let mut cells = vec![TableCell::from(logic::feel(teller, feel))];
            cells.extend([&pair.first, &pair.then].map(|link| plain_name(teller, link)));
            for gives in [pair.gives.alone, pair.gives.after, pair.gives.more] {
                cells.extend(three(gives.map(|gives| gain::as_told(teller, found.outcome, gives))));
            }
            rows.push(cells);
        }
    }
    TakenTable { file: "chain", title: say!(teller, tables.chain), rows }
}

fn unit_by_unit(teller: &Teller, budget: &Budget) -> TakenTable {
    let mut rows = head(teller, budget.customers, budget.judged_by_seed);
    rows.insert(HEADED, vec![say!(teller, tables.unit_is).into(), TableCell::Number(budget.effort)]);
    let mut heads = vec![TableCell::from(say!(teller, tables.units))];
    for way in &budget.ways {
        let name = race::way_name(teller.language, way.way);
        heads.extend(three_heads(teller, format!("{} ({name})", change_of(teller, budget.outcome))));
    }
    rows.push(heads);
    for unit in 0..=budget.units as usize {
        let mut cells = vec![TableCell::Number(unit as f64)];
        for way in &budget.ways {
            cells.extend(three_of(teller, budget.outcome, way.curve.get(unit).copied().flatten()));
        }
        rows.push(cells);
    }
    TakenTable { file: "budget", title: say!(teller, tables.budget), rows }
}

fn who_gets(teller: &Teller, budget: &Budget) -> TakenTable {
    let mut rows = head(teller, budget.customers, budget.seed);
    rows.push(
        [say!(teller, race.way), say!(teller, tables.link), say!(teller, brief.effort)].map(TableCell::from).into(),
    );
    for way in &budget.ways {
        for spent in &way.spent {
            let name = race::way_name(teller.language, way.way);
            rows.push(vec![name.into(), plain_name(teller, &spent.link), TableCell::Number(spent.effort)]);
        }
    }
    TakenTable { file: "spent", title: say!(teller, tables.spent), rows }
}

fn taken_away(teller: &Teller, found: &Taken) -> TakenTable {
    let mut rows = head(teller, found.customers, found.seed);
    let mut heads = vec![TableCell::from(say!(teller, tables.link))];
    let costs = format!("{}: {}", say!(teller, tables.costs), phrase::small(&gain::counted_in(teller, found.outcome)));
    heads.extend(three_heads(teller, costs));
    rows.push(heads);
    for link in &found.links {
        let mut cells = vec![plain_name(teller, &link.id)];
        cells.extend(three(link.costs.map(|costs| gain::as_told(teller, found.outcome, costs))));
        rows.push(cells);
    }
    TakenTable { file: "taken", title: say!(teller, tables.taken), rows }
}

fn it_takes(teller: &Teller, found: &TargetPlan) -> TakenTable {
    let mut rows = head(teller, found.customers, found.checked_by_seed);
    rows.push([say!(teller, tables.link), say!(teller, brief.effort)].map(TableCell::from).into());
    rows.extend(found.spent.iter().map(|s| vec![plain_name(teller, &s.link), TableCell::Number(s.effort)]));
    if found.spent.is_empty() {
        rows.push(Vec::new());
    }
    TakenTable { file: "reach", title: say!(teller, tables.reach), rows }
}

fn proposals(teller: &Teller, work: &Project, split: &Split) -> TakenTable {
    let outcome: Goal = split.outcome;
    let mut rows = head(teller, split.customers, split.seed);
    let mut heads = vec![TableCell::from(say!(teller, tables.proposal)), say!(teller, brief.effort).into()];
    for of in [say!(teller, tables.by_itself), say!(teller, tables.part)] {
        heads.extend(three_heads(teller, format!("{} ({})", change_of(teller, outcome), phrase::small(of))));
    }
    rows.push(heads);
    for part in &split.parts {
        let proposal = work.proposals().find(|proposal| proposal.id == part.id);
        let name = proposal.map_or(say!(teller, proposals.edits), |proposal| proposal.name.get(teller.code()));
        let mut cells = vec![TableCell::from(name), TableCell::Number(part.effort)];
        // They are told so that more is better; here as differences.
        for gain in [part.alone, part.part] {
            cells.extend(three_of(teller, outcome, gain.map(|gain| outcome.gain(gain))));
        }
        rows.push(cells);
    }
    TakenTable { file: "proposals", title: say!(teller, tables.proposals), rows }
}

fn rescued(teller: &Teller, found: &Rescue) -> TakenTable {
    let mut rows = head(teller, found.customers, found.seed);
    let strengthened = vec![
        say!(teller, tables.mended).into(),
        plain_name(teller, &found.link),
        say!(teller, brief.effort).into(),
        TableCell::Number(found.effort),
    ];
    rows.insert(HEADED, strengthened);
    let columns = [say!(teller, tables.link), say!(teller, tables.more_drop), say!(teller, tables.more_leave)];
    rows.push(columns.map(TableCell::from).into());
    for fall in &found.falls {
        let name =
            if fall.id.as_str() == PRICE { say!(teller, tables.price).into() } else { plain_name(teller, &fall.id) };
        let numbers = [fall.dropped, fall.left].map(|n| TableCell::Number(n as f64));
        rows.push([name].into_iter().chain(numbers).collect());
    }
    TakenTable { file: "rescue", title: say!(teller, tables.rescue), rows }
}
