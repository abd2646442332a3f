//! The events of a life in words.

use crate::analysis::{Blame, DropReason, LinkIndex, StoryEvent};
use crate::ui::state::Store;
use crate::ui::{format, say};
use leptos::prelude::*;

/// An event as an entry of a list; none for what goes without saying.
pub fn told(store: Store, event: &StoryEvent) -> Option<AnyView> {
    let name = |link: LinkIndex| {
        let code = store.code();
        store.journey.with(|j| j.links().nth(link.0).map(|id| j.link_name(id, code))).unwrap_or_default()
    };
    let spot = |touchpoint: usize| name(LinkIndex(touchpoint));
    let number = |value: f64| format::decimal(store.language.get(), value, 2);
    let (class, words) = match *event {
        StoryEvent::Arrived { touchpoint, .. } => ("", say!(store, event.arrived, at = spot(touchpoint))),
        StoryEvent::Sensed { touchpoint, to } => ("", say!(store, event.sensed, at = spot(touchpoint), to = spot(to))),
        StoryEvent::Held { link } => ("held", say!(store, event.held, link = name(link))),
        StoryEvent::Failed { link } => ("failed", say!(store, event.failed, link = name(link))),
        StoryEvent::TriedAgain { .. } => ("", say!(store, event.tried_again).to_owned()),
        StoryEvent::Dropped { link, why } => {
            let words = match why {
                DropReason::Failed => say!(store, event.dropped, link = name(link)),
                DropReason::DeadEnd => say!(store, event.dead_end, link = name(link)),
                DropReason::Looping => say!(store, event.looping, link = name(link)),
            };
            ("gone", words)
        }
        StoryEvent::Bought { days, .. } => {
            ("bought", say!(store, event.bought, n = format::whole(store.language.get(), days.floor() + 1.0)))
        }
        StoryEvent::Complained { link } => ("", say!(store, event.complained, link = name(link))),
        StoryEvent::Mended { link } => ("held", say!(store, event.mended, link = name(link))),
        StoryEvent::Offered { touchpoint, sold: true, .. } => {
            ("held", say!(store, event.sold, link = spot(touchpoint)))
        }
        StoryEvent::Offered { touchpoint, .. } => ("", say!(store, event.not_sold, link = spot(touchpoint))),
        StoryEvent::Judged { worth, felt_price, rung, .. } => {
            let rung = format::count(store.language.get(), rung.into());
            let class = if worth < felt_price { "doubts" } else { "" };
            (class, say!(store, event.judged, worth = number(worth), price = number(felt_price), rung = rung))
        }
        StoryEvent::Left { blame, walked_out, .. } => {
            let why = match blame {
                Blame::Link(link) => name(link),
                Blame::Price => say!(store, event.price).to_owned(),
            };
            let words =
                if walked_out { say!(store, event.walked_out, why = why) } else { say!(store, event.left, why = why) };
            ("gone", words)
        }
        StoryEvent::Waited { .. } | StoryEvent::Began { .. } | StoryEvent::Paid { .. } => return None,
    };
    Some(view! { <li class=class>{words}</li> }.into_any())
}
