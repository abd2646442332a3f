//! The words of a journey's parts: what each text is, and how it is written in one language.

use super::entries;
use crate::model::{Field, Journey, Lang, PartId, Text};

/// The text that stands in a field of a part; `None` where the part has no such text or is not there.
pub fn text_of<'a>(journey: &'a Journey, part: &PartId, field: Field) -> Option<&'a Text> {
    Some(match (part, field) {
        (PartId::Journey, Field::Name) => &journey.name,
        (PartId::Journey, Field::Summary) => &journey.summary,
        (PartId::Journey, Field::Currency) => &journey.currency,
        (PartId::Phase(id), Field::Name) => &journey.phases.iter().find(|p| p.id == *id)?.name,
        (PartId::Channel(id), Field::Name) => &journey.channels.iter().find(|c| c.id == *id)?.name,
        (PartId::Owner(id), Field::Name) => &journey.owners.iter().find(|o| o.id == *id)?.name,
        (PartId::Touchpoint(id), Field::Name) => &journey.touchpoint(id)?.name,
        (PartId::Touchpoint(id), Field::Words) => &journey.touchpoint(id)?.words,
        (PartId::Touchpoint(id), Field::Notes) => &journey.touchpoint(id)?.notes,
        (PartId::Handover(id), Field::Name) => &journey.handover(id)?.name,
        (PartId::Handover(id), Field::Words) => &journey.handover(id)?.words,
        (PartId::Handover(id), Field::Notes) => &journey.handover(id)?.notes,
        (PartId::Persona(id), Field::Name) => &entries::persona(journey, id)?.name,
        (PartId::Persona(id), Field::About) => &entries::persona(journey, id)?.about,
        _ => return None,
    })
}

fn text_of_mut<'a>(journey: &'a mut Journey, part: &PartId, field: Field) -> Option<&'a mut Text> {
    Some(match (part, field) {
        (PartId::Journey, Field::Name) => &mut journey.name,
        (PartId::Journey, Field::Summary) => &mut journey.summary,
        (PartId::Journey, Field::Currency) => &mut journey.currency,
        (PartId::Phase(id), Field::Name) => &mut journey.phases.iter_mut().find(|p| p.id == *id)?.name,
        (PartId::Channel(id), Field::Name) => &mut journey.channels.iter_mut().find(|c| c.id == *id)?.name,
        (PartId::Owner(id), Field::Name) => &mut journey.owners.iter_mut().find(|o| o.id == *id)?.name,
        (PartId::Touchpoint(id), field) => {
            let touchpoint = journey.touchpoints.iter_mut().find(|t| t.id == *id)?;
            match field {
                Field::Name => &mut touchpoint.name,
                Field::Words => &mut touchpoint.words,
                Field::Notes => &mut touchpoint.notes,
                _ => return None,
            }
        }
        (PartId::Handover(id), field) => {
            let handover = journey.handovers.iter_mut().find(|h| h.id == *id)?;
            match field {
                Field::Name => &mut handover.name,
                Field::Words => &mut handover.words,
                Field::Notes => &mut handover.notes,
                _ => return None,
            }
        }
        (PartId::Persona(id), Field::Name) => &mut entries::persona_mut(journey, id)?.name,
        (PartId::Persona(id), Field::About) => &mut entries::persona_mut(journey, id)?.about,
        _ => return None,
    })
}

/// Words in one language, as somebody typed them.
pub(super) fn written(words: &str, lang: &Lang) -> Text {
    let mut text = Text::default();
    write(&mut text, words, lang);
    text
}

/// Writes words in one language; no words take that language away.
pub(super) fn write(text: &mut Text, words: &str, lang: &Lang) {
    let words = words.trim();
    if words.is_empty() {
        text.0.remove(lang);
    } else {
        text.0.insert(lang.to_owned(), words.to_owned());
    }
}

pub(super) fn set(journey: &mut Journey, part: &PartId, field: Field, words: &str, lang: &Lang) {
    if let Some(text) = text_of_mut(journey, part, field) {
        write(text, words, lang);
    }
}
