//! The list of changes in words: what is changed from what to what, and what it does by itself.

use super::{Teller, lever, number, outcome, quality, unit};
use crate::app::{Alone, FACTS_OF, Language, ListedChange, Net, OutOf, Together};
use crate::say;

/// What an entry is called, and the value that it changes, from today's to the new one; empty for a proposal.
pub fn name_and_detail(teller: &Teller, entry: &ListedChange) -> (String, String) {
    let language = teller.language;
    let from_to = |today: String, value: String| format!("{today} → {value}");
    match entry {
        ListedChange::Lever { link, lever: its, today, value, .. } => {
            let today = lever::bare_value(language, *its, *today);
            (lever::of_link(teller, link, *its), from_to(today, lever::value(teller, *its, *value)))
        }
        ListedChange::Quality { persona, quality, today, value } => {
            let today = quality::bare_value(teller.language, *quality, *today);
            let name = quality::of_persona(teller, persona, *quality);
            (name, from_to(today, quality::value(teller, *quality, *value)))
        }
        ListedChange::Proposal { name, .. } => (teller.named(name), String::new()),
        ListedChange::Strain(strain) => (say!(teller, world.strain).to_owned(), number::decimal(language, *strain, 1)),
        ListedChange::Price { today, value } => {
            let amounts = from_to(number::amount(language, *today), number::amount(language, *value));
            (say!(teller, changes.price).to_owned(), format!("{amounts} {}", teller.currency()))
        }
        ListedChange::Arrivals { today, value } => {
            let whole = |people: &f64| number::whole(language, *people);
            (say!(teller, dashboards.arrivals).to_owned(), from_to(whole(today), whole(value)))
        }
        ListedChange::Echo { today, value } => {
            let percent = |share: &f64| number::percent(language, *share, 0);
            (say!(teller, dashboards.echo).to_owned(), from_to(percent(today), percent(value)))
        }
        ListedChange::Start(start) => {
            let time = unit::numbered(teller, start.unsigned_abs().into());
            (say!(teller, dashboards.start).to_owned(), say!(teller, dashboards.from, time = time))
        }
    }
}

/// The effect in words.
pub fn effect(teller: &Teller, alone: &Alone) -> String {
    match *alone {
        Alone::Awaited => say!(teller, effects.awaited).to_owned(),
        Alone::OnlyTogether => say!(teller, effects.only_together).to_owned(),
        Alone::Known(Net::TooClose) => say!(teller, outcomes.too_close).to_owned(),
        Alone::Known(Net::Same) => say!(teller, effects.same).to_owned(),
        Alone::Known(Net::Outcome { kind, by, .. }) => {
            say!(teller, effects.outcome, name = outcome::name(teller, kind), by = outcome::change(teller, kind, by))
        }
        Alone::Known(Net::Stay { more, people }) => crowd(teller, people, stay(teller, more, people.count)),
        Alone::Known(Net::Buy { more, people }) => crowd(teller, people, buy(teller, more, people.count)),
    }
}

fn stay(teller: &Teller, more: bool, count: u64) -> String {
    let n = teller.count(count);
    match (more, count) {
        (true, 1) => say!(teller, effects.stay_more_one).to_owned(),
        (true, _) => say!(teller, effects.stay_more, n = n),
        (false, 1) => say!(teller, effects.stay_fewer_one).to_owned(),
        (false, _) => say!(teller, effects.stay_fewer, n = n),
    }
}

fn buy(teller: &Teller, more: bool, count: u64) -> String {
    let n = teller.count(count);
    match (more, count) {
        (true, 1) => say!(teller, effects.buy_more_one).to_owned(),
        (true, _) => say!(teller, effects.buy_more, n = n),
        (false, 1) => say!(teller, effects.buy_fewer_one).to_owned(),
        (false, _) => say!(teller, effects.buy_fewer, n = n),
    }
}

/// With the noise of a smaller sample; a crowd other than the usual one is named.
fn crowd(teller: &Teller, people: OutOf, words: String) -> String {
    let words = if people.of == FACTS_OF {
        words
    } else {
        say!(teller, effects.of_many, words = words, of = teller.count(people.of))
    };
    if people.noise == 0 {
        words
    } else {
        say!(teller, effects.noisy, words = words, noise = teller.count(people.noise))
    }
}

/// One sentence where the changes together do something else than one by one.
pub fn sum(language: Language, together: &Together) -> String {
    let Some(beyond) = together.beyond else { return say!(language, effects.otherwise).to_owned() };
    let part = number::percent(language, beyond.abs(), 0);
    match (together.stay, beyond > 0.0) {
        (true, true) => say!(language, effects.stay_carry, part = part),
        (true, false) => say!(language, effects.stay_overlap, part = part),
        (false, true) => say!(language, effects.buy_carry, part = part),
        (false, false) => say!(language, effects.buy_overlap, part = part),
    }
}
