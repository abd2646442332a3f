//! What comes round after the purchase, for one persona: the different periods of a life, and what they are made of.

use super::Chance;
use super::after::FAILURE;
use super::draws::Address;
use super::stretch::{Due, LONGEST, Leg, Met, Stretch, Sums};
use super::world::{Link, Stop};
use crate::model::Touchpoint;
use crate::model::defaults::{MAX_HORIZON, MAX_WARM_UP};

/// Tenures that anybody is followed at most: by a calendar, from the beginning of its warm-up.
const LONGEST_LIFE: u32 = MAX_WARM_UP as u32 + MAX_HORIZON as u32;

/// A touchpoint that comes round by itself and from which walks start.
#[derive(Clone, Debug)]
pub(super) struct Start {
    pub address: Address,
    pub touchpoint: usize,
    /// So often in any case, ...
    pub whole: u32,
    /// ... and once more with this chance.
    pub happens: Chance,
    pub is_reckoning: bool,
}

/// What comes round next in a period.
#[derive(Clone, Debug)]
pub(super) enum Turn {
    Stretch(Leg),
    Walks(Start),
}

/// What comes round in a period of a customer's life, in journey order, reckonings last.
type Plan = Vec<Turn>;

/// All that comes round.
#[derive(Clone, Debug)]
pub(super) struct Plans {
    pub stretches: Vec<Stretch>,
    /// The different periods of a life, which of them the first tenures are, and what it is from then on.
    plans: Vec<Plan>,
    plan_of: Vec<u16>,
    at_last: Plan,
}

/// A touchpoint that comes round, to be compiled.
pub(super) struct Comes<'a> {
    pub touchpoint: &'a Touchpoint,
    pub index: usize,
    pub stop: &'a Stop,
    /// How often in a period.
    pub rate: f64,
    pub is_reckoning: bool,
}

/// Touchpoints that have a place in a plan together.
enum Group<'a> {
    /// On a stretch, by its number.
    Stretch(usize, &'a [Comes<'a>]),
    Walks(&'a Comes<'a>),
}

impl Plans {
    /// Of touchpoints in journey order.
    pub fn new(mut comes: Vec<Comes>, sums: &mut Sums) -> Self {
        comes.sort_by_key(|c| c.is_reckoning);
        let (groups, stretches) = groups(&comes, sums);
        let plan_in = |tenure: u32| -> Plan { groups.iter().filter_map(|group| group.turn_in(tenure)).collect() };
        let same = |tenure: u32| comes.iter().all(|c| c.is_in(tenure) == c.is_in(tenure - 1));
        // Nothing changes any more after the last tenure that is named; nobody is followed for longer than the longest.
        let tenures = comes.iter().map(|c| c.touchpoint.tenure);
        let named = tenures.map(|t| t.until.map_or(u32::from(t.from), |until| u32::from(until) + 1));
        let last = named.max().unwrap_or(0).min(LONGEST_LIFE);
        let (mut plans, mut plan_of) = (Vec::new(), Vec::new());
        for tenure in 0..last {
            if tenure == 0 || !same(tenure) {
                plans.push(plan_in(tenure));
            }
            plan_of.push(plans.len() as u16 - 1);
        }
        Self { at_last: plan_in(last), stretches, plans, plan_of }
    }

    /// What comes round in a tenure.
    #[inline(always)]
    pub fn of(&self, tenure: u32) -> &[Turn] {
        self.plan_of.get(tenure as usize).and_then(|plan| self.plans.get(usize::from(*plan))).unwrap_or(&self.at_last)
    }

    /// Outcomes of all the stretches.
    pub fn outcomes(&self) -> usize {
        self.stretches.last().map_or(0, Stretch::end)
    }
}

impl Comes<'_> {
    fn is_in(&self, tenure: u32) -> bool {
        let (from, until) = (self.touchpoint.tenure.from, self.touchpoint.tenure.until);
        u32::from(from) <= tenure && until.is_none_or(|until| tenure <= u32::from(until))
    }

    /// Met by itself and at most once in a period, no offer and no walk from here.
    fn is_simple(&self) -> bool {
        !self.stop.has_ways && !self.stop.is_offer && !self.stop.repeats
    }

    /// For what meeting it does.
    fn met(&self) -> Met {
        Met { link: Link(self.index), gain: self.stop.gain, pain: self.stop.pain }
    }

    fn due(&self, tenure: u32) -> Due {
        let stop = self.stop;
        Due {
            address: stop.address,
            happens: if self.is_in(tenure) { Chance::of(self.rate) } else { Chance::NEVER },
            holds: stop.holds,
            link: Link(self.index),
            pain: stop.pain,
            after_failure: stop.after_failure,
            failing: stop.address.plus(FAILURE),
        }
    }

    fn start(&self) -> Start {
        let whole = self.rate.floor();
        Start {
            address: self.stop.address,
            touchpoint: self.index,
            whole: whole as u32,
            happens: Chance::of(self.rate - whole),
            is_reckoning: self.is_reckoning,
        }
    }
}

/// Puts together what leads nowhere else; a reckoning ends a stretch.
fn groups<'a>(comes: &'a [Comes<'a>], sums: &mut Sums) -> (Vec<Group<'a>>, Vec<Stretch>) {
    let (mut groups, mut stretches) = (Vec::new(), Vec::<Stretch>::new());
    let together = comes.chunk_by(|a, b| a.is_simple() && b.is_simple() && !a.is_reckoning);
    for group in together.flat_map(|group| group.chunks(LONGEST)) {
        match group {
            [one] if !one.is_simple() => groups.push(Group::Walks(one)),
            _ => {
                let first = stretches.last().map_or(0, Stretch::end);
                groups.push(Group::Stretch(stretches.len(), group));
                let touchpoints: Vec<Met> = group.iter().map(Comes::met).collect();
                stretches.push(Stretch::new(first, &touchpoints, sums));
            }
        }
    }
    (groups, stretches)
}

impl Group<'_> {
    /// As it comes round in a tenure, if it does.
    fn turn_in(&self, tenure: u32) -> Option<Turn> {
        match self {
            Self::Walks(one) => one.is_in(tenure).then(|| Turn::Walks(one.start())),
            Self::Stretch(number, group) => group.iter().any(|c| c.is_in(tenure)).then(|| {
                Turn::Stretch(Leg {
                    stretch: *number,
                    dues: group.iter().map(|c| c.due(tenure)).collect(),
                    goes_on: group.iter().any(|c| c.is_in(tenure) && c.stop.after_failure.is_any),
                    reckoning: group.last().filter(|c| c.is_reckoning).map(|c| c.index),
                })
            }),
        }
    }
}
