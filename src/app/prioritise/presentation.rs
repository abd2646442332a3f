//! StudyFindings as they are shown: outcomes instead of differences, counts that can be pictured, and who gets what.

use super::super::{Project, is_changed};
use crate::analysis::studies::{Budget, Goal, Rescue, StrainTest, Sure, UnderStrain, Way, WayOfSpending, paid_back};
use crate::analysis::{Estimate, Report};
use crate::model::order;
use crate::model::{Journey, LinkId, OwnerId};

/// People are counted out of this many.
const OF: f64 = 10_000.0;
/// Links that are named among the plausible worlds; the rest are counted together.
const NAMED: usize = 4;
/// Links that are shown where customers fall later.
const FALLS: usize = 6;

/// Where the page stands: the outcome that counts as its newest report tells it, in the end from many more customers than a
/// question has [the outcome's unit]. What a question finds is told from here on, so that all panels begin at one figure.
pub fn stands_at(work: &Project, goal: Goal, report: &Report) -> Option<f64> {
    goal.told_in(report.what_if.as_ref().filter(|_| is_changed(work)).unwrap_or(&report.today))
}

/// An outcome that a question finds, told from where the page stands. In proportion, so that what is nearly nothing stays
/// that; the recommendation score, which can be below 0, by the difference.
fn told_from(stands_at: Option<f64>, goal: Goal, start: f64, found: f64) -> f64 {
    match (stands_at, goal) {
        (None, _) => found,
        (Some(at), Goal::Recommendation) => (found + at - start).clamp(-100.0, 100.0),
        (Some(_), _) if start <= 0.0 => found,
        (Some(at), Goal::RevenuePerArrival) => found * at / start,
        (Some(at), _) => (found * at / start).min(1.0),
    }
}

/// The outcome after 0, 1, 2 … units, by way of spending [the outcome's unit], told from where the page stands, if that is
/// known. Empty where there is nothing to count.
pub fn race_levels(budget: &Budget, stands_at: Option<f64>) -> Vec<(WayOfSpending, Vec<f64>)> {
    let Some(today) = budget.today.map(|today| today.value) else { return Vec::new() };
    let level = |change: &Option<Estimate>| {
        change.map(|change| told_from(stands_at, budget.outcome, today, today + change.value))
    };
    let of = |way: &Way| Some((way.way, way.curve.iter().map(level).collect::<Option<Vec<f64>>>()?));
    budget.ways.iter().filter_map(of).collect()
}

/// What becomes of a budget in one way of spending.
#[derive(Clone, Debug, PartialEq)]
pub enum Allocation {
    /// One link so much [effort].
    Link(LinkId, f64),
    /// One owner so much, for all links that are theirs [effort].
    Owner(OwnerId, f64),
    /// So many links each so much [effort].
    Each(usize, f64),
    /// Taken from so many links together [effort, over 0].
    Taken(usize, f64),
}

/// Who gets what when all is spent, the most first.
pub fn who_gets(journey: &Journey, way: &Way) -> Vec<Allocation> {
    let mut gets = match way.way {
        WayOfSpending::Evenly => {
            let given = way.spent.iter().filter(|s| s.effort > 0.0);
            let each = given.clone().map(|s| s.effort).fold(0.0, f64::max);
            return vec![Allocation::Each(given.count(), each)];
        }
        WayOfSpending::BySilo => by_owner(journey, way),
        _ => way
            .spent
            .iter()
            .filter(|s| s.effort > 0.0)
            .map(|s| (Allocation::Link(s.link.clone(), s.effort), s.effort))
            .collect(),
    };
    order::sort(&mut gets, |(_, a), (_, b)| b.total_cmp(a));
    let taken: Vec<f64> = way.spent.iter().map(|s| s.effort).filter(|effort| *effort < 0.0).collect();
    let from = (!taken.is_empty()).then(|| Allocation::Taken(taken.len(), 0.0 - taken.iter().sum::<f64>()));
    gets.into_iter().map(|(gets, _)| gets).chain(from).collect()
}

fn by_owner(journey: &Journey, way: &Way) -> Vec<(Allocation, f64)> {
    let owner_of = |link: &LinkId| {
        let touchpoint = journey.touchpoint(link).map(|t| t.owner.clone());
        touchpoint.or_else(|| journey.handover(link).and_then(|h| h.owner.clone()))
    };
    let sum = |owner: &OwnerId| -> f64 {
        way.spent.iter().filter(|s| owner_of(&s.link).as_ref() == Some(owner)).map(|s| s.effort).sum()
    };
    let all = journey.owners.iter().map(|owner| (owner.id.clone(), sum(&owner.id)));
    all.filter(|(_, effort)| *effort > 0.0).map(|(owner, effort)| (Allocation::Owner(owner, effort), effort)).collect()
}

