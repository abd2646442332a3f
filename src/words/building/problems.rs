//! Problems of a journey that is being built, by the names of what they are about.

use super::super::number::short_percent;
use super::super::{Teller, problem};
use crate::app::Language;
use crate::model::{At, Code, Field, LinkId, Location, PartId, PersonaId, PhaseId, Problem};
use crate::say;

/// A problem in two sentences, by the names of what it is about.
pub fn what_and_fix(teller: &Teller, problem: &Problem) -> (String, String) {
    shares(teller.language, &problem.what)
        .unwrap_or_else(|| problem::what_and_fix(teller.language, &named(teller, &problem.what)))
}

/// What is said of shares that are not everybody: in per cent, as they are typed here, where a file has parts of 1.
fn shares(language: Language, what: &Code) -> Option<(String, String)> {
    let (what, fix) = match what {
        Code::SharesTooLarge { sum } => (
            say!(language, build.shares.ways, sum = short_percent(language, *sum)),
            say!(language, build.shares.ways_fix),
        ),
        Code::PersonaShares { sum } => (
            say!(language, build.shares.personas, sum = short_percent(language, *sum)),
            say!(language, build.shares.personas_fix),
        ),
        Code::EntryShares { sum } => (
            say!(language, build.shares.entries, sum = short_percent(language, *sum)),
            say!(language, build.shares.entries_fix),
        ),
        _ => return None,
    };
    Some((what, fix.to_owned()))
}

/// What a problem is about, by name.
pub fn about(teller: &Teller, problem: &Problem) -> String {
    match &problem.place {
        Location::Part(at) => part_name(teller, &at.part),
        Location::InFile { .. } => String::new(),
    }
}

/// A part by its name.
pub fn part_name(teller: &Teller, part: &PartId) -> String {
    let journey = &teller.journey;
    let phase = |id: &PhaseId| journey.phases.iter().find(|p| p.id == *id).map(|p| teller.named(&p.name));
    match part {
        PartId::Phase(id) => phase(id).unwrap_or_default(),
        PartId::Channel(id) => {
            journey.channels.iter().find(|c| c.id == *id).map(|c| teller.named(&c.name)).unwrap_or_default()
        }
        PartId::Owner(id) => teller.owner_name(id),
        PartId::Touchpoint(id) | PartId::Handover(id) => teller.link_name(id),
        PartId::Persona(id) | PartId::Entry { persona: id, .. } | PartId::Leaning { persona: id, .. } => {
            teller.persona_name(id)
        }
        PartId::Market => say!(teller, build.market).to_owned(),
        _ => say!(teller, build.whole).to_owned(),
    }
}

/// A code whose ids are names.
fn named(teller: &Teller, code: &Code) -> Code {
    let link = |id: &str| teller.link_name(&LinkId::from(id));
    let phase = |id: &str| part_name(teller, &PartId::Phase(id.into()));
    match code {
        Code::HandoverAcross { from, to } => Code::HandoverAcross { from: link(from), to: link(to) },
        Code::HandoverBack { from, to } => Code::HandoverBack { from: link(from), to: link(to) },
        Code::HandoverAfterBuying { from, to } => Code::HandoverAfterBuying { from: link(from), to: link(to) },
        Code::HandoverIntoReckoning { to } => Code::HandoverIntoReckoning { to: link(to) },
        Code::EntryAfterPurchase { id } => Code::EntryAfterPurchase { id: link(id) },
        Code::ReadinessAfterPurchase { id } => Code::ReadinessAfterPurchase { id: phase(id) },
        Code::ReadinessEmptyPhase { id } => Code::ReadinessEmptyPhase { id: phase(id) },
        Code::DeskBeforePurchase { id } => Code::DeskBeforePurchase { id: link(id) },
        Code::DeskIsReckoning { id } => Code::DeskIsReckoning { id: link(id) },
        Code::NoWayOut { persona } => {
            Code::NoWayOut { persona: teller.persona_name(&PersonaId::from(persona.as_str())) }
        }
        other => other.clone(),
    }
}

/// The problems of a part, or of one of its fields; of an entry and a leaning those of their persona's.
pub fn problems_at<'a>(problems: &'a [Problem], part: &PartId, field: Option<Field>) -> Vec<&'a Problem> {
    let is_here =
        |at: &At| at.part == *part && field.is_none_or(|field| at.field.map(Field::noun) == Some(field.noun()));
    problems.iter().filter(|p| matches!(&p.place, Location::Part(at) if is_here(at))).collect()
}

/// The problems of the handovers that lead on from a touchpoint, each with the handover's name.
pub fn problems_of_ways(teller: &Teller, problems: &[Problem], from: &LinkId) -> Vec<String> {
    let ways = teller.journey.handovers.iter().filter(|handover| handover.from == *from);
    let of_way = |way: &LinkId| {
        let name = teller.link_name(way);
        let here = problems_at(problems, &PartId::Handover(way.clone()), None).into_iter();
        here.map(move |problem| format!("{name}: {}", what_and_fix(teller, problem).0)).collect::<Vec<_>>()
    };
    ways.flat_map(|way| of_way(&way.id)).collect()
}
