//! The sentence of the page, and the line under it, with their marks (see `phrase`).

use super::phrase::plain;
use super::{Teller, number, unit};
use crate::analysis::Report;
use crate::app::{Cause, Effect, FACTS_OF, InAll, Sentence, Share, in_all as in_all_of};
use crate::model::{Field, LinkId};
use crate::say;

/// The sentence as it is announced, with the line under it.
pub fn spoken(teller: &Teller, sentence: &Sentence, report: Option<&Report>) -> String {
    format!("{} {}", plain(&headline(teller, sentence)), under(teller, sentence, report)).trim_end().to_owned()
}

/// The headline, with its marks.
pub fn headline(teller: &Teller, sentence: &Sentence) -> String {
    let count = |n: u64| teller.count(n);
    match sentence {
        Sentence::NobodyBuys => say!(teller, headline.nobody_buys).to_owned(),
        Sentence::Today { buy, remain, periods } => {
            let time = unit::periods(teller, u64::from(*periods));
            let come = match buy.count {
                1 => say!(teller, headline.come_one, of = count(buy.of)),
                n => say!(teller, headline.come, of = count(buy.of), buy = count(n)),
            };
            let left = match *remain {
                0 => say!(teller, headline.left_none, time = time),
                1 => say!(teller, headline.left_one, time = time),
                n => say!(teller, headline.left, time = time, n = count(n)),
            };
            format!("{come} {left}")
        }
        Sentence::WhatIf { cause, effect, .. } => {
            let cause = cause_of(teller, cause);
            match *effect {
                Effect::TooClose => say!(teller, headline.too_close, cause = cause),
                Effect::Later(by) => say!(teller, headline.later, cause = cause, days = tenths(teller, by.tenths)),
                Effect::Sooner(by) => say!(teller, headline.sooner, cause = cause, days = tenths(teller, by.tenths)),
                Effect::Same => say!(teller, headline.same, cause = cause),
                Effect::Arrivals => say!(teller, headline.arrivals, cause = cause),
                Effect::Stay(s) if s.count == 1 => say!(teller, headline.stay_one, cause = cause, of = count(s.of)),
                Effect::Stay(s) => say!(teller, headline.stay, cause = cause, n = count(s.count), of = count(s.of)),
                Effect::Leave(s) if s.count == 1 => say!(teller, headline.leave_one, cause = cause, of = count(s.of)),
                Effect::Leave(s) => say!(teller, headline.leave, cause = cause, n = count(s.count), of = count(s.of)),
                Effect::Buy(s) if s.count == 1 => say!(teller, headline.buy_one, cause = cause, of = count(s.of)),
                Effect::Buy(s) => say!(teller, headline.buy, cause = cause, n = count(s.count), of = count(s.of)),
                Effect::DropOut(s) if s.count == 1 => say!(teller, headline.drop_one, cause = cause, of = count(s.of)),
                Effect::DropOut(s) => say!(teller, headline.drop, cause = cause, n = count(s.count), of = count(s.of)),
            }
        }
    }
}

/// Tenths of a day as days.
fn tenths(teller: &Teller, tenths: u64) -> String {
    number::decimal(teller.language, tenths as f64 / 10.0, 1)
}

/// What is behind an effect, with its marks, to begin a sentence with.
pub fn cause_of(teller: &Teller, cause: &Cause) -> String {
    match cause {
        Cause::Stronger(link) => match ends(teller, link) {
            Some((from, to)) => say!(teller, headline.stronger_handover, from = from, to = to),
            None => say!(teller, headline.stronger, link = plain(&teller.link_name(link))),
        },
        Cause::Weaker(link) => match ends(teller, link) {
            Some((from, to)) => say!(teller, headline.weaker_handover, from = from, to = to),
            None => say!(teller, headline.weaker, link = plain(&teller.link_name(link))),
        },
        Cause::Lever { link, lever, more } => of_lever(teller, link, *lever, *more),
        Cause::PriceUp => say!(teller, headline.price_up).to_owned(),
        Cause::PriceDown => say!(teller, headline.price_down).to_owned(),
        Cause::Proposal(name) => {
            say!(teller, proposals.cause, name = plain(&teller.named(name)))
        }
        Cause::Persona(persona) => say!(teller, qualities.cause, name = plain(&teller.first_name(persona))),
        Cause::Strain => say!(teller, headline.strain).to_owned(),
        Cause::Arrivals => say!(teller, dashboards.cause_arrivals).to_owned(),
        Cause::Echo => say!(teller, dashboards.cause_echo).to_owned(),
        Cause::Several(n) => say!(teller, headline.several, n = teller.count(*n)),
    }
}

