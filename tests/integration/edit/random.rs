//! A thousand edits at random: whatever is done, what can be simulated has no problems, and undo gives every byte back.

use crate::builder::small;
use kedja::app::{Command, Session, built};
use kedja::exchange::journey_json;
use kedja::model::edit::{Edit, PartChoice, Spot, edited, living, mend};
use kedja::model::fields::{FIGURES, PartKind};
use kedja::model::*;

/// Numbers that are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n.max(1)
    }

    fn one_of<T: Clone>(&mut self, list: &[T]) -> Option<T> {
        list.get(self.below(list.len())).cloned()
    }
}

fn touchpoint(journey: &Journey, dice: &mut Dice) -> Option<LinkId> {
    dice.one_of(&journey.touchpoints).map(|t| t.id)
}

/// An edit of any kind.
pub fn edit(journey: &Journey, dice: &mut Dice) -> Option<Edit> {
    if dice.below(3) == 0 {
        return rarer(journey, dice);
    }
    let link = touchpoint(journey, dice)?;
    let name = format!("Step {}", dice.below(40));
    let phase = dice.one_of(&journey.phases)?.id;
    let handover = dice.one_of(&journey.handovers).map(|h| h.id);
    let persona = dice.one_of(&journey.personas)?.id;
    Some(match dice.below(22) {
        0 => Edit::AddTouchpoint { name, spot: Spot::After(link) },
        1 => Edit::AddTouchpoint { name, spot: Spot::Before(link) },
        2 => Edit::AddTouchpoint { name, spot: Spot::EndOf(phase) },
        3 => Edit::AddTouchpoint { name, spot: Spot::On(handover?) },
        4 | 5 => Edit::Remove(PartId::Touchpoint(link)),
        6 => Edit::Remove(PartId::Handover(handover?)),
        7 => Edit::Connect { from: link, to: touchpoint(journey, dice)? },
        8 => Edit::Move { part: PartId::Touchpoint(link), up: dice.below(2) == 0 },
        9 => Edit::Move { part: PartId::Phase(phase), up: dice.below(2) == 0 },
        10 => Edit::AddPhase { name, stage: if dice.below(2) == 0 { Stage::Before } else { Stage::After } },
        11 => Edit::Remove(PartId::Phase(phase)),
        12 => Edit::AddPersona(name),
        13 => Edit::Remove(PartId::Persona(persona)),
        14 => Edit::AddEntry(PartId::Persona(persona)),
        15 => Edit::ChannelNamed { link, name },
        16 => Edit::Remove(PartId::Channel(dice.one_of(&journey.channels)?.id)),
        17 => {
            let roles = [Role::Plain, Role::Purchase, Role::Reckoning, Role::Offer];
            Edit::Choose { part: PartId::Touchpoint(link), choice: PartChoice::Role(dice.one_of(&roles)?) }
        }
        18 => Edit::Choose { part: PartId::Touchpoint(link), choice: PartChoice::Phase(phase) },
        19 => Edit::Words { part: PartId::Touchpoint(link), field: Field::Name, words: name },
        _ => {
            let row = dice.one_of(FIGURES)?;
            let part = match row.part() {
                PartKind::Touchpoint => PartId::Touchpoint(link),
                PartKind::Handover => PartId::Handover(handover?),
                PartKind::Persona => PartId::Persona(persona),
                PartKind::Market => PartId::Market,
                PartKind::Journey => PartId::Journey,
                _ => return None,
            };
            let value = row.least + (row.most - row.least) * dice.below(11) as f64 / 10.0;
            Edit::Number { part, field: row.field, value: Some(value.round()) }
        }
    })
}

