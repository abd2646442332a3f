//! The places of problems as files of a journey and of a scenario name them.

use super::location::{Repeats, form, with_field};
use super::{At, Change, Code, Field, Journey, LinkId, Location, PartId, Problem, Scenario};
use std::collections::BTreeMap;

/// The problems of a journey, or of a scenario for it, with their places as files of the two name them.
pub fn in_file(problems: Vec<Problem>, journey: &Journey, scenario: &Scenario) -> Vec<Problem> {
    if problems.is_empty() {
        return problems;
    }
    let paths = Paths::of(journey, scenario);
    let convert = |place| match place {
        Location::Part(at) => paths.located(&at),
        in_file => in_file,
    };
    let all = problems.into_iter().map(|Problem { place, what }| {
        let what = match what {
            Code::DuplicateId { id, first } => Code::DuplicateId { id, first: convert(first) },
            other => other,
        };
        Problem { place: convert(place), what }
    });
    all.collect()
}

/// Where each part stands in the files of a journey and of a scenario.
struct Paths<'a> {
    journey: &'a Journey,
    scenario: &'a Scenario,
    of_parts: BTreeMap<At, String>,
}

impl<'a> Paths<'a> {
    fn of(journey: &'a Journey, scenario: &'a Scenario) -> Self {
        let mut of_parts = BTreeMap::new();
        let mut repeats = Repeats::default();
        let mut add = |part, path: String| {
            of_parts.insert(repeats.next(part), path);
        };
        for (n, phase) in journey.phases.iter().enumerate() {
            add(PartId::Phase(phase.id.clone()), format!("phases[{n}]"));
        }
        for (n, channel) in journey.channels.iter().enumerate() {
            add(PartId::Channel(channel.id.clone()), format!("channels[{n}]"));
        }
        for (n, owner) in journey.owners.iter().enumerate() {
            add(PartId::Owner(owner.id.clone()), format!("owners[{n}]"));
        }
        for (n, touchpoint) in journey.touchpoints.iter().enumerate() {
            add(PartId::Touchpoint(touchpoint.id.clone()), format!("touchpoints[{n}]"));
        }
        for (n, handover) in journey.handovers.iter().enumerate() {
            add(PartId::Handover(handover.id.clone()), format!("handovers[{n}]"));
        }
        for (n, persona) in journey.personas.iter().enumerate() {
            add(PartId::Persona(persona.id.clone()), format!("personas[{n}]"));
            for (e, entry) in persona.entries.iter().enumerate() {
                add(PartId::entry(persona, entry), format!("personas[{n}].entries[{e}]"));
            }
            for channel in persona.leaning.keys() {
                add(PartId::leaning(persona, channel), format!("personas[{n}].leaning.{channel}"));
            }
        }
        for (n, improvement) in scenario.improvements.iter().enumerate() {
            add(PartId::Improvement(improvement.id.clone()), format!("improvements[{n}]"));
            for (c, change) in improvement.changes.iter().enumerate() {
                let part = PartId::change(improvement, change);
                let form = if let PartId::Change { lever, .. } = &part { form(*lever) } else { "" };
                add(part, format!("improvements[{n}].changes[{c}].{form}"));
            }
        }
        for (n, change) in scenario.qualities.iter().enumerate() {
            add(PartId::quality(change), format!("qualities[{n}]"));
        }
        Self { journey, scenario, of_parts }
    }

    fn located(&self, at: &At) -> Location {
        let id = match (&at.part, at.field) {
            // What is referred to says more than the journey's own id.
            (PartId::Journey, Some(Field::ComplaintDesk)) => {
                self.journey.complaint_desk.as_ref().map_or("", LinkId::as_str)
            }
            _ => at.id(),
        };
        let path = match (&at.part, at.field) {
            (PartId::Changed(from), Some(Field::Share)) => self.last_share(from),
            _ => match self.of_parts.get(&At { field: None, ..at.clone() }) {
                Some(part) => with_field(part.clone(), at.field),
                None => at.path(),
            },
        };
        Location::InFile { path, id: id.to_owned() }
    }

    /// The last change in force that sets the share of a handover out of a touchpoint.
    fn last_share(&self, from: &LinkId) -> String {
        let shares_out = |link: &LinkId| self.journey.handover(link).is_some_and(|h| h.from == *from);
        let in_force = self.scenario.improvements.iter().enumerate().filter(|(_, improvement)| !improvement.off);
        let mut changes =
            in_force.flat_map(|(n, i)| i.changes.iter().enumerate().map(move |(c, change)| (n, c, change)));
        changes
            .rfind(|(_, _, change)| matches!(change, Change::Set { link, lever: Field::Share, .. } if shares_out(link)))
            .map_or_else(|| "improvements".to_owned(), |(n, c, _)| format!("improvements[{n}].changes[{c}].set.value"))
    }
}
