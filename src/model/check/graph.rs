//! The ways through a journey: what nobody can reach, and where somebody would go round for ever.
//!
//! What counts is whether there is a way, not how strong it is: a link of strength 0 is a link that somebody may
//! want to strengthen. Ways are those of personas and entries that anybody comes by, with their leanings.

use super::findings::Findings;
use super::map::Map;
use crate::model::order;
use crate::model::{Code, Entry, Persona, Role, Stage};

/// How little must be missing to 1 for shares to leave nobody behind.
const ROUNDING: f64 = 1e-9;
/// Touchpoints in one walk after the purchase.
const LONGEST_WALK: usize = 16;

pub(super) fn check(map: &Map, findings: &mut Findings) {
    let ways = Ways::of(map);
    let reached = reached(&ways);
    let anybody_enters = people(map).any(|p| readinesses(map, p).next().is_some());
    let places = map.touchpoint_places();
    for (n, at) in places.iter().enumerate() {
        if reached.contains(n) {
            continue;
        }
        // Where nobody comes in at all, that is the problem to name, and it has been.
        let what = match map.side(n) {
            Some(Stage::Before) if anybody_enters => Code::UnreachableBefore,
            Some(Stage::After) if people(map).next().is_some() => Code::UnreachableAfter,
            _ => continue,
        };
        findings.add(at.clone(), what);
    }
    for (n, persona) in endless(&ways) {
        if let Some(at) = places.get(n) {
            findings.add(at.clone(), Code::NoWayOut { persona: persona.id.to_string() });
        }
    }
}

/// The touchpoints, by index and in order, from which some customers would never get out, and the first persona of
/// theirs.
pub(super) fn endless_in<'a>(map: &'a Map<'a>) -> Vec<(usize, &'a Persona)> {
    endless(&Ways::of(map))
}

/// A set of touchpoints, by index.
struct Set(Vec<bool>);

impl Set {
    fn empty(size: usize) -> Self {
        Self(vec![false; size])
    }

    fn contains(&self, touchpoint: usize) -> bool {
        self.0.get(touchpoint).copied().unwrap_or(false)
    }

    /// Puts it in; whether it is new.
    fn insert(&mut self, touchpoint: usize) -> bool {
        self.0.get_mut(touchpoint).is_some_and(|is_in| !std::mem::replace(is_in, true))
    }

    fn extend(&mut self, other: &Self) {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine |= theirs;
        }
    }
}

/// A handover that somebody takes.
#[derive(Clone, Copy)]
struct Way {
    to: usize,
    share: f64,
    strength: f64,
}

/// The handovers that can be understood, by the touchpoint that they leave.
struct Ways<'a> {
    map: &'a Map<'a>,
    out: Vec<Vec<Way>>,
    /// First touchpoint of each phase.
    first_of: Vec<Option<usize>>,
}

impl<'a> Ways<'a> {
    fn of(map: &'a Map<'a>) -> Self {
        let mut out = vec![Vec::new(); map.journey.touchpoints.len()];
        for (handover, ends) in map.journey.handovers.iter().zip(&map.ends) {
            let Some((from, to)) = *ends else { continue };
            let crosses = map.journey.touchpoints[from].role == Role::Purchase;
            let allowed = match (map.side(from), map.side(to)) {
                (Some(Stage::Before), Some(Stage::Before)) => !crosses,
                (Some(Stage::Before), Some(Stage::After)) => crosses,
                (Some(Stage::After), Some(Stage::After)) => true,
                _ => false,
            };
            if allowed && handover.share > 0.0 && map.journey.touchpoints[to].role != Role::Reckoning {
                out[from].push(Way { to, share: handover.share, strength: handover.strength.likely });
            }
        }
        let first = |phase| map.phase_of.iter().position(|p| *p == Some(phase));
        let first_of = (0..map.journey.phases.len()).map(first).collect();
        Self { map, out, first_of }
    }

    /// Where a persona's customers go on to.
    fn onward(&self, persona: &Persona, from: usize) -> impl Iterator<Item = &Way> {
        self.out[from].iter().filter(|way| self.leans(persona, way.to))
    }

    fn leans(&self, persona: &Persona, to: usize) -> bool {
        persona.leaning(&self.map.journey.touchpoints[to].channel) > 0.0
    }

    /// Where those of a readiness may be taken who are noticed at a touchpoint to be further on.
    fn jump(&self, from: usize, readiness: usize) -> Option<usize> {
        let is_ahead = self.map.phase_of[from].is_some_and(|phase| readiness > phase);
        let notices = self.map.journey.touchpoints[from].sensing > 0.0;
        if is_ahead && notices { self.first_of[readiness] } else { None }
    }

    /// Whether everybody of a readiness is taken on from here without leaning on the touchpoint.
    fn jumps_always(&self, from: usize, readiness: usize) -> bool {
        self.jump(from, readiness).is_some() && self.map.journey.touchpoints[from].sensing >= 1.0
    }

    /// The touchpoints one step on, before the purchase.
    fn steps(&self, persona: &Persona, from: usize, readiness: usize) -> Vec<usize> {
        let is_purchase = self.map.journey.touchpoints[from].role == Role::Purchase;
        let walks = !is_purchase && !self.jumps_always(from, readiness);
        let onward = self.onward(persona, from).filter(|_| walks).map(|way| way.to);
        self.jump(from, readiness).into_iter().chain(onward).collect()
    }

