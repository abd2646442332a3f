//! Ids out of names: small letters, digits and hyphens, each used once. An id stays what it was when its part is renamed.

use crate::model::{ChannelId, Journey, LinkId, OwnerId, PersonaId, PhaseId};

/// Longest id that is made of a name: with a number after it, it is still one [characters].
const LONGEST: usize = 48;
/// What no link may be called: reports use it for those who leave over the price alone.
const RESERVED: &str = "price";
/// What stands in for a name of which no letter can be used.
const UNNAMED: &str = "part";

/// What a name is as an id, whether or not another part has it.
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        let plain = match letter {
            'a'..='z' | '0'..='9' => letter,
            'å' | 'ä' | 'á' | 'à' | 'â' | 'ã' | 'æ' => 'a',
            'ö' | 'ø' | 'ó' | 'ò' | 'ô' | 'õ' => 'o',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'ü' | 'ú' | 'ù' | 'û' => 'u',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ç' => 'c',
            'ñ' => 'n',
            _ => '-',
        };
        if plain != '-' || !(slug.is_empty() || slug.ends_with('-')) {
            slug.push(plain);
        }
        if slug.len() >= LONGEST {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { UNNAMED.to_owned() } else { slug.to_owned() }
}

/// The name as an id that nothing has yet.
fn free(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let slug = slug(name);
    let numbered = (2_usize..).map(|n| format!("{slug}-{n}"));
    std::iter::once(slug.clone()).chain(numbered).find(|id| !is_taken(id)).unwrap_or_default()
}

pub(super) fn link(journey: &Journey, name: &str) -> LinkId {
    LinkId(free(name, |id| id == RESERVED || journey.links().any(|link| link.as_str() == id)))
}

pub(super) fn phase(journey: &Journey, name: &str) -> PhaseId {
    PhaseId(free(name, |id| journey.phases.iter().any(|p| p.id.as_str() == id)))
}

pub(super) fn channel(journey: &Journey, name: &str) -> ChannelId {
    ChannelId(free(name, |id| journey.channels.iter().any(|c| c.id.as_str() == id)))
}

pub(super) fn owner(journey: &Journey, name: &str) -> OwnerId {
    OwnerId(free(name, |id| journey.owners.iter().any(|o| o.id.as_str() == id)))
}

/// An id for a persona of this name that no other has.
pub fn persona(journey: &Journey, name: &str) -> PersonaId {
    PersonaId(free(name, |id| journey.personas.iter().any(|p| p.id.as_str() == id)))
}
