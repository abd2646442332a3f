//! Many scenarios of one journey side by side: what each has moved, and how far, and where the bets lie.

use crate::exchange::{SharedJourney, SharedWork, link_of};
use crate::model::{Field, Journey, LinkId, apply, order};

/// A lever that somebody has moved.
#[derive(Clone, Debug, PartialEq)]
pub struct PooledLever {
    pub link: LinkId,
    pub lever: Field,
    /// In the lever's own unit.
    pub today: f64,
    /// How many have moved it.
    pub moved_by: usize,
    /// Who: the places of their scenarios among all.
    pub who: Vec<usize>,
    /// Of all, those who left it at today's included [the lever's own unit].
    pub least: f64,
    /// Half of them lie from the lower to the upper quartile.
    pub lower: f64,
    pub median: f64,
    pub upper: f64,
    pub most: f64,
}

/// What a class has sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Pooled {
    pub journey: Journey,
    /// Of this journey.
    pub scenarios: Vec<SharedWork>,
    /// The line of the text on which each of them begins.
    pub lines: Vec<usize>,
    /// Of other journeys, which cannot be compared with these.
    pub elsewhere: usize,
    /// Those that most have moved first.
    pub levers: Vec<PooledLever>,
    /// Chips on each link, most first.
    pub bets: Vec<(LinkId, usize)>,
}

/// Puts scenarios, each with its line, side by side: those of the journey that most are of. `ready` knows the ready journeys. `None` where there is
/// nothing to put side by side.
pub fn pooled(all: Vec<(usize, SharedWork)>, ready: impl Fn(&str) -> Option<Journey>) -> Option<Pooled> {
    let mut kinds: Vec<(&SharedJourney, usize)> = Vec::new();
    for (_, work) in &all {
        match kinds.iter_mut().find(|(journey, _)| **journey == work.journey) {
            Some((_, count)) => *count += 1,
            None => kinds.push((&work.journey, 1)),
        }
    }
    // Of as many, the first.
    let most = kinds.iter().map(|(_, count)| *count).max()?;
    let kind = kinds.iter().find(|(_, count)| *count == most)?.0.clone();
    let journey = match &kind {
        SharedJourney::Own(journey) => (**journey).clone(),
        SharedJourney::Ready { id, .. } => ready(id)?,
    };
    let count = all.len();
    let (lines, scenarios): (Vec<usize>, Vec<SharedWork>) =
        all.into_iter().filter(|(_, work)| work.journey == kind).unzip();
    let elsewhere = count - scenarios.len();
    let changed: Vec<Journey> = scenarios.iter().map(|work| apply(&journey, &work.scenario)).collect();
    let mut levers = Vec::new();
    for link in journey.links() {
        for lever in Field::LEVERS {
            let Some(today) = journey.lever(link, lever) else { continue };
            let mut values: Vec<f64> = changed.iter().filter_map(|journey| journey.lever(link, lever)).collect();
            let who: Vec<usize> = (0..).zip(&values).filter(|(_, value)| **value != today).map(|(at, _)| at).collect();
            if who.is_empty() {
                continue;
            }
            order::sort(&mut values, f64::total_cmp);
            levers.push(PooledLever {
                link: link.clone(),
                lever,
                today,
                moved_by: who.len(),
                who,
                least: values[0],
                lower: quantile(&values, 0.25),
                median: quantile(&values, 0.5),
                upper: quantile(&values, 0.75),
                most: values[values.len() - 1],
            });
        }
    }
    order::sort_by_key(&mut levers, |lever| usize::MAX - lever.moved_by);
    Some(Pooled { bets: chips(&scenarios), journey, scenarios, lines, elsewhere, levers })
}

impl Pooled {
    /// The links of its scenarios behind an address.
    pub fn links(&self, page: &str) -> Vec<String> {
        self.scenarios.iter().filter_map(link_of).map(|link| format!("{page}#{link}")).collect()
    }
}

/// What a part of sorted values lies below; between two of them, as far as the part says.
fn quantile(sorted: &[f64], part: f64) -> f64 {
    let place = part * (sorted.len() - 1) as f64;
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    below + (above - below) * place.fract()
}

fn chips(scenarios: &[SharedWork]) -> Vec<(LinkId, usize)> {
    let mut bets: Vec<(LinkId, usize)> = Vec::new();
    for bet in scenarios.iter().flat_map(|work| &work.agenda.bets) {
        match bets.iter_mut().find(|(link, _)| link == bet) {
            Some((_, chips)) => *chips += 1,
            None => bets.push((bet.clone(), 1)),
        }
    }
    order::sort_by_key(&mut bets, |(_, chips)| usize::MAX - chips);
    bets
}
