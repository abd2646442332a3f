//! What the inspector says about one link.

use super::{Teller, chain, number, unit};
use crate::app::{Facts, Language};
use crate::charts::chain::HandMark;
use crate::charts::small::Balance;
use crate::model::{LinkId, OwnerId, Role, Stage};
use crate::say;

/// Who answers for a link, where it is met, and how often.
pub fn about(teller: &Teller, link: &LinkId) -> String {
    let journey = &teller.journey;
    let owner = |id: &OwnerId| {
        let found = journey.owners.iter().find(|o| o.id == *id);
        found.map(|o| teller.named(&o.name))
    };
    let mut parts: Vec<String> = Vec::new();
    if let Some(touchpoint) = journey.touchpoint(link) {
        parts.extend(owner(&touchpoint.owner));
        let channel = journey.channels.iter().find(|c| c.id == touchpoint.channel);
        parts.extend(channel.map(|c| teller.named(&c.name)));
        if journey.stage(&touchpoint.phase) == Some(Stage::After) {
            parts.push(unit::how_often(teller, touchpoint.frequency, touchpoint.role == Role::Reckoning));
        }
        parts.extend(HandMark::of(touchpoint).map(|mark| chain::mark(teller.language, mark).to_owned()));
    } else if let Some(handover) = journey.handover(link) {
        let nobody = || say!(teller, inspector.no_owner).to_owned();
        parts.push(handover.owner.as_ref().and_then(owner).unwrap_or_else(nobody));
        parts.push(say!(teller, inspector.handover).to_owned());
        let share = number::percent(teller.language, handover.share, 0);
        parts.push(say!(teller, inspector.share, share = share));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// What the customers say to themselves at a link, between quotation marks. `None` where they say nothing.
pub fn quote(teller: &Teller, link: &LinkId) -> Option<String> {
    let journey = &teller.journey;
    let words = journey.touchpoint(link).map(|t| &t.words).or_else(|| journey.handover(link).map(|h| &h.words))?;
    let words = teller.named(words);
    (!words.is_empty()).then(|| say!(teller, inspector.quote, words = words))
}

/// How many of the failures at a link are heard of.
pub fn heard(language: Language, facts: &Facts) -> String {
    match facts.heard {
        0 => say!(language, facts.heard_none).to_owned(),
        1 => say!(language, facts.heard_one).to_owned(),
        n => say!(language, facts.heard_many, n = number::count(language, n)),
    }
}

/// How many of them nobody hears about.
pub fn silent(language: Language, facts: &Facts) -> String {
    match facts.silent {
        1 => say!(language, facts.silent_one).to_owned(),
        n => say!(language, facts.silent, n = number::count(language, n)),
    }
}

/// Whether a link gives more than it takes.
pub fn leaning(teller: &Teller, leaning: Balance) -> String {
    let period = unit::period(teller);
    match leaning {
        Balance::TakesMore => say!(teller, account.takes_more, period = period),
        Balance::GivesMore => say!(teller, account.gives_more, period = period),
        Balance::Even => say!(teller, account.even, period = period),
    }
}

/// What a touchpoint gives when it holds [prices].
pub fn gives(language: Language, gain: f64) -> String {
    say!(language, account.gives, n = number::signed(language, gain, 2))
}

/// What a link takes when it fails [prices].
pub fn takes(language: Language, pain: f64) -> String {
    say!(language, account.takes, n = number::signed(language, -pain, 2))
}
