//! How sure the best link is, in words: by plausible worlds.

use super::{Teller, building, goal, lever, number, quality};
use crate::analysis::Z95;
use crate::analysis::studies::{Measure, Sure};
use crate::app::{BestIn, best_in, is_mostly_noise};
use crate::model::edit::{evidence_of, part_of};
use crate::model::{Field, Grounds, PartId};
use crate::say;

/// How near a count is to tell a strength [points], in 95 of 100 cases.
const WITHIN: f64 = 0.05;
/// Figures that are named after the first.
const THEN: usize = 3;

/// The finding.
pub fn finding(teller: &Teller, sure: &Sure) -> String {
    let name = |at: usize| sure.links.get(at).map_or_else(String::new, |l| teller.link_name(&l.id));
    let worlds = |at: usize| sure.links.get(at).map_or(0, |l| l.best_in);
    match worlds(0) {
        0 => say!(teller, sure.nothing).to_owned(),
        _ if sure.is_certain() => say!(teller, sure.certain).to_owned(),
        n if sure.too_close => {
            say!(teller, sure.too_close, first = name(0), n = n, of = sure.worlds, second = name(1), m = worlds(1))
        }
        n if is_mostly_noise(sure) && n == sure.worlds => {
            say!(teller, sure.noisy_all, link = name(0), of = sure.worlds, m = sure.noisy)
        }
        n if is_mostly_noise(sure) => {
            say!(teller, sure.noisy, link = name(0), n = n, of = sure.worlds, m = sure.noisy)
        }
        n => say!(teller, sure.title, n = n, of = sure.worlds, link = name(0)),
    }
}

/// A link and the worlds in which it is the best: "invoice, 41".
pub fn item(teller: &Teller, group: &BestIn) -> String {
    let name = match &group.link {
        Some(link) => teller.link_name(link),
        None if group.links == 1 => say!(teller, sure.others_one).to_owned(),
        None => say!(teller, sure.others, n = group.links),
    };
    say!(teller, sure.item, link = name, n = group.worlds)
}

/// What to measure first, and what is known of it. `None` where nothing is uncertain.
pub fn measure(teller: &Teller, sure: &Sure) -> Option<(String, Option<String>)> {
    let first = sure.measure.first()?;
    let value = |v| match first.figure {
        Field::Strength => number::short_percent(teller.language, v),
        figure if first.persona.is_some() => quality::value(teller, figure, v),
        figure => lever::value(teller, figure, v),
    };
    let outcome = goal::the(teller, sure.outcome);
    let swing = first.swing.map(|swing| {
        let by = goal::size(teller, sure.outcome, swing.value);
        say!(teller, sure.swing, low = value(first.low), high = value(first.high), outcome = outcome, by = by)
    });
    Some((measure_this(teller, first), swing))
}

/// How many counted cases tell a strength that is to be measured first; `None` for another figure, which no count of cases
/// tells.
pub fn cases(teller: &Teller, sure: &Sure) -> Option<String> {
    let first = sure.measure.first().filter(|measure| measure.figure == Field::Strength)?;
    // Where it may be one half, so many are needed; a range that does not reach there needs fewer.
    let widest = 0.5_f64.clamp(first.low, first.high);
    let exact = widest * (1.0 - widest) * (Z95 / WITHIN) * (Z95 / WITHIN);
    let n = number::count(teller.language, ((exact / 10.0).ceil() * 10.0) as u64);
    (exact > 0.0).then(|| say!(teller, sure.cases, n = n, points = number::whole(teller.language, WITHIN * 100.0)))
}

/// What most hangs on after it, and what those figures stand on.
pub fn then(teller: &Teller, sure: &Sure) -> Option<String> {
    let others = sure.measure.iter().skip(1).filter(|measure| measure.swing.is_some_and(|swing| swing.tells()));
    let one = |measure: &Measure| {
        let grounds = building::grounds(teller.language, grounds_of(teller, measure));
        let figure = match measure.figure {
            // Among other figures a link's name alone would say nothing.
            Field::Strength => {
                let lever = lever::lower_name(teller.language, Field::Strength);
                say!(teller, levers.of, link = teller.link_name(&measure.id), lever = lever)
            }
            _ => figure(teller, measure),
        };
        say!(teller, sure.then_one, figure = figure, grounds = grounds)
    };
    let list: Vec<String> = others.take(THEN).map(one).collect();
    (!list.is_empty()).then(|| say!(teller, sure.then, list = list.join("; ")))
}

/// What a figure stands on; where nobody says, it is a guess.
fn grounds_of(teller: &Teller, measure: &Measure) -> Grounds {
    let journey = &teller.journey;
    let part = match &measure.persona {
        Some(persona) => PartId::Persona(persona.clone()),
        None => part_of(journey, &measure.id),
    };
    let evidence = evidence_of(journey, &part).and_then(|all| all.get(&measure.figure));
    evidence.map_or(Grounds::Assumption, |evidence| evidence.grounds)
}

/// The call to measure a figure first.
pub fn measure_this(teller: &Teller, measure: &Measure) -> String {
    match measure.figure {
        Field::Strength => say!(teller, sure.measure, link = teller.link_name(&measure.id)),
        _ => say!(teller, sure.measure_figure, figure = figure(teller, measure)),
    }
}

/// What a figure is called: "Invoice", "Invoice, pain", "Amir, memory".
pub fn figure(teller: &Teller, measure: &Measure) -> String {
    match &measure.persona {
        None => lever::of_link(teller, &measure.id, measure.figure),
        Some(persona) => quality::of_persona(teller, persona, measure.figure),
    }
}

/// How much is uncertain.
pub fn uncertain(teller: &Teller, sure: &Sure) -> String {
    if sure.is_certain() {
        say!(teller, sure.no_ranges).to_owned()
    } else {
        say!(teller, sure.sure, n = teller.count(sure.uncertain), m = teller.count(sure.guesses))
    }
}

/// The picture in one sentence.
pub fn label(teller: &Teller, sure: &Sure) -> String {
    let items: Vec<String> = best_in(sure).iter().map(|group| item(teller, group)).collect();
    say!(teller, sure.label, of = sure.worlds, list = items.join("; "))
}

/// In how many worlds noise may have decided.
pub fn hollow(teller: &Teller, sure: &Sure) -> String {
    match sure.noisy {
        0 => say!(teller, sure.no_hollow).to_owned(),
        n => say!(teller, sure.hollow, n = n, of = sure.worlds),
    }
}
