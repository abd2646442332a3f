//! The guess beside what came of it: it stays in sight from the run on.

use super::curve::Curves;
use super::said::{plain, said};
use super::state::use_learn;
use crate::app::LessonFound;
use crate::exchange::GivenGuess;
use crate::model::LinkId;
use crate::model::lesson::{Ask, Lesson};
use crate::say;
use crate::words::lesson as words;
use crate::words::number;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn Guessed(lesson: Arc<Lesson>) -> impl IntoView {
    let learn = use_learn();
    let content = {
        let lesson = lesson.clone();
        move || {
            match (learn.here().guess, &lesson.guess.asks) {
            (Some(GivenGuess::Number(guess)), Ask::Number { answer, unit, .. }) => {
                view! { <NumberBeside lesson=lesson.clone() answer=answer.clone() guess=f64::from(guess) unit=plain(learn, unit)/> }
                    .into_any()
            }
            (Some(GivenGuess::Choice(id)), Ask::Choice { options }) => {
                let right = learn.with_view(|view, _| view.right(options)).flatten();
                let option = options.iter().find(|option| option.id == id);
                let text = option.map(|option| said(learn, &option.text));
                let verdict = right.map(|right| {
                    if right.contains(&id) { say!(learn.store, learn.guess_right) } else { say!(learn.store, learn.guess_wrong) }
                });
                view! { {text}<p class="verdict" role="status">{verdict}</p> }.into_any()
            }
            (Some(GivenGuess::Chips(links)), Ask::Chips { answer, .. }) => {
                view! { <ChipsBeside answer=answer.clone() links=links/> }.into_any()
            }
            (Some(GivenGuess::Curve(points)), Ask::Curve { answer }) => {
                view! { <CurveBeside answer=answer.clone() points=points.into_iter().map(f64::from).collect()/> }.into_any()
            }
            _ => ().into_any(),
        }
        }
    };
    view! {
        <aside class="guessed" aria-label=move || say!(learn.store, learn.your_guess)>
            <h3>{move || say!(learn.store, learn.your_guess)}</h3>
            {content}
        </aside>
    }
}

#[component]
fn NumberBeside(lesson: Arc<Lesson>, answer: String, guess: f64, unit: String) -> impl IntoView {
    let learn = use_learn();
    let language = move || learn.store.language.get();
    let measured = {
        let answer = answer.clone();
        let lesson = lesson.clone();
        move || {
            let estimate = learn.figure(&answer)?;
            let measure = lesson.measures.get(&answer)?;
            let shown = words::shown_value(measure.figure, estimate.value);
            let digits = if shown.abs() < 10.0 { 1 } else { 0 };
            Some(number::decimal(language(), shown, digits))
        }
    };
    view! {
        <dl class="beside">
            <div><dt>{move || say!(learn.store, learn.guessed)}</dt><dd>{move || number::decimal(language(), guess, number::decimals(guess))}</dd></div>
            <div><dt>{move || say!(learn.store, learn.simulated)}</dt>
                <dd class="measured">{move || measured().unwrap_or_else(|| say!(learn.store, learn.awaited).to_owned())}</dd></div>
        </dl>
        <p class="hint">{unit}</p>
    }
}

#[component]
fn ChipsBeside(answer: String, links: Vec<LinkId>) -> impl IntoView {
    let learn = use_learn();
    let asked = answer.clone();
    let found = move || {
        let measured = learn.measured(&asked)?;
        let LessonFound::Link { link, second, lead } = measured else { return None };
        let name = |link: &LinkId| learn.with_view(|_, teller| teller.link_name(link)).unwrap_or_default();
        let is_close = lead.is_some_and(|lead| !lead.is_above_zero());
        let chips = links.iter().filter(|one| **one == link).count();
        Some(match second.filter(|_| is_close) {
            Some(second) => say!(learn.store, learn.chips_close, link = name(&link), second = name(&second)),
            None => say!(learn.store, learn.chips_on_it, link = name(&link), n = chips, of = links.len()),
        })
    };
    // Each chip has its answer: where its link came among all.
    let place = move |link: &LinkId| {
        learn
            .with_view(|view, teller| {
                let ranking = view.ranked(&answer)?;
                let at = ranking.links.iter().position(|ranked| ranked.id == *link)?;
                let (n, of) = (teller.count(at + 1), teller.count(ranking.links.len()));
                Some(say!(learn.store, bets.place, n = n, of = of))
            })
            .flatten()
    };
    let laid = move || {
        let mut names: Vec<(LinkId, usize)> = Vec::new();
        if let Some(GivenGuess::Chips(links)) = learn.here().guess {
            for link in links {
                match names.iter_mut().find(|(known, _)| *known == link) {
                    Some((_, n)) => *n += 1,
                    None => names.push((link, 1)),
                }
            }
        }
        let one = |(link, n): (LinkId, usize)| {
            let name = learn.with_view(|_, teller| teller.link_name(&link)).unwrap_or_default();
            let dots = (0..n).map(|_| view! { <i></i> }).collect_view();
            let its = place(&link).map(|place| view! { " "<span class="hint chip-place">{place}</span> });
            view! { <li><span class="dots" aria-hidden="true">{dots}</span><span>{name}{its}</span><span class="unseen">{format!("× {n}")}</span></li> }
        };
        names.into_iter().map(one).collect_view()
    };
    view! {
        <ul class="bet-result">{laid}</ul>
        <p class="verdict" role="status">{move || found().unwrap_or_else(|| say!(learn.store, learn.awaited).to_owned())}</p>
    }
}

#[component]
fn CurveBeside(answer: String, points: Vec<f64>) -> impl IntoView {
    let learn = use_learn();
    let measured = Memo::new(move |_| match learn.measured(&answer) {
        Some(LessonFound::Curve(points)) => Some(points),
        _ => None,
    });
    let curves = {
        let points = points.clone();
        move || {
            let measured = measured.get().map(|points| ("measured", points));
            std::iter::once(("drawn", points.clone())).chain(measured).collect::<Vec<_>>()
        }
    };
    let words = move |points: Vec<f64>| {
        let each = points.iter().map(|share| number::percent(learn.store.language.get(), *share, 0)).collect();
        number::list(each, say!(learn.store, personas.and))
    };
    view! {
        <Curves curves=Signal::derive(curves)/>
        <dl class="beside">
            <div><dt class="drawn">{move || say!(learn.store, learn.guessed)}</dt><dd>{words(points)}</dd></div>
            <div><dt class="measured">{move || say!(learn.store, learn.simulated)}</dt>
                <dd>{move || measured.get().map_or_else(|| say!(learn.store, learn.awaited).to_owned(), words)}</dd></div>
        </dl>
    }
}
