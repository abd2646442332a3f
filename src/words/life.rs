//! One customer's life in words: its events, when they were, and how it ended.

use super::{Teller, number, unit};
use crate::analysis::{Blame, DropReason, LinkIndex, Story, StoryEvent};
use crate::app::{Ending, Language, Wanted, When, ending};
use crate::say;

/// What an event is to the customer and the company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventTone {
    Plain,
    /// A link held.
    Held,
    /// A link failed.
    Failed,
    /// The customer bought.
    Bought,
    /// The customer finds the price too high.
    Doubts,
    /// The customer drops out or leaves.
    Gone,
}

/// An event in words. `None` for what goes without saying.
pub fn event(teller: &Teller, event: &StoryEvent) -> Option<(EventTone, String)> {
    let name = |link: LinkIndex| teller.journey.links().nth(link.0).map(|id| teller.link_name(id)).unwrap_or_default();
    let spot = |touchpoint: usize| name(LinkIndex(touchpoint));
    let number = |value: f64| number::decimal(teller.language, value, 2);
    let (tone, words) = match *event {
        StoryEvent::Arrived { touchpoint, .. } => {
            (EventTone::Plain, say!(teller, event.arrived, at = spot(touchpoint)))
        }
        StoryEvent::Sensed { touchpoint, to } => {
            (EventTone::Plain, say!(teller, event.sensed, at = spot(touchpoint), to = spot(to)))
        }
        StoryEvent::Held { link } => (EventTone::Held, say!(teller, event.held, link = name(link))),
        StoryEvent::Failed { link } => (EventTone::Failed, say!(teller, event.failed, link = name(link))),
        StoryEvent::TriedAgain { .. } => (EventTone::Plain, say!(teller, event.tried_again).to_owned()),
        StoryEvent::Dropped { link, why } => {
            let words = match why {
                DropReason::Failed => say!(teller, event.dropped, link = name(link)),
                DropReason::DeadEnd => say!(teller, event.dead_end, link = name(link)),
                DropReason::Looping => say!(teller, event.looping, link = name(link)),
            };
            (EventTone::Gone, words)
        }
        StoryEvent::Bought { days, .. } => {
            (EventTone::Bought, say!(teller, event.bought, n = number::whole(teller.language, days.floor() + 1.0)))
        }
        StoryEvent::Complained { link } => (EventTone::Plain, say!(teller, event.complained, link = name(link))),
        StoryEvent::Mended { link } => (EventTone::Held, say!(teller, event.mended, link = name(link))),
        StoryEvent::Offered { touchpoint, sold: true, .. } => {
            (EventTone::Held, say!(teller, event.sold, link = spot(touchpoint)))
        }
        StoryEvent::Offered { touchpoint, .. } => {
            (EventTone::Plain, say!(teller, event.not_sold, link = spot(touchpoint)))
        }
        StoryEvent::StayedBound { .. } => (EventTone::Doubts, say!(teller, event.bound).to_owned()),
        StoryEvent::Judged { worth, felt_price, rung, .. } => {
            let rung = teller.count(rung);
            let tone = if worth < felt_price { EventTone::Doubts } else { EventTone::Plain };
            (tone, say!(teller, event.judged, worth = number(worth), price = number(felt_price), rung = rung))
        }
        StoryEvent::Left { blame, walked_out, .. } => {
            let why = match blame {
                Blame::Link(link) => name(link),
                Blame::Either(link) => say!(teller, event.either, link = name(link)),
                Blame::Price => say!(teller, event.price).to_owned(),
            };
            let words = if walked_out {
                say!(teller, event.walked_out, why = why)
            } else {
                say!(teller, event.left, why = why)
            };
            (EventTone::Gone, words)
        }
        StoryEvent::Waited { .. } | StoryEvent::Began { .. } | StoryEvent::Paid { .. } => return None,
    };
    Some((tone, words))
}

/// The time that a chapter tells of.
pub fn when(teller: &Teller, when: When) -> String {
    match when {
        When::Before => say!(teller, life.before).to_owned(),
        When::DayOfPurchase => say!(teller, life.day).to_owned(),
        When::Tenure(n) => {
            say!(teller, life.tenure, period = unit::period(teller), n = teller.count(n))
        }
    }
}

/// How a life ended.
pub fn fate(teller: &Teller, story: &Story) -> String {
    match ending(story) {
        Ending::DroppedOut { days } if days.round() <= 1.0 => say!(teller, life.dropped_one).to_owned(),
        Ending::DroppedOut { days } => say!(teller, life.dropped, n = number::whole(teller.language, days.round())),
        Ending::Left { tenure: 0 } => say!(teller, life.left_first_day).to_owned(),
        Ending::Left { tenure } => say!(teller, life.left, time = unit::periods(teller, tenure.into())),
        Ending::Stays { tenures } => say!(teller, life.stays, time = unit::periods(teller, tenures.into())),
    }
}

/// A kind of customer that can be asked for.
pub fn wanted(language: Language, wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Anyone => say!(language, life.next),
        Wanted::Won => say!(language, life.one_won),
        Wanted::Saved => say!(language, life.one_saved),
        Wanted::Lost => say!(language, life.one_lost),
        Wanted::DroppedOut => say!(language, life.one_dropped),
        Wanted::Left => say!(language, life.one_left),
        Wanted::Stayed => say!(language, life.one_stayed),
    }
}