/// What the units cost in the best way [money], and how many periods' arrivals pay for it; `None` where nobody says what
/// a unit costs.
pub fn payback(budget: &Budget, unit_cost: Option<f64>) -> Option<(f64, Option<Estimate>)> {
    let money = budget.money.as_ref()?;
    let cost = unit_cost.map(|each| each * budget.effort * f64::from(budget.units)).or(money.cost)?;
    Some((cost, paid_back(cost, money.of_doing_nothing)))
}

/// Worlds in which one link, or one of several, is the best place.
#[derive(Clone, Debug, PartialEq)]
pub struct BestIn {
    /// The link; `None` for all that are not named.
    pub link: Option<LinkId>,
    /// How many links these are.
    pub links: usize,
    /// [worlds]
    pub worlds: u32,
    /// Of those, worlds in which noise does not explain it [worlds].
    pub clear: u32,
}

/// The plausible worlds by best link, the most first.
pub fn best_in(sure: &Sure) -> Vec<BestIn> {
    let best: Vec<_> = sure.links.iter().filter(|link| link.best_in > 0).collect();
    // A single one more is named rather than called the rest.
    let named = if best.len() == NAMED + 1 { NAMED + 1 } else { NAMED };
    let one = |link: &&crate::analysis::studies::SureLink| BestIn {
        link: Some(link.id.clone()),
        links: 1,
        worlds: link.best_in,
        clear: link.clearly_in,
    };
    let mut all: Vec<BestIn> = best.iter().take(named).map(one).collect();
    let rest = best.get(named..).unwrap_or_default();
    if !rest.is_empty() {
        let (worlds, clear) = (rest.iter().map(|l| l.best_in).sum(), rest.iter().map(|l| l.clearly_in).sum());
        all.push(BestIn { link: None, links: rest.len(), worlds, clear });
    }
    all
}

/// Whether noise may have decided in more than half of the plausible worlds.
pub fn is_mostly_noise(sure: &Sure) -> bool {
    2 * sure.noisy > sure.worlds
}

/// The outcome by strain: (strain, outcome), told from where the page stands on a calm day, if that is known. Empty where
/// it could not be counted everywhere.
pub fn strain_levels(test: &StrainTest, calm: Option<f64>) -> Vec<(f64, f64)> {
    let start = test.points.first().and_then(|point| point.level).map_or(0.0, |level| level.value);
    let level = |point: &UnderStrain| Some(told_from(calm, test.outcome, start, point.level?.value));
    test.points.iter().map(|p| Some((p.strain, level(p)?))).collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// The link that gives way first with what it costs, and the next where noise may explain which of the two is first.
#[derive(Clone, Debug, PartialEq)]
pub struct GivesWay {
    pub strain: f64,
    pub first: (LinkId, Estimate),
    pub close: Option<(LinkId, Estimate)>,
}

/// What gives way first; none where nothing does by more than the noise.
pub fn gives_way(test: &StrainTest) -> Option<GivesWay> {
    let strain = test.gives_way_at?;
    let point = test.points.iter().find(|point| point.strain == strain)?;
    let mut costs = point.links.iter().filter_map(|link| Some((link.id.clone(), link.costs?)));
    let first = costs.find(|(link, _)| test.gives_way.as_ref() == Some(link))?;
    let close = costs.next().filter(|(_, cost)| cost.low > 0.0 && cost.high > first.1.low);
    Some(GivesWay { strain, first, close })
}

/// People of 10 000 who come whose fate an effort on one link changes, in whole people that add up: whoever the link
/// loses no more falls at another one or is a customer at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Whom the link loses no more.
    pub here: i64,
    /// More who fall at other links, the most first; "price" for those who leave over the price alone.
    pub falls: Vec<(LinkId, i64)>,
    /// More who fall at links that are not named; fewer, where negative.
    pub others: i64,
    /// More who are customers at the end.
    pub net: i64,
}

/// Saved here, lost there, out of 10 000 who come.
pub fn saved(rescue: &Rescue) -> Saved {
    let per = OF / rescue.customers.max(1) as f64;
    let people = |n: i64| (n as f64 * per).round() as i64;
    let mut falls: Vec<(LinkId, i64)> =
        rescue.falls.iter().map(|f| (f.id.clone(), people(f.dropped + f.left))).filter(|(_, n)| *n > 0).collect();
    order::sort_by_key(&mut falls, |(_, n)| -n);
    falls.truncate(FALLS);
    let (here, net) = (people(rescue.rescued_here), people(rescue.net));
    let named: i64 = falls.iter().map(|(_, n)| n).sum();
    Saved { here, falls, others: here - named - net, net }
}
