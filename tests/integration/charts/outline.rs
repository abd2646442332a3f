//! The outline of a journey: all that moves a link when it is drawn, and nothing else.

use super::chain::{ROOMS, drawn};
use kedja::charts::chain::Outline;
use kedja::exchange::READY;
use kedja::model::fields::{PartKind, figures_of};
use kedja::model::{Field, Journey, Text};

#[test]
fn figures_and_words_about_links_are_no_part_of_the_outline_and_move_nothing() {
    for ready in READY {
        let journey = ready.journey();
        let mut other = journey.clone();
        for row in figures_of(PartKind::Touchpoint) {
            other.touchpoints.iter_mut().for_each(|t| row.set_on_touchpoint(t, row.most));
        }
        for row in figures_of(PartKind::Handover).filter(|row| row.field != Field::Share) {
            other.handovers.iter_mut().for_each(|h| row.set_on_handover(h, row.most));
        }
        for touchpoint in &mut other.touchpoints {
            touchpoint.words = Text::same("Said");
            touchpoint.moment_of_truth = !touchpoint.moment_of_truth;
            touchpoint.evidence.clear();
        }
        assert_ne!(journey, other);
        assert_eq!(Outline::of(&journey, "sv"), Outline::of(&other, "sv"), "{}", journey.id);
        for room in ROOMS {
            assert_eq!(drawn(&journey, room), drawn(&other, room), "{}", journey.id);
        }
    }
}

#[test]
fn whatever_moves_a_link_is_part_of_the_outline() {
    let journey = READY[0].journey();
    let changes: [fn(&mut Journey); 6] = [
        |j| j.touchpoints[0].name = Text::same("A longer name than before"),
        |j| j.touchpoints.swap(0, 1),
        |j| j.touchpoints[0].phase = j.phases[1].id.clone(),
        |j| j.handovers[0].share /= 2.0,
        |j| drop(j.handovers.pop()),
        |j| j.personas[0].entries[0].share /= 2.0,
    ];
    for change in changes {
        let mut other = journey.clone();
        change(&mut other);
        assert_ne!(Outline::of(&journey, "sv"), Outline::of(&other, "sv"));
    }
}
