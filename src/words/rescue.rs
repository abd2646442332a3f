//! Saved here, lost there, in words.

use super::{Teller, number};
use crate::analysis::PRICE;
use crate::analysis::studies::Rescue;
use crate::app::{FACTS_OF, saved_and_lost};
use crate::model::LinkId;
use crate::say;

/// The finding.
pub fn finding(teller: &Teller, rescue: &Rescue) -> String {
    let saved = saved_and_lost(rescue);
    let link = teller.link_name(&rescue.link);
    let (here, net) = (teller.count(saved.here.unsigned_abs()), teller.count(saved.net.unsigned_abs()));
    match rescue.net_share {
        _ if rescue.rescued_here <= 0 => say!(teller, rescue.none, link = link),
        Some(e) if e.low > 0.0 => say!(teller, rescue.title, here = here, link = link, net = net),
        Some(e) if e.high < 0.0 => say!(teller, rescue.title_fewer, here = here, link = link, net = net),
        _ => say!(teller, rescue.title_unsure, here = here, link = link),
    }
}

/// How sure it is; empty where nothing could be counted.
pub fn sure(teller: &Teller, rescue: &Rescue) -> String {
    let Some(net) = rescue.net_share else { return String::new() };
    let people = |share: f64| number::signed(teller.language, (share * FACTS_OF as f64).round(), 0);
    say!(
        teller,
        rescue.sure,
        net = people(net.value),
        of = teller.count(FACTS_OF),
        low = people(net.low),
        high = people(net.high),
        customers = teller.count(rescue.customers)
    )
}

/// Why conversion rises and retention falls. `None` where it does not.
pub fn lowers(teller: &Teller, rescue: &Rescue) -> Option<String> {
    let share = |s: f64| number::percent(teller.language, s, 0);
    let let_in = &rescue.let_in;
    let_in.lowers_retention.then(|| match (let_in.newcomers_stay, let_in.others_stay) {
        (Some(newcomers), Some(others)) => {
            say!(teller, rescue.lowers, newcomers = share(newcomers), others = share(others))
        }
        _ => say!(teller, rescue.lowers_bare).to_owned(),
    })
}

/// Where customers fall later: at a link, or over the price alone.
pub fn falls(teller: &Teller, id: &LinkId) -> String {
    if id.as_str() == PRICE {
        say!(teller, rescue.price).to_owned()
    } else {
        say!(teller, rescue.falls, link = teller.link_name(id))
    }
}
