//! Channels and owners.

use super::names;
use super::words::written;
use crate::model::{Channel, ChannelId, Journey, Lang, LinkId, Owner, OwnerId, Text};

fn is_called(text: &Text, name: &str) -> bool {
    text.0.values().any(|words| words.trim().to_lowercase() == name.trim().to_lowercase())
}

/// The channel of a name; made where there is none.
pub(super) fn channel_named(journey: &mut Journey, name: &str, lang: &Lang) -> Option<ChannelId> {
    if name.trim().is_empty() {
        return None;
    }
    let found = journey.channels.iter().find(|c| is_called(&c.name, name)).map(|c| c.id.clone());
    Some(found.unwrap_or_else(|| {
        let id = names::channel(journey, name);
        journey.channels.push(Channel { id: id.clone(), name: written(name, lang) });
        id
    }))
}

/// The owner of a name; made where there is none.
pub(super) fn owner_named(journey: &mut Journey, name: &str, lang: &Lang) -> Option<OwnerId> {
    if name.trim().is_empty() {
        return None;
    }
    let found = journey.owners.iter().find(|o| is_called(&o.name, name)).map(|o| o.id.clone());
    Some(found.unwrap_or_else(|| {
        let id = names::owner(journey, name);
        journey.owners.push(Owner { id: id.clone(), name: written(name, lang) });
        id
    }))
}

pub(super) fn set_channel(journey: &mut Journey, link: &LinkId, name: &str, lang: &Lang) {
    if journey.touchpoint(link).is_none() {
        return;
    }
    let Some(channel) = channel_named(journey, name, lang) else { return };
    if let Some(touchpoint) = journey.touchpoints.iter_mut().find(|t| t.id == *link) {
        touchpoint.channel = channel;
    }
}

pub(super) fn set_owner(journey: &mut Journey, link: &LinkId, name: &str, lang: &Lang) {
    if journey.strength(link).is_none() {
        return;
    }
    let owner = owner_named(journey, name, lang);
    if let Some(handover) = journey.handovers.iter_mut().find(|h| h.id == *link) {
        handover.owner = owner;
    } else if let (Some(touchpoint), Some(owner)) = (journey.touchpoints.iter_mut().find(|t| t.id == *link), owner) {
        touchpoint.owner = owner;
    }
}

/// Takes a channel away; what is met there is met in the first of the others. The last one stays.
pub(super) fn remove_channel(journey: &mut Journey, id: &ChannelId) {
    let Some(other) = journey.channels.iter().find(|c| c.id != *id).map(|c| c.id.clone()) else { return };
    journey.channels.retain(|c| c.id != *id);
    journey.touchpoints.iter_mut().filter(|t| t.channel == *id).for_each(|t| t.channel = other.clone());
    for persona in &mut journey.personas {
        persona.leaning.remove(id);
    }
}

/// Takes an owner away: touchpoints go to the first of the others, handovers to nobody. The last one stays.
pub(super) fn remove_owner(journey: &mut Journey, id: &OwnerId) {
    let Some(other) = journey.owners.iter().find(|o| o.id != *id).map(|o| o.id.clone()) else { return };
    journey.owners.retain(|o| o.id != *id);
    journey.touchpoints.iter_mut().filter(|t| t.owner == *id).for_each(|t| t.owner = other.clone());
    journey.handovers.iter_mut().filter(|h| h.owner.as_ref() == Some(id)).for_each(|h| h.owner = None);
}
