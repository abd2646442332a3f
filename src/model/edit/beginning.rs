//! Beginnings: a journey out of nothing but names, and a ready journey without its figures.

use super::words::written;
use super::{entries, handovers, names, starting};
use crate::model::{
    Channel, EffortUnit, Entry, Field, Journey, Lang, LinkId, Market, Nature, Owner, Payment, PeriodUnit, Phase,
    PhaseId, Role, Stage, Text, defaults,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Periods that every buyer is followed, and before the calendar begins [periods]. Assumption: two years of months.
const PERIODS: u16 = 24;
/// Visitors in each period, and the price [customers], [money]: round figures that say nothing.
const ARRIVALS: f64 = 1_000.0;
const PRICE: f64 = 100.0;
/// Most touchpoints that are made of names: as many as a journey may have.
pub const MOST_NAMES: usize = 200;

/// What a beginning is called, in every language of the page, and by which words a purchase and a reckoning are known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Beginnings {
    pub journey: Text,
    pub currency: Text,
    /// Awareness, consideration, decision, delivery, advocacy (claim 32).
    pub phases: [Text; 5],
    pub channel: Text,
    pub owner: Text,
    pub persona: Text,
    /// Where nobody names one.
    pub purchase: Text,
    pub reckoning: Text,
    /// Beginnings of words, in small letters.
    pub purchase_words: Vec<String>,
    pub reckoning_words: Vec<String>,
    /// By which words a step is known to be in each of the phases.
    pub phase_words: [Vec<String>; 5],
}

/// Ids of the phases, in their order.
const PHASES: [&str; 5] = ["awareness", "consideration", "decision", "delivery", "advocacy"];
/// So many of them stand before the purchase.
const BEFORE: usize = 3;

impl Beginnings {
    /// The phases that a journey can begin with, in their order.
    pub fn all_phases(&self) -> Vec<Phase> {
        let stage = |n: usize| if n < BEFORE { Stage::Before } else { Stage::After };
        let phases = PHASES.into_iter().zip(&self.phases).enumerate();
        phases.map(|(n, (id, name))| Phase { id: id.into(), name: name.clone(), stage: stage(n) }).collect()
    }

    /// The phase of a name, in any language, or of an id.
    pub fn phase_named(&self, said: &str) -> Option<PhaseId> {
        let said = said.trim().to_lowercase();
        let is = |phase: &Phase| phase.id.0 == said || phase.name.0.values().any(|name| name.to_lowercase() == said);
        self.all_phases().into_iter().find(is).map(|phase| phase.id)
    }
}

/// What is known of the steps that a journey is made of, by their places.
#[derive(Clone, Debug, Default)]
pub struct KnownSteps {
    pub purchase: usize,
    /// Where customers reckon, if it is one of those after the purchase.
    pub reckoning: Option<usize>,
    /// Phases that somebody has chosen; one on the other side of the purchase is none.
    pub phases: BTreeMap<usize, PhaseId>,
    /// Those after the purchase that are extra sales.
    pub offers: BTreeSet<usize>,
}

/// A journey that lives, out of the names of its touchpoints in their order, written in one language. A purchase and a
/// reckoning it must have: where no name says which, the purchase is in the middle and the reckoning last.
pub fn from_names(lines: &[String], beginnings: &Beginnings, lang: &Lang) -> Journey {
    let lines = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).take(MOST_NAMES);
    let mut texts: Vec<Text> = lines.map(|line| written(line, lang)).collect();
    if texts.is_empty() {
        texts.push(beginnings.purchase.clone());
    }
    if texts.len() == 1 {
        texts.push(beginnings.reckoning.clone());
    }
    let (purchase, reckoning) = roles_of(&texts, beginnings);
    let known = KnownSteps { purchase, ..KnownSteps::default() };
    let phases: Vec<usize> = (0..texts.len()).map(|n| phase_of(n, purchase, reckoning)).collect();
    let mut journey = with_touchpoints(&texts, reckoning, &known, &phases, beginnings);
    let ids: Vec<_> = journey.touchpoints.iter().map(|t| t.id.clone()).collect();
    for pair in ids.windows(2).take(purchase + 1) {
        if let [from, to] = pair {
            handovers::connect_for(&mut journey, from, to, 1.0);
        }
    }
    journey
}

