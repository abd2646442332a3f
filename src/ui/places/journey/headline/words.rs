//! From the typed sentence to words. In the texts `*…*` stands for a name, `[…]` for what matters.

use crate::app::{Cause, Effect, FACTS_OF, InAll, Sentence, Share, in_all as in_all_of};
use crate::model::{Lever, LinkId};
use crate::ui::format;
use crate::ui::say;
use crate::ui::state::Store;
use crate::ui::unit;
use leptos::prelude::*;

/// The headline, with its marks.
pub fn headline(store: Store, sentence: &Sentence) -> String {
    let count = |n: u64| format::count(store.language.get(), n);
    match sentence {
        Sentence::NobodyBuys => say!(store, headline.nobody_buys).to_owned(),
        Sentence::Today { buy, remain, periods } => {
            let time = unit::periods(store, u64::from(*periods));
            let come = match buy.count {
                1 => say!(store, headline.come_one, of = count(buy.of)),
                n => say!(store, headline.come, of = count(buy.of), buy = count(n)),
            };
            let left = match *remain {
                0 => say!(store, headline.left_none, time = time),
                1 => say!(store, headline.left_one, time = time),
                n => say!(store, headline.left, time = time, n = count(n)),
            };
            format!("{come} {left}")
        }
        Sentence::WhatIf { cause, effect, .. } => {
            let cause = cause_words(store, cause);
            match *effect {
                Effect::TooClose => say!(store, headline.too_close, cause = cause),
                Effect::Same => say!(store, headline.same, cause = cause),
                Effect::Stay(s) if s.count == 1 => say!(store, headline.stay_one, cause = cause, of = count(s.of)),
                Effect::Stay(s) => say!(store, headline.stay, cause = cause, n = count(s.count), of = count(s.of)),
                Effect::Leave(s) if s.count == 1 => say!(store, headline.leave_one, cause = cause, of = count(s.of)),
                Effect::Leave(s) => say!(store, headline.leave, cause = cause, n = count(s.count), of = count(s.of)),
                Effect::Buy(s) if s.count == 1 => say!(store, headline.buy_one, cause = cause, of = count(s.of)),
                Effect::Buy(s) => say!(store, headline.buy, cause = cause, n = count(s.count), of = count(s.of)),
                Effect::DropOut(s) if s.count == 1 => say!(store, headline.drop_one, cause = cause, of = count(s.of)),
                Effect::DropOut(s) => say!(store, headline.drop, cause = cause, n = count(s.count), of = count(s.of)),
            }
        }
    }
}

/// What is behind an effect, with its marks, to begin a sentence with.
pub fn cause_words(store: Store, cause: &Cause) -> String {
    match cause {
        Cause::Stronger(link) => match ends(store, link) {
            Some((from, to)) => say!(store, headline.stronger_handover, from = from, to = to),
            None => say!(store, headline.stronger, link = in_sentence(&store.link_name(link))),
        },
        Cause::Weaker(link) => match ends(store, link) {
            Some((from, to)) => say!(store, headline.weaker_handover, from = from, to = to),
            None => say!(store, headline.weaker, link = in_sentence(&store.link_name(link))),
        },
        Cause::Lever { link, lever, more } => lever_words(store, link, *lever, *more),
        Cause::PriceUp => say!(store, headline.price_up).to_owned(),
        Cause::PriceDown => say!(store, headline.price_down).to_owned(),
        Cause::Proposal(name) => {
            let name = name.get(store.code()).chars().filter(|c| !matches!(c, '*' | '[' | ']')).collect::<String>();
            say!(store, proposals.cause, name = name)
        }
        Cause::Strain => say!(store, headline.strain).to_owned(),
        Cause::Arrivals => say!(store, dashboards.cause_arrivals).to_owned(),
        Cause::Echo => say!(store, dashboards.cause_echo).to_owned(),
        Cause::Several(n) => say!(store, headline.several, n = format::count(store.language.get(), *n as u64)),
    }
}

/// What another lever than the strength does, where it stands.
fn lever_words(store: Store, link: &LinkId, lever: Lever, more: bool) -> String {
    let place = match ends(store, link) {
        Some((from, to)) => say!(store, levers.on_the_way, from = from, to = to),
        None => say!(store, levers.at, link = in_sentence(&store.link_name(link))),
    };
    let name = || in_sentence(&store.link_name(link));
    match (lever, more) {
        (Lever::Strength, true) => say!(store, headline.stronger, link = name()),
        (Lever::Strength, false) => say!(store, headline.weaker, link = name()),
        (Lever::Gain, true) => say!(store, levers.gain.more, place = place),
        (Lever::Gain, false) => say!(store, levers.gain.less, place = place),
        (Lever::Pain, true) => say!(store, levers.pain.more, place = place),
        (Lever::Pain, false) => say!(store, levers.pain.less, place = place),
        (Lever::Days, true) => say!(store, levers.days.more, place = place),
        (Lever::Days, false) => say!(store, levers.days.less, place = place),
        (Lever::Sensing, true) => say!(store, levers.sensing.more, place = place),
        (Lever::Sensing, false) => say!(store, levers.sensing.less, place = place),
        (Lever::Share, true) => say!(store, levers.share.more, place = place),
        (Lever::Share, false) => say!(store, levers.share.less, place = place),
        (Lever::Frequency, true) => say!(store, levers.more_often, link = name()),
        (Lever::Frequency, false) => say!(store, levers.less_often, link = name()),
    }
}

