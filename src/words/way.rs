//! The way to the purchase in words: days, second tries, and where yes and no part; and where it chafes.

use super::{Teller, number};
use crate::analysis::Estimate;
use crate::app::{Chafes, OnTheWay, WayToBuying, findings_of, half_width, longest_stall, most_again};
use crate::model::LinkId;
use crate::say;

/// How long the way to the purchase takes [days], with today's where that is another time, over what can be unfolded.
pub fn title(teller: &Teller, now: Option<Estimate>, today: Option<Estimate>) -> String {
    let days = |days: Estimate| {
        let one = |days| number::decimal(teller.language, days, 1);
        let (value, noise) = (one(days.value), one(half_width(&days)));
        if days.noise().is_none() {
            return format!("{value} ({})", say!(teller, outcomes.too_few));
        }
        // What is written as 0 is no noise.
        if half_width(&days) < 0.05 { value } else { say!(teller, outcomes.difference, n = value, noise = noise) }
    };
    match (now, today) {
        (None, _) => say!(teller, way.ask).to_owned(),
        (Some(now), Some(today)) if (now.value - today.value).abs() >= 0.05 => {
            let today = number::decimal(teller.language, today.value, 1);
            say!(teller, way.took_today, days = days(now), today = today)
        }
        (Some(now), _) => say!(teller, way.took, days = days(now)),
    }
}

/// Where people try again most. `None` where nobody does.
pub fn again(teller: &Teller, way: &WayToBuying) -> Option<String> {
    let most = most_again(way)?;
    let share = number::percent(teller.language, most.again, 0);
    Some(say!(teller, way.again, link = teller.link_name(&most.link), share = share))
}

/// Where visitors stand still longest. `None` where nobody does.
pub fn stall(teller: &Teller, way: &WayToBuying) -> Option<String> {
    let longest = longest_stall(way)?;
    let days = number::decimal(teller.language, longest.stall, 1);
    Some(say!(teller, way.stall, link = teller.link_name(&longest.link), days = days))
}

/// Where the days go; with today's days of the whole way, where they are others.
pub fn days(teller: &Teller, now: &WayToBuying, today: Option<&WayToBuying>) -> String {
    let Some(all) = now.days else { return say!(teller, way.nobody).to_owned() };
    let (most, _) = findings_of(now);
    let Some(most) = most else { return say!(teller, way.at_once).to_owned() };
    let of = |days: f64| number::decimal(teller.language, days, 1);
    let link = teller.link_name(&most.link);
    let before = today.and_then(|today| today.days).map(of).filter(|before| *before != of(all));
    match before {
        None => say!(teller, way.days, days = of(all), link = link, there = of(most.days)),
        Some(before) => {
            say!(teller, way.days_today, days = of(all), today = before, link = link, there = of(most.days))
        }
    }
}

/// What parts those who buy from those who do not. `None` where nothing does.
pub fn parting(teller: &Teller, way: &WayToBuying) -> Option<String> {
    let (_, parts) = findings_of(way);
    let parts = parts?;
    let share = |share: f64| number::percent(teller.language, share, 0);
    let link = teller.link_name(&parts.link);
    Some(say!(teller, way.parting, link = link, no = share(parts.failed_no?), yes = share(parts.failed_yes?)))
}

/// The cells of one link: days, what one in ten stands for or longer, second tries, whom it failed of those who buy and of those who do not.
pub fn cells(teller: &Teller, link: &OnTheWay) -> [String; 5] {
    let share = |share: Option<f64>| {
        share.map_or_else(|| say!(teller, outcomes.none).to_owned(), |s| number::percent(teller.language, s, 0))
    };
    [
        number::decimal(teller.language, link.days, 1),
        number::decimal(teller.language, link.stall, 1),
        share(Some(link.again)),
        share(link.failed_yes),
        share(link.failed_no),
    ]
}

/// What these figures are counted on.
pub fn sample(teller: &Teller, way: &WayToBuying) -> String {
    say!(teller, way.sample, n = teller.count(way.visitors), buyers = teller.count(way.buyers))
}

/// "Invoice (501), Support (48)"; that there is nothing where there is nothing.
pub fn counted(teller: &Teller, links: &[(LinkId, u64)]) -> String {
    let one =
        |(link, n): &(LinkId, u64)| say!(teller, why.counted, name = teller.link_name(link), n = teller.count(*n));
    if links.is_empty() {
        say!(teller, way.none).to_owned()
    } else {
        links.iter().map(one).collect::<Vec<_>>().join(", ")
    }
}

/// "Invoice (41%), Support (22%)"; that there is nothing where there is nothing.
pub fn shared(teller: &Teller, links: &[(LinkId, f64)]) -> String {
    let share = |share: f64| number::percent(teller.language, share, 0);
    let one =
        |(link, part): &(LinkId, f64)| say!(teller, way.shared, link = teller.link_name(link), share = share(*part));
    if links.is_empty() {
        say!(teller, way.none).to_owned()
    } else {
        links.iter().map(one).collect::<Vec<_>>().join(", ")
    }
}

/// Where the inbox is loudest about another link than the one where it chafes most. `None` where they are one.
pub fn louder(teller: &Teller, found: &Chafes) -> Option<String> {
    let ((inbox, _), (link, _)) = (found.inbox.first()?, found.chafes.first()?);
    (inbox != link).then(|| say!(teller, way.louder, inbox = teller.link_name(inbox), link = teller.link_name(link)))
}
