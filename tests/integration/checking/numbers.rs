//! Numbers of a journey, each on its own.

use super::{assert_alone, assert_among, check, with};
use kedja::model::*;
use std::collections::BTreeMap;

fn said_between(evidence: &mut BTreeMap<Field, Evidence>, field: Field, (low, high): (Option<f64>, Option<f64>)) {
    evidence.insert(field, Evidence { low, high, ..Evidence::new(Grounds::Assumption, Text::default()) });
}

#[test]
fn numbers_out_of_range_are_refused_where_they_stand() {
    use Field as Q;
    let out = |quantity, value, least, most| Code::OutOfRange { quantity, value, least, most };
    let not_positive = |quantity, value, most| Code::NotPositive { quantity, value, most };
    assert_alone(&[
        ("free of charge", |j| j.price = 0.0, "price", "", not_positive(Q::Price, 0.0, 1e9)),
        ("no number", |j| j.price = f64::NAN, "price", "", Code::NotFinite { quantity: Q::Price }),
        ("no horizon", |j| j.horizon = 0, "horizon", "", out(Q::Horizon, 0.0, 1.0, 240.0)),
        ("far horizon", |j| j.horizon = 241, "horizon", "", out(Q::Horizon, 241.0, 1.0, 240.0)),
        ("long warm-up", |j| j.market.warm_up = 241, "market.warm_up", "", out(Q::WarmUp, 241.0, 0.0, 240.0)),
        ("disturbance", |j| j.disturbance = -0.1, "disturbance", "", out(Q::Disturbance, -0.1, 0.0, 1.0)),
        ("rival pull times 4 over 1", |j| j.rival_pull = 0.3, "rival_pull", "", out(Q::RivalPull, 0.3, 0.0, 0.25)),
        ("no arrivals", |j| j.market.arrivals = 0.0, "market.arrivals", "", not_positive(Q::Arrivals, 0.0, 1e6)),
        (
            "endless arrivals",
            |j| j.market.arrivals = f64::INFINITY,
            "market.arrivals",
            "",
            Code::NotFinite { quantity: Q::Arrivals },
        ),
        ("echo", |j| j.market.echo = 1.5, "market.echo", "", out(Q::Echo, 1.5, 0.0, 1.0)),
        (
            "strength over 1",
            |j| j.touchpoints[5].strength.likely = 1.4,
            "touchpoints[5].strength.likely",
            "invoice",
            out(Q::Strength, 1.4, 0.0, 1.0),
        ),
        (
            "lowest strength under 0",
            |j| j.handovers[1].strength.low = Some(-0.5),
            "handovers[1].strength.low",
            "compare-checkout",
            out(Q::LowStrength, -0.5, 0.0, 1.0),
        ),
        (
            "highest strength over 1",
            |j| j.touchpoints[0].strength.high = Some(1.5),
            "touchpoints[0].strength.high",
            "ad",
            out(Q::HighStrength, 1.5, 0.0, 1.0),
        ),
        (
            "a range that leaves the likely out",
            |j| j.touchpoints[0].strength = Strength { likely: 0.5, low: Some(0.6), high: Some(0.7) },
            "touchpoints[0].strength",
            "ad",
            Code::RangeOrder { quantity: Q::Strength, low: 0.6, likely: 0.5, high: 0.7 },
        ),
        (
            "a range of the gain that leaves the gain out",
            |j| said_between(&mut j.touchpoints[3].evidence, Q::Gain, (Some(6.0), Some(7.0))),
            "touchpoints[3].evidence",
            "using",
            Code::RangeOrder { quantity: Q::Gain, low: 6.0, likely: 0.2, high: 7.0 },
        ),
        (
            "a range of the pain that goes beyond what pain can be",
            |j| said_between(&mut j.handovers[0].evidence, Q::Pain, (None, Some(2_000.0))),
            "handovers[0].evidence",
            "ad-compare",
            out(Q::Pain, 2_000.0, 0.0, 1000.0),
        ),
        (
            "a range of what is never varied",
            |j| said_between(&mut j.personas[0].evidence, Q::Tolerance, (Some(1.0), None)),
            "personas[0].evidence",
            "anna",
            Code::RangeUnused { quantity: Q::Tolerance },
        ),
        (
            "a range of a strength beside its own",
            |j| said_between(&mut j.touchpoints[3].evidence, Q::Strength, (Some(0.1), Some(0.2))),
            "touchpoints[3].evidence",
            "using",
            Code::RangeUnused { quantity: Q::Strength },
        ),
        ("gain", |j| j.touchpoints[3].gain = -1.0, "touchpoints[3].gain", "using", out(Q::Gain, -1.0, 0.0, 1000.0)),
        ("pain", |j| j.handovers[0].pain = -1.0, "handovers[0].pain", "ad-compare", out(Q::Pain, -1.0, 0.0, 1000.0)),
        (
            "complaint rate",
            |j| j.touchpoints[3].complaint_rate = 2.0,
            "touchpoints[3].complaint_rate",
            "using",
            out(Q::ComplaintRate, 2.0, 0.0, 1.0),
        ),
        (
            "exposure",
            |j| j.touchpoints[3].exposure = -1.0,
            "touchpoints[3].exposure",
            "using",
            out(Q::Exposure, -1.0, 0.0, 10.0),
        ),
        (
            "cost of halving",
            |j| j.handovers[0].halving_cost = 0.0,
            "handovers[0].halving_cost",
            "ad-compare",
            out(Q::HalvingCost, 0.0, 0.01, 1e9),
        ),
        ("days", |j| j.touchpoints[0].days = -1.0, "touchpoints[0].days", "ad", out(Q::Days, -1.0, 0.0, 3600.0)),
        ("sensing", |j| j.touchpoints[0].sensing = 1.1, "touchpoints[0].sensing", "ad", out(Q::Sensing, 1.1, 0.0, 1.0)),
        (
            "more than daily",
            |j| j.touchpoints[3].frequency = 32.0,
            "touchpoints[3].frequency",
            "using",
            out(Q::Frequency, 32.0, 0.0, 31.0),
        ),
        (
            "a reckoning twice a period",
            |j| j.touchpoints[5].frequency = 2.0,
            "touchpoints[5].frequency",
            "invoice",
            out(Q::Frequency, 2.0, 0.0, 1.0),
        ),
        (
            "period 0 of a life",
            |j| j.touchpoints[3].tenure.from = 0,
            "touchpoints[3].tenure.from",
            "using",
            out(Q::Tenure, 0.0, 1.0, 12.0),
        ),
        (
            "an end before the beginning",
            |j| j.touchpoints[3].tenure = Tenure { from: 5, until: Some(4) },
            "touchpoints[3].tenure.until",
            "using",
            Code::TenureOrder { from: 5, until: 4 },
        ),
        (
            "later than anybody is followed",
            |j| j.touchpoints[3].tenure.from = 13,
            "touchpoints[3].tenure.from",
            "using",
            Code::TenureAfterHorizon { from: 13, horizon: 12 },
        ),
    ]);
    // A handover that is no number leads nowhere either, so more than one thing is wrong then.
    let found = check(&with(|j| j.handovers[0].share = f64::NAN));
    assert_among("no number", &found, "handovers[0].share", "ad-compare", Code::NotFinite { quantity: Q::Share });
}

