//! Saved here, lost there, in words.

use super::{Teller, number, unit};
use crate::analysis::PRICE;
use crate::analysis::studies::Rescue;
use crate::app::{FACTS_OF, saved_and_lost};
use crate::model::LinkId;
use crate::say;

/// The finding.
pub fn finding(teller: &Teller, rescue: &Rescue) -> String {
    let saved = saved_and_lost(rescue);
    let link = teller.link_name(&rescue.link);
    let of = teller.count(FACTS_OF);
    let (here, net) = (teller.count(saved.here.unsigned_abs()), teller.count(saved.net.unsigned_abs()));
    let time = unit::horizon(teller);
    match rescue.net_share {
        _ if rescue.rescued_here <= 0 => say!(teller, rescue.none, link = link),
        Some(e) if e.low > 0.0 && saved.net > saved.here => {
            let beyond = teller.count(saved.net.abs_diff(saved.here));
            say!(
                teller,
                rescue.title_beyond,
                of = of,
                here = here,
                link = link,
                beyond = beyond,
                net = net,
                time = time
            )
        }
        Some(e) if e.low > 0.0 => say!(teller, rescue.title, of = of, here = here, link = link, net = net, time = time),
        Some(e) if e.high < 0.0 => say!(teller, rescue.title_fewer, here = here, link = link, net = net, time = time),
        _ => say!(teller, rescue.title_unsure, here = here, link = link, time = time),
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

/// What becomes of people whose fate the effort changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RescueFate {
    /// They fall no more.
    Saved,
    /// They fall elsewhere.
    Lost,
    /// They are customers at the end.
    Net,
}

/// One bar of the picture: who, how many, and what becomes of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RescueBar {
    pub who: String,
    /// [people of 10 000 who come]
    pub people: i64,
    pub fate: RescueFate,
}

/// Those who are saved here, those who fall later, and those who are customers at the end.
pub fn bars(teller: &Teller, rescue: &Rescue) -> Vec<RescueBar> {
    let saved = saved_and_lost(rescue);
    let bar = |who, people, fate| RescueBar { who, people, fate };
    let here = say!(teller, rescue.here, link = teller.link_name(&rescue.link));
    let mut bars = vec![bar(here, saved.here, RescueFate::Saved)];
    bars.extend(saved.falls.iter().map(|(id, people)| bar(falls(teller, id), *people, RescueFate::Lost)));
    match saved.others {
        0 => {}
        n if n > 0 => bars.push(bar(say!(teller, rescue.others).to_owned(), n, RescueFate::Lost)),
        n => bars.push(bar(say!(teller, rescue.others_fewer).to_owned(), -n, RescueFate::Saved)),
    }
    bars.push(bar(say!(teller, rescue.net, time = unit::horizon(teller)), saved.net, RescueFate::Net));
    bars
}

/// Where customers fall later: at a link, or over the price alone.
fn falls(teller: &Teller, id: &LinkId) -> String {
    if id.as_str() == PRICE {
        say!(teller, rescue.price).to_owned()
    } else {
        say!(teller, rescue.falls, link = teller.link_name(id))
    }
}
