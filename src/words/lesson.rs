//! What a lesson says of what was measured: figures as they stand in its sentences, with their noise where they stand alone.

use super::{Teller, number};
use crate::analysis::Estimate;
use crate::app::{Held3, LessonFound, LessonView, half_width};
use crate::model::lesson::{Condition, Is, LessonFigure, LessonMeasure, names_in};
use crate::say;

/// People are counted out of so many.
const CROWD: f64 = 10_000.0;

/// How a figure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writing {
    Percent,
    WholePercent,
    People,
    Money,
    Whole,
    Tenths,
    Hundredths,
}

fn writing(figure: LessonFigure) -> Writing {
    match figure {
        LessonFigure::Kept | LessonFigure::Won | LessonFigure::AtEnd | LessonFigure::BestGain | LessonFigure::Gain => {
            Writing::People
        }
        LessonFigure::Revenue => Writing::Money,
        LessonFigure::Recommendation => Writing::Whole,
        LessonFigure::Days | LessonFigure::SilentPerHeard => Writing::Tenths,
        LessonFigure::Mood | LessonFigure::FirstMood => Writing::Hundredths,
        LessonFigure::Strength | LessonFigure::Crowd => Writing::WholePercent,
        _ => Writing::Percent,
    }
}

/// A value in the unit in which it is shown and guessed: per cents, people of 10 000, or the figure's own.
pub fn shown_value(figure: LessonFigure, value: f64) -> f64 {
    match writing(figure) {
        Writing::Percent | Writing::WholePercent => value * 100.0,
        Writing::People => value * CROWD,
        _ => value,
    }
}

/// The same the other way round.
pub fn own_value(figure: LessonFigure, shown: f64) -> f64 {
    match writing(figure) {
        Writing::Percent | Writing::WholePercent => shown / 100.0,
        Writing::People => shown / CROWD,
        _ => shown,
    }
}

/// A value of a measure in words, without its noise.
pub fn value(teller: &Teller, measure: &LessonMeasure, value: f64) -> String {
    let language = teller.language;
    let is_difference = measure.beyond.is_some();
    match writing(measure.figure) {
        Writing::Percent if is_difference => number::points(language, value, 1),
        Writing::WholePercent if is_difference => number::points(language, value, 0),
        Writing::Percent => number::percent(language, value, 1),
        Writing::WholePercent => number::percent(language, value, 0),
        Writing::People => number::whole(language, value * CROWD),
        Writing::Money => number::money(language, value, teller.currency()),
        Writing::Whole => number::whole(language, value),
        Writing::Tenths => number::decimal(language, value, 1),
        Writing::Hundredths => number::decimal(language, value, 2),
    }
}

/// Half the width of a figure's interval; `None` where it has none.
pub fn noise(teller: &Teller, measure: &LessonMeasure, estimate: &Estimate) -> Option<String> {
    let half = half_width(estimate);
    if half <= 0.0 {
        return None;
    }
    let language = teller.language;
    let n = match writing(measure.figure) {
        Writing::Percent | Writing::WholePercent => number::points(language, half, 1),
        Writing::People => number::whole(language, half * CROWD),
        Writing::Money => number::decimal(language, half, 0),
        Writing::Whole | Writing::Tenths => number::decimal(language, half, 1),
        Writing::Hundredths => number::decimal(language, half, 2),
    };
    Some(say!(teller, outcomes.noise, n = n))
}

/// What was measured, in words, without its noise.
pub fn measured(teller: &Teller, measure: &LessonMeasure, found: &LessonFound) -> String {
    match found {
        LessonFound::Figure(estimate) => value(teller, measure, estimate.value),
        LessonFound::Link { link, .. } => teller.link_name(link),
        LessonFound::Curve(points) => {
            let each = points.iter().map(|share| number::percent(teller.language, *share, 0)).collect();
            number::list(each, say!(teller, personas.and))
        }
    }
}

/// A part of a lesson's sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    Words(String),
    /// A figure that was measured.
    Figure(String),
    /// One that is still awaited, or that this journey does not have.
    Missing,
}

