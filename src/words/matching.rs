//! Does today match: the company's own figures beside those that are simulated, in words.

use super::typed::NumberKind;
use super::{Teller, data, goal, number, unit};
use crate::analysis::Estimate;
use crate::analysis::records::{Judged, JudgedFigure, judged_in};
use crate::analysis::studies::Goal;
use crate::model::{Field, KeptCheck, OwnCount, OwnFigure};
use crate::say;

/// What is found; `None` where nothing was said that can be compared.
pub fn finding(teller: &Teller, judged: &[Judged]) -> Option<String> {
    let (all, missed) = (judged.len(), judged.iter().filter(|one| !one.is_hit).count());
    let n = teller.count(all as u64);
    Some(match (all, missed) {
        (0, _) => return None,
        (1, 0) => say!(teller, matching.yes_one).to_owned(),
        (1, _) => say!(teller, matching.no_only).to_owned(),
        (_, 0) => say!(teller, matching.yes, n = n),
        (_, 1) => say!(teller, matching.no_one, n = n),
        _ => say!(teller, matching.no, n = n, missed = teller.count(missed as u64)),
    })
}

/// What a figure is called, with those it is counted of.
pub fn name(teller: &Teller, figure: OwnFigure) -> String {
    match figure {
        OwnFigure::Conversion => say!(teller, matching.of.conversion).to_owned(),
        OwnFigure::Churn => say!(teller, matching.of.churn, period = unit::period(teller)),
        OwnFigure::Retention12 => say!(teller, matching.of.retention, time = unit::periods(teller, 12)),
        OwnFigure::Recommendation => say!(teller, matching.of.recommendation).to_owned(),
        OwnFigure::Complaints => say!(teller, matching.of.complaints, period = unit::period(teller)),
        OwnFigure::Days => say!(teller, matching.of.days).to_owned(),
        OwnFigure::Revenue => say!(teller, matching.of.revenue, time = unit::horizon(teller)),
    }
}

/// How a figure is typed.
pub fn kind(teller: &Teller, figure: OwnFigure) -> NumberKind {
    match figure {
        OwnFigure::Recommendation | OwnFigure::Complaints => NumberKind::plain(teller.language, figure.bounds()),
        OwnFigure::Days => NumberKind::lever(teller, Field::Days, figure.bounds()),
        OwnFigure::Revenue => NumberKind::money(teller, figure.bounds()),
        _ => NumberKind::share(teller.language, figure.bounds()),
    }
}

/// What is simulated of a figure, and where the company's own may lie.
pub fn simulated(teller: &Teller, figure: OwnFigure, simulated: Option<Estimate>, judged: Option<&Judged>) -> String {
    let Some(Estimate { value, low, high }) = simulated else {
        let is_beyond = figure == OwnFigure::Retention12 && teller.journey.horizon < 12;
        return if is_beyond {
            say!(teller, matching.beyond, time = unit::horizon(teller))
        } else {
            say!(teller, matching.nobody).to_owned()
        };
    };
    let (low, high) = judged.map_or((low, high), |one| (one.low, one.high));
    let level = |value: f64| level(teller, &JudgedFigure::Own(figure), value);
    say!(teller, matching.simulated, level = level(value), low = level(low), high = level(high))
}

/// Whether the company's own figure lies there; nothing where none is said.
pub fn verdict(teller: &Teller, judged: Option<&Judged>) -> String {
    match judged {
        None => "",
        Some(one) if one.is_hit => say!(teller, matching.hit),
        Some(one) if one.came < one.said => say!(teller, matching.more),
        Some(_) => say!(teller, matching.less),
    }
    .to_owned()
}

/// Of how many a figure was counted, where that is known.
pub fn counted(teller: &Teller, own: OwnCount) -> Option<String> {
    own.of.map(|of| say!(teller, matching.counted, n = teller.count(of as u64)))
}

/// That a figure was counted over another time than customers are followed for, where that is so.
pub fn anew(teller: &Teller, own: OwnCount) -> Option<String> {
    let over = own.over.filter(|_| !own.is_over(teller.journey.horizon))?;
    Some(say!(teller, matching.anew, time = unit::periods(teller, u64::from(over)), now = unit::horizon(teller)))
}

/// What makes a figure what it is, for whoever wants today to match.
pub fn way(teller: &Teller, figure: OwnFigure) -> &'static str {
    match figure {
        OwnFigure::Conversion => say!(teller, matching.way.conversion),
        OwnFigure::Churn | OwnFigure::Retention12 => say!(teller, matching.way.staying),
        OwnFigure::Recommendation => say!(teller, matching.way.recommendation),
        OwnFigure::Complaints => say!(teller, matching.way.complaints),
        OwnFigure::Days => say!(teller, matching.way.days),
        OwnFigure::Revenue => say!(teller, matching.way.revenue),
    }
}

/// A comparison that was kept: its day, how many figures came where they were predicted, and which did not.
pub fn check(teller: &Teller, check: &KeptCheck) -> Vec<String> {
    let judged = judged_in(check);
    let (hit, n) = came(teller, &judged);
    let missed = judged.iter().filter(|one| !one.is_hit).map(|one| {
        let level = |value: f64| level(teller, &one.figure, value);
        say!(
            teller,
            matching.missed,
            figure = called(teller, &one.figure),
            came = level(one.came),
            said = level(one.said),
            low = level(one.low),
            high = level(one.high)
        )
    });
    [say!(teller, matching.check, day = &check.on, hit = hit, n = n)].into_iter().chain(missed).collect()
}

/// How many figures of all comparisons came where they were predicted.
pub fn together(teller: &Teller, checks: &[KeptCheck]) -> String {
    let judged: Vec<Judged> = checks.iter().flat_map(judged_in).collect();
    let (hit, n) = came(teller, &judged);
    say!(teller, matching.together, hit = hit, n = n)
}

/// A figure of a comparison by its name.
fn called(teller: &Teller, figure: &JudgedFigure) -> String {
    match figure {
        JudgedFigure::Own(figure) => name(teller, *figure),
        JudgedFigure::Strength(_) | JudgedFigure::Staying(_) => data::judged(teller.language, figure),
    }
}

fn came(teller: &Teller, judged: &[Judged]) -> (String, String) {
    let hit = judged.iter().filter(|one| one.is_hit).count();
    (teller.count(hit as u64), teller.count(judged.len() as u64))
}

/// A level of a figure, in its own unit.
pub(super) fn level(teller: &Teller, figure: &JudgedFigure, value: f64) -> String {
    match figure {
        JudgedFigure::Own(OwnFigure::Revenue) => number::money(teller.language, value, teller.currency()),
        JudgedFigure::Own(OwnFigure::Days | OwnFigure::Recommendation) => number::decimal(teller.language, value, 1),
        JudgedFigure::Own(OwnFigure::Complaints) => number::decimal(teller.language, value, 2),
        _ => goal::level(teller, Goal::Conversion, value),
    }
}
