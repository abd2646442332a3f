//! From the tree of a file to a journey. Where the file is not of its shape, something stands in.

use super::format::{
    CHANNEL, ENTRY, EVIDENCE, HANDOVER, JOURNEY, MARKET, OWNER, PERSONA, PHASE, STRENGTH, TENURE, TOUCHPOINT,
    USEFULNESS,
};
use crate::exchange::reading::Reading;
use crate::exchange::spelling::{chosen, evidence_named};
use crate::exchange::tree::Tree;
use crate::model::{
    Channel, ChannelId, Entry, Evidence, Field, Handover, Journey, Market, Owner, Persona, Phase, Strength, Tenure,
    Touchpoint, Usefulness,
};
use std::collections::BTreeMap;

pub(super) fn journey(file: &Tree) -> Journey {
    let part = Reading::new(file, &JOURNEY);
    Journey {
        version: part.whole("version") as u32,
        id: part.word("id").to_owned(),
        name: part.texts("name"),
        summary: part.texts("summary"),
        currency: part.texts("currency"),
        price: part.number("price"),
        period: chosen(&part, "period"),
        payment: chosen(&part, "payment"),
        effort_unit: chosen(&part, "effort_unit"),
        horizon: part.whole("horizon") as u16,
        disturbance: part.number("disturbance"),
        rival_pull: part.number("rival_pull"),
        complaint_desk: part.word_or_none("complaint_desk").map(Into::into),
        phases: part.list("phases", phase),
        channels: part.list("channels", channel),
        owners: part.list("owners", owner),
        touchpoints: part.list("touchpoints", touchpoint),
        handovers: part.list("handovers", handover),
        personas: part.list("personas", persona),
        market: market(part.value("market")),
        evidence: evidence(&part),
    }
}

fn phase(tree: &Tree) -> Phase {
    let part = Reading::new(tree, &PHASE);
    Phase { id: part.word("id").into(), name: part.texts("name"), stage: chosen(&part, "stage") }
}

fn channel(tree: &Tree) -> Channel {
    let part = Reading::new(tree, &CHANNEL);
    Channel { id: part.word("id").into(), name: part.texts("name") }
}

fn owner(tree: &Tree) -> Owner {
    let part = Reading::new(tree, &OWNER);
    Owner { id: part.word("id").into(), name: part.texts("name") }
}

fn touchpoint(tree: &Tree) -> Touchpoint {
    let part = Reading::new(tree, &TOUCHPOINT);
    Touchpoint {
        id: part.word("id").into(),
        name: part.texts("name"),
        phase: part.word("phase").into(),
        channel: part.word("channel").into(),
        owner: part.word("owner").into(),
        nature: chosen(&part, "nature"),
        strength: strength(part.value("strength")),
        role: chosen(&part, "role"),
        gain: part.number("gain"),
        pain: part.number("pain"),
        complaint_rate: part.number("complaint_rate"),
        exposure: part.number("exposure"),
        halving_cost: part.number("halving_cost"),
        days: part.number("days"),
        sensing: part.number("sensing"),
        frequency: part.number("frequency"),
        tenure: tenure(part.value("tenure")),
        worth: part.number("worth"),
        words: part.texts("words"),
        notes: part.texts("notes"),
        moment_of_truth: part.yes("moment_of_truth"),
        micro_decision: part.yes("micro_decision"),
        evidence: evidence(&part),
    }
}

/// What stands in for a strength that cannot be read lies within the range that is given.
fn strength(tree: &Tree) -> Strength {
    let part = Reading::new(tree, &STRENGTH);
    let (low, high) = (part.number_or_none("low"), part.number_or_none("high"));
    let likely = part.number_or_none("likely").or(low).or(high).unwrap_or(0.5);
    Strength { likely, low, high }
}

fn tenure(tree: &Tree) -> Tenure {
    let part = Reading::new(tree, &TENURE);
    match tree {
        Tree::Object(_) => {
            Tenure { from: part.whole("from") as u16, until: part.whole_or_none("until").map(|until| until as u16) }
        }
        _ => Tenure::default(),
    }
}

fn handover(tree: &Tree) -> Handover {
    let part = Reading::new(tree, &HANDOVER);
    Handover {
        id: part.word("id").into(),
        name: part.texts("name"),
        from: part.word("from").into(),
        to: part.word("to").into(),
        owner: part.word_or_none("owner").map(Into::into),
        share: part.number("share"),
        strength: strength(part.value("strength")),
        pain: part.number("pain"),
        days: part.number("days"),
        complaint_rate: part.number("complaint_rate"),
        exposure: part.number("exposure"),
        halving_cost: part.number("halving_cost"),
        words: part.texts("words"),
        notes: part.texts("notes"),
        evidence: evidence(&part),
    }
}

fn persona(tree: &Tree) -> Persona {
    let part = Reading::new(tree, &PERSONA);
    Persona {
        id: part.word("id").into(),
        name: part.texts("name"),
        about: part.texts("about"),
        share: part.number("share"),
        usefulness: usefulness(part.value("usefulness")),
        price_feel: part.number("price_feel"),
        elasticity: part.number("elasticity"),
        patience: part.number("patience"),
        tolerance: part.whole("tolerance") as u8,
        tolerance_spread: part.whole("tolerance_spread") as u8,
        memory: part.number("memory"),
        chain_feel: part.number("chain_feel"),
        remorse: part.number("remorse"),
        binding: part.whole("binding") as u16,
        entries: part.list("entries", entry),
        leaning: part.map("leaning", |name| Some(ChannelId::from(name)), |value| value.as_number().unwrap_or(1.0)),
        evidence: evidence(&part),
    }
}

fn usefulness(tree: &Tree) -> Usefulness {
    let part = Reading::new(tree, &USEFULNESS);
    Usefulness { mean: part.number("mean"), spread: part.number("spread") }
}

fn entry(tree: &Tree) -> Entry {
    let part = Reading::new(tree, &ENTRY);
    Entry {
        touchpoint: part.word("touchpoint").into(),
        share: part.number("share"),
        readiness: part.word("readiness").into(),
    }
}

fn market(tree: &Tree) -> Market {
    let part = Reading::new(tree, &MARKET);
    Market { arrivals: part.number("arrivals"), warm_up: part.whole("warm_up") as u16, echo: part.number("echo") }
}

fn evidence(part: &Reading) -> BTreeMap<Field, Evidence> {
    part.map("evidence", evidence_named, |value| {
        let part = Reading::new(value, &EVIDENCE);
        let (low, high) = (part.number_or_none("low"), part.number_or_none("high"));
        Evidence { low, high, ..Evidence::new(chosen(&part, "grounds"), part.texts("source")) }
    })
}
