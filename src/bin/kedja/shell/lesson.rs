//! `kedja lesson`: checks a lesson file and says what every measure comes to, whether its point holds, and which of its
//! ways reach the goal.

use super::Failure;
use super::arguments::{LessonRun, Out};
use super::input;
use kedja::app::{Held3, Language, LessonFound, LessonView, answer_lesson, effort_of, lesson_asks};
use kedja::exchange::{open_lesson, ready};
use kedja::model::lesson::{Ask, Lesson};
use kedja::model::{Journey, Scenario};
use kedja::words::{Teller, lesson as words};
use serde_json::{Map, Value, json};
use std::fmt::Write;
use std::sync::Arc;

/// Runs a lesson on its journey, or on another one.
///
/// # Errors
/// Everything that is wrong with the files.
pub fn run(asked: &LessonRun) -> Result<String, Failure> {
    let lesson = open_lesson(&input::bytes(&asked.file)?)?;
    let journey = match &asked.journey {
        Some(name) => input::journey(name)?,
        None => match ready(&lesson.journey) {
            Some(ready) => ready.journey(),
            None => input::journey(&lesson.journey)?,
        },
    };
    if matches!(asked.out, Out::Json) {
        return as_json(&lesson, &journey);
    }
    let mut text = report(&lesson, &journey)?;
    for (n, way) in lesson.attempt.ways.iter().enumerate() {
        let (held, value, spent) = way_of(&lesson, &journey, way)?;
        let _ = writeln!(text, "way {n}: {held:?}, {value}, effort {spent:.2} of {}", lesson.attempt.effort);
    }
    Ok(text)
}

/// What each measure comes to, as the page says it.
fn as_json(lesson: &Lesson, journey: &Journey) -> Result<String, Failure> {
    let yours = lesson.worlds.get(&lesson.attempt.world).cloned().unwrap_or_default();
    let asks = lesson_asks(lesson, journey, &yours, lesson.measures.keys().map(String::as_str));
    let answers = answer_lesson(journey, lesson.seed, &asks)?;
    let view = LessonView { lesson, journey, yours: &yours, answers: &answers };
    let said = |name: &str, language| {
        let teller = Teller { language, journey: Arc::new(journey.clone()) };
        let measure = lesson.measures.get(name)?;
        Some(words::measured(&teller, measure, &view.measured(name)?))
    };
    let both = |name: &String| (name.clone(), json!({"en": said(name, Language::En), "sv": said(name, Language::Sv)}));
    let measures: Map<String, Value> = lesson.measures.keys().map(both).collect();
    let told = json!({
        "lesson": lesson.id,
        "journey": journey.id,
        "holds": view.point().held == Held3::Holds,
        "seen": view.right(&lesson.see.options),
        "measures": measures,
    });
    Ok(format!("{told:#}"))
}

fn view_text(view: &LessonView, name: &str) -> String {
    let teller = Teller { language: Language::En, journey: Arc::new(view.journey.clone()) };
    let Some(measure) = view.lesson.measures.get(name) else { return String::new() };
    match view.measured(name) {
        None => "-".to_owned(),
        Some(LessonFound::Figure(e)) => {
            let noise = words::noise(&teller, measure, &e).unwrap_or_default();
            format!("{} {noise} ({:.5})", words::value(&teller, measure, e.value), e.value)
        }
        Some(found @ LessonFound::Link { .. }) => {
            let LessonFound::Link { second, lead, .. } = &found else { return String::new() };
            format!("{} (next {second:?}, lead {lead:?})", words::measured(&teller, measure, &found))
        }
        Some(found) => words::measured(&teller, measure, &found),
    }
}

fn report(lesson: &Lesson, journey: &Journey) -> Result<String, Failure> {
    let yours = lesson.worlds.get(&lesson.attempt.world).cloned().unwrap_or_default();
    let names: Vec<&str> = lesson.measures.keys().map(String::as_str).collect();
    let asks = lesson_asks(lesson, journey, &yours, names.iter().copied());
    let answers = answer_lesson(journey, lesson.seed, &asks)?;
    let view = LessonView { lesson, journey, yours: &yours, answers: &answers };
    let mut text = format!("{} on {}: {} worlds\n", lesson.id, journey.id, asks.len());
    for name in names {
        let _ = writeln!(text, "  {name}: {}", view_text(&view, name));
    }
    let _ = writeln!(text, "point: {:?}", view.point().held);
    if let Ask::Choice { options } = &lesson.guess.asks {
        let _ = writeln!(text, "guess: {:?}", view.right(options).unwrap_or_default());
    }
    let _ = writeln!(text, "seen: {:?}", view.right(&lesson.see.options).unwrap_or_default());
    let _ = writeln!(text, "goal at the start: {:?}", view.is_met());
    Ok(text)
}

fn way_of(lesson: &Lesson, journey: &Journey, way: &Scenario) -> Result<(Held3, String, f64), Failure> {
    let names: Vec<&str> =
        lesson.attempt.goal.iter().flat_map(|c| [Some(c.measure.as_str()), c.than.as_deref()]).flatten().collect();
    let asks = lesson_asks(lesson, journey, way, names.iter().copied().chain([lesson.attempt.best.as_str()]));
    let answers = answer_lesson(journey, lesson.seed, &asks)?;
    let view = LessonView { lesson, journey, yours: way, answers: &answers };
    Ok((view.is_met(), view_text(&view, &lesson.attempt.best), effort_of(journey, way)))
}
