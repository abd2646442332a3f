//! The guess, before anything is shown: a number, a choice, chips on links or a curve.

use super::curve::CurveInput;
use super::said::{plain, said};
use super::state::{Learn, use_learn};
use crate::exchange::GivenGuess;
use crate::model::lesson::{Ask, Lesson, SaidOption};
use crate::model::{LinkId, Text};
use crate::say;
use crate::ui::platform::events::range_of;
use crate::words::number;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn GuessView(lesson: Arc<Lesson>) -> impl IntoView {
    let learn = use_learn();
    let text = lesson.guess.text.clone();
    let asks = match lesson.guess.asks.clone() {
        Ask::Number { least, most, step, unit, .. } => {
            view! { <NumberGuess least=least most=most step=step unit=unit/> }.into_any()
        }
        Ask::Choice { options } => view! { <ChoiceGuess options=options/> }.into_any(),
        Ask::Chips { chips, links, .. } => view! { <ChipsGuess most=usize::from(chips) links=links/> }.into_any(),
        Ask::Curve { .. } => view! { <CurveInput/> }.into_any(),
    };
    view! {
        {move || said(learn, &text)}
        <div class="guess">{asks}</div>
    }
}

#[component]
fn NumberGuess(least: f64, most: f64, step: f64, unit: Text) -> impl IntoView {
    let learn = use_learn();
    let given = Memo::new(move |_| match learn.here().guess {
        Some(GivenGuess::Number(number)) => Some(f64::from(number)),
        _ => None,
    });
    let words = {
        let unit = unit.clone();
        move || match given.get() {
            Some(n) => format!(
                "{} {}",
                number::decimal(learn.store.language.get(), n, number::decimals(n)),
                plain(learn, &unit)
            ),
            None => say!(learn.store, learn.not_guessed).to_owned(),
        }
    };
    let moved = move |event: web_sys::Event| {
        if let Some((_, value)) = range_of(&event) {
            learn.note(|lesson| lesson.guess = Some(GivenGuess::Number(value as f32)));
        }
    };
    let middle = ((least + most) / 2.0 / step).round() * step;
    let spoken = words.clone();
    view! {
        <label class="number-guess">
            <span>{move || say!(learn.store, learn.your_guess)}</span>
            <input type="range" min=least.to_string() max=most.to_string() step=step.to_string()
                prop:value=move || given.get().unwrap_or(middle).to_string() aria-valuetext=spoken on:input=moved
                class:untouched=move || given.get().is_none()
            />
        </label>
        <output class="guessed-number">{words}</output>
    }
}

#[component]
fn ChoiceGuess(options: Vec<SaidOption>) -> impl IntoView {
    let learn = use_learn();
    let chosen = Memo::new(move |_| match learn.here().guess {
        Some(GivenGuess::Choice(id)) => Some(id),
        _ => None,
    });
    let choose = Callback::new(move |id: String| learn.note(|lesson| lesson.guess = Some(GivenGuess::Choice(id))));
    let label = Signal::derive(move || say!(learn.store, learn.your_guess).to_owned());
    view! { <Options name="guess" label=label options=options chosen=chosen choose=choose/> }
}

/// Several sayings of which one is chosen.
#[component]
pub fn Options(
    /// What the group is called in the document.
    name: &'static str,
    label: Signal<String>,
    options: Vec<SaidOption>,
    chosen: Memo<Option<String>>,
    choose: Callback<String>,
) -> impl IntoView {
    let learn = use_learn();
    let one = move |option: SaidOption| {
        let (is_it, id) = (option.id.clone(), option.id.clone());
        view! {
            <label class="option">
                <input type="radio" name=name prop:checked=move || chosen.with(|c| c.as_ref() == Some(&is_it))
                    on:change=move |_| choose.run(id.clone())
                />
                <span>{move || said(learn, &option.text)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="options">
            <legend>{label}</legend>
            {options.into_iter().map(one).collect_view()}
        </fieldset>
    }
}

#[component]
fn ChipsGuess(most: usize, links: Vec<LinkId>) -> impl IntoView {
    let learn = use_learn();
    let store = learn.store;
    let laid = Memo::new(move |_| chips(learn));
    let left = Memo::new(move |_| most - laid.with(Vec::len).min(most));
    let links = move || {
        let all: Vec<LinkId> = learn
            .stage
            .get()
            .map_or_else(Vec::new, |stage| stage.journey.with(|journey| journey.links().cloned().collect()));
        let some = links.clone();
        let shown = all.into_iter().filter(|link| some.is_empty() || some.contains(link));
        shown.map(|link| chip_row(learn, link, laid, left)).collect_view()
    };
    view! {
        <p role="status">{move || say!(store, learn.chips_left, n = left.get(), of = most)}</p>
        <ul class="bet-on">{links}</ul>
    }
}

fn chips(learn: Learn) -> Vec<LinkId> {
    match learn.here().guess {
        Some(GivenGuess::Chips(links)) => links,
        _ => Vec::new(),
    }
}

fn chip_row(learn: Learn, link: LinkId, laid: Memo<Vec<LinkId>>, left: Memo<usize>) -> impl IntoView {
    let store = learn.store;
    let count = {
        let link = link.clone();
        Memo::new(move |_| laid.with(|laid| laid.iter().filter(|one| **one == link).count()))
    };
    let name = {
        let link = link.clone();
        Memo::new(move |_| learn.with_view(|_, teller| teller.link_name(&link)).unwrap_or_default())
    };
    let bet = move |more: bool| {
        let mut now = laid.get_untracked();
        if more {
            if left.get_untracked() == 0 {
                return;
            }
            now.push(link.clone());
        } else {
            let Some(at) = now.iter().rposition(|one| *one == link) else { return };
            now.remove(at);
        }
        learn.note(|lesson| lesson.guess = (!now.is_empty()).then_some(GivenGuess::Chips(now)));
    };
    let (more, fewer) = (bet.clone(), bet);
    view! {
        <li class:laid=move || { count.get() > 0 }>
            <span class="bet-name">{name}</span>
            <button class="step" aria-disabled=move || (count.get() == 0).to_string()
                aria-label=move || say!(store, bets.fewer_on, link = name.get()) on:click=move |_| fewer(false)
            >
                "−"
            </button>
            <b>{move || number::count(store.language.get(), count.get() as u64)}</b>
            <button class="step" aria-disabled=move || (left.get() == 0).to_string()
                aria-label=move || say!(store, bets.more_on, link = name.get()) on:click=move |_| more(true)
            >
                "+"
            </button>
        </li>
    }
}
