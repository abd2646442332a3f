//! Where a problem is: in which part, by its ids, and in which of its fields.

use super::{Change, ChannelId, Field, ImprovementId, LinkId, OwnerId, PersonaId, PhaseId};
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
    /// A quality that a scenario sets on a persona.
    Quality {
        persona: PersonaId,
        quality: Field,
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

    /// The place as a file names it, without the numbers of its parts in the file: those are known to [`super::in_file()`].
    pub(super) fn path(&self) -> String {
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
            PartId::Quality { persona, quality } => format!("qualities[{persona}.{}]", quality.name()),
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
            PartId::Entry { persona, .. } | PartId::Leaning { persona, .. } | PartId::Quality { persona, .. } => {
                persona.as_str()
            }
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

    /// The place in words of a file; empty for the whole. A part that [`super::in_file()`] has not found in a file is named by
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

impl PartId {
    pub(super) fn entry(persona: &super::Persona, entry: &super::Entry) -> Self {
        let (touchpoint, readiness) = (entry.touchpoint.clone(), entry.readiness.clone());
        Self::Entry { persona: persona.id.clone(), touchpoint, readiness }
    }

    pub(super) fn leaning(persona: &super::Persona, channel: &ChannelId) -> Self {
        Self::Leaning { persona: persona.id.clone(), channel: channel.clone() }
    }

    pub(super) fn quality(change: &super::PersonaChange) -> Self {
        Self::Quality { persona: change.persona.clone(), quality: change.quality }
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
pub(super) fn form(lever: Option<Field>) -> &'static str {
    if lever.is_some() { "set" } else { "strengthen" }
}

pub(super) fn with_field(part: String, field: Option<Field>) -> String {
    match field {
        None => part,
        Some(field) if part.is_empty() => field.path().to_owned(),
        Some(field) => format!("{part}.{}", field.path()),
    }
}
