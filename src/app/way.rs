//! The way to the purchase, read off the told lives of a sample: where the days go, where people try again, and what
//! parts those who buy from those who do not.

use super::Project;
use crate::analysis::{Fate, Trail, TrailStep};
use crate::model::{LinkId, PersonaId, Role};

/// Fewer who met a link than this say nothing of it [visitors].
const TELLING: u64 = 100;

/// The way to the purchase.
#[derive(Clone, Debug, PartialEq)]
pub struct WayToBuying {
    /// Visitors whose lives are told, and those of them who buy.
    pub visitors: u64,
    pub buyers: u64,
    /// Mean days from first contact to the purchase, of those who buy; `None` if nobody does [days].
    pub days: Option<f64>,
    /// Links before the purchase that enough visitors met, in the order of the journey.
    pub links: Vec<OnTheWay>,
}

/// What happened at one link before the purchase.
#[derive(Clone, Debug, PartialEq)]
pub struct OnTheWay {
    pub link: LinkId,
    /// Whoever holds out here has bought.
    pub is_purchase: bool,
    /// Spent there, for each visitor who buys; over all links they sum to the days of the whole way [days].
    pub days: f64,
    /// Of those who met it, those who tried more than once [0..1].
    pub again: f64,
    /// One in ten of those who met it, whether they buy or not, stood still there for so long or longer [days].
    pub stall: f64,
    /// Of those who met it and buy, and of those who met it and do not: whom it failed at least once [0..1]. `None` where
    /// too few are of that kind.
    pub failed_yes: Option<f64>,
    pub failed_no: Option<f64>,
}

impl OnTheWay {
    /// How much oftener it failed those who do not buy [-1..1]. `None` where too few are of either kind, and at a purchase,
    /// where it is so by definition.
    pub fn parts(&self) -> Option<f64> {
        if self.is_purchase {
            return None;
        }
        Some(self.failed_no? - self.failed_yes?)
    }
}

/// What happens at a link, over all who met it: by whether they do not buy, or buy.
#[derive(Clone, Default)]
struct Sum {
    met: [u64; 2],
    failed: [u64; 2],
    again: u64,
    days: f64,
    /// How long each of them stood there, all tries together [days].
    stood: Vec<f32>,
}

impl Sum {
    /// What one in ten stood for, or longer [days].
    fn stall(&self) -> f64 {
        let mut stood = self.stood.clone();
        stood.sort_unstable_by(f32::total_cmp);
        let longest = stood.len() / 10;
        stood.iter().rev().nth(longest.saturating_sub(1)).map_or(0.0, |days| f64::from(*days))
    }
}

/// The way of one persona's visitors, or of everybody.
pub fn way_to_buying(work: &Project, trails: &[Trail], persona: Option<&PersonaId>) -> WayToBuying {
    let links: Vec<&LinkId> = work.journey.links().collect();
    let wanted = persona.and_then(|id| work.journey.personas.iter().position(|p| p.id == *id));
    let mut sums = vec![Sum::default(); links.len()];
    let (mut visitors, mut buyers) = (0, 0);
    for trail in trails.iter().filter(|trail| wanted.is_none_or(|at| usize::from(trail.persona) == at)) {
        let buys = trail.fate != Fate::Dropped;
        visitors += 1;
        buyers += u64::from(buys);
        book(&mut sums, &trail.steps, buys);
    }
    let share = |part: u64, of: u64| part as f64 / of.max(1) as f64;
    let link = |(id, sum): (&&LinkId, &Sum)| {
        let failed = |buys: usize| (sum.met[buys] >= TELLING).then(|| share(sum.failed[buys], sum.met[buys]));
        let met = sum.met[0] + sum.met[1];
        (met >= TELLING).then(|| OnTheWay {
            link: (*id).clone(),
            is_purchase: work.journey.touchpoint(id).is_some_and(|t| t.role == Role::Purchase),
            days: sum.days / buyers.max(1) as f64,
            again: share(sum.again, met),
            stall: sum.stall(),
            failed_yes: failed(1),
            failed_no: failed(0),
        })
    };
    let days: f64 = sums.iter().map(|sum| sum.days).sum();
    WayToBuying {
        visitors,
        buyers,
        days: (buyers > 0).then(|| days / buyers as f64),
        links: links.iter().zip(&sums).filter_map(link).collect(),
    }
}

/// Books one visitor's steps up to the purchase.
fn book(sums: &mut [Sum], steps: &[TrailStep], buys: bool) {
    // What happened at each link that this visitor met: few, so that a list is enough.
    let mut met: Vec<Met> = Vec::new();
    for step in steps {
        match *step {
            TrailStep::Waited { link, days } => Met::at(&mut met, link).days += days,
            TrailStep::Held { link } => Met::at(&mut met, link).tries += 1,
            TrailStep::Failed { link } => {
                let met = Met::at(&mut met, link);
                (met.tries, met.failed) = (met.tries + 1, true);
            }
            TrailStep::Bought => break,
            _ => {}
        }
    }
    for Met { link, tries, failed, days } in met {
        let Some(sum) = sums.get_mut(usize::from(link)) else { continue };
        if buys {
            sum.days += f64::from(days);
        }
        // Whoever only waited there has not met it.
        if tries > 0 {
            sum.met[usize::from(buys)] += 1;
            sum.failed[usize::from(buys)] += u64::from(failed);
            sum.again += u64::from(tries > 1);
            sum.stood.push(days);
        }
    }
}

/// What happened to one visitor at one link.
struct Met {
    link: u16,
    tries: u64,
    failed: bool,
    /// [days]
    days: f32,
}

impl Met {
    fn at(all: &mut Vec<Self>, link: u16) -> &mut Self {
        let at = all.iter().position(|met| met.link == link).unwrap_or_else(|| {
            all.push(Self { link, tries: 0, failed: false, days: 0.0 });
            all.len() - 1
        });
        &mut all[at]
    }
}

/// The link where most days go, and the one that parts those who buy from those who do not.
pub fn findings_of(way: &WayToBuying) -> (Option<&OnTheWay>, Option<&OnTheWay>) {
    let most = |value: fn(&OnTheWay) -> f64| {
        let best = way.links.iter().max_by(|a, b| value(a).total_cmp(&value(b)));
        best.filter(|link| value(link) > 0.0)
    };
    (most(|link| link.days), most(|link| link.parts().unwrap_or(0.0)))
}

/// The link where visitors stand still longest. `None` where nobody stands.
pub fn longest_stall(way: &WayToBuying) -> Option<&OnTheWay> {
    way.links.iter().filter(|link| link.stall > 0.0).max_by(|a, b| a.stall.total_cmp(&b.stall))
}

/// The link at which most of those who meet it try again. `None` where nobody does.
pub fn most_again(way: &WayToBuying) -> Option<&OnTheWay> {
    way.links.iter().filter(|link| link.again > 0.0).max_by(|a, b| a.again.total_cmp(&b.again))
}
