//! Parts joined to a journey in which everything can be reached and left.

use super::parts::*;
use crate::builder;
use kedja::model::*;

/// What those who can walk backwards are left with at most, all ways out together.
const ROUND_SHARE: f64 = 0.8;

/// The journey of these parts.
pub(super) fn join(mut befores: Vec<Before>, mut afters: Vec<After>, people: Vec<Person>, whole: Whole) -> Journey {
    settle(&mut befores, &mut afters);
    let desk = whole.desk.map(|n| n % afters.len()).filter(|&n| afters[n].role != Role::Reckoning);
    let phase_of = phases_of(&befores);
    let last_phase = *phase_of.last().expect("at least two touchpoints before the purchase");
    let mut phases: Vec<Phase> = (0..=last_phase).map(|n| builder::phase(&format!("p{n}"), Stage::Before)).collect();
    phases.push(builder::phase("new", Stage::After));
    phases.push(builder::phase("used-to-it", Stage::After));

    let mut touchpoints: Vec<Touchpoint> = Vec::new();
    for (n, b) in befores.iter().enumerate() {
        let role = if b.purchase { Role::Purchase } else { Role::Plain };
        let plain = touchpoint(&b.stop, format!("b{n}"), format!("p{}", phase_of[n]));
        touchpoints.push(Touchpoint { role, days: b.stop.link.days, sensing: b.sensing, ..plain });
    }
    for (n, a) in afters.iter().enumerate() {
        let phase = if n < 2 { "new" } else { "used-to-it" };
        let plain = touchpoint(&a.stop, format!("a{n}"), phase.to_owned());
        let worth = if a.role == Role::Offer { a.worth } else { 0.0 };
        touchpoints.push(Touchpoint { role: a.role, frequency: a.frequency, tenure: a.tenure, worth, ..plain });
    }

    Journey {
        period: whole.period,
        payment: whole.payment,
        price: whole.price,
        horizon: whole.horizon,
        disturbance: whole.disturbance,
        rival_pull: whole.rival_pull,
        complaint_desk: desk.map(|n| LinkId(format!("a{n}"))),
        phases,
        channels: CHANNELS.map(builder::channel).to_vec(),
        owners: OWNERS.map(builder::owner).to_vec(),
        touchpoints,
        handovers: handovers(&befores, &afters, desk),
        personas: personas(people, &befores, &phase_of),
        market: Market { arrivals: whole.arrivals, warm_up: whole.warm_up, echo: whole.echo },
        ..builder::small()
    }
}

/// Makes the roles right: the last before is a purchase and the first is none, there is a reckoning, and the first
/// touchpoint after the purchase is met on its own.
fn settle(befores: &mut [Before], afters: &mut [After]) {
    let last = befores.len() - 1;
    befores[last].purchase = true;
    befores[0] = Before { purchase: false, new_phase: false, reached: Reached::Entry, ..befores[0].clone() };
    for n in 1..=last {
        if befores[n].reached == Reached::Sensing {
            // First of its phase, and the first touchpoint of all notices who belongs there.
            befores[n].new_phase = true;
            befores[0].sensing = befores[0].sensing.max(0.3);
        }
    }
    if afters[0].role == Role::Reckoning {
        afters[0].role = Role::Plain;
    }
    if afters.iter().all(|a| a.role != Role::Reckoning) {
        afters.last_mut().expect("at least two touchpoints after the purchase").role = Role::Reckoning;
    }
    for (n, a) in afters.iter_mut().enumerate() {
        if a.role == Role::Reckoning {
            a.frequency = if a.frequency == 0.0 { 1.0 } else { a.frequency.min(1.0) };
        } else if n == 0 && a.frequency == 0.0 {
            a.frequency = 0.7;
        }
    }
}

/// The phase of each touchpoint before the purchase, by number, never falling.
fn phases_of(befores: &[Before]) -> Vec<usize> {
    let starts = befores.iter().skip(1).scan(0, |phase, b| {
        *phase += usize::from(b.new_phase);
        Some(*phase)
    });
    std::iter::once(0).chain(starts).collect()
}

fn touchpoint(stop: &Stop, id: String, phase: String) -> Touchpoint {
    let Link { strength, pain, complaint_rate, exposure, halving_cost, .. } = stop.link;
    Touchpoint {
        channel: CHANNELS[stop.channel].into(),
        owner: OWNERS[stop.owner].into(),
        nature: NATURES[stop.nature],
        strength,
        gain: stop.gain,
        pain,
        complaint_rate,
        exposure,
        halving_cost,
        ..builder::touchpoint(&id, &phase, 0.0)
    }
}

