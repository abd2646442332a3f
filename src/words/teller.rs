//! What most sentences are told from: a language, and the journey that they are about.

use super::isolate::isolated;
use super::{Speaks, number};
use crate::app::Language;
use crate::model::{Journey, LinkId, OwnerId, PersonaId, Text};
use std::sync::Arc;

/// The language of a sentence and the journey that it is about.
#[derive(Clone, Debug)]
pub struct Teller {
    pub language: Language,
    pub journey: Arc<Journey>,
}

impl Teller {
    /// The two-letter code by which the journey's own words are found.
    pub fn code(&self) -> &'static str {
        self.language.code()
    }

    /// A count of people or things, as the language writes it.
    pub fn count(&self, n: impl TryInto<u64>) -> String {
        number::count(self.language, n.try_into().unwrap_or(u64::MAX))
    }

    /// A name of the journey's own, to stand in a sentence.
    pub fn named(&self, name: &Text) -> String {
        isolated(name.get(self.code()))
    }

    /// A link's name.
    pub fn link_name(&self, link: &LinkId) -> String {
        match self.ends(link) {
            Some((from, to)) => format!("{from} → {to}"),
            None => isolated(&self.journey.link_name(link, self.code())),
        }
    }

    /// The names of the two ends of a handover that has no name of its own. `None` for all other links.
    pub fn ends(&self, link: &LinkId) -> Option<(String, String)> {
        let handover = self.journey.handover(link).filter(|h| h.name.is_empty())?;
        Some((self.link_name(&handover.from), self.link_name(&handover.to)))
    }

    /// A persona's whole name; empty where the journey does not have the persona.
    pub fn persona_name(&self, persona: &PersonaId) -> String {
        let found = self.journey.personas.iter().find(|p| p.id == *persona);
        found.map(|p| self.named(&p.name)).unwrap_or_default()
    }

    /// The first of a persona's names, which is enough where the whole one stands elsewhere: "Amir" of "Amir, 34".
    pub fn first_name(&self, persona: &PersonaId) -> String {
        let found = self.journey.personas.iter().find(|p| p.id == *persona);
        isolated(found.and_then(|p| p.name.get(self.code()).split(',').next()).unwrap_or_default())
    }

    /// The first names of personas as a list: "Amir and Sara".
    pub fn first_names<'a>(&self, personas: impl IntoIterator<Item = &'a PersonaId>) -> String {
        let names = personas.into_iter().map(|persona| self.first_name(persona)).collect();
        number::list(names, crate::say!(self, personas.and))
    }

    /// An owner's name; the id where the journey does not have the owner.
    pub fn owner_name(&self, owner: &OwnerId) -> String {
        let found = self.journey.owners.iter().find(|o| o.id == *owner);
        found.map_or_else(|| owner.to_string(), |o| self.named(&o.name))
    }

    /// The currency of the journey.
    pub fn currency(&self) -> &str {
        self.journey.currency.get(self.code())
    }
}

impl Speaks for Teller {
    fn language(&self) -> Language {
        self.language
    }
}
