//! Fits the customers of the open journey to a curve: the kinds that are to be tried are lived in workers of their own, round by
//! round, and the page goes on meanwhile.

use super::own::say_own;
use super::state::FigureReading;
use crate::analysis::exact_conversion;
use crate::analysis::records::Candidate;
use crate::app::records::{Content, CurveFit, FittedCurve, own_of_curve, second_opinion};
use crate::model::data::StayingCurve;
use crate::model::{Journey, OwnFigures, Scenario, Text};
use crate::runner::{Event, QueryAnswer, QuickQuery};
use crate::say;
use crate::ui::state::Beside;
use crate::words::{data, number};
use leptos::prelude::*;
use std::sync::Arc;

const WORKERS: usize = 2;
/// Periods that are told beyond those that were counted [periods].
const BEYOND: usize = 12;
/// The same customers for every kind.
const SEED: u64 = 1;

/// A fit under way.
struct Work {
    journey: Journey,
    fit: CurveFit,
    periods: u16,
    customers: u64,
    /// Kinds to be lived, by what they share.
    groups: Vec<Vec<Candidate>>,
    /// Kinds under way, by the number that comes back with the answer.
    under_way: Vec<(u32, Candidate)>,
    next: u32,
}

#[derive(Clone, Copy)]
struct Fitter {
    workers: Beside,
    work: StoredValue<Option<Work>, LocalStorage>,
    progress: RwSignal<Option<f64>>,
    fitted: RwSignal<Option<Arc<FittedCurve>>>,
    is_broken: RwSignal<bool>,
}

impl Fitter {
    fn new() -> Self {
        Self {
            workers: Beside::new(WORKERS),
            work: StoredValue::new_local(None),
            progress: RwSignal::new(None),
            fitted: RwSignal::new(None),
            is_broken: RwSignal::new(false),
        }
    }

    fn forget(self) {
        self.work.set_value(None);
        self.progress.set(None);
        self.fitted.set(None);
    }

    fn start(self, journey: Journey, curve: &StayingCurve) {
        let customers = CurveFit::customers(exact_conversion(&journey, &Scenario::default())) / 2;
        let periods = (curve.points.len() + BEYOND).min(240) as u16;
        let (fit, groups, under_way) = (CurveFit::new(curve), Vec::new(), Vec::new());
        self.work.set_value(Some(Work { journey, fit, periods, customers, groups, under_way, next: 0 }));
        self.is_broken.set(false);
        self.fitted.set(None);
        self.go_on();
    }

    /// Lives the next group; at the end of a round asks for the next.
    fn go_on(self) {
        let (mut asks, mut of, mut done) = (Vec::new(), None, None);
        self.work.update_value(|work| {
            let Some(work) = work else { return };
            if work.groups.is_empty() {
                for candidate in work.fit.next_round() {
                    match work.groups.iter_mut().find(|group| group[0].is_lived_with(&candidate)) {
                        Some(group) => group.push(candidate),
                        None => work.groups.push(vec![candidate]),
                    }
                }
            }
            let Some(group) = work.groups.pop() else {
                done = Some(work.fit.fitted());
                return;
            };
            let journey = group[0].spread_out(&work.journey, work.periods);
            for candidate in group {
                let scenario = Box::new(candidate.scenario(&journey));
                asks.push(QuickQuery::Other { number: work.next, scenario, customers: work.customers });
                work.under_way.push((work.next, candidate));
                work.next = work.next.wrapping_add(1);
            }
            of = Some(journey);
        });
        if let Some(fitted) = done {
            self.work.set_value(None);
            self.progress.set(None);
            self.fitted.set(fitted.map(Arc::new));
            return;
        }
        if let Some(journey) = of {
            self.workers.ask((journey, Scenario::default(), SEED), asks, move |event| self.hear(event));
        }
    }

    fn hear(self, event: Event) {
        match event {
            Event::Answered(QueryAnswer::Other { number, report }) => {
                let mut is_round_done = false;
                self.work.try_update_value(|work| {
                    let Some(work) = work else { return };
                    let Some(at) = work.under_way.iter().position(|(known, _)| *known == number) else { return };
                    let (_, candidate) = work.under_way.swap_remove(at);
                    if let Some(report) = report {
                        let lived = report.what_if.as_ref().unwrap_or(&report.today);
                        work.fit.tell(candidate, &lived.survival, lived.bought);
                    }
                    self.progress.try_set(Some(work.fit.progress()));
                    is_round_done = work.under_way.is_empty();
                });
                if is_round_done {
                    self.go_on();
                }
            }
            Event::Broken | Event::Refused(_) => {
                self.progress.try_set(None);
                self.is_broken.try_set(true);
            }
            _ => {}
        }
    }
}

/// The curve that was read, what fits it, and the second opinion beside.
#[component]
pub fn Curve(reading: FigureReading) -> impl IntoView {
    let desk = reading.desk;
    let fitter = Fitter::new();
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
        let notes = rises.chain(shares).map(|words| view! { <li>{words}</li> }).collect_view();
        let start = {
            let curve = curve.clone();
            move |_| fitter.start(desk.store.journey.with_untracked(|journey| Journey::clone(journey)), &curve)
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
                {move || said(reading, fitter, own.clone())}
                {table(reading, fitter, curve)}
                <p class="hint">{say!(desk, data.second_about)}</p>
            </section>
        })
    };
    view! { {shown} }
}

/// What the fit says, and the customers to go on with.
fn said(reading: FigureReading, fitter: Fitter, own: OwnFigures) -> Option<impl IntoView> {
    let desk = reading.desk;
    let fit = fitter.fitted.get()?;
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
    Some(view! {
        <div role="status"><ul>{words}</ul></div>
        <p><button class="firm" on:click=apply>{say!(desk, data.apply_fit, name = name)}</button></p>
    })
}

fn table(reading: FigureReading, fitter: Fitter, curve: StayingCurve) -> impl IntoView {
    let desk = reading.desk;
    let counted = curve.shares();
    let second = second_opinion(&curve, counted.len() - 1 + BEYOND);
    let rows = move || {
        let fit = fitter.fitted.get();
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
