//! What is drawn: parts of a journey, each on its own.

use crate::builder;
use kedja::model::*;
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;

pub(super) const CHANNELS: [&str; 3] = ["web", "phone", "shop"];
pub(super) const OWNERS: [&str; 3] = ["sales", "service", "product"];
pub(super) const NATURES: [Nature; 5] =
    [Nature::Product, Nature::Service, Nature::Price, Nature::Sales, Nature::Communication];

/// Figures that touchpoints and handovers have in common.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub(super) strength: Strength,
    pub(super) pain: f64,
    pub(super) complaint_rate: f64,
    pub(super) exposure: f64,
    pub(super) halving_cost: f64,
    pub(super) days: f64,
}

pub(super) fn strength() -> impl Strategy<Value = Strength> {
    let likely = prop_oneof![8 => 0.3..0.99, 1 => Just(1.0), 1 => 0.02..0.3];
    (likely, weighted(0.3, (0.0..1.0, 0.0..1.0))).prop_map(|(likely, range)| Strength {
        likely,
        low: range.map(|(down, _)| likely * down),
        high: range.map(|(_, up)| likely + (1.0 - likely) * up),
    })
}

pub(super) fn link() -> impl Strategy<Value = Link> {
    (
        strength(),
        prop_oneof![Just(0.0), 0.0..0.8],
        prop_oneof![Just(defaults::COMPLAINT_RATE), 0.0..=1.0],
        prop_oneof![2 => Just(1.0), 1 => 0.0..3.0],
        prop_oneof![2 => Just(1.0), 1 => 0.2..5.0],
        prop_oneof![Just(0.0), 0.0..40.0],
    )
        .prop_map(|(strength, pain, complaint_rate, exposure, halving_cost, days)| Link {
            strength,
            pain,
            complaint_rate,
            exposure,
            halving_cost,
            days,
        })
}

/// A way on: to a touchpoint picked by number, with its weight among its siblings.
#[derive(Clone, Debug)]
pub(super) struct Way {
    pub(super) to: usize,
    pub(super) weight: f64,
    pub(super) link: Link,
}

pub(super) fn way() -> impl Strategy<Value = Way> {
    (any::<u8>(), 0.1..1.0, link()).prop_map(|(to, weight, link)| Way { to: to.into(), weight, link })
}

/// Everything that one touchpoint draws on either side.
#[derive(Clone, Debug)]
pub(super) struct Stop {
    pub(super) link: Link,
    pub(super) gain: f64,
    pub(super) channel: usize,
    pub(super) owner: usize,
    pub(super) nature: usize,
    /// Ways on, beyond those that make the journey whole.
    pub(super) ways: Vec<Way>,
    /// How this touchpoint is reached, when it needs to be.
    pub(super) reached: Way,
    /// The sum of the shares out.
    pub(super) onward: f64,
}

pub(super) fn stop(ways: usize) -> impl Strategy<Value = Stop> {
    let figures = (link(), prop_oneof![Just(0.0), 0.0..0.6], 0..3usize, 0..3usize, 0..5usize);
    (figures, vec(way(), 0..=ways), way(), prop_oneof![Just(1.0), 0.2..1.0]).prop_map(
        |((link, gain, channel, owner, nature), ways, reached, onward)| Stop {
            link,
            gain,
            channel,
            owner,
            nature,
            ways,
            reached,
            onward,
        },
    )
}

/// How a touchpoint before the purchase is reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Reached {
    Handover,
    Entry,
    /// By those who are noticed at the first touchpoint to be further on.
    Sensing,
}

#[derive(Clone, Debug)]
pub(super) struct Before {
    pub(super) stop: Stop,
    pub(super) purchase: bool,
    pub(super) new_phase: bool,
    pub(super) sensing: f64,
    pub(super) reached: Reached,
}

pub(super) fn before() -> impl Strategy<Value = Before> {
    let reached = prop_oneof![5 => Just(Reached::Handover), 1 => Just(Reached::Entry), 1 => Just(Reached::Sensing)];
    let sensing = prop_oneof![3 => Just(0.0), 3 => 0.0..1.0, 1 => Just(1.0)];
    (stop(2), prop::bool::weighted(0.2), any::<bool>(), sensing, reached).prop_map(
        |(stop, purchase, new_phase, sensing, reached)| Before { stop, purchase, new_phase, sensing, reached },
    )
}