/// Edits of the kinds that somebody makes less often.
fn rarer(journey: &Journey, dice: &mut Dice) -> Option<Edit> {
    let link = touchpoint(journey, dice)?;
    let name = format!("{} \u{202e}<b>\u{1f600}", dice.below(40));
    let persona = dice.one_of(&journey.personas)?;
    let (channel, owner) = (dice.one_of(&journey.channels)?.id, dice.one_of(&journey.owners)?.id);
    let phase = dice.one_of(&journey.phases)?.id;
    let up = dice.below(2) == 0;
    let part = [
        PartId::Persona(persona.id.clone()),
        PartId::Channel(channel.clone()),
        PartId::Owner(owner.clone()),
        PartId::Phase(phase.clone()),
        PartId::Touchpoint(link.clone()),
        PartId::Journey,
    ];
    let part = dice.one_of(&part)?;
    Some(match dice.below(16) {
        0 => Edit::AddChannel(name),
        1 => Edit::AddOwner(name),
        2 => Edit::OwnerNamed { link, name },
        3 => Edit::Move { part, up },
        4 => Edit::Remove(PartId::Owner(owner)),
        5 => {
            let Entry { touchpoint, readiness, .. } = dice.one_of(&persona.entries)?;
            Edit::Remove(PartId::Entry { persona: persona.id, touchpoint, readiness })
        }
        6 => Edit::Words { part, field: Field::Name, words: if up { name } else { String::new() } },
        7 => {
            let grounds = dice.one_of(&[Grounds::Measured, Grounds::Estimated, Grounds::Assumption])?;
            Edit::Ground { part: PartId::Touchpoint(link), field: Field::Strength, grounds, source: name }
        }
        8 => Edit::Mend(dice.one_of(&check(journey))?),
        9 => Edit::Several((0..3).filter_map(|_| edit(journey, dice)).collect()),
        14 => {
            let ends = [None, Some(0.1), Some(0.7), Some(2_000.0), Some(-1.0), Some(f64::NAN)];
            let field = dice.one_of(&[Field::Pain, Field::Frequency, Field::Memory, Field::Strength])?;
            let persona = PartId::Persona(persona.id.clone());
            let part = if field == Field::Memory { persona } else { PartId::Touchpoint(link) };
            Edit::Range { part, field, low: dice.one_of(&ends)?, high: dice.one_of(&ends)? }
        }
        10 => Edit::Number { part: PartId::Touchpoint(link), field: Field::LowStrength, value: None },
        13 => Edit::RemoveAlone(link),
        11 => {
            let choices = [
                PartChoice::Nature(Nature::Product),
                PartChoice::Channel(channel),
                PartChoice::Owner(Some(owner)),
                PartChoice::MomentOfTruth(up),
                PartChoice::MicroDecision(up),
            ];
            Edit::Choose { part: PartId::Touchpoint(link), choice: dice.one_of(&choices)? }
        }
        12 => {
            let desk = PartChoice::ComplaintDesk(up.then_some(link));
            let choices = [
                PartChoice::Period(PeriodUnit::Quarter),
                PartChoice::Payment(Payment::AtReckoning),
                PartChoice::EffortUnit(EffortUnit::Hours),
                desk,
            ];
            Edit::Choose { part: PartId::Journey, choice: dice.one_of(&choices)? }
        }
        _ => {
            let handover = dice.one_of(&journey.handovers)?.id;
            let choice = if up { PartChoice::From(link) } else { PartChoice::To(link) };
            Edit::Choose { part: PartId::Handover(handover), choice }
        }
    })
}

/// The place of an edit's kind among all: another one does not compile before it has its own.
fn kind(edit: &Edit) -> usize {
    match edit {
        Edit::AddTouchpoint { .. } => 0,
        Edit::Connect { .. } => 1,
        Edit::AddPhase { .. } => 2,
        Edit::AddChannel(_) => 3,
        Edit::AddOwner(_) => 4,
        Edit::AddPersona(_) => 5,
        Edit::AddEntry(_) => 6,
        Edit::Move { .. } => 7,
        Edit::Remove(_) => 8,
        Edit::Number { .. } => 9,
        Edit::Words { .. } => 10,
        Edit::Choose { .. } => 11,
        Edit::ChannelNamed { .. } => 12,
        Edit::OwnerNamed { .. } => 13,
        Edit::Ground { .. } => 14,
        Edit::Mend(_) => 15,
        Edit::Several(_) => 16,
        Edit::RemoveAlone(_) => 17,
        Edit::Range { .. } => 18,
    }
}

#[test]
fn a_thousand_edits_undone_give_every_byte_back() {
    let mut session = Session::first();
    let first = journey_json(&session.work.journey);
    let mut dice = Dice(11);
    let mut files = Vec::new();
    let mut kinds = [0; 19];
    while files.len() < 1_000 {
        let whole = session.work.whole().clone();
        let Some(edit) = edit(&whole, &mut dice) else { continue };
        let after = edited(&whole, &edit, "en");
        if after == *whole {
            continue;
        }
        files.push(journey_json(&whole));
        kinds[kind(&edit)] += 1;
        let build = built(&session.work, after, Text::same("A copy"), None);
        session.apply(Command::Build(Box::new(build)));
        // What everything else on the page shows has no problems, whatever is half made.
        assert_eq!(check(&session.work.journey), [], "after {edit:?}");
        if dice.below(4) == 0 {
            session.apply(Command::LetGo);
        }
    }
    assert!(kinds.iter().all(|n| *n > 0), "each kind of edit is among them: {kinds:?}");
    for file in files.iter().rev() {
        session.apply(Command::Undo);
        assert!(journey_json(session.work.whole()) == *file);
    }
    assert!(!session.can_undo() && journey_json(session.work.whole()) == first);
}

#[test]
fn what_lives_of_any_journey_has_no_problems_and_ids_are_never_used_twice() {
    for seed in 0..40 {
        let (mut journey, mut dice) = (small(), Dice(seed));
        for _ in 0..60 {
            let Some(edit) = edit(&journey, &mut dice) else { continue };
            journey = edited(&journey, &edit, "sv");
            let problems = check(&journey);
            let about_ids = |p: &&Problem| {
                matches!(
                    p.what,
                    Code::DuplicateId { .. }
                        | Code::BadId { .. }
                        | Code::ReservedId { .. }
                        | Code::UnknownPhase { .. }
                        | Code::UnknownChannel { .. }
                        | Code::UnknownOwner { .. }
                        | Code::UnknownTouchpoint { .. }
                )
            };
            assert_eq!(problems.iter().find(about_ids), None, "after {edit:?}");
            if let Some(held) = living(&journey) {
                assert_eq!(check(&held), [], "after {edit:?}");
            }
            for problem in &problems {
                // A mend that says that it helps does something.
                let mut mended = journey.clone();
                if mend(&mut mended, problem) {
                    assert!(!check(&mended).contains(problem), "{problem:?} stays");
                }
            }
        }
    }
}
