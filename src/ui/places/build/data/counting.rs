//! What can be said about the counting: which step is the purchase, which says that a customer has left, how long a silence is
//! an end, and how rare a way is that is left out.

use super::state::FigureReading;
use crate::app::records::{Content, FileKind, HowToRead, RARE};
use crate::model::Stage;
use crate::say;
use crate::ui::platform::events::{choice_of, input_of};
use crate::words::number;
use crate::words::typed::{Misread, NumberKind};
use leptos::prelude::*;
use std::sync::Arc;

/// The shortest and the longest silence that can be said to be an end [days].
const SILENCE: (f64, f64) = (0.01, 3_650.0);
/// Of those who leave a step, the largest share that a way may have and still be left out [0..1].
const MOST_RARE: f64 = 0.5;

#[component]
pub fn Counting(reading: FigureReading) -> impl IntoView {
    let desk = reading.desk;
    // What is chosen keeps the focus while its figures are counted anew.
    let steps = Memo::new(move |_| Arc::new(reading.seen.with(|seen| steps_of(seen.content.as_ref()))));
    let is_log = Memo::new(move |_| reading.kind.get() == FileKind::Log);
    let after = Memo::new(move |_| Arc::new(reading.seen.with(|seen| after_purchase(seen.content.as_ref()))));
    let reckoning = choice(
        reading,
        after,
        |answers| &mut answers.said.reckoning,
        move || say!(desk, data.reckoning),
        move || say!(desk, data.by_name),
        "data-reckoning",
    );
    let purchase = choice(
        reading,
        steps,
        |answers| &mut answers.purchase,
        move || say!(desk, data.purchase),
        move || say!(desk, data.by_name),
        "data-purchase",
    );
    let leaving = move || {
        choice(
            reading,
            steps,
            |answers| &mut answers.leaving,
            move || say!(desk, data.leaving),
            move || say!(desk, data.no_leaving),
            "data-leaving",
        )
    };
    let silent = move || {
        let kind = move || NumberKind::plain(desk.store.language.get(), SILENCE);
        let found = move || {
            let days = reading.seen.with(|seen| match &seen.content {
                Some(Content::Log { counted: Ok((counts, _)), .. }) => Some(counts.silent_days),
                _ => None,
            })?;
            Some(number::decimal(desk.store.language.get(), days, 1))
        };
        typed(reading, kind, found, |answers| &mut answers.silent, move || say!(desk, data.silent), "data-silent")
    };
    let rare = move || {
        let kind = move || NumberKind::share(desk.store.language.get(), (0.0, MOST_RARE));
        let usual = move || Some(kind().write(RARE));
        typed(reading, kind, usual, |answers| &mut answers.rare, move || say!(desk, data.rare), "data-rare")
    };
    let of_logs = move || is_log.get().then(|| view! { {leaving()} {silent()} {rare()} });
    view! { <div class="data-source" hidden=move || steps.with(|steps| steps.is_empty())>{purchase} {reckoning} {of_logs}</div> }
}

/// The names of the steps that were read.
fn steps_of(content: Option<&Content>) -> Vec<String> {
    match content {
        Some(Content::Log { steps, .. }) => steps.clone(),
        Some(Content::Counts { read, .. }) => read.counted.steps.iter().map(|step| step.name.clone()).collect(),
        Some(Content::Curve(_)) | None => Vec::new(),
    }
}

/// Those of them that stand after the purchase.
fn after_purchase(content: Option<&Content>) -> Vec<String> {
    let counted = match content {
        Some(Content::Log { counted: Ok((counts, _)), .. }) => &counts.counted,
        Some(Content::Counts { read, made: Ok(_) }) => &read.counted,
        _ => return Vec::new(),
    };
    counted.steps.iter().filter(|step| step.stage == Stage::After).map(|step| step.name.clone()).collect()
}

/// A choice of one of the steps, or of none.
fn choice(
    reading: FigureReading,
    steps: Memo<Arc<Vec<String>>>,
    at: fn(&mut HowToRead) -> &mut Option<String>,
    name: impl Fn() -> &'static str + Send + 'static,
    none: impl Fn() -> &'static str + Copy + Send + Sync + 'static,
    id: &'static str,
) -> impl IntoView {
    let options = move || {
        let chosen = reading.answers.with_untracked(|answers| at(&mut answers.clone()).clone());
        let one = |step: &String| {
            let is_chosen = chosen.as_ref() == Some(step);
            view! { <option value=step.clone() selected=is_chosen>{step.clone()}</option> }
        };
        let steps = steps.with(|steps| steps.iter().map(one).collect_view());
        view! { <option value="">{none}</option> {steps} }
    };
    let change = move |event: web_sys::Event| {
        let name = choice_of(&event).filter(|code| !code.is_empty());
        reading.answer(|answers| {
            let purchase = answers.purchase.clone();
            *at(answers) = name;
            if answers.purchase != purchase {
                // It may stand before another purchase.
                answers.said.reckoning = None;
            }
        });
    };
    let chosen = move || reading.answers.with(|answers| at(&mut answers.clone()).clone().unwrap_or_default());
    view! {
        <label>
            <span class="form-name">{name}</span>
            <select id=id prop:value=chosen on:change=change>{options}</select>
        </label>
    }
}

/// A number to type; where nobody has, the one that is taken stands there.
fn typed(
    reading: FigureReading,
    kind: impl Fn() -> NumberKind + Copy + Send + Sync + 'static,
    usual: impl Fn() -> Option<String> + Copy + Send + Sync + 'static,
    at: fn(&mut HowToRead) -> &mut Option<f64>,
    name: impl Fn() -> &'static str + Send + 'static,
    id: &'static str,
) -> impl IntoView {
    let misread = RwSignal::new(None::<Misread>);
    let said = Memo::new(move |_| reading.answers.with(|answers| *at(&mut answers.clone())));
    let value = move || said.get().map_or_else(|| usual().unwrap_or_default(), |value| kind().write(value));
    // Another file, or another answer, is read without what could not be.
    Effect::new(move |_| {
        reading.answers.track();
        misread.set(None);
    });
    let change = move |event: web_sys::Event| {
        let Some(input) = input_of(&event) else { return };
        if input.value() == untrack(value) {
            misread.set(None);
            return;
        }
        let read = match input.value().trim() {
            "" => Ok(None),
            words => untrack(kind).read(words).map(Some),
        };
        match read {
            Ok(read) => {
                misread.set(None);
                if read == said.get_untracked() {
                    input.set_value(&untrack(value));
                } else {
                    reading.answer(|answers| *at(answers) = read);
                }
            }
            Err(why) => misread.set(Some(why)),
        }
    };
    let wrong = format!("{id}-wrong");
    let why = move || misread.with(|why| why.as_ref().map(|why| kind().told(why)));
    view! {
        <div>
            <label for=id><span class="form-name">{name}</span></label>
            <input id=id class="typed" type="text" inputmode="decimal" autocomplete="off" prop:value=value on:change=change
                aria-invalid=move || misread.with(Option::is_some).to_string() aria-describedby=wrong.clone()/>
            <p id=wrong class="wrong" role="alert">{why}</p>
        </div>
    }
}
