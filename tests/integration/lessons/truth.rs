//! Each lesson on its own journey: its point holds there, its figures are those of any other run, and its goal can be
//! reached in several ways and not by doing nothing.

use super::{journey_of, lessons};
use kedja::app::{Held3, Language, LessonFound, LessonView, answer_lesson, effort_of, lesson_asks};
use kedja::model::lesson::{Ask, Lesson, LessonFigure, YOURS};
use kedja::model::{Change, Journey, Scenario, check_scenario};
use kedja::runner::{RunRequest, inline};
use kedja::words::Teller;
use kedja::words::lesson::{Said, filled};
use std::sync::Arc;

fn with_yours<T>(lesson: &Lesson, journey: &Journey, yours: &Scenario, read: impl FnOnce(&LessonView) -> T) -> T {
    let asks = lesson_asks(lesson, journey, yours, lesson.measures.keys().map(String::as_str));
    let answers = answer_lesson(journey, lesson.seed, &asks).expect("the journey holds");
    read(&LessonView { lesson, journey, yours, answers: &answers })
}

#[test]
fn every_point_holds_in_the_journey_that_the_lesson_is_made_for() {
    for lesson in lessons() {
        let journey = journey_of(&lesson);
        for (name, scenario) in &lesson.worlds {
            assert_eq!(check_scenario(&journey, scenario), [], "{}: world {name}", lesson.id);
        }
        with_yours(&lesson, &journey, &Scenario::default(), |view| {
            assert_eq!(view.point().held, Held3::Holds, "{}: {:?}", lesson.id, view.point());
            let right = view.right(&lesson.see.options).expect("everything is known");
            assert_eq!(right.len(), 1, "{}: one thing was to be seen: {right:?}", lesson.id);
            if let Ask::Choice { options } = &lesson.guess.asks {
                let right = view.right(options).expect("everything is known");
                assert_eq!(right.len(), 1, "{}: one guess is right: {right:?}", lesson.id);
            }
            for lang in [Language::En, Language::Sv] {
                let teller = Teller { language: lang, journey: Arc::new(journey.clone()) };
                let said = filled(view, &teller, lesson.explain.text.get(lang.code()));
                assert!(!said.contains(&Said::Missing), "{}: {said:?}", lesson.id);
                assert!(said.iter().any(|part| matches!(part, Said::Figure(_))), "{}: it shows figures", lesson.id);
            }
        });
    }
}

#[test]
fn every_goal_is_reached_in_at_least_three_ways_within_its_limits_and_not_by_doing_nothing() {
    for lesson in lessons() {
        let journey = journey_of(&lesson);
        let begins = lesson.worlds.get(&lesson.attempt.world).cloned().unwrap_or_default();
        let nothing = with_yours(&lesson, &journey, &begins, |view| view.is_met());
        assert_eq!(nothing, Held3::DoesNot, "{}: doing nothing", lesson.id);
        assert!(lesson.attempt.ways.len() >= 3, "{}: three ways", lesson.id);
        for way in &lesson.attempt.ways {
            let met = with_yours(&lesson, &journey, way, |view| view.is_met());
            assert_eq!(met, Held3::Holds, "{}: {way:?}", lesson.id);
            assert!(effort_of(&journey, way) <= lesson.attempt.effort + 0.05, "{}: {way:?}", lesson.id);
            assert_eq!(way.strain, begins.strain, "{}: a way keeps the strain", lesson.id);
            assert_eq!(way.echo, begins.echo, "{}: a way keeps the talk", lesson.id);
            for change in way.improvements.iter().flat_map(|improvement| &improvement.changes) {
                let may = &lesson.attempt.may;
                let is_allowed = may.is_empty() && matches!(change, Change::Strengthen { .. })
                    || may.iter().any(|one| match change {
                        Change::Strengthen { link, .. } => one.link == *link && one.lever.name() == "strength",
                        Change::Set { link, lever, .. } => one.link == *link && one.lever == *lever,
                    });
                assert!(is_allowed, "{}: {change:?} may not be touched", lesson.id);
            }
        }
        for one in &lesson.attempt.may {
            assert!(journey.lever(&one.link, one.lever).is_some(), "{}: {one:?}", lesson.id);
        }
    }
}

#[test]
fn the_figures_of_a_lesson_are_those_of_any_other_run() {
    for lesson in lessons() {
        let journey = journey_of(&lesson);
        with_yours(&lesson, &journey, &Scenario::default(), |view| {
            for (name, measure) in &lesson.measures {
                if measure.world == YOURS || measure.beyond.is_some() || measure.persona.is_some() {
                    continue;
                }
                let scenario = lesson.worlds.get(&measure.world).cloned().unwrap_or_default();
                let is_today = scenario.is_empty();
                let request = RunRequest { journey: journey.clone(), scenario, seed: lesson.seed, customers: 60_000 };
                let expected = |report: &kedja::analysis::Report| {
                    let outcome = report.what_if.as_ref().filter(|_| !is_today).unwrap_or(&report.today);
                    match measure.figure {
                        LessonFigure::Conversion => outcome.figures.conversion.map(|e| e.value),
                        LessonFigure::Retention => outcome.figures.retention_12.map(|e| e.value),
                        LessonFigure::Recommendation => outcome.figures.recommendation.map(|e| e.value),
                        LessonFigure::Remaining => Some(1.0 - outcome.left as f64 / outcome.bought as f64),
                        LessonFigure::Kept => report
                            .difference
                            .as_ref()
                            .map(|d| (d.saved as f64 - d.lost as f64) / d.fates.buy_in_both() as f64),
                        LessonFigure::Won => report
                            .difference
                            .as_ref()
                            .map(|d| (d.won as f64 - d.sale_lost as f64) / d.fates.all() as f64),
                        _ => None,
                    }
                };
                if let Some(expected) = expected(&inline(&request).expect("it runs")) {
                    let Some(LessonFound::Figure(found)) = view.measured(name) else { panic!("{}: {name}", lesson.id) };
                    assert!(
                        (found.value - expected).abs() < 1e-12,
                        "{}: {name}: {} {expected}",
                        lesson.id,
                        found.value
                    );
                }
            }
        });
    }
}
