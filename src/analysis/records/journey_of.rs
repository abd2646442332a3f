//! A journey out of counts: each figure that was counted is marked so and has its range, each that was not is guessed and
//! marked so too.

use super::beta::range_of;
use super::walks::{known_purchase, patience};
use crate::model::data::{CountedJourney, CountedKind, CountedStep, Tries};
use crate::model::edit::{Beginnings, KnownSteps, free_persona_id, from_steps, join};
use crate::model::fields::PartKind;
use crate::model::{
    Entry, Evidence, Field, Grounds, Journey, Lang, LinkId, PhaseId, Role, Stage, Strength, Text, defaults,
};
use serde::{Deserialize, Serialize};

/// What had to be assumed, since the counts can't say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Assumed {
    /// Handovers always hold: their failures are counted with the step before them.
    HandoversHold,
    /// How strong these steps are isn't known.
    Strengths(Vec<String>),
    /// No step is the value check, so one was added.
    ReckoningAdded,
    /// Nobody was seen to try again: second tries are within what was counted as going on.
    Patience,
    /// Prices, gains, pains and what customers are like are no counts.
    Values,
    /// Comes round more often than can be simulated, so as often as can be.
    Often(Vec<String>),
    /// Kinds of customer differ in where they begin; links are as strong for all of them, and all try again as often.
    Alike,
    /// Steps that no way leads to were left out.
    Unreached(Vec<String>),
    /// A move after the purchase that can't be one in a journey was left out.
    Unplaced(Vec<String>),
}

/// What somebody has said of the steps, by their names. What cannot be is not said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidOfSteps {
    /// The one after the purchase at which customers reckon.
    pub reckoning: Option<String>,
    /// The phases that they are in.
    pub phases: Vec<(String, PhaseId)>,
    /// Those after the purchase that are extra sales.
    pub offers: Vec<String>,
}

/// A journey made of counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MadeJourney {
    pub journey: Journey,
    /// The names of the steps that its first touchpoints are made of, in their order.
    pub steps: Vec<String>,
    /// What had to be assumed, the weightiest first.
    pub assumed: Vec<Assumed>,
}

/// The step that is the purchase: the one that somebody has named, or else whose name says so.
pub fn purchase_of(counted: &CountedJourney, named: Option<&str>, words: &[String]) -> Option<usize> {
    match named {
        Some(named) => counted.step_called(named),
        None => {
            let names: Vec<String> = counted.steps.iter().map(|step| step.name.clone()).collect();
            known_purchase(&names, words)
        }
    }
}

/// Puts those after the purchase on their side of it, where the counts say only in which order the steps stand.
pub fn with_purchase(counted: &mut CountedJourney, purchase: usize) {
    counted.purchase = purchase;
    for (n, step) in counted.steps.iter_mut().enumerate() {
        step.stage = if n <= purchase { Stage::Before } else { Stage::After };
        if n == purchase {
            // Who has come to the purchase has bought; what follows is no question of buying.
            step.tries = Tries { held: step.reached - step.open, failed: 0 };
            step.is_strength_known = step.tries.held > 0;
        }
    }
}

