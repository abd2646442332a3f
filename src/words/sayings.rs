//! What is often said of customers, and what is found when it is tried: each a finding and what it rests on.

use super::{Teller, number, unit};
use crate::analysis::{Estimate, Report};
use crate::app::{Ladders, OnLadder, Rate, SameMoments, Switching};
use crate::say;

/// A share of a rate, with a decimal where it is small.
pub fn share(teller: &Teller, rate: &Rate) -> String {
    percent(teller, rate.share)
}

fn percent(teller: &Teller, share: f64) -> String {
    number::percent(teller.language, share, if share < 0.1 { 1 } else { 0 })
}

/// Half its interval: "±0.3".
pub fn noise(teller: &Teller, rate: &Rate) -> String {
    format!("±{}", number::points(teller.language, (rate.high - rate.low) / 2.0, 1))
}

/// An estimate of a share as a rate.
pub fn rate_of(estimate: Estimate) -> Rate {
    Rate { share: estimate.value, low: estimate.low, high: estimate.high, of: 0 }
}

/// How readily people leave on the spot after trouble with the service, beside other trouble.
pub fn switching(teller: &Teller, found: Option<&Switching>) -> String {
    let Some(found) = found else { return say!(teller, sayings.switching.none).to_owned() };
    let (service, other) = (share(teller, &found.service), share(teller, &found.other));
    let plain = |value: f64| number::decimal(teller.language, value, 1);
    match found.times {
        Some((times, low, high)) => say!(
            teller,
            sayings.switching.found,
            service = service,
            other = other,
            times = plain(times),
            low = plain(low),
            high = plain(high)
        ),
        None => say!(teller, sayings.switching.without_times, service = service, other = other),
    }
}

/// How often an offer to a customer is taken up, beside how often a visitor buys.
pub fn offers(teller: &Teller, report: &Report) -> String {
    let now = report.what_if.as_ref().unwrap_or(&report.today);
    let said = |estimate: Estimate| percent(teller, estimate.value);
    match (now.figures.offer_success, now.figures.conversion) {
        (Some(offer), Some(visit)) => say!(teller, sayings.offers.found, offer = said(offer), visit = said(visit)),
        _ => say!(teller, sayings.offers.none).to_owned(),
    }
}

/// What becomes of customers with as many good contacts.
pub fn moments(teller: &Teller, found: Option<&SameMoments>) -> String {
    let Some(found) = found else { return say!(teller, sayings.moments.none).to_owned() };
    let (link, who) = (teller.link_name(&found.link), teller.first_name(&found.persona));
    if !found.failed.is_above(&found.spared) {
        return say!(teller, sayings.moments.alike, who = who, link = link);
    }
    let (failed, spared) = (share(teller, &found.failed), share(teller, &found.spared));
    let often = often(teller, found);
    say!(teller, sayings.moments.found, who = who, failed = failed, spared = spared, link = link, often = often)
}

/// What the two groups have in common and what not.
pub fn moments_rest_on(teller: &Teller, found: &SameMoments) -> String {
    let good = number::decimal(teller.language, found.good, 1);
    say!(
        teller,
        sayings.moments.rests,
        who = teller.first_name(&found.persona),
        good = good,
        time = unit::periods(teller, found.periods.into()),
        next = unit::periods(teller, found.next.into())
    )
}

/// How often the link failed the one group.
pub fn often(teller: &Teller, found: &SameMoments) -> String {
    match found.failures {
        1 => say!(teller, sayings.moments.once).to_owned(),
        2 => say!(teller, sayings.moments.twice).to_owned(),
        n => say!(teller, sayings.moments.times, n = teller.count(n)),
    }
}

/// Who stands on the phase-out ladder and who has left, with today's where that is another.
pub fn ladders(teller: &Teller, found: &Ladders) -> String {
    let said = |part: Option<f64>| percent(teller, part.unwrap_or_default());
    let of = |on: &OnLadder| (said(on.doubt()), said(on.gone()));
    let time = unit::periods(teller, found.period as u64);
    let today = of(&found.today);
    match found.what_if.as_ref().map(of) {
        Some(now) => say!(
            teller,
            sayings.ladder.changed,
            time = time,
            doubt = now.0,
            gone = now.1,
            doubt_today = today.0,
            gone_today = today.1
        ),
        None => say!(teller, sayings.ladder.found, time = time, doubt = today.0, gone = today.1),
    }
}

/// What the other group is called.
pub fn spared(teller: &Teller, found: &SameMoments) -> &'static str {
    if found.failures == 1 { say!(teller, sayings.moments.never) } else { say!(teller, sayings.moments.spared) }
}
