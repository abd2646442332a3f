//! The headline: what the change does, said in people. A value here; the words are in `locales/`.

use super::retention::followed;
use super::{ListedChange, Project, changes};
use crate::analysis::studies::Goal;
use crate::analysis::{Estimate, Report, paired, share_interval};
use crate::model::{Field, LinkId, PersonaId, Text};

/// So many of so many, with the simulation noise of the count (half a 95 % interval).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// [people]
    pub count: u64,
    /// [people]
    pub noise: u64,
    /// [people]
    pub of: u64,
}

/// A stretch of time with its simulation noise (half a 95 % interval), in tenths of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    pub tenths: u64,
    pub noise: u64,
}

/// What is behind the effect.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    Stronger(LinkId),
    Weaker(LinkId),
    /// Another lever of a link is higher, or lower, than today.
    Lever {
        link: LinkId,
        lever: Field,
        more: bool,
    },
    PriceUp,
    PriceDown,
    Strain,
    /// More or fewer arrivals, or another word of mouth: they act in the calendar view alone.
    Arrivals,
    Echo,
    /// A proposal from the room, by its name.
    Proposal(Text),
    /// A persona of another kind.
    Persona(PersonaId),
    /// So many changes together.
    Several(usize),
}

/// What happens to people. Those who come are counted per arrival, those who stay or leave per customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Leave today, stay now.
    Stay(Share),
    /// Stay today, leave now.
    Leave(Share),
    /// Drop out today, buy now.
    Buy(Share),
    /// Buy today, drop out now.
    DropOut(Share),
    /// Fates change both ways, too evenly to say which way it goes.
    TooClose,
    /// Nobody's fate changes, but those who buy do so later, or sooner.
    Later(Days),
    Sooner(Days),
    /// Nobody's fate changes.
    Same,
    /// Nobody's fate changes, but more or fewer come.
    Arrivals,
}

/// The headline and what stands under it.
#[derive(Clone, Debug, PartialEq)]
pub enum Sentence {
    /// Nothing is changed: how the journey stands. Of `buy.of` who come, `buy.count` buy; of those customers,
    /// `remain` are left after `periods`.
    Today { buy: Share, remain: u64, periods: u16 },
    /// Nobody buys at all, so that nobody can stay.
    NobodyBuys,
    /// Something is changed.
    WhatIf { cause: Cause, effect: Effect, besides: Vec<Effect> },
}

/// People are counted out of this many …
const CROWD: u64 = 10_000;
/// … or out of this many, when an effect is too rare for that.
const LARGE_CROWD: u64 = 1_000_000;
/// The headline for a report of a work. `None` while the report knows nothing of a change that was made.
pub fn sentence(work: &Project, report: &Report) -> Option<Sentence> {
    let Some(cause) = cause(work) else { return Some(today(report)) };
    let (after, before) = GoodAndBad::of(report)?;
    let stay = after.effects(Effect::Stay, Effect::Leave);
    let buy = before.effects(Effect::Buy, Effect::DropOut);
    let after_first = after.net() >= before.net();
    let (first, second) = if after_first { (stay, buy) } else { (buy, stay) };
    let mut told: Vec<Effect> = first.into_iter().chain(second).flatten().collect();
    let effect = if !told.is_empty() {
        told.remove(0)
    } else if after.any() || before.any() {
        told = [after.both(Effect::Stay, Effect::Leave), before.both(Effect::Buy, Effect::DropOut)].concat();
        Effect::TooClose
    } else if matches!(cause, Cause::Arrivals | Cause::Echo) {
        Effect::Arrivals
    } else {
        longer(report).unwrap_or(Effect::Same)
    };
    Some(Sentence::WhatIf { cause, effect, besides: told })
}

/// How many more, or fewer, of those who come are customers at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InAll {
    pub more: bool,
    /// Of 10 000 who come [people].
    pub people: u64,
    /// When that is counted [periods].
    pub periods: u16,
}

/// What a change makes of those who come, where that is more than noise and at least one of 10 000.
pub fn in_all(report: &Report) -> Option<InAll> {
    let more = Goal::CustomersAtEnd.difference(report.difference.as_ref()?)?;
    let people = (more.value.abs() * CROWD as f64).round() as u64;
    let tells = more.tells();
    let periods = followed(report);
    (tells && people > 0).then_some(InAll { more: more.value > 0.0, people, periods })
}

/// How much later, or sooner, those who buy do so. `None` where that is less than a tenth of a day, or noise explains it.
fn longer(report: &Report) -> Option<Effect> {
    let by = report.difference.as_ref()?.figures.days_to_purchase?;
    let tenths = |days: f64| (10.0 * days).round() as u64;
    let days = Days { tenths: tenths(by.value.abs()), noise: tenths(by.noise().unwrap_or(0.0)) };
    let effect = if by.low > 0.0 { Effect::Later(days) } else { Effect::Sooner(days) };
    (by.tells() && days.tenths > 0).then_some(effect)
}

