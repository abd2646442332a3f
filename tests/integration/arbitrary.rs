//! Random journeys, all of them valid: cycles, branches, dead ends, sensing jumps, second tries, several purchases,
//! personas and entries, walks after the purchase, offers and a complaint desk.
//!
//! Parts are drawn freely first and joined then, so that shrinking drops parts and what is left is still valid:
//! every touchpoint is reached by a handover, an entry or a sensing jump of the first persona, who leans at least a
//! little towards every channel; and whoever can walk backwards (a cycle) is lost in one of five rounds at the least.
#![allow(dead_code)] // Each test file uses its own part of this.

use crate::builder;
use kedja::model::*;
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;

const CHANNELS: [&str; 3] = ["web", "phone", "shop"];
const OWNERS: [&str; 3] = ["sales", "service", "product"];
const NATURES: [Nature; 5] = [Nature::Product, Nature::Service, Nature::Price, Nature::Sales, Nature::Communication];
/// What those who can walk backwards are left with at most, all ways out together.
const ROUND_SHARE: f64 = 0.8;

/// A valid journey of 2-10 touchpoints before the purchase, 2-6 after it and 1-4 personas.
pub fn journey() -> impl Strategy<Value = Journey> {
    (vec(before(), 2..=10), vec(after(), 2..=6), vec(person(), 1..=4), whole())
        .prop_map(|(b, a, p, w)| join(b, a, p, w))
}

/// A valid journey where every customer has one way on and no second try: a chain from `b0` to the purchase.
pub fn chain() -> impl Strategy<Value = Journey> {
    journey().prop_map(|mut journey| {
        let before: Vec<LinkId> =
            journey.touchpoints.iter().filter(|t| is_before(&journey, t)).map(|t| t.id.clone()).collect();
        let last = before.len() - 1;
        for (place, id) in before.iter().enumerate() {
            let touchpoint = builder::touchpoint_mut(&mut journey, id.as_str());
            touchpoint.role = if place == last { Role::Purchase } else { Role::Plain };
            touchpoint.sensing = 0.0;
        }
        journey.handovers.retain(|h| !before.contains(&h.from));
        journey.handovers.extend(before.windows(2).map(|w| builder::handover(w[0].as_str(), w[1].as_str(), 1.0, 0.9)));
        // Handovers out of the purchase may have been the only way to a touchpoint.
        for touchpoint in journey.touchpoints.iter_mut().filter(|t| t.frequency == 0.0) {
            touchpoint.frequency = 0.5;
        }
        let (start, readiness) = (before[0].clone(), journey.phases[0].id.clone());
        for persona in &mut journey.personas {
            persona.patience = 0.0;
            persona.entries = vec![Entry { touchpoint: start.clone(), share: 1.0, readiness: readiness.clone() }];
        }
        journey
    })
}

fn is_before(journey: &Journey, touchpoint: &Touchpoint) -> bool {
    journey.stage(&touchpoint.phase) == Some(Stage::Before)
}

/// Figures that touchpoints and handovers have in common.
#[derive(Clone, Debug)]
struct Link {
    strength: Strength,
    pain: f64,
    complaint_rate: f64,
    exposure: f64,
    halving_cost: f64,
    days: f64,
}

fn strength() -> impl Strategy<Value = Strength> {
    let likely = prop_oneof![8 => 0.3..0.99, 1 => Just(1.0), 1 => 0.02..0.3];
    (likely, weighted(0.3, (0.0..1.0, 0.0..1.0))).prop_map(|(likely, range)| Strength {
        likely,
        low: range.map(|(down, _)| likely * down),
        high: range.map(|(_, up)| likely + (1.0 - likely) * up),
    })
}

fn link() -> impl Strategy<Value = Link> {
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
struct Way {
    to: usize,
    weight: f64,
    link: Link,
}

fn way() -> impl Strategy<Value = Way> {
    (any::<u8>(), 0.1..1.0, link()).prop_map(|(to, weight, link)| Way { to: to.into(), weight, link })
}

/// Everything that one touchpoint draws on either side.
#[derive(Clone, Debug)]
struct Stop {
    link: Link,
    gain: f64,
    channel: usize,
    owner: usize,
    nature: usize,
    /// Ways on, beyond those that make the journey whole.
    ways: Vec<Way>,
    /// How this touchpoint is reached, when it needs to be.
    reached: Way,
    /// The sum of the shares out.
    onward: f64,
}

fn stop(ways: usize) -> impl Strategy<Value = Stop> {
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
enum Reached {
    Handover,
    Entry,
    /// By those who are noticed at the first touchpoint to be further on.
    Sensing,
}

#[derive(Clone, Debug)]
struct Before {
    stop: Stop,
    purchase: bool,
    new_phase: bool,
    sensing: f64,
    reached: Reached,
}

fn before() -> impl Strategy<Value = Before> {
    let reached = prop_oneof![5 => Just(Reached::Handover), 1 => Just(Reached::Entry), 1 => Just(Reached::Sensing)];
    let sensing = prop_oneof![3 => Just(0.0), 3 => 0.0..1.0, 1 => Just(1.0)];
    (stop(2), prop::bool::weighted(0.2), any::<bool>(), sensing, reached).prop_map(
        |(stop, purchase, new_phase, sensing, reached)| Before { stop, purchase, new_phase, sensing, reached },
    )
}

#[derive(Clone, Debug)]
struct After {
    stop: Stop,
    role: Role,
    frequency: f64,
    tenure: Tenure,
    worth: f64,
}

fn after() -> impl Strategy<Value = After> {
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
struct Person {
    persona: Persona,
    weight: f64,
    entries: Vec<(usize, usize, f64)>,
}

fn person() -> impl Strategy<Value = Person> {
    let feelings = (0.5..2.0, 0.0..0.5, 0.5..1.5, 0.0..3.0, prop_oneof![Just(0.0), 0.0..0.9]);
    let account = (1..=5u8, 0.2..12.0, prop_oneof![0.0..=1.0, Just(0.0), Just(1.0)], prop_oneof![Just(0.0), 0.0..1.0]);
    let lean = prop_oneof![1 => Just(0.0), 4 => 0.2..3.0];
    let entries = vec((any::<u8>(), any::<u8>(), 0.1..1.0), 1..=3);
    (feelings, account, vec(weighted(0.4, lean), 3), entries, 0.1..1.0).prop_map(
        |(
            (mean, spread, price_feel, elasticity, patience),
            (tolerance, memory, chain_feel, remorse),
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
struct Whole {
    period: PeriodUnit,
    payment: Payment,
    price: f64,
    horizon: u16,
    disturbance: f64,
    rival_pull: f64,
    desk: Option<usize>,
    arrivals: f64,
    warm_up: u16,
    echo: f64,
}

fn whole() -> impl Strategy<Value = Whole> {
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

fn join(mut befores: Vec<Before>, mut afters: Vec<After>, people: Vec<Person>, whole: Whole) -> Journey {
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

proptest! {
    #[test]
    fn parts_of_random_journeys_share_out_everybody(journey in journey()) {
        let sum: f64 = journey.personas.iter().map(|p| p.share).sum();
        prop_assert!((sum - 1.0).abs() < 1e-9);
        for touchpoint in &journey.touchpoints {
            let out: f64 = journey.handovers.iter().filter(|h| h.from == touchpoint.id).map(|h| h.share).sum();
            prop_assert!(out <= 1.0 + 1e-9, "{} gives {out}", touchpoint.id);
        }
    }
}