/// A journey out of the names of steps in their order, of which it is known which is the purchase. Nothing joins them yet.
/// Where none of those after it is by its name a reckoning, one more touchpoint is.
pub fn from_steps(names: &[String], known: &KnownSteps, beginnings: &Beginnings, lang: &Lang) -> Journey {
    let mut texts: Vec<Text> = names.iter().take(MOST_NAMES - 1).map(|name| written(name, lang)).collect();
    let after = || (known.purchase + 1..texts.len()).rev();
    let says_so = |n: &usize| !known.offers.contains(n) && is_one_of(&texts[*n], &beginnings.reckoning_words);
    let said = known.reckoning.filter(|said| after().any(|n| n == *said));
    let reckoning = said.or_else(|| after().find(says_so)).unwrap_or_else(|| {
        texts.push(beginnings.reckoning.clone());
        texts.len() - 1
    });
    let phases = phases_of(&texts, reckoning, known, beginnings);
    with_touchpoints(&texts, reckoning, known, &phases, beginnings)
}

/// Joins two touchpoints for so many of those who leave the first [0..1]; two that cannot be joined stay as they are.
pub fn join(journey: &mut Journey, from: &LinkId, to: &LinkId, share: f64) {
    handovers::connect_for(journey, from, to, share);
}

fn with_touchpoints(
    texts: &[Text],
    reckoning: usize,
    known: &KnownSteps,
    phases: &[usize],
    beginnings: &Beginnings,
) -> Journey {
    let purchase = known.purchase;
    let mut journey = empty(beginnings);
    for (n, (name, phase)) in texts.iter().zip(phases).enumerate() {
        let phase = PhaseId::from(PHASES[*phase]);
        let stage = if n <= purchase { Stage::Before } else { Stage::After };
        let role = match n {
            n if n == purchase => Role::Purchase,
            n if n == reckoning => Role::Reckoning,
            n if n > purchase && known.offers.contains(&n) => Role::Offer,
            _ => Role::Plain,
        };
        let nature = match (stage, role) {
            (_, Role::Reckoning) => Nature::Price,
            (_, Role::Offer) => Nature::Sales,
            (Stage::Before, _) if phase.as_str() == PHASES[0] => Nature::Communication,
            (Stage::Before, _) => Nature::Sales,
            (Stage::After, _) => Nature::Service,
        };
        let word = name.0.values().next().map_or("", String::as_str);
        let id = names::link(&journey, word);
        let of = (journey.channels[0].id.clone(), journey.owners[0].id.clone());
        let mut touchpoint = starting::touchpoint((id, name.clone()), (stage, phase), of, (nature, role));
        if n == purchase + 1 && role == Role::Plain {
            // The purchase leads there, so that it need not come by itself.
            touchpoint.frequency = 0.0;
        }
        journey.touchpoints.push(touchpoint);
    }
    journey.phases.retain(|phase| journey.touchpoints.iter().any(|t| t.phase == phase.id));
    if let Some(first) = entries::first_before(&journey) {
        let readiness = journey.phases[0].id.clone();
        for persona in &mut journey.personas {
            persona.entries = vec![Entry { touchpoint: first.clone(), share: 1.0, readiness: readiness.clone() }];
        }
    }
    journey
}

fn is_one_of(name: &Text, words: &[String]) -> bool {
    let said = name.0.values().map(|n| n.to_lowercase()).collect::<Vec<_>>().join(" ");
    let mut said = said.split(|c: char| !c.is_alphanumeric());
    said.any(|word| words.iter().any(|begin| word.starts_with(begin.as_str())))
}

/// Which of the names are the purchase and the reckoning.
fn roles_of(names: &[Text], beginnings: &Beginnings) -> (usize, usize) {
    let last = names.len() - 1;
    let reckons = |n: &usize| *n > 0 && is_one_of(&names[*n], &beginnings.reckoning_words);
    let reckoning = (0..=last).rev().find(reckons);
    let buys = |n: &usize| is_one_of(&names[*n], &beginnings.purchase_words);
    let end = reckoning.unwrap_or(last);
    let purchase = (0..end).find(|n| buys(n) && !reckons(n)).unwrap_or((end - 1).min(last / 2));
    (purchase, reckoning.unwrap_or(last))
}

