//! What comes round after the purchase, for one persona: the different periods of a life, and what they are made of.

use super::batch::{BatchInPeriod, DueTouchpoint, EffectTable, LONGEST, TouchpointBatch, TouchpointEffect};
use super::links::CompiledTouchpoint;
use crate::engine::draws::{Address, Chance};
use crate::engine::link::LinkIndex;
use crate::engine::positions::after::FAILURE;
use crate::model::Touchpoint;
use crate::model::defaults::{MAX_HORIZON, MAX_WARM_UP};
use crate::model::order;

/// Tenures that anybody is followed at most: by a calendar, from the beginning of its warm-up.
const LONGEST_LIFE: u32 = MAX_WARM_UP as u32 + MAX_HORIZON as u32;

/// A touchpoint that comes round by itself and from which walks start.
#[derive(Clone, Debug)]
pub(in crate::engine) struct WalkStart {
    pub address: Address,
    pub touchpoint: usize,
    /// Walks that start here in any case.
    pub whole: u32,
    /// Chance of one more.
    pub happens: Chance,
    pub is_reckoning: bool,
}

/// What comes round next in a period.
#[derive(Clone, Debug)]
pub(in crate::engine) enum PlanItem {
    Batch(BatchInPeriod),
    Walks(WalkStart),
}

/// What comes round in a period of a customer's life, in journey order, reckonings last.
type Plan = Vec<PlanItem>;

/// All that comes round for a persona, tenure by tenure.
#[derive(Clone, Debug)]
pub(in crate::engine) struct PeriodPlans {
    pub batches: Vec<TouchpointBatch>,
    /// The different periods of a life, which of them the first tenures are, and what it is from then on.
    plans: Vec<Plan>,
    plan_of: Vec<u16>,
    at_last: Plan,
}

/// A touchpoint that comes round, to be compiled.
pub(in crate::engine) struct Recurring<'a> {
    pub touchpoint: &'a Touchpoint,
    pub index: usize,
    pub compiled: &'a CompiledTouchpoint,
    /// Times in a period.
    pub rate: f64,
    pub is_reckoning: bool,
}

/// Touchpoints that have a place in a plan together.
enum Group<'a> {
    /// A batch, by its index.
    Batch(usize, &'a [Recurring<'a>]),
    Walks(&'a Recurring<'a>),
}

impl PeriodPlans {
    /// The plans of touchpoints in journey order.
    pub fn new(mut recurring: Vec<Recurring>, table: &mut EffectTable) -> Self {
        order::sort_by_key(&mut recurring, |c| c.is_reckoning);
        let (groups, batches) = groups(&recurring, table);
        let plan_in = |tenure: u32| -> Plan { groups.iter().filter_map(|group| group.item_in(tenure)).collect() };
        let same = |tenure: u32| recurring.iter().all(|c| c.is_in(tenure) == c.is_in(tenure - 1));
        // Nothing changes any more after the last tenure that is named; nobody is followed for longer than the longest.
        let tenures = recurring.iter().map(|c| c.touchpoint.tenure);
        let named = tenures.map(|t| t.until.map_or(u32::from(t.from), |until| u32::from(until) + 1));
        let last = named.max().unwrap_or(0).min(LONGEST_LIFE);
        let (mut plans, mut plan_of) = (Vec::new(), Vec::new());
        for tenure in 0..last {
            if tenure == 0 || !same(tenure) {
                plans.push(plan_in(tenure));
            }
            plan_of.push(plans.len() as u16 - 1);
        }
        Self { at_last: plan_in(last), batches, plans, plan_of }
    }

    /// What comes round in a tenure.
    #[inline(always)]
    pub fn items_in(&self, tenure: u32) -> &[PlanItem] {
        self.plan_of.get(tenure as usize).and_then(|plan| self.plans.get(usize::from(*plan))).unwrap_or(&self.at_last)
    }

    /// Number of outcomes of all the batches.
    pub fn outcomes(&self) -> usize {
        self.batches.last().map_or(0, TouchpointBatch::end)
    }
}

impl Recurring<'_> {
    fn is_in(&self, tenure: u32) -> bool {
        let (from, until) = (self.touchpoint.tenure.from, self.touchpoint.tenure.until);
        u32::from(from) <= tenure && until.is_none_or(|until| tenure <= u32::from(until))
    }

    /// True if it is met by itself and at most once in a period, is no offer, and no walk starts from it.
    fn is_simple(&self) -> bool {
        !self.compiled.has_ways && !self.compiled.is_offer && !self.compiled.repeats
    }

    fn effect(&self) -> TouchpointEffect {
        TouchpointEffect { link: LinkIndex(self.index), gain: self.compiled.gain, pain: self.compiled.pain }
    }

    fn due(&self, tenure: u32) -> DueTouchpoint {
        let compiled = self.compiled;
        DueTouchpoint {
            address: compiled.address,
            happens: if self.is_in(tenure) { Chance::of(self.rate) } else { Chance::NEVER },
            holds: compiled.holds,
            link: LinkIndex(self.index),
            pain: compiled.pain,
            after_failure: compiled.after_failure,
            failing: compiled.address.plus(FAILURE),
        }
    }

    fn start(&self) -> WalkStart {
        let whole = self.rate.floor();
        WalkStart {
            address: self.compiled.address,
            touchpoint: self.index,
            whole: whole as u32,
            happens: Chance::of(self.rate - whole),
            is_reckoning: self.is_reckoning,
        }
    }
}

/// Puts together what leads nowhere else; a reckoning ends a batch.
fn groups<'a>(recurring: &'a [Recurring<'a>], table: &mut EffectTable) -> (Vec<Group<'a>>, Vec<TouchpointBatch>) {
    let (mut groups, mut batches) = (Vec::new(), Vec::<TouchpointBatch>::new());
    let together = recurring.chunk_by(|a, b| a.is_simple() && b.is_simple() && !a.is_reckoning);
    for group in together.flat_map(|group| group.chunks(LONGEST)) {
        match group {
            [one] if !one.is_simple() => groups.push(Group::Walks(one)),
            _ => {
                let first = batches.last().map_or(0, TouchpointBatch::end);
                groups.push(Group::Batch(batches.len(), group));
                let touchpoints: Vec<TouchpointEffect> = group.iter().map(Recurring::effect).collect();
                batches.push(TouchpointBatch::new(first, &touchpoints, table));
            }
        }
    }
    (groups, batches)
}

impl Group<'_> {
    /// As it comes round in a tenure, if it does.
    fn item_in(&self, tenure: u32) -> Option<PlanItem> {
        match self {
            Self::Walks(one) => one.is_in(tenure).then(|| PlanItem::Walks(one.start())),
            Self::Batch(number, group) => group.iter().any(|c| c.is_in(tenure)).then(|| {
                PlanItem::Batch(BatchInPeriod {
                    batch: *number,
                    touchpoints: group.iter().map(|c| c.due(tenure)).collect(),
                    can_follow_up: group.iter().any(|c| c.is_in(tenure) && c.compiled.after_failure.is_any),
                    reckoning: group.last().filter(|c| c.is_reckoning).map(|c| c.index),
                })
            }),
        }
    }
}
