//! The strain test in words. Levels are the outcome by strain: (strain, outcome).

use super::{Teller, goal, number};
use crate::analysis::Estimate;
use crate::analysis::studies::{StrainTest, UnderStrain};
use crate::app::{GivesWay, Language, gives_way};
use crate::model::LinkId;
use crate::say;

/// Links that are named for each strain.
const NAMED: usize = 3;

/// A strain [≥ 0].
pub fn strain(language: Language, strain: f64) -> String {
    number::decimal(language, strain, 1)
}

/// The finding.
pub fn finding(teller: &Teller, test: &StrainTest) -> String {
    let most = test.points.last().map_or(0.0, |p| p.strain);
    let Some(GivesWay { strain: at, first: (link, cost), close }) = gives_way(test) else {
        return say!(teller, straining.none, strain = strain(teller.language, most));
    };
    let by = goal::size(teller, test.outcome, cost.value);
    let (link, at, outcome) = (teller.link_name(&link), strain(teller.language, at), goal::the(teller, test.outcome));
    match close {
        None => say!(teller, straining.title, link = link, strain = at, by = by, outcome = outcome),
        Some((second, also)) => say!(
            teller,
            straining.title_close,
            link = link,
            second = teller.link_name(&second),
            strain = at,
            by = by,
            also = goal::size(teller, test.outcome, also.value),
            outcome = outcome
        ),
    }
}

/// How sure it is; empty where nothing could be counted.
pub fn sure(teller: &Teller, test: &StrainTest, levels: &[(f64, f64)]) -> String {
    let (Some((_, from)), Some((most, to))) = (levels.first(), levels.last()) else { return String::new() };
    let level = |value: &f64| goal::level(teller, test.outcome, *value);
    let change = test.points.last().and_then(|p| p.change);
    let noise = change.map_or_else(String::new, |c| match c.noise() {
        Some(_) => format!("±{}", goal::spread(teller, test.outcome, &c)),
        None => goal::spread(teller, test.outcome, &c),
    });
    let outcome = goal::the(teller, test.outcome);
    let all = say!(
        teller,
        straining.sure,
        strain = strain(teller.language, *most),
        outcome = outcome,
        from = level(from),
        to = level(to),
        noise = noise
    );
    let half = test.halves.first().map(|h| {
        say!(teller, straining.half, link = teller.link_name(&h.id), strain = strain(teller.language, h.strain))
    });
    [Some(all), half].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What stands in the drawing where links give way.
pub fn turn(teller: &Teller, gives_way: &GivesWay) -> String {
    let first = teller.link_name(&gives_way.first.0);
    match &gives_way.close {
        None => say!(teller, straining.gives_way, link = first),
        Some((second, _)) => say!(teller, straining.give_way, link = first, second = teller.link_name(second)),
    }
}

/// The drawing in one sentence.
pub fn label(teller: &Teller, test: &StrainTest, levels: &[(f64, f64)]) -> String {
    let one = |(at, value): &(f64, f64)| {
        let value = goal::level(teller, test.outcome, *value);
        say!(teller, straining.label_one, value = value, strain = strain(teller.language, *at))
    };
    let list = levels.iter().map(one).collect::<Vec<_>>().join(", ");
    say!(teller, straining.label, outcome = goal::capital(teller, test.outcome), list = list)
}

/// What costs most under a strain, where noise does not explain it.
pub fn costs(teller: &Teller, test: &StrainTest, point: &UnderStrain) -> String {
    let tells = point.links.iter().filter_map(|l| Some((&l.id, l.costs.filter(|e| e.low > 0.0)?)));
    let one = |(id, cost): (&LinkId, Estimate)| {
        let by = goal::size(teller, test.outcome, cost.value);
        say!(teller, straining.cost_one, link = teller.link_name(id), by = by)
    };
    tells.take(NAMED).map(one).collect::<Vec<_>>().join(", ")
}
