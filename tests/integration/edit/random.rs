//! A thousand edits at random: whatever is done, what can be simulated has no problems, and undo gives every byte back.

use crate::builder::small;
use kedja::app::{Command, Session, built};
use kedja::exchange::journey_json;
use kedja::model::edit::{Edit, PartChoice, Spot, edited, living, mend};
use kedja::model::fields::{FIGURES, PartKind};
use kedja::model::*;

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
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

fn edit(journey: &Journey, dice: &mut Dice) -> Option<Edit> {
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

#[test]
fn a_thousand_edits_undone_give_every_byte_back() {
    let mut session = Session::first();
    let first = journey_json(&session.work.journey);
    let mut dice = Dice(11);
    let mut files = Vec::new();
    while files.len() < 1_000 {
        let whole = session.work.whole().clone();
        let Some(edit) = edit(&whole, &mut dice) else { continue };
        let after = edited(&whole, &edit, "en");
        if after == *whole {
            continue;
        }
        files.push(journey_json(&whole));
        let build = built(&session.work, after, Text::same("A copy"), None);
        session.apply(Command::Build(Box::new(build)));
        // What everything else on the page shows has no problems, whatever is half made.
        assert_eq!(check(&session.work.journey), [], "after {edit:?}");
        if dice.below(4) == 0 {
            session.apply(Command::LetGo);
        }
    }
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