#[test]
fn numbers_of_personas_out_of_range_are_refused_where_they_stand() {
    use Field as Q;
    let out = |quantity, value, least, most| Code::OutOfRange { quantity, value, least, most };
    let not_positive = |quantity, value, most| Code::NotPositive { quantity, value, most };
    assert_alone(&[
        (
            "usefulness",
            |j| j.personas[0].usefulness.mean = 1e4,
            "personas[0].usefulness.mean",
            "anna",
            out(Q::Usefulness, 1e4, -1000.0, 1000.0),
        ),
        (
            "spread",
            |j| j.personas[0].usefulness.spread = -0.1,
            "personas[0].usefulness.spread",
            "anna",
            out(Q::Spread, -0.1, 0.0, 1000.0),
        ),
        (
            "price feel",
            |j| j.personas[0].price_feel = 0.0,
            "personas[0].price_feel",
            "anna",
            not_positive(Q::PriceFeel, 0.0, 100.0),
        ),
        (
            "elasticity",
            |j| j.personas[0].elasticity = -1.0,
            "personas[0].elasticity",
            "anna",
            out(Q::Elasticity, -1.0, 0.0, 20.0),
        ),
        (
            "patience",
            |j| j.personas[0].patience = 0.96,
            "personas[0].patience",
            "anna",
            out(Q::Patience, 0.96, 0.0, 0.95),
        ),
        (
            "no rung",
            |j| j.personas[0].tolerance = 0,
            "personas[0].tolerance",
            "anna",
            out(Q::Tolerance, 0.0, 1.0, 20.0),
        ),
        (
            "many rungs",
            |j| j.personas[0].tolerance = 21,
            "personas[0].tolerance",
            "anna",
            out(Q::Tolerance, 21.0, 1.0, 20.0),
        ),
        (
            "memory",
            |j| j.personas[0].memory = 0.0,
            "personas[0].memory",
            "anna",
            not_positive(Q::Memory, 0.0, 10_000.0),
        ),
        (
            "chain feel",
            |j| j.personas[0].chain_feel = 1.5,
            "personas[0].chain_feel",
            "anna",
            out(Q::ChainFeel, 1.5, 0.0, 1.0),
        ),
        (
            "remorse",
            |j| j.personas[0].remorse = -0.5,
            "personas[0].remorse",
            "anna",
            out(Q::Remorse, -0.5, 0.0, 1000.0),
        ),
        (
            "leaning",
            |j| j.personas[0].leaning.extend([("phone".into(), 11.0)]),
            "personas[0].leaning.phone",
            "anna",
            out(Q::Leaning, 11.0, 0.0, 10.0),
        ),
    ]);
}
