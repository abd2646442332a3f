//! The way to the purchase in words: days, second tries, and where yes and no part; and where it chafes.

use super::{Teller, number};
use crate::app::{OnTheWay, WayToBuying, findings_of};
use crate::model::LinkId;
use crate::say;

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

/// The cells of one link: days, second tries, whom it failed of those who buy and of those who do not.
pub fn cells(teller: &Teller, link: &OnTheWay) -> [String; 4] {
    let share = |share: Option<f64>| {
        share.map_or_else(|| say!(teller, outcomes.none).to_owned(), |s| number::percent(teller.language, s, 0))
    };
    [
        number::decimal(teller.language, link.days, 1),
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
