//! Where a problem is: in which part, by its ids, and in which of its fields; and how a file names that place.

use super::{Change, Code};
use super::{ChannelId, Field, ImprovementId, Journey, LinkId, OwnerId, PersonaId, PhaseId, Problem, Scenario};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A part of a journey or of a scenario, by the ids that it has or that it refers to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartId {
    /// The journey as a whole.
    Journey,
    Market,
    Phase(PhaseId),
    Channel(ChannelId),
    Owner(OwnerId),
    Touchpoint(LinkId),
    Handover(LinkId),
    Persona(PersonaId),
    Entry {
        persona: PersonaId,
        touchpoint: LinkId,
        readiness: PhaseId,
    },
    /// How a persona leans towards one channel.
    Leaning {
        persona: PersonaId,
        channel: ChannelId,
    },
    /// The scenario as a whole.
    Scenario,
    Improvement(ImprovementId),
    Change {
        improvement: ImprovementId,
        link: LinkId,
        /// `None` where the change is of effort.
        lever: Option<Field>,
    },
    /// A touchpoint as the scenario leaves it.
    Changed(LinkId),
}

/// A place in a journey or in a scenario.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct At {
    pub part: PartId,
    /// Parts with the very same ids that stand before it; over 0 only where ids are used twice.
    pub repeat: usize,
    /// `None` for the part as a whole.
    pub field: Option<Field>,
}

impl At {
    /// A part as a whole, the first of its ids.
    pub fn part(part: PartId) -> Self {
        Self { part, repeat: 0, field: None }
    }

    /// A field of this part.
    pub fn on(&self, field: Field) -> Self {
        Self { field: Some(field), ..self.clone() }
    }

    /// The place as a file names it, without the numbers of its parts in the file: those are known to [`in_file`].
    fn path(&self) -> String {
        let part = match &self.part {
            PartId::Journey | PartId::Scenario => String::new(),
            PartId::Market => "market".to_owned(),
            PartId::Phase(id) => format!("phases[{id}]"),
            PartId::Channel(id) => format!("channels[{id}]"),
            PartId::Owner(id) => format!("owners[{id}]"),
            PartId::Touchpoint(id) => format!("touchpoints[{id}]"),
            PartId::Handover(id) => format!("handovers[{id}]"),
            PartId::Persona(id) => format!("personas[{id}]"),
            PartId::Entry { persona, touchpoint, .. } => format!("personas[{persona}].entries[{touchpoint}]"),
            PartId::Leaning { persona, channel } => format!("personas[{persona}].leaning.{channel}"),
            PartId::Improvement(id) => format!("improvements[{id}]"),
            PartId::Change { improvement, link, lever } => {
                format!("improvements[{improvement}].changes[{link}].{}", form(*lever))
            }
            PartId::Changed(_) => return "improvements".to_owned(),
        };
        with_field(part, self.field)
    }

    /// The id that is said with the place; empty where the part has none.
    pub fn id(&self) -> &str {
        match &self.part {
            PartId::Journey | PartId::Market | PartId::Scenario => "",
            PartId::Phase(id) => id.as_str(),
            PartId::Channel(id) => id.as_str(),
            PartId::Owner(id) => id.as_str(),
            PartId::Touchpoint(id) | PartId::Handover(id) | PartId::Changed(id) => id.as_str(),
            PartId::Persona(id) => id.as_str(),
            PartId::Entry { persona, .. } | PartId::Leaning { persona, .. } => persona.as_str(),
            PartId::Improvement(id) => id.as_str(),
            PartId::Change { link, .. } => link.as_str(),
        }
    }
}

/// Where a problem is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Location {
    /// In a part of a journey or of a scenario.
    Part(At),
    /// In the text of a file.
    InFile {
        /// As a reader of the file would say it (`touchpoints[3].strength.likely`); empty for the whole file.
        path: String,
        /// The id of the part; empty where it has none.
        id: String,
    },
}

impl Location {
    /// The whole file.
    pub fn file() -> Self {
        Self::InFile { path: String::new(), id: String::new() }
    }

    /// The place in words of a file; empty for the whole. A part that [`in_file`] has not found in a file is named by
    /// its id instead of its number.
    pub fn path(&self) -> String {
        match self {
            Self::Part(at) => at.path(),
            Self::InFile { path, .. } => path.clone(),
        }
    }

    /// The id that is said with the path; empty where there is none.
    pub fn id(&self) -> &str {
        match self {
            Self::Part(at) => at.id(),
            Self::InFile { id, .. } => id,
        }
    }
}

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

/// Numbers the parts with the same ids, in the order of the file.
#[derive(Default)]
pub(super) struct Repeats(BTreeMap<PartId, usize>);

impl Repeats {
    /// The place of the next part of these ids.
    pub fn next(&mut self, part: PartId) -> At {
        let seen = self.0.entry(part.clone()).or_default();
        let repeat = *seen;
        *seen += 1;
        At { part, repeat, field: None }
    }
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

impl PartId {
    pub(super) fn entry(persona: &super::Persona, entry: &super::Entry) -> Self {
        let (touchpoint, readiness) = (entry.touchpoint.clone(), entry.readiness.clone());
        Self::Entry { persona: persona.id.clone(), touchpoint, readiness }
    }

    pub(super) fn leaning(persona: &super::Persona, channel: &ChannelId) -> Self {
        Self::Leaning { persona: persona.id.clone(), channel: channel.clone() }
    }

    pub(super) fn change(improvement: &super::Improvement, change: &Change) -> Self {
        let lever = match change {
            Change::Set { lever, .. } => Some(*lever),
            Change::Strengthen { .. } => None,
        };
        Self::Change { improvement: improvement.id.clone(), link: change.link().clone(), lever }
    }
}

/// The name of a change's form in a file.
fn form(lever: Option<Field>) -> &'static str {
    if lever.is_some() { "set" } else { "strengthen" }
}

fn with_field(part: String, field: Option<Field>) -> String {
    match field {
        None => part,
        Some(field) if part.is_empty() => field.path().to_owned(),
        Some(field) => format!("{part}.{}", field.path()),
    }
}