fn handovers(befores: &[Before], afters: &[After], desk: Option<usize>) -> Vec<Handover> {
    let plain_afters: Vec<usize> = (0..afters.len()).filter(|&n| afters[n].role != Role::Reckoning).collect();
    // (from, to, weight, link) by name; shares are cut from each touchpoint's sum at the end.
    let mut drawn: Vec<(String, String, &Way)> = Vec::new();

    for (n, b) in befores.iter().enumerate() {
        for way in &b.stop.ways {
            let to = match b.purchase {
                true => format!("a{}", plain_afters[way.to % plain_afters.len()]),
                false => format!("b{}", way.to % befores.len()),
            };
            drawn.push((format!("b{n}"), to, way));
        }
        if b.reached == Reached::Handover {
            let earlier: Vec<usize> = (0..n).filter(|&e| !befores[e].purchase).collect();
            // Near ones are likelier, so that long journeys are common.
            let back = (b.stop.reached.to % earlier.len()).min(b.stop.reached.to / 64);
            drawn.push((format!("b{}", earlier[earlier.len() - 1 - back]), format!("b{n}"), &b.stop.reached));
        }
    }
    for (n, a) in afters.iter().enumerate() {
        for way in &a.stop.ways {
            drawn.push((format!("a{n}"), format!("a{}", plain_afters[way.to % plain_afters.len()]), way));
        }
        if a.frequency == 0.0 && desk != Some(n) {
            // From the purchase, or from an earlier touchpoint that is met on its own; the first always is.
            let from = match a.stop.reached.to % 3 {
                0 => format!("b{}", befores.len() - 1),
                _ => format!("a{}", (0..n).rev().find(|&e| afters[e].frequency > 0.0).unwrap_or(0)),
            };
            drawn.push((from, format!("a{n}"), &a.stop.reached));
        }
    }

    let number = |id: &str| id[1..].parse::<usize>().expect("a letter and a number");
    let all = drawn.clone();
    drawn
        .into_iter()
        .enumerate()
        .map(|(n, (from, to, way))| {
            let siblings = || all.iter().filter(|(f, _, _)| *f == from);
            let stop = if from.starts_with('b') { &befores[number(&from)].stop } else { &afters[number(&from)].stop };
            let backwards =
                from.starts_with('b') && siblings().any(|(f, t, _)| t.starts_with('b') && number(t) <= number(f));
            let onward = if backwards { stop.onward.min(ROUND_SHARE) } else { stop.onward };
            let share = onward * way.weight / siblings().map(|(_, _, w)| w.weight).sum::<f64>();
            let Link { strength, pain, complaint_rate, exposure, halving_cost, days } = way.link;
            let days = if from.starts_with('b') && to.starts_with('b') { days } else { 0.0 };
            let plain = builder::handover(&from, &to, share, 0.0);
            let id = LinkId(format!("h{n}"));
            Handover { id, strength, pain, complaint_rate, exposure, halving_cost, days, ..plain }
        })
        .collect()
}

fn personas(people: Vec<Person>, befores: &[Before], phase_of: &[usize]) -> Vec<Persona> {
    let total: f64 = people.iter().map(|p| p.weight).sum();
    let last_phase = phase_of[phase_of.len() - 1];
    people
        .into_iter()
        .enumerate()
        .map(|(n, mut person)| {
            let mut entries: Vec<(usize, usize, f64)> =
                person.entries.iter().map(|&(t, r, w)| (t % befores.len(), r % (last_phase + 1), w)).collect();
            if n == 0 {
                // The first persona comes wherever a handover does not lead.
                for (b, before) in befores.iter().enumerate() {
                    match before.reached {
                        Reached::Handover => {}
                        Reached::Entry => entries.push((b, phase_of[b], 0.5)),
                        Reached::Sensing => entries.push((0, phase_of[b], 0.5)),
                    }
                }
                for lean in person.persona.leaning.values_mut() {
                    *lean = lean.max(0.2);
                }
            }
            let sum: f64 = entries.iter().map(|&(_, _, w)| w).sum();
            let entry = |&(t, r, w): &(usize, usize, f64)| builder::entry(&format!("b{t}"), &format!("p{r}"), w / sum);
            Persona {
                id: PersonaId(format!("persona{n}")),
                name: Text::same(&format!("Persona {n}")),
                share: person.weight / total,
                entries: entries.iter().map(entry).collect(),
                ..person.persona
            }
        })
        .collect()
}