/// What another lever than the strength does, where it stands.
fn of_lever(teller: &Teller, link: &LinkId, lever: Field, more: bool) -> String {
    let place = match ends(teller, link) {
        Some((from, to)) => say!(teller, levers.on_the_way, from = from, to = to),
        None => say!(teller, levers.at, link = plain(&teller.link_name(link))),
    };
    let name = || plain(&teller.link_name(link));
    match (lever, more) {
        (Field::Strength, true) => say!(teller, headline.stronger, link = name()),
        (Field::Strength, false) => say!(teller, headline.weaker, link = name()),
        (Field::Gain, true) => say!(teller, levers.gain.more, place = place),
        (Field::Gain, false) => say!(teller, levers.gain.less, place = place),
        (Field::Pain, true) => say!(teller, levers.pain.more, place = place),
        (Field::Pain, false) => say!(teller, levers.pain.less, place = place),
        (Field::Days, true) => say!(teller, levers.days.more, place = place),
        (Field::Days, false) => say!(teller, levers.days.less, place = place),
        (Field::Sensing, true) => say!(teller, levers.sensing.more, place = place),
        (Field::Sensing, false) => say!(teller, levers.sensing.less, place = place),
        (Field::Share, true) => say!(teller, levers.share.more, place = place),
        (Field::Share, false) => say!(teller, levers.share.less, place = place),
        (Field::Frequency, true) => say!(teller, levers.more_often, link = name()),
        (Field::Frequency, false) => say!(teller, levers.less_often, link = name()),
        _ => String::new(),
    }
}

/// The two ends of a handover that has no name of its own, without marks.
fn ends(teller: &Teller, link: &LinkId) -> Option<(String, String)> {
    teller.ends(link).map(|(from, to)| (plain(&from), plain(&to)))
}

/// The line under the headline; `report` is the one that the sentence was made of.
pub fn under(teller: &Teller, sentence: &Sentence, report: Option<&Report>) -> String {
    match sentence {
        Sentence::Today { .. } | Sentence::NobodyBuys => say!(teller, headline.try_it).to_owned(),
        Sentence::WhatIf { effect, besides, .. } => {
            let mut parts: Vec<String> = noise(teller, effect).into_iter().collect();
            parts.extend(besides.iter().map(|e| besides_of(teller, e)));
            if matches!(effect, Effect::Stay(_) | Effect::Leave(_)) {
                parts.extend(report.and_then(|report| in_all(teller, report)));
            }
            parts.join(" ")
        }
    }
}

/// The noise of the headline's count, in the people that it counts.
fn noise(teller: &Teller, effect: &Effect) -> Option<String> {
    match effect {
        Effect::Stay(s) | Effect::Leave(s) if s.noise > 0 => {
            Some(say!(teller, headline.noise_customers, n = teller.count(s.noise)))
        }
        Effect::Buy(s) | Effect::DropOut(s) if s.noise > 0 => {
            Some(say!(teller, headline.noise_visitors, n = teller.count(s.noise)))
        }
        Effect::Later(by) | Effect::Sooner(by) if by.noise > 0 => {
            Some(say!(teller, headline.noise_days, n = tenths(teller, by.noise)))
        }
        _ => None,
    }
}

/// What that makes of all visitors: who stays is counted of the customers alone.
fn in_all(teller: &Teller, report: &Report) -> Option<String> {
    let InAll { more, people, periods } = in_all_of(report)?;
    let n = teller.count(people);
    let (of, time) = (teller.count(FACTS_OF), unit::periods(teller, periods.into()));
    Some(match (more, people) {
        (true, 1) => say!(teller, headline.in_all_more_one, of = of, time = time),
        (true, _) => say!(teller, headline.in_all_more, of = of, n = n, time = time),
        (false, 1) => say!(teller, headline.in_all_fewer_one, of = of, time = time),
        (false, _) => say!(teller, headline.in_all_fewer, of = of, n = n, time = time),
    })
}

fn besides_of(teller: &Teller, effect: &Effect) -> String {
    let count = |n: u64| teller.count(n);
    let out_of = |s: Share| count(s.of);
    match *effect {
        Effect::Stay(s) if s.count == 0 => say!(teller, besides.stay_none).to_owned(),
        Effect::Stay(s) if s.count == 1 => say!(teller, besides.stay_one, of = out_of(s)),
        Effect::Stay(s) => say!(teller, besides.stay, n = count(s.count), of = out_of(s)),
        Effect::Leave(s) if s.count == 0 => say!(teller, besides.leave_none).to_owned(),
        Effect::Leave(s) if s.count == 1 => say!(teller, besides.leave_one, of = out_of(s)),
        Effect::Leave(s) => say!(teller, besides.leave, n = count(s.count), of = out_of(s)),
        Effect::Buy(s) if s.count == 0 => say!(teller, besides.buy_none).to_owned(),
        Effect::Buy(s) if s.count == 1 => say!(teller, besides.buy_one, of = out_of(s)),
        Effect::Buy(s) => say!(teller, besides.buy, n = count(s.count), of = out_of(s)),
        Effect::DropOut(s) if s.count == 0 => say!(teller, besides.drop_none).to_owned(),
        Effect::DropOut(s) if s.count == 1 => say!(teller, besides.drop_one, of = out_of(s)),
        Effect::DropOut(s) => say!(teller, besides.drop, n = count(s.count), of = out_of(s)),
        Effect::TooClose | Effect::Later(_) | Effect::Sooner(_) | Effect::Same | Effect::Arrivals => String::new(),
    }
}