/// The journey that counts make. The steps stand in their order, the purchase among them; `source` is what they were counted
/// in, in words.
pub fn journey_of(
    counted: &CountedJourney,
    said: &SaidOfSteps,
    beginnings: &Beginnings,
    lang: &Lang,
    source: &Text,
) -> MadeJourney {
    let (counted, unreached) = reached_only(counted);
    let names: Vec<String> = counted.steps.iter().map(|step| step.name.clone()).collect();
    let at = |named: &String| counted.step_called(named);
    let known = KnownSteps {
        purchase: counted.purchase,
        reckoning: said.reckoning.as_ref().and_then(at),
        phases: said.phases.iter().filter_map(|(named, phase)| Some((at(named)?, phase.clone()))).collect(),
        offers: said.offers.iter().filter_map(at).collect(),
    };
    let mut journey = from_steps(&names, &known, beginnings, lang);
    let measured = || Evidence::new(Grounds::Measured, source.clone());
    let ids: Vec<LinkId> = journey.touchpoints.iter().map(|t| t.id.clone()).collect();
    let has_reckoning = journey.touchpoints.len() == names.len();
    let (mut unknown, mut often, mut unplaced) = (Vec::new(), Vec::new(), Vec::new());
    for (n, step) in counted.steps.iter().enumerate() {
        let period = journey.period.days();
        let Some(touchpoint) = journey.touchpoints.get_mut(n) else { continue };
        if step.is_strength_known {
            touchpoint.strength = strength(step.tries);
            touchpoint.evidence.insert(Field::Strength, measured());
        } else {
            unknown.push(step.name.clone());
        }
        if let Some(days) = step.days.filter(|_| step.stage == Stage::Before) {
            touchpoint.days = days.min(Field::Days.on(PartKind::Touchpoint).map_or(days, |row| row.most));
            touchpoint.evidence.insert(Field::Days, measured());
        }
        if let Some(per_day) = step.per_day {
            let most = if touchpoint.role == Role::Reckoning { 1.0 } else { defaults::MAX_FREQUENCY };
            if per_day * period > most {
                often.push(step.name.clone());
            }
            touchpoint.frequency = (per_day * period).min(most);
            touchpoint.evidence.insert(Field::Frequency, measured());
        }
    }
    ways(&mut journey, &counted, &ids, &measured, &mut unplaced);
    let readiness = readiness(&journey);
    let all: Vec<u64> = counted.steps.iter().map(|step| step.begun).collect();
    let patience = patience(&counted);
    let base = journey.personas[0].clone();
    let counted_kinds: Vec<&CountedKind> = counted.kinds.iter().filter(|kind| kind.cases() > 0).collect();
    let cases: u64 = counted_kinds.iter().map(|kind| kind.cases()).sum();
    // One kind is all of them.
    let kinds = if counted_kinds.len() > 1 { counted_kinds.into_iter().map(Some).collect() } else { vec![None] };
    let has_kinds = kinds.len() > 1;
    journey.personas.clear();
    for kind in kinds {
        let mut persona = base.clone();
        if let Some(kind) = kind {
            persona.id = free_persona_id(&journey, &kind.name);
            persona.name = Text::same(&kind.name);
            persona.share = kind.cases() as f64 / cases as f64;
            persona.evidence.insert(Field::Share, measured());
        }
        let entries = entries_of(kind.map_or(&all, |kind| &kind.begun), &counted, &ids);
        if !entries.is_empty() {
            persona.entries = entries;
            persona.evidence.insert(Field::Entries, measured());
        }
        // That of all, as strengths are those of all: both together make as many buy as were counted.
        match patience {
            Some(patience) => {
                persona.patience = patience.min(0.95);
                persona.evidence.insert(Field::Patience, measured());
            }
            // Second tries that aren't counted are within what was counted as going on.
            None => persona.patience = 0.0,
        }
        journey.personas.push(persona);
    }
    for entry in journey.personas.iter_mut().flat_map(|persona| &mut persona.entries) {
        let at = ids.iter().position(|id| *id == entry.touchpoint);
        entry.readiness = at.and_then(|at| readiness.get(at)).unwrap_or(&entry.readiness).clone();
    }
    if let Some(per_day) = counted.begun_per_day.filter(|per_day| *per_day > 0.0) {
        journey.market.arrivals = (per_day * journey.period.days()).min(defaults::MAX_ARRIVALS);
        journey.evidence.insert(Field::Arrivals, measured());
    }
    let mut assumed = vec![Assumed::Values];
    let told = |names: Vec<String>, assumed: fn(Vec<String>) -> Assumed| (!names.is_empty()).then(|| assumed(names));
    assumed.extend(counted.moves.iter().any(|way| way.tries.is_none()).then_some(Assumed::HandoversHold));
    assumed.extend(patience.is_none().then_some(Assumed::Patience));
    assumed.extend(has_kinds.then_some(Assumed::Alike));
    assumed.extend(told(unknown, Assumed::Strengths));
    assumed.extend((!has_reckoning).then_some(Assumed::ReckoningAdded));
    assumed.extend(told(often, Assumed::Often));
    assumed.extend(told(unreached, Assumed::Unreached));
    assumed.extend(told(unplaced, Assumed::Unplaced));
    MadeJourney { journey, steps: names, assumed }
}

/// How far on those truly are who come in at each touchpoint: as far as it, or as the earliest phase of all that they may still
/// come to. Whoever is further on than a touchpoint fails there more often, and failures are in what was counted already.
fn readiness(journey: &Journey) -> Vec<PhaseId> {
    let at = |id: &LinkId| journey.touchpoints.iter().position(|t| t.id == *id);
    let ways: Vec<(usize, usize)> =
        journey.handovers.iter().filter_map(|way| Some((at(&way.from)?, at(&way.to)?))).collect();
    let phase = |phase: &PhaseId| journey.phases.iter().position(|p| p.id == *phase).unwrap_or(0);
    let mut earliest: Vec<usize> = journey.touchpoints.iter().map(|t| phase(&t.phase)).collect();
    loop {
        let before = earliest.clone();
        ways.iter().for_each(|(from, to)| earliest[*from] = earliest[*from].min(earliest[*to]));
        if earliest == before {
            return earliest.into_iter().map(|at| journey.phases[at].id.clone()).collect();
        }
    }
}

