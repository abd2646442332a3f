//! How a class's guesses are spread, as bars, as dots on a line or as curves, each with its words.

use super::curve::Curves;
use super::said::plain;
use super::state::Learn;
use crate::app::{ClassLesson, curves, numbers, spread};
use crate::model::lesson::{Ask, Lesson};
use crate::say;
use crate::words::number;
use leptos::prelude::*;

/// The guesses of a class to one lesson.
pub fn guesses(learn: Learn, lesson: &Lesson, class: &ClassLesson) -> AnyView {
    match &lesson.guess.asks {
        Ask::Number { least, most, unit, .. } => {
            let all = numbers(class);
            let language = learn.store.language.get();
            let (Some(first), Some(last)) = (all.first().copied(), all.last().copied()) else { return ().into_any() };
            let middle = all[all.len() / 2];
            let written = |n: f64| number::decimal(language, n, number::decimals(n));
            let words = say!(
                learn.store,
                learn.spread_numbers,
                least = written(first),
                middle = written(middle),
                most = written(last),
                unit = plain(learn, unit)
            );
            let place = |n: &f64| ((n - least) / (most - least).max(f64::EPSILON)).clamp(0.0, 1.0) * 100.0;
            let dots = all.iter().map(|n| view! { <i style:left=format!("{:.1}%", place(n))></i> }).collect_view();
            view! { <p>{words}</p><div class="strip" aria-hidden="true">{dots}</div> }.into_any()
        }
        Ask::Choice { options } => {
            let named =
                |id: &str| options.iter().find(|option| option.id == id).map(|option| plain(learn, &option.text));
            bars(learn, spread(class).into_iter().map(|(id, n)| (named(&id).unwrap_or(id), n)).collect())
        }
        Ask::Chips { .. } => {
            let named = |id: &str| {
                let name = learn.with_journey_of(lesson, |teller| teller.link_name(&id.into()));
                name.unwrap_or_else(|| id.to_owned())
            };
            bars(learn, spread(class).into_iter().map(|(id, n)| (named(&id), n)).collect())
        }
        Ask::Curve { .. } => {
            let drawn: Vec<(&'static str, Vec<f64>)> =
                curves(class).into_iter().map(|points| ("drawn", points)).collect();
            let words = say!(learn.store, learn.spread_curves, n = drawn.len());
            view! { <p>{words}</p><Curves curves=Signal::stored(drawn)/> }.into_any()
        }
    }
}

/// Bars, the longest first, each with its count.
fn bars(learn: Learn, counts: Vec<(String, usize)>) -> AnyView {
    let most = counts.iter().map(|(_, n)| *n).max().unwrap_or(1);
    let one = |(name, n): (String, usize)| {
        let part = format!("{:.1}%", n as f64 / most as f64 * 100.0);
        view! {
            <li>
                <span>{name}</span>
                <span class="bar" aria-hidden="true"><i style:width=part></i></span>
                <b>{number::count(learn.store.language.get(), n as u64)}</b>
            </li>
        }
    };
    view! { <ul class="class-bars">{counts.into_iter().map(one).collect_view()}</ul> }.into_any()
}