fn today(report: &Report) -> Sentence {
    if report.today.bought == 0 {
        return Sentence::NobodyBuys;
    }
    let buy = share(report.today.bought, report.customers);
    let kept = report.today.survival.last().copied().unwrap_or(1.0);
    Sentence::Today { buy, remain: (kept * buy.count as f64).round() as u64, periods: followed(report) }
}

/// What is behind an effect; `None` where nothing is changed.
pub fn cause(work: &Project) -> Option<Cause> {
    let active: Vec<ListedChange> = changes(work).into_iter().filter(ListedChange::is_active).collect();
    match active.as_slice() {
        [] => None,
        [ListedChange::Lever { link, lever: Field::Strength, today, value, .. }] if value > today => {
            Some(Cause::Stronger(link.clone()))
        }
        [ListedChange::Lever { link, lever: Field::Strength, .. }] => Some(Cause::Weaker(link.clone())),
        [ListedChange::Lever { link, lever, today, value, .. }] => {
            Some(Cause::Lever { link: link.clone(), lever: *lever, more: value > today })
        }
        [ListedChange::Proposal { name, .. }] => Some(Cause::Proposal(name.clone())),
        [ListedChange::Quality { persona, .. }] => Some(Cause::Persona(persona.clone())),
        [ListedChange::Strain(_)] => Some(Cause::Strain),
        [ListedChange::Price { today, value }] => Some(if value > today { Cause::PriceUp } else { Cause::PriceDown }),
        [ListedChange::Arrivals { .. }] => Some(Cause::Arrivals),
        [ListedChange::Echo { .. }] => Some(Cause::Echo),
        several => Some(Cause::Several(several.len())),
    }
}

/// People whose fate changes for the better and for the worse.
#[derive(Clone, Copy, Debug)]
pub(super) struct GoodAndBad {
    pub good: u64,
    pub bad: u64,
    pub all: u64,
}

impl GoodAndBad {
    /// Those who stay that would have left, out of the customers who buy in both worlds; and those who buy that would
    /// have dropped out, out of all who come. These are the only two bases on which people are counted: who buys in one
    /// world alone is won or lost as a visitor, and cannot be saved or lost as a customer.
    pub fn of(report: &Report) -> Option<(Self, Self)> {
        let d = report.difference.as_ref()?;
        let after = Self { good: d.saved, bad: d.lost, all: d.fates.buy_in_both() };
        Some((after, Self { good: d.won, bad: d.sale_lost, all: d.fates.all() }))
    }

    pub fn any(&self) -> bool {
        self.good + self.bad > 0
    }

    pub fn net(&self) -> u64 {
        self.good.abs_diff(self.bad)
    }

    fn net_share(&self) -> Option<Estimate> {
        paired(self.good, self.bad, self.all, true)
    }

    /// The noise of the net share [0..1]; 0 where there is nobody.
    pub fn noise(&self) -> f64 {
        self.net_share().and_then(|net| net.noise()).unwrap_or(0.0)
    }

    /// Whether more fates change one way than chance would have it.
    pub fn certain(&self) -> bool {
        self.net_share().is_some_and(|net| net.tells())
    }

    /// The larger side and then the smaller one, when it can be told which is larger.
    fn effects(&self, good: fn(Share) -> Effect, bad: fn(Share) -> Effect) -> Option<Vec<Effect>> {
        self.certain().then(|| {
            let both = self.both(good, bad);
            if self.good > self.bad { both } else { both.into_iter().rev().collect() }
        })
    }

    fn both(&self, good: fn(Share) -> Effect, bad: fn(Share) -> Effect) -> Vec<Effect> {
        if !self.any() {
            return Vec::new();
        }
        let (better, worse) = shares(self.good, self.bad, self.all);
        vec![good(better), bad(worse)]
    }
}

/// A count out of a population, scaled to a crowd that can be pictured.
pub(super) fn share(count: u64, all: u64) -> Share {
    let of = if count > 0 && count.saturating_mul(CROWD) < all { LARGE_CROWD } else { CROWD };
    share_of(count, all, of)
}

/// Two counts out of one crowd; nobody can be counted out of any.
pub(super) fn shares(good: u64, bad: u64, all: u64) -> (Share, Share) {
    let crowds = [good, bad].into_iter().filter(|count| *count > 0).map(|count| share(count, all).of);
    let of = crowds.min().unwrap_or(CROWD);
    (share_of(good, all, of), share_of(bad, all, of))
}

fn share_of(count: u64, all: u64, of: u64) -> Share {
    if all == 0 {
        return Share { count: 0, noise: 0, of };
    }
    let p = count as f64 / all as f64;
    let (low, high) = share_interval(count as f64, all as f64);
    let noise = (high - p).max(p - low);
    let scaled = |x: f64| (x * of as f64).round() as u64;
    // A few are not nobody.
    Share { count: scaled(p).max(count.min(1)), noise: scaled(noise), of }
}