    /// Whether some of those at a touchpoint buy or drop out right there, or on a handover out of it.
    fn ends(&self, persona: &Persona, at: usize, readiness: usize) -> bool {
        if self.jumps_always(at, readiness) {
            return false;
        }
        let touchpoint = &self.map.journey.touchpoints[at];
        let disturbed =
            self.map.journey.disturbance > 0.0 && self.map.phase_of[at].is_some_and(|phase| readiness > phase);
        let all_go_on = self.out[at].iter().map(|way| way.share).sum::<f64>() >= 1.0 - ROUNDING;
        touchpoint.role == Role::Purchase
            || touchpoint.strength.likely < 1.0
            || disturbed
            || !all_go_on
            || self.onward(persona, at).next().is_none()
            || self.onward(persona, at).any(|way| way.strength < 1.0)
    }

    /// Everywhere that those of a persona and a readiness may come before the purchase.
    fn reached_before(&self, persona: &Persona, readiness: usize) -> Set {
        let mut reached = Set::empty(self.out.len());
        let comes = |e: &&Entry| e.share > 0.0 && self.map.phase(&e.readiness) == Some(readiness);
        let entries = persona.entries.iter().filter(comes).filter_map(|e| self.map.touchpoint(&e.touchpoint));
        let mut to_visit: Vec<usize> = entries.filter(|&t| self.map.side(t) == Some(Stage::Before)).collect();
        while let Some(at) = to_visit.pop() {
            if reached.insert(at) {
                to_visit.extend(self.steps(persona, at, readiness));
            }
        }
        reached
    }

    /// Everywhere that a persona's customers may come after the purchase, given where they may buy.
    fn reached_after(&self, persona: &Persona, before: &Set) -> Set {
        let journey = self.map.journey;
        let mut reached = Set::empty(self.out.len());
        let mut here = Vec::new();
        for (n, touchpoint) in journey.touchpoints.iter().enumerate() {
            // Leaning does not act on reckonings.
            let comes_round = match touchpoint.role {
                Role::Reckoning => touchpoint.frequency > 0.0,
                _ => touchpoint.frequency > 0.0 && self.leans(persona, n),
            };
            if self.map.side(n) == Some(Stage::After) && comes_round {
                here.push(n);
            } else if touchpoint.role == Role::Purchase && before.contains(n) {
                here.extend(self.onward(persona, n).map(|way| way.to));
            }
        }
        for _ in 0..LONGEST_WALK {
            here.retain(|&at| reached.insert(at));
            here = here.iter().flat_map(|&at| self.onward(persona, at)).map(|way| way.to).collect();
        }
        // The desk is met by those who complain, who go no further from there.
        if let Some(desk) = journey.complaint_desk.as_ref().and_then(|id| self.map.touchpoint(id)) {
            reached.insert(desk);
        }
        reached
    }
}

/// The personas that anybody is of.
fn people<'a>(map: &Map<'a>) -> impl Iterator<Item = &'a Persona> {
    map.journey.personas.iter().filter(|p| p.share > 0.0)
}

/// The phases before the purchase that a persona's customers come in ready for, each once.
fn readinesses(map: &Map, persona: &Persona) -> impl Iterator<Item = usize> {
    let enters =
        |e: &&Entry| e.share > 0.0 && map.touchpoint(&e.touchpoint).and_then(|t| map.side(t)) == Some(Stage::Before);
    let is_before = |phase: &usize| map.journey.phases[*phase].stage == Stage::Before;
    let phases = persona.entries.iter().filter(enters).filter_map(|e| map.phase(&e.readiness)).filter(is_before);
    order::set(phases).into_iter()
}

fn reached(ways: &Ways) -> Set {
    let mut all = Set::empty(ways.out.len());
    for persona in people(ways.map) {
        let mut before = Set::empty(ways.out.len());
        for readiness in readinesses(ways.map, persona) {
            before.extend(&ways.reached_before(persona, readiness));
        }
        all.extend(&ways.reached_after(persona, &before));
        all.extend(&before);
    }
    all
}

fn endless<'a>(ways: &Ways<'a>) -> Vec<(usize, &'a Persona)> {
    let mut found = Set::empty(ways.out.len());
    let mut endless = Vec::new();
    for persona in people(ways.map) {
        for readiness in readinesses(ways.map, persona) {
            let reached = ways.reached_before(persona, readiness);
            let ended = ending(ways, persona, readiness);
            for at in 0..ways.out.len() {
                if reached.contains(at) && !ended.contains(at) && found.insert(at) {
                    endless.push((at, persona));
                }
            }
        }
    }
    order::sort_by_key(&mut endless, |&(at, _)| at);
    endless
}

/// The touchpoints before the purchase from which a purchase or an end has a chance: those with an end of their
/// own, and all from which there is a way to one.
fn ending(ways: &Ways, persona: &Persona, readiness: usize) -> Set {
    let before: Vec<usize> = (0..ways.out.len()).filter(|&n| ways.map.side(n) == Some(Stage::Before)).collect();
    let mut comes_from = vec![Vec::new(); ways.out.len()];
    for &at in &before {
        for to in ways.steps(persona, at, readiness) {
            comes_from[to].push(at);
        }
    }
    let mut ended = Set::empty(ways.out.len());
    let mut to_visit: Vec<usize> = before.into_iter().filter(|&at| ways.ends(persona, at, readiness)).collect();
    while let Some(at) = to_visit.pop() {
        if ended.insert(at) {
            to_visit.extend(&comes_from[at]);
        }
    }
    ended
}