/// The place of a touchpoint's phase among the five.
fn phase_of(n: usize, purchase: usize, reckoning: usize) -> usize {
    match n {
        n if n == purchase => 2,
        // The first half of the way is how people hear of it, the rest how they weigh it.
        n if n < purchase => usize::from(2 * n >= purchase.max(1) && n > 0),
        n if n == purchase + 1 && n != reckoning => 3,
        _ => 4,
    }
}

/// The places of the phases of steps: those that somebody has chosen, else what their names say, else by where they stand, where
/// none is earlier than one that stands before it.
fn phases_of(texts: &[Text], reckoning: usize, known: &KnownSteps, beginnings: &Beginnings) -> Vec<usize> {
    let mut least = 0;
    let phase = |(n, text): (usize, &Text)| {
        let side = if n <= known.purchase { 0..BEFORE } else { BEFORE..PHASES.len() };
        let words = |at: &usize| is_one_of(text, &beginnings.phase_words[*at]);
        let said = side.clone().find(words).filter(|_| n != known.purchase && n != reckoning);
        let guess = said.unwrap_or_else(|| phase_of(n, known.purchase, reckoning).max(least));
        least = least.max(guess);
        let chosen = known.phases.get(&n).and_then(|id| PHASES.iter().position(|known| *known == id.as_str()));
        chosen.filter(|at| side.contains(at)).unwrap_or(guess)
    };
    texts.iter().enumerate().map(phase).collect()
}

/// A journey without touchpoints.
fn empty(beginnings: &Beginnings) -> Journey {
    let mut journey = Journey {
        version: Journey::VERSION,
        id: "own".to_owned(),
        name: beginnings.journey.clone(),
        summary: Text::default(),
        currency: beginnings.currency.clone(),
        price: PRICE,
        period: PeriodUnit::Month,
        payment: Payment::EachPeriod,
        effort_unit: EffortUnit::Points,
        horizon: PERIODS,
        disturbance: defaults::DISTURBANCE,
        rival_pull: defaults::RIVAL_PULL,
        complaint_desk: None,
        phases: beginnings.all_phases(),
        channels: vec![Channel { id: "channel".into(), name: beginnings.channel.clone() }],
        owners: vec![Owner { id: "owner".into(), name: beginnings.owner.clone() }],
        touchpoints: Vec::new(),
        handovers: Vec::new(),
        personas: Vec::new(),
        market: Market { arrivals: ARRIVALS, warm_up: PERIODS, echo: 0.0 },
        evidence: starting::guessed(&[Field::Price, Field::Arrivals]),
    };
    let id = names::persona(&journey, "customer");
    journey.personas.push(starting::persona(id, beginnings.persona.clone(), 1.0));
    journey
}

/// A journey with its parts, names and ways, and without what was known of its figures: each begins as a new one does.
pub fn skeleton(journey: &Journey) -> Journey {
    let mut bare = journey.clone();
    for n in 0..bare.touchpoints.len() {
        let Some(stage) = journey.stage(&journey.touchpoints[n].phase) else { continue };
        let old = &journey.touchpoints[n];
        let of = (old.channel.clone(), old.owner.clone());
        let mut new = starting::touchpoint(
            (old.id.clone(), old.name.clone()),
            (stage, old.phase.clone()),
            of,
            (old.nature, old.role),
        );
        // What is only led to stays so, and what an early or a late customer meets.
        if old.frequency == 0.0 {
            new.frequency = 0.0;
        }
        (new.tenure, new.words) = (old.tenure, old.words.clone());
        (new.moment_of_truth, new.micro_decision) = (old.moment_of_truth, old.micro_decision);
        bare.touchpoints[n] = new;
    }
    for handover in &mut bare.handovers {
        let new = starting::handover(handover.id.clone(), handover.from.clone(), handover.to.clone(), handover.share);
        let (name, owner) = (handover.name.clone(), handover.owner.clone());
        *handover = crate::model::Handover { name, owner, words: handover.words.clone(), ..new };
    }
    for persona in &mut bare.personas {
        let new = starting::persona(persona.id.clone(), persona.name.clone(), persona.share);
        *persona = crate::model::Persona { about: persona.about.clone(), entries: persona.entries.clone(), ..new };
    }
    (bare.disturbance, bare.rival_pull) = (defaults::DISTURBANCE, defaults::RIVAL_PULL);
    (bare.market.echo, bare.evidence) = (0.0, BTreeMap::new());
    bare.evidence = starting::guessed(&[Field::Price, Field::Arrivals]);
    bare
}