#[derive(Clone, Debug)]
pub(super) struct After {
    pub(super) stop: Stop,
    pub(super) role: Role,
    pub(super) frequency: f64,
    pub(super) tenure: Tenure,
    pub(super) worth: f64,
}

pub(super) fn after() -> impl Strategy<Value = After> {
    let role = prop_oneof![5 => Just(Role::Plain), 2 => Just(Role::Reckoning), 1 => Just(Role::Offer)];
    let frequency = prop_oneof![2 => Just(1.0), 1 => Just(0.0), 3 => 0.05..1.0, 1 => 1.0..4.0];
    let tenure = prop_oneof![
        3 => Just(Tenure::default()),
        1 => (1..=6u16, weighted(0.6, 0..=6u16)).prop_map(|(from, more)| Tenure { from, until: more.map(|m| from + m) }),
    ];
    (stop(1), role, frequency, tenure, 0.1..3.0).prop_map(|(stop, role, frequency, tenure, worth)| After {
        stop,
        role,
        frequency,
        tenure,
        worth,
    })
}

/// A persona before it knows the touchpoints: (touchpoint, readiness, weight) by number.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) persona: Persona,
    pub(super) weight: f64,
    pub(super) entries: Vec<(usize, usize, f64)>,
}

pub(super) fn person() -> impl Strategy<Value = Person> {
    let feelings = (0.5..2.0, 0.0..0.5, 0.5..1.5, 0.0..3.0, prop_oneof![Just(0.0), 0.0..0.9]);
    let tolerance = (1..=5u8)
        .prop_flat_map(|t| (Just(t), prop_oneof![2 => Just(0), 1 => 0..t], prop_oneof![2 => Just(0), 1 => 1..8u16]));
    let account =
        (tolerance, 0.2..12.0, prop_oneof![0.0..=1.0, Just(0.0), Just(1.0)], prop_oneof![Just(0.0), 0.0..1.0]);
    let lean = prop_oneof![1 => Just(0.0), 4 => 0.2..3.0];
    let entries = vec((any::<u8>(), any::<u8>(), 0.1..1.0), 1..=3);
    (feelings, account, vec(weighted(0.4, lean), 3), entries, 0.1..1.0).prop_map(
        |(
            (mean, spread, price_feel, elasticity, patience),
            ((tolerance, tolerance_spread, binding), memory, chain_feel, remorse),
            lean,
            entries,
            weight,
        )| {
            let leaning = CHANNELS.iter().zip(lean).filter_map(|(&c, l)| Some((c.into(), l?))).collect();
            let persona = Persona {
                usefulness: Usefulness { mean, spread },
                price_feel,
                elasticity,
                patience,
                tolerance,
                tolerance_spread,
                binding,
                memory,
                chain_feel,
                remorse,
                leaning,
                ..builder::persona("", 0.0, vec![])
            };
            let entries = entries.into_iter().map(|(t, r, w)| (t.into(), r.into(), w)).collect();
            Person { persona, weight, entries }
        },
    )
}

/// Figures of the journey as a whole.
#[derive(Clone, Debug)]
pub(super) struct Whole {
    pub(super) period: PeriodUnit,
    pub(super) payment: Payment,
    pub(super) price: f64,
    pub(super) horizon: u16,
    pub(super) disturbance: f64,
    pub(super) rival_pull: f64,
    pub(super) desk: Option<usize>,
    pub(super) arrivals: f64,
    pub(super) warm_up: u16,
    pub(super) echo: f64,
}

pub(super) fn whole() -> impl Strategy<Value = Whole> {
    let unit = prop::sample::select(vec![PeriodUnit::Week, PeriodUnit::Month, PeriodUnit::Quarter, PeriodUnit::Year]);
    let payment = prop::sample::select(vec![Payment::EachPeriod, Payment::AtReckoning]);
    let world = (unit, payment, 1.0..1000.0, 6..=30u16, prop_oneof![Just(0.0), 0.0..0.9], 0.0..=0.25);
    let market = (1.0..500.0, 0..=12u16, prop_oneof![Just(0.0), 0.0..1.0]);
    (world, weighted(0.5, any::<u8>()), market).prop_map(
        |((period, payment, price, horizon, disturbance, rival_pull), desk, (arrivals, warm_up, echo))| Whole {
            period,
            payment,
            price,
            horizon,
            disturbance,
            rival_pull,
            desk: desk.map(usize::from),
            arrivals,
            warm_up,
            echo,
        },
    )
}
