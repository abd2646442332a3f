//! Fits the customers of the open journey to a curve.

use super::own::say_own;
use super::state::FigureReading;
use crate::analysis::exact_conversion;
use crate::app::records::{Content, CurveFit, own_of_curve, second_opinion};
use crate::model::data::StayingCurve;
use crate::model::{Journey, OwnFigure, OwnFigures, Scenario, Text};
use crate::say;
use crate::ui::places::prioritise::books;
use crate::ui::state::Fitter;
use crate::words::{data, number};
use leptos::prelude::*;
use std::sync::Arc;

/// Periods that are told beyond those that were counted [periods].
const BEYOND: usize = 12;

/// The curve that was read, what fits it, and the second opinion beside.
#[component]
pub fn Curve(reading: FigureReading) -> impl IntoView {
    let desk = reading.desk;
    let fitter = Fitter::<CurveFit>::new();
    // The journey that the customers were fitted in: they are told by what is other than its own.
    let fitted_on = RwSignal::new(None::<Arc<Journey>>);
    Effect::new(move |_| {
        reading.seen.track();
        fitter.forget();
    });
    let shown = move || {
        let seen = reading.seen.get();
        let Some(Content::Curve(read)) = seen.content.as_ref() else { return None };
        let language = desk.store.language.get();
        let name = desk.store.journey.with(|journey| journey.name.get(language.code()).to_owned());
        let (curve, own) = (read.curve.clone(), own_of_curve(&read.curve));
        let rises = read.rises.iter().map(|(line, period)| data::rise(language, *line, *period));
        let shares = (!read.curve.are_people).then(|| data::shares_only(language));
        let score = books::said(desk.store).today.get(OwnFigure::Recommendation);
        let (periods, horizon) = (curve.points.len(), desk.store.journey.with(|journey| journey.horizon));
        let scored = score.map(|count| data::score_in_fit(language, count.value, periods, horizon));
        let notes = rises.chain(shares).chain(scored).map(|words| view! { <li>{words}</li> }).collect_view();
        let start = {
            let curve = curve.clone();
            move |_| {
                let score = score.map(|count| count.value);
                fitted_on.set(Some(desk.store.journey.get_untracked()));
                let periods = (curve.points.len() + BEYOND).min(240) as u16;
                fitter.start(desk.store.journey.with_untracked(|journey| {
                    // Each kind is lived beside the journey's own customers.
                    let customers = CurveFit::customers(exact_conversion(journey, &Scenario::default())) / 2;
                    CurveFit::new(journey, &curve, score, periods, customers)
                }));
            }
        };
        let progress = move || {
            let part = number::percent(desk.store.language.get(), fitter.progress.get()?, 0);
            Some(view! { <p role="status">{say!(desk, data.fitting, part = part)}</p> })
        };
        Some(view! {
            <section class="data-part" id="data-curve">
                <h2>{say!(desk, data.curve_fit)}</h2>
                <ul>{notes}</ul>
                <p><button class="firm" on:click=start>{say!(desk, data.use_on, name = name)}</button></p>
                {progress}
                {move || fitter.is_broken.get().then(|| view! { <p class="wrong" role="alert">{say!(desk, later.missing, part = say!(desk, later.part))}</p> })}
                {move || fitter.is_nothing.get().then(|| view! { <p role="alert">{say!(desk, calibrating.nobody)}</p> })}
                {move || said(reading, fitter, fitted_on, own.clone())}
                {table(reading, fitter, curve)}
                <p class="hint">{say!(desk, data.second_about)}</p>
            </section>
        })
    };
    view! { {shown} }
}

/// What the fit says, and the customers to go on with.
fn said(
    reading: FigureReading,
    fitter: Fitter<CurveFit>,
    fitted_on: RwSignal<Option<Arc<Journey>>>,
    own: OwnFigures,
) -> Option<impl IntoView> {
    let desk = reading.desk;
    let fit = fitter.found.get()?;
    let language = desk.store.language.get();
    let name = desk.store.journey.with(|journey| journey.name.get(language.code()).to_owned());
    let words = data::of_fit(language, &fit).into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
    let apply = move |_| {
        let source = Text::same(&reading.name.get_untracked());
        if let Ok(made) = fit.applied(&desk.whole.get_untracked(), &source) {
            desk.put(made);
            say_own(desk.store, &own);
        }
    };
    let is_still_that = move || fitted_on.get().is_some_and(|journey| desk.store.journey.with(|now| *now == journey));
    let button = move || {
        let apply = apply.clone();
        let words = say!(desk, data.apply_fit, name = name.clone());
        is_still_that().then(|| view! { <p><button class="firm" on:click=apply>{words}</button></p> })
    };
    Some(view! {
        <div role="status"><ul>{words}</ul></div>
        {button}
    })
}

fn table(reading: FigureReading, fitter: Fitter<CurveFit>, curve: StayingCurve) -> impl IntoView {
    let desk = reading.desk;
    let counted = curve.shares();
    let second = second_opinion(&curve, counted.len() - 1 + BEYOND);
    let rows = move || {
        let fit = fitter.found.get();
        let language = desk.store.language.get();
        let percent = |share: &f64| number::percent(language, *share, 1);
        let row = |(period, share): (usize, &f64)| {
            let best = fit.as_ref().and_then(|fit| fit.best.shares.get(period)).map(percent);
            let band = fit
                .as_ref()
                .and_then(|fit| Some(format!("{}–{}", percent(fit.low.get(period)?), percent(fit.high.get(period)?))));
            view! {
                <tr>
                    <th scope="row">{period}</th>
                    <td>{counted.get(period).map(percent)}</td>
                    <td>{best}</td>
                    <td>{band}</td>
                    <td>{percent(share)}</td>
                </tr>
            }
        };
        second.shares.iter().enumerate().map(row).collect_view()
    };
    view! {
        <div class="data-scroll" tabindex="0" role="group" aria-label=say!(desk, data.curve_fit)>
            <table>
                <thead><tr>
                    <th scope="col">{say!(desk, data.period)}</th>
                    <th scope="col">{say!(desk, data.counted)}</th>
                    <th scope="col">{say!(desk, data.fitted)}</th>
                    <th scope="col">{say!(desk, data.band)}</th>
                    <th scope="col">{say!(desk, data.second)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
