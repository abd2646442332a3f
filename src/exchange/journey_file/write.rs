//! From a journey to the tree of its file. What is left out when it says nothing: a missing owner, a missing end of a
//! range, a tenure for life.

use crate::exchange::spelling::Spelt;
use crate::exchange::tree::{Fields, Tree};
use crate::model::{
    Channel, Entry, Evidence, Field, Handover, Journey, Market, Owner, Persona, Phase, Strength, Tenure, Text,
    Touchpoint, Usefulness,
};
use std::collections::BTreeMap;

pub(in crate::exchange) fn journey(journey: &Journey) -> Tree {
    Fields::default()
        .put("version", u64::from(journey.version))
        .put("id", journey.id.as_str())
        .put("name", texts(&journey.name))
        .put("summary", texts(&journey.summary))
        .put("currency", texts(&journey.currency))
        .put("price", journey.price)
        .put("period", journey.period.spelt())
        .put("payment", journey.payment.spelt())
        .put("effort_unit", journey.effort_unit.spelt())
        .put("horizon", u64::from(journey.horizon))
        .put("disturbance", journey.disturbance)
        .put("rival_pull", journey.rival_pull)
        .put_some("complaint_desk", journey.complaint_desk.as_ref().map(|id| id.as_str()))
        .put_list("phases", &journey.phases, phase)
        .put_list("channels", &journey.channels, channel)
        .put_list("owners", &journey.owners, owner)
        .put_list("touchpoints", &journey.touchpoints, touchpoint)
        .put_list("handovers", &journey.handovers, handover)
        .put_list("personas", &journey.personas, persona)
        .put("market", market(journey.market))
        .put("evidence", evidence(&journey.evidence))
        .into()
}

fn phase(phase: &Phase) -> Tree {
    Fields::default()
        .put("id", phase.id.as_str())
        .put("name", texts(&phase.name))
        .put("stage", phase.stage.spelt())
        .into()
}

fn channel(channel: &Channel) -> Tree {
    Fields::default().put("id", channel.id.as_str()).put("name", texts(&channel.name)).into()
}

fn owner(owner: &Owner) -> Tree {
    Fields::default().put("id", owner.id.as_str()).put("name", texts(&owner.name)).into()
}

fn touchpoint(touchpoint: &Touchpoint) -> Tree {
    let tenure = (touchpoint.tenure != Tenure::default()).then(|| tenure(touchpoint.tenure));
    Fields::default()
        .put("id", touchpoint.id.as_str())
        .put("name", texts(&touchpoint.name))
        .put("phase", touchpoint.phase.as_str())
        .put("channel", touchpoint.channel.as_str())
        .put("owner", touchpoint.owner.as_str())
        .put("nature", touchpoint.nature.spelt())
        .put("strength", strength(touchpoint.strength))
        .put("role", touchpoint.role.spelt())
        .put("gain", touchpoint.gain)
        .put("pain", touchpoint.pain)
        .put("complaint_rate", touchpoint.complaint_rate)
        .put("exposure", touchpoint.exposure)
        .put("halving_cost", touchpoint.halving_cost)
        .put("days", touchpoint.days)
        .put("sensing", touchpoint.sensing)
        .put("frequency", touchpoint.frequency)
        .put_some("tenure", tenure)
        .put("worth", touchpoint.worth)
        .put("words", texts(&touchpoint.words))
        .put("notes", texts(&touchpoint.notes))
        .put("moment_of_truth", Tree::YesNo(touchpoint.moment_of_truth))
        .put("micro_decision", Tree::YesNo(touchpoint.micro_decision))
        .put("evidence", evidence(&touchpoint.evidence))
        .into()
}

fn strength(strength: Strength) -> Tree {
    Fields::default()
        .put("likely", strength.likely)
        .put_some("low", strength.low)
        .put_some("high", strength.high)
        .into()
}

fn tenure(tenure: Tenure) -> Tree {
    Fields::default().put("from", u64::from(tenure.from)).put_some("until", tenure.until.map(u64::from)).into()
}

fn handover(handover: &Handover) -> Tree {
    Fields::default()
        .put("id", handover.id.as_str())
        .put("name", texts(&handover.name))
        .put("from", handover.from.as_str())
        .put("to", handover.to.as_str())
        .put_some("owner", handover.owner.as_ref().map(|id| id.as_str()))
        .put("share", handover.share)
        .put("strength", strength(handover.strength))
        .put("pain", handover.pain)
        .put("days", handover.days)
        .put("complaint_rate", handover.complaint_rate)
        .put("exposure", handover.exposure)
        .put("halving_cost", handover.halving_cost)
        .put("words", texts(&handover.words))
        .put("notes", texts(&handover.notes))
        .put("evidence", evidence(&handover.evidence))
        .into()
}

fn persona(persona: &Persona) -> Tree {
    let leaning = persona.leaning.iter().map(|(channel, leaning)| (channel.0.clone(), (*leaning).into()));
    Fields::default()
        .put("id", persona.id.as_str())
        .put("name", texts(&persona.name))
        .put("about", texts(&persona.about))
        .put("share", persona.share)
        .put("usefulness", usefulness(persona.usefulness))
        .put("price_feel", persona.price_feel)
        .put("elasticity", persona.elasticity)
        .put("patience", persona.patience)
        .put("tolerance", u64::from(persona.tolerance))
        .put_some("tolerance_spread", unless_0(persona.tolerance_spread))
        .put("memory", persona.memory)
        .put("chain_feel", persona.chain_feel)
        .put("remorse", persona.remorse)
        .put_some("binding", unless_0(persona.binding))
        .put_list("entries", &persona.entries, entry)
        .put("leaning", Tree::Object(leaning.collect()))
        .put("evidence", evidence(&persona.evidence))
        .into()
}

/// Numbers that came after the others are left out where they have no effect: a journey without them is the text, and has the
/// digest, that it always had.
fn unless_0(number: impl Into<u64>) -> Option<u64> {
    Some(number.into()).filter(|number| *number > 0)
}

fn usefulness(usefulness: Usefulness) -> Tree {
    Fields::default().put("mean", usefulness.mean).put("spread", usefulness.spread).into()
}

fn entry(entry: &Entry) -> Tree {
    Fields::default()
        .put("touchpoint", entry.touchpoint.as_str())
        .put("share", entry.share)
        .put("readiness", entry.readiness.as_str())
        .into()
}

fn market(market: Market) -> Tree {
    Fields::default()
        .put("arrivals", market.arrivals)
        .put("warm_up", u64::from(market.warm_up))
        .put("echo", market.echo)
        .into()
}

fn evidence(evidence: &BTreeMap<Field, Evidence>) -> Tree {
    let of_field = |(field, evidence): (&Field, &Evidence)| {
        let fields = Fields::default()
            .put("grounds", evidence.grounds.spelt())
            .put("source", texts(&evidence.source))
            .put_some("low", evidence.low)
            .put_some("high", evidence.high);
        (field.name().to_owned(), fields.into())
    };
    Tree::Object(evidence.iter().map(of_field).collect())
}

/// A text per language.
pub(in crate::exchange) fn texts(text: &Text) -> Tree {
    Tree::Object(text.0.iter().map(|(lang, words)| (lang.clone(), words.as_str().into())).collect())
}