/// A text of a lesson with its figures filled in.
pub fn filled(view: &LessonView, teller: &Teller, text: &str) -> Vec<Said> {
    let mut said = Vec::new();
    let mut rest = text;
    for name in names_in(text) {
        let Some((before, after)) = rest.split_once(&format!("{{{name}}}")) else { break };
        said.push(Said::Words(before.to_owned()));
        let measure = view.lesson.measures.get(name);
        said.push(match measure.and_then(|measure| Some((measure, view.measured(name)?))) {
            Some((measure, found)) => Said::Figure(measured(teller, measure, &found)),
            None => Said::Missing,
        });
        rest = after;
    }
    said.push(Said::Words(rest.to_owned()));
    said.retain(|part| *part != Said::Words(String::new()));
    said
}

/// The same before anything is known: every figure is awaited.
pub fn unfilled(text: &str) -> Vec<Said> {
    let mut said = Vec::new();
    for (n, part) in text.split('{').enumerate() {
        match part.split_once('}').filter(|_| n > 0) {
            Some((_, rest)) => said.extend([Said::Missing, Said::Words(rest.to_owned())]),
            None => said.push(Said::Words(part.to_owned())),
        }
    }
    said
}

/// A condition that does not hold, with the figures that say so: "more stay with a stronger checkout: 12, and not above 40".
pub fn failing(view: &LessonView, teller: &Teller, condition: &Condition) -> Option<String> {
    let measure = view.lesson.measures.get(&condition.measure)?;
    let name = measure.name.get(teller.code());
    let found = view.measured(&condition.measure)?;
    let is = measured(teller, measure, &found);
    if let LessonFound::Link { second, lead, .. } = &found {
        let too_close = lead.as_ref().is_some_and(|lead| !lead.is_above_zero());
        return Some(match second.as_ref().filter(|_| too_close) {
            Some(second) => {
                say!(teller, learn.fails_too_close, name = name, link = is, second = teller.link_name(second))
            }
            None => say!(teller, learn.fails_link, name = name, link = is),
        });
    }
    let against = match &condition.than {
        Some(than) => {
            let other = view.lesson.measures.get(than)?;
            value(teller, other, view.figure(than)?.value * condition.times)
        }
        None => value(teller, measure, condition.number?),
    };
    let (name, other) = (name, condition.than.as_ref().and_then(|than| view.lesson.measures.get(than)));
    let other = other.map(|other| other.name.get(teller.code()).to_owned());
    Some(match (condition.is, other) {
        (Is::Below, Some(other)) => {
            say!(teller, learn.fails_below, name = name, value = is, other = other, limit = against)
        }
        (Is::Below, None) => say!(teller, learn.fails_below_number, name = name, value = is, limit = against),
        (Is::NotAbove, Some(other)) => {
            say!(teller, learn.fails_not_above, name = name, value = is, other = other, limit = against)
        }
        (Is::NotAbove, None) => say!(teller, learn.fails_not_above_number, name = name, value = is, limit = against),
        (_, Some(other)) => say!(teller, learn.fails_above, name = name, value = is, other = other, limit = against),
        (_, None) => say!(teller, learn.fails_above_number, name = name, value = is, limit = against),
    })
}

/// A goal as one line of a list: what is to be reached, and where it stands.
pub fn goal(view: &LessonView, teller: &Teller, condition: &Condition) -> Option<String> {
    let measure = view.lesson.measures.get(&condition.measure)?;
    let name = measure.name.get(teller.code());
    let now = match view.measured(&condition.measure) {
        Some(found) => measured(teller, measure, &found),
        None => "…".to_owned(),
    };
    let limit = match (&condition.than, condition.number) {
        (Some(than), _) => {
            let other = view.lesson.measures.get(than)?;
            view.figure(than)
                .map_or_else(|| "…".to_owned(), |figure| value(teller, other, figure.value * condition.times))
        }
        (None, Some(number)) => value(teller, measure, number),
        (None, None) => return Some(say!(teller, learn.goal_link, name = name, now = now)),
    };
    Some(match condition.is {
        Is::Below | Is::NotAbove => say!(teller, learn.goal_below, name = name, limit = limit, now = now),
        _ => say!(teller, learn.goal_above, name = name, limit = limit, now = now),
    })
}

/// Whether something holds, as a word in a table.
pub fn held(teller: &Teller, held: Held3) -> &'static str {
    match held {
        Held3::Holds => say!(teller, learn.holds),
        Held3::DoesNot => say!(teller, learn.does_not),
        Held3::NotKnown => say!(teller, learn.not_known),
    }
}