/// The two ends of a handover that has no name of its own.
fn ends(store: Store, link: &LinkId) -> Option<(String, String)> {
    store.journey.with(|journey| {
        let handover = journey.handover(link).filter(|h| h.name.is_empty())?;
        let name = |id| in_sentence(&journey.link_name(id, store.code()));
        Some((name(&handover.from), name(&handover.to)))
    })
}

/// A name as it stands in the middle of a sentence, without what would be taken for a mark.
fn in_sentence(name: &str) -> String {
    let clean: String = name.chars().filter(|c| !matches!(c, '*' | '[' | ']')).collect();
    let mut chars = clean.chars();
    match (chars.next(), chars.clone().next()) {
        // "FAQ" stays as it is.
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(chars).collect(),
        _ => clean,
    }
}

/// The line under the headline.
pub fn under(store: Store, sentence: &Sentence) -> String {
    match sentence {
        Sentence::Today { .. } | Sentence::NobodyBuys => say!(store, headline.try_it).to_owned(),
        Sentence::WhatIf { effect, besides, .. } => {
            let mut parts: Vec<String> = besides.iter().map(|e| besides_words(store, e)).collect();
            if let Effect::Stay(s) | Effect::Leave(s) | Effect::Buy(s) | Effect::DropOut(s) = effect
                && s.noise > 0
            {
                parts.push(say!(store, headline.noise, n = format::count(store.language.get(), s.noise)));
            }
            if matches!(effect, Effect::Stay(_) | Effect::Leave(_)) {
                parts.extend(in_all(store));
            }
            parts.join(" ")
        }
    }
}

/// What that makes of those who come: who stays is counted of the customers alone.
fn in_all(store: Store) -> Option<String> {
    let InAll { more, people, periods } = in_all_of(store.report.get()?.as_ref())?;
    let n = format::count(store.language.get(), people);
    let (of, time) = (format::count(store.language.get(), FACTS_OF), unit::periods(store, periods.into()));
    Some(match (more, people) {
        (true, 1) => say!(store, headline.in_all_more_one, of = of, time = time),
        (true, _) => say!(store, headline.in_all_more, of = of, n = n, time = time),
        (false, 1) => say!(store, headline.in_all_fewer_one, of = of, time = time),
        (false, _) => say!(store, headline.in_all_fewer, of = of, n = n, time = time),
    })
}

fn besides_words(store: Store, effect: &Effect) -> String {
    let count = |n: u64| format::count(store.language.get(), n);
    let out_of = |s: Share| count(s.of);
    match *effect {
        Effect::Stay(s) if s.count == 0 => say!(store, besides.stay_none).to_owned(),
        Effect::Stay(s) if s.count == 1 => say!(store, besides.stay_one, of = out_of(s)),
        Effect::Stay(s) => say!(store, besides.stay, n = count(s.count), of = out_of(s)),
        Effect::Leave(s) if s.count == 0 => say!(store, besides.leave_none).to_owned(),
        Effect::Leave(s) if s.count == 1 => say!(store, besides.leave_one, of = out_of(s)),
        Effect::Leave(s) => say!(store, besides.leave, n = count(s.count), of = out_of(s)),
        Effect::Buy(s) if s.count == 0 => say!(store, besides.buy_none).to_owned(),
        Effect::Buy(s) if s.count == 1 => say!(store, besides.buy_one, of = out_of(s)),
        Effect::Buy(s) => say!(store, besides.buy, n = count(s.count), of = out_of(s)),
        Effect::DropOut(s) if s.count == 0 => say!(store, besides.drop_none).to_owned(),
        Effect::DropOut(s) if s.count == 1 => say!(store, besides.drop_one, of = out_of(s)),
        Effect::DropOut(s) => say!(store, besides.drop, n = count(s.count), of = out_of(s)),
        Effect::TooClose | Effect::Same => String::new(),
    }
}

/// Marked words as they are shown.
pub fn marked(words: &str, tone: &'static str) -> Vec<AnyView> {
    let mut views = Vec::new();
    let (mut name, mut matter) = (false, false);
    for part in words.split_inclusive(['*', '[', ']']) {
        let text = part.trim_end_matches(['*', '[', ']']).to_owned();
        if !text.is_empty() {
            views.push(match (name, matter) {
                (true, _) => view! { <em>{text}</em> }.into_any(),
                (_, true) => view! { <strong class=tone>{text}</strong> }.into_any(),
                _ => text.into_any(),
            });
        }
        match part.chars().last() {
            Some('*') => name = !name,
            Some('[') => matter = true,
            Some(']') => matter = false,
            _ => {}
        }
    }
    views
}

/// Marked words as they are spoken.
pub fn plain(words: &str) -> String {
    words.chars().filter(|c| !matches!(c, '*' | '[' | ']')).collect()
}
