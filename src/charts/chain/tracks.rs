//! The part before the purchase in steps and tracks: how far along each touchpoint stands, and on which line of its
//! own. The main stream keeps to track 0; what branches off takes the nearest free track, half a step on.

use crate::model::order;
use crate::model::{Journey, Stage};
use std::collections::BTreeMap;

/// From this share of those who leave a touchpoint, a handover leads a whole step on [0..1]; below it, half a step
/// aside.
const MAIN: f64 = 0.3;
/// Half-steps in a step: links on one track stand at least so far apart.
const STEP: usize = 2;

/// Where everything before the purchase stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tracks {
    /// Half-step and track of each touchpoint before the purchase, by index in the journey.
    pub places: BTreeMap<usize, (usize, i32)>,
    /// Index, first and last half-step of each phase before the purchase, in order.
    pub phases: Vec<(usize, usize, usize)>,
    /// Half-steps in all.
    pub length: usize,
    /// Lowest and highest track.
    pub range: (i32, i32),
}

/// A handover between touchpoints before the purchase, by index.
struct Passage {
    from: usize,
    to: usize,
    share: f64,
}

/// `aside` is how many half-steps on a branch stands that only some take.
pub fn tracks(journey: &Journey, aside: usize) -> Tracks {
    let index = order::map(journey.touchpoints.iter().enumerate().map(|(i, t)| (&t.id, i)));
    let before = |i: &usize| journey.touchpoints.get(*i).and_then(|t| journey.stage(&t.phase)) == Some(Stage::Before);
    let passages: Vec<Passage> = journey
        .handovers
        .iter()
        .filter_map(|h| {
            let (from, to) = (*index.get(&h.from)?, *index.get(&h.to)?);
            (before(&from) && before(&to) && from != to).then_some(Passage { from, to, share: h.share })
        })
        .collect();
    let mut out = Tracks::default();
    let steps = steps(journey, &passages, aside, &mut out);
    let flow = flows(journey, &passages, &steps);
    choose_tracks(&passages, &steps, &flow, &mut out);
    out
}

/// Half-steps: phases one after the other; within a phase a touchpoint stands after those of the phase that lead to it.
fn steps(journey: &Journey, passages: &[Passage], aside: usize, out: &mut Tracks) -> BTreeMap<usize, usize> {
    let mut steps: BTreeMap<usize, usize> = BTreeMap::new();
    let mut first = 0;
    for (phase_index, phase) in journey.phases.iter().enumerate().filter(|(_, p)| p.stage == Stage::Before) {
        let members: Vec<usize> =
            (0..journey.touchpoints.len()).filter(|&i| journey.touchpoints[i].phase == phase.id).collect();
        if members.is_empty() {
            continue;
        }
        // Journey order breaks circles: only a handover to a later touchpoint moves it on.
        for &member in &members {
            let leads = passages.iter().filter(|p| p.to == member && p.from < member && members.contains(&p.from));
            let after = leads.filter_map(|p| Some(steps.get(&p.from)? + if p.share < MAIN { aside } else { STEP }));
            let at = after.max().unwrap_or(first);
            steps.insert(member, at);
        }
        let last = members.iter().filter_map(|m| steps.get(m)).copied().max().unwrap_or(first);
        out.phases.push((phase_index, first, last));
        out.length = last + STEP;
        // Beside what stands half a step further on there is room already.
        first = last + STEP - (last - first) % STEP;
    }
    steps
}

/// How many come to each touchpoint, as if every link held.
fn flows(journey: &Journey, passages: &[Passage], steps: &BTreeMap<usize, usize>) -> BTreeMap<usize, f64> {
    let mut flow = order::map(steps.keys().map(|&i| (i, 0.0)));
    for persona in &journey.personas {
        for entry in &persona.entries {
            if let Some((_, f)) = flow.iter_mut().find(|(i, _)| journey.touchpoints[**i].id == entry.touchpoint) {
                *f += persona.share * entry.share;
            }
        }
    }
    let mut order: Vec<usize> = steps.keys().copied().collect();
    order::sort_by_key(&mut order, |i| (steps[i], *i));
    for from in order {
        let arriving = flow[&from];
        for passage in passages.iter().filter(|p| p.from == from && steps[&p.to] > steps[&from]) {
            *flow.entry(passage.to).or_default() += arriving * passage.share;
        }
    }
    flow
}

fn choose_tracks(passages: &[Passage], steps: &BTreeMap<usize, usize>, flow: &BTreeMap<usize, f64>, out: &mut Tracks) {
    let mut order: Vec<usize> = steps.keys().copied().collect();
    // The heaviest stream chooses first.
    order::sort(&mut order, |a, b| steps[a].cmp(&steps[b]).then(flow[b].total_cmp(&flow[a])).then(a.cmp(b)));
    for touchpoint in order {
        let at = steps[&touchpoint];
        let comes = passages.iter().filter(|p| p.to == touchpoint);
        let (mut weight, mut sum) = (0.0, 0.0);
        for passage in comes {
            if let Some(&(from_step, track)) = out.places.get(&passage.from)
                && from_step < at
            {
                let share = flow[&passage.from] * passage.share;
                weight += share;
                sum += share * f64::from(track);
            }
        }
        let wanted = if weight > 0.0 { (sum / weight).round() as i32 } else { 0 };
        let taken = |track: i32| out.places.values().any(|&(s, t)| t == track && s.abs_diff(at) < STEP);
        // Of two sides the one with less on it.
        let crowd = |side: i32| out.places.values().filter(|&&(_, t)| (t - wanted).signum() == side).count();
        let first = if crowd(1) <= crowd(-1) { 1 } else { -1 };
        let track = (0..).flat_map(|d| [wanted + first * d, wanted - first * d]).find(|&t| !taken(t)).unwrap_or(wanted);
        out.places.insert(touchpoint, (at, track));
        out.range = (out.range.0.min(track), out.range.1.max(track));
    }
}
