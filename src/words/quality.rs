//! The qualities of personas in words: what each is called and means, its value in its own unit, where a persona comes in
//! and which ways they rather go.

use super::typed::NumberKind;
use super::{Teller, help, number, unit};
use crate::app::{Language, quality_bounds};
use crate::model::fields::Unit;
use crate::model::{Entry, Field, Persona, PersonaId};
use crate::say;

/// What a quality is called.
pub fn name(language: Language, quality: Field) -> &'static str {
    match quality {
        Field::Memory => say!(language, qualities.memory.name),
        Field::Patience => say!(language, qualities.patience.name),
        Field::ChainFeel => say!(language, qualities.chain_feel.name),
        Field::Tolerance => say!(language, qualities.tolerance.name),
        Field::Usefulness => say!(language, qualities.usefulness.name),
        Field::PriceFeel => say!(language, qualities.price_feel.name),
        Field::Remorse => say!(language, qualities.remorse.name),
        Field::Binding => say!(language, qualities.binding.name),
        other => other.name(),
    }
}

/// What it means.
pub fn means(teller: &Teller, quality: Field) -> String {
    match quality {
        Field::Memory => say!(teller, qualities.memory.means).to_owned(),
        Field::Patience => say!(teller, qualities.patience.means).to_owned(),
        Field::ChainFeel => say!(teller, qualities.chain_feel.means).to_owned(),
        Field::Tolerance => say!(teller, qualities.tolerance.means).to_owned(),
        Field::Usefulness => say!(teller, qualities.usefulness.means, period = unit::period(teller)),
        Field::PriceFeel => say!(teller, qualities.price_feel.means).to_owned(),
        Field::Remorse => say!(teller, qualities.remorse.means).to_owned(),
        Field::Binding => say!(teller, qualities.binding.means).to_owned(),
        _ => String::new(),
    }
}

/// What to look for, to find its value among one's own customers.
pub fn look(language: Language, quality: Field) -> &'static str {
    match quality {
        Field::Memory => say!(language, qualities.memory.look),
        Field::Patience => say!(language, qualities.patience.look),
        Field::ChainFeel => say!(language, qualities.chain_feel.look),
        Field::Tolerance => say!(language, qualities.tolerance.look),
        Field::Usefulness => say!(language, qualities.usefulness.look),
        Field::PriceFeel => say!(language, qualities.price_feel.look),
        Field::Remorse => say!(language, qualities.remorse.look),
        Field::Binding => say!(language, qualities.binding.look),
        _ => "",
    }
}

/// Where a persona's value of it comes from, and between which values it probably lies.
pub fn source(teller: &Teller, persona: &PersonaId, quality: Field) -> String {
    let evidence = (teller.journey.personas.iter()).find(|p| p.id == *persona).and_then(|p| p.evidence.get(&quality));
    let likely = teller.journey.quality(persona, quality);
    let range = evidence.zip(likely).and_then(|(evidence, likely)| evidence.range(likely));
    let bare = |end| bare_value(teller.language, quality, end);
    help::with_range(teller, help::grounds(teller, evidence), range, bare, unit_after(teller, quality))
}

/// A quality of a persona: "Amir, memory".
pub fn of_persona(teller: &Teller, persona: &PersonaId, quality: Field) -> String {
    let quality = super::phrase::small(name(teller.language, quality));
    say!(teller, qualities.of, name = teller.first_name(persona), quality = quality)
}

/// Its value without its unit, except for per cents.
pub fn bare_value(language: Language, quality: Field, value: f64) -> String {
    match quality.unit() {
        Some(Unit::Share) => number::short_percent(language, value),
        _ => number::free(language, value),
    }
}

/// Its value with its unit.
pub fn value(teller: &Teller, quality: Field, value: f64) -> String {
    let bare = || bare_value(teller.language, quality, value);
    match quality.unit() {
        Some(Unit::Periods) => unit::about_periods(teller, value),
        Some(Unit::Rungs) if value == 1.0 => say!(teller, qualities.step).to_owned(),
        Some(Unit::Rungs) => say!(teller, qualities.steps, n = bare()),
        Some(Unit::Prices) => format!("{}\u{a0}{}", bare(), unit::prices(teller)),
        Some(Unit::Times) => format!("{}\u{a0}×", bare()),
        _ => bare(),
    }
}

/// The unit that stands after a typed value; empty for shares, which carry theirs with them.
pub fn unit_after(teller: &Teller, quality: Field) -> &'static str {
    match quality.unit() {
        Some(Unit::Periods) => unit::plural(teller),
        Some(Unit::Rungs) => say!(teller, qualities.unit_steps),
        Some(Unit::Prices) => unit::prices(teller),
        Some(Unit::Times) => say!(teller, qualities.unit_times),
        _ => "",
    }
}

/// What a field for its value is called: its name, with its unit.
pub fn typed(teller: &Teller, quality: Field) -> String {
    let name = name(teller.language, quality);
    match unit_after(teller, quality) {
        "" => say!(teller, levers.typed, name = name, unit = say!(teller, levers.unit_percent)),
        unit => say!(teller, levers.typed, name = name, unit = unit),
    }
}

/// How a field for its value is written and read.
pub fn kind(teller: &Teller, quality: Field) -> NumberKind {
    NumberKind::quality(teller, quality, quality_bounds(quality).unwrap_or((0.0, 1.0)))
}

/// Its value as it is spoken, with today's where it differs.
pub fn spoken(teller: &Teller, quality: Field, today: f64, now: f64) -> String {
    let said = |v| value(teller, quality, v);
    if now == today {
        say!(teller, levers.spoken_same, now = said(now))
    } else {
        say!(teller, levers.spoken, now = said(now), today = said(today))
    }
}

/// Where a part of a persona comes in, and how far they truly are where that is further.
pub fn entry(teller: &Teller, entry: &Entry) -> String {
    let journey = &teller.journey;
    let share = number::percent(teller.language, entry.share, 0);
    let link = teller.link_name(&entry.touchpoint);
    let place = |phase| journey.phases.iter().position(|p| p.id == phase);
    let stands = journey.touchpoint(&entry.touchpoint).and_then(|t| place(t.phase.clone()));
    let is_ahead = place(entry.readiness.clone()) > stands;
    match journey.phases.iter().find(|p| p.id == entry.readiness).filter(|_| is_ahead) {
        Some(phase) => say!(teller, qualities.ahead, share = share, link = link, phase = teller.named(&phase.name)),
        None => say!(teller, qualities.entry, share = share, link = link),
    }
}

/// Which channels a persona rather uses, and which less often than others.
pub fn leanings(teller: &Teller, persona: &Persona) -> Vec<String> {
    let of = |wanted: fn(f64) -> bool| {
        let leant = persona.leaning.iter().filter(|(_, times)| wanted(**times));
        let named = leant.filter_map(|(id, times)| {
            let channel = teller.journey.channels.iter().find(|channel| channel.id == *id)?;
            let n = number::free(teller.language, *times);
            Some(say!(teller, qualities.channel, name = teller.named(&channel.name), n = n))
        });
        named.collect::<Vec<_>>()
    };
    let (more, less) = (of(|times| times > 1.0), of(|times| times < 1.0));
    let mut told = Vec::new();
    if !more.is_empty() {
        told.push(say!(teller, qualities.rather, channels = number::list(more, say!(teller, personas.and))));
    }
    if !less.is_empty() {
        told.push(say!(teller, qualities.rather_not, channels = number::list(less, say!(teller, personas.and))));
    }
    if told.is_empty() {
        told.push(say!(teller, qualities.even).to_owned());
    }
    told
}
