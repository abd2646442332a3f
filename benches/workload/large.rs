//! Journeys of any size, for what must not grow faster than they do: three in five touchpoints before the purchase, in
//! five phases, the others after it.

use super::text;
use kedja::model::*;

/// What a journey of the table has.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    pub touchpoints: usize,
    pub personas: usize,
    /// Whether handovers also lead past the next touchpoint, and past four.
    pub skips: bool,
}

/// A journey of a size, and right.
pub fn large(size: Size) -> Journey {
    let plain = super::journey();
    let (first, anybody) = (plain.touchpoints[0].clone(), plain.personas[0].clone());
    let before = size.touchpoints * 3 / 5;
    let phase = |i: usize| if i < before { format!("phase-{}", i * 5 / before) } else { "after".to_owned() };
    let id = |i: usize| LinkId(format!("t{i}"));
    let touchpoints = (0..size.touchpoints).map(|i| Touchpoint {
        id: id(i),
        name: Text::same(&format!("Touchpoint number {i}")),
        phase: phase(i).as_str().into(),
        role: match i {
            i if i + 1 == before => Role::Purchase,
            i if i + 1 == size.touchpoints => Role::Reckoning,
            _ => Role::Plain,
        },
        gain: 0.3,
        pain: 0.3,
        strength: Strength::of(0.9),
        ..first.clone()
    });
    let handover = |(from, to, share): (usize, usize, f64)| Handover {
        id: LinkId(format!("h{from}-{to}")),
        from: id(from),
        to: id(to),
        share,
        ..plain.handovers[0].clone()
    };
    let personas = (0..size.personas).map(|i| Persona {
        id: format!("p{i}").as_str().into(),
        name: text(&format!("Persona number {i}")),
        share: 1.0 / size.personas as f64,
        entries: vec![Entry { touchpoint: id(0), share: 1.0, readiness: "phase-0".into() }],
        ..anybody.clone()
    });
    let stages = (0..5).map(|i| (format!("phase-{i}"), Stage::Before)).chain([("after".to_owned(), Stage::After)]);
    Journey {
        id: "large".to_owned(),
        phases: stages.map(|(id, stage)| Phase { id: id.as_str().into(), name: text(&id), stage }).collect(),
        handovers: ways(size, before).into_iter().map(handover).collect(),
        touchpoints: touchpoints.collect(),
        personas: personas.collect(),
        ..plain
    }
}

/// From where to where handovers lead, and the share that takes them.
fn ways(size: Size, before: usize) -> Vec<(usize, usize, f64)> {
    let steps: &[(usize, f64)] = if size.skips { &[(1, 0.6), (2, 0.25), (5, 0.15)] } else { &[(1, 1.0)] };
    let part = |first: usize, end: usize| {
        (first..end)
            .flat_map(move |i| steps.iter().map(move |&(far, share)| (i, i + far, share)).filter(move |w| w.1 < end))
    };
    part(0, before).chain([(before - 1, before, 1.0)]).chain(part(before, size.touchpoints - 1)).collect()
}