/// Where those come in who began so often at each step; how far on they are follows from the ways.
fn entries_of(begun: &[u64], counted: &CountedJourney, ids: &[LinkId]) -> Vec<Entry> {
    let entered = || {
        let all = begun.iter().zip(&counted.steps).zip(ids);
        all.filter(|((begun, step), _)| **begun > 0 && step.stage == Stage::Before)
    };
    let all: u64 = entered().map(|((begun, _), _)| begun).sum();
    let entry = |((begun, _), id): ((&u64, &CountedStep), &LinkId)| Entry {
        touchpoint: id.clone(),
        share: *begun as f64 / all as f64,
        readiness: PhaseId::default(),
    };
    entered().map(entry).collect()
}

/// A strength as it was counted, with its range.
fn strength(tries: Tries) -> Strength {
    let (held, failed) = (tries.held as f64, tries.failed as f64);
    let (low, high) = range_of(held, failed);
    let likely = (held / (held + failed)).clamp(low, high);
    Strength { likely, low: Some(low), high: Some(high) }
}

fn ways(
    journey: &mut Journey,
    counted: &CountedJourney,
    ids: &[LinkId],
    measured: &impl Fn() -> Evidence,
    unplaced: &mut Vec<String>,
) {
    let taken_from =
        |from: usize| counted.moves.iter().filter(|way| way.from == from).map(|way| way.taken).sum::<u64>();
    for way in &counted.moves {
        let from = &counted.steps[way.from];
        // Of those who held and then went nowhere, no way led on.
        let base = if from.is_strength_known && from.stage == Stage::Before && way.from != counted.purchase {
            from.tries.held.max(taken_from(way.from))
        } else {
            from.tries.held.max(from.reached - from.open).max(taken_from(way.from))
        };
        if way.taken == 0 || base == 0 {
            continue;
        }
        let (Some(start), Some(end)) = (ids.get(way.from), ids.get(way.to)) else { continue };
        let many = journey.handovers.len();
        join(journey, start, end, way.taken as f64 / base as f64);
        if journey.handovers.len() == many {
            unplaced.push(format!("{} → {}", from.name, counted.steps[way.to].name));
            continue;
        }
        let is_before = from.stage == Stage::Before && way.from != counted.purchase;
        let Some(handover) = journey.handovers.iter_mut().find(|h| h.from == *start && h.to == *end) else { continue };
        handover.evidence.insert(Field::Share, measured());
        match way.tries {
            Some(tries) => {
                handover.strength = strength(tries);
                handover.evidence.insert(Field::Strength, measured());
            }
            None => handover.strength = Strength::of(1.0),
        }
        if let Some(days) = way.days.filter(|_| is_before) {
            handover.days = days.min(Field::Days.on(PartKind::Handover).map_or(days, |row| row.most));
            handover.evidence.insert(Field::Days, measured());
        }
    }
    // What is led to doesn't come round by itself, and what isn't must.
    for touchpoint in journey.touchpoints.iter_mut() {
        let is_led_to = journey.handovers.iter().any(|h| h.to == touchpoint.id);
        let is_counted = touchpoint.evidence.get(&Field::Frequency).is_some_and(|e| e.grounds == Grounds::Measured);
        // Before the purchase a frequency is the default and means nothing.
        let is_after = ids.iter().position(|id| *id == touchpoint.id) > Some(counted.purchase);
        if is_after && is_led_to && !is_counted {
            touchpoint.frequency = 0.0;
        } else if is_after && !is_led_to && touchpoint.frequency == 0.0 {
            touchpoint.frequency = defaults::FREQUENCY;
        }
    }
}

/// The counts without steps before the purchase that no way leads to, with the names of those.
fn reached_only(counted: &CountedJourney) -> (CountedJourney, Vec<String>) {
    let begun: u64 = counted.steps.iter().map(|step| step.begun).sum();
    let mut reached: Vec<bool> = counted
        .steps
        .iter()
        .enumerate()
        .map(|(n, step)| {
            step.begun > 0 || step.stage == Stage::After || n == counted.purchase || (begun == 0 && n == 0)
        })
        .collect();
    for _ in 0..counted.steps.len() {
        for way in counted.moves.iter().filter(|way| way.taken > 0) {
            if reached[way.from] {
                reached[way.to] = true;
            }
        }
    }
    let number = |at: usize| reached[..at].iter().filter(|is| **is).count();
    let mut kept = counted.clone();
    let mut is_reached = reached.iter();
    kept.steps.retain(|_| is_reached.next().copied().unwrap_or(false));
    kept.moves.retain(|way| reached[way.from] && reached[way.to]);
    for kind in &mut kept.kinds {
        let mut is_reached = reached.iter();
        kind.begun.retain(|_| is_reached.next().copied().unwrap_or(false));
    }
    kept.moves.iter_mut().for_each(|way| (way.from, way.to) = (number(way.from), number(way.to)));
    kept.purchase = number(counted.purchase);
    let gone = counted.steps.iter().zip(&reached).filter(|(_, is)| !**is).map(|(step, _)| step.name.clone()).collect();
    (kept, gone)
}
