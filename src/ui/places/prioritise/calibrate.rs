//! Makes the journey match the company's own figures: asks what may be changed, tries other figures beside the page, and shows what
//! they come to before they are used. It comes as a file of its own when somebody opens it.

use super::books;
use crate::analysis::exact_conversion;
use crate::app::records::{Calibrated, Calibration, CurveFit, Judged, JudgedFigure, Means};
use crate::model::Scenario;
use crate::say;
use crate::ui::state::{Fitter, Store, put_journey, use_store};
use crate::ui::widgets::{NotFetched, later_with};
use crate::words::{calibrating, number};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

/// Offered as soon as something does not match.
#[component]
pub fn MakeItMatch(judged: Memo<Vec<Judged>>) -> impl IntoView {
    let store = use_store();
    let was_opened = RwSignal::new(false);
    // It stays while somebody is at it, though all matches by then.
    let is_offered = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) && was_opened.get() || judged.with(|judged| judged.iter().any(|one| !one.is_hit))
    });
    let content = move || was_opened.get().then(|| later_with(|| Box::pin(fetched()), move |view| view(judged)));
    let offered = move || {
        is_offered.get().then(|| {
            view! {
                <details class="help make-it-match" on:toggle=move |_| was_opened.set(true)>
                    <summary>{move || say!(store, calibrating.ask)}</summary>
                    {content}
                </details>
            }
        })
    };
    view! { {offered} }
}

#[wasm_split(data, fallible, wasm_split_path = ::leptos::wasm_split)]
fn fetched() -> Result<fn(Memo<Vec<Judged>>) -> AnyView, NotFetched> {
    Ok(|judged| view! { <Calibrating judged=judged/> }.into_any())
}

#[component]
fn Calibrating(judged: Memo<Vec<Judged>>) -> impl IntoView {
    let store = use_store();
    let fitter = Fitter::<Calibration>::new();
    let chosen = RwSignal::new(Means::ALL.into_iter().filter(|means| *means != Means::Price).collect::<Vec<_>>());
    let was_used = RwSignal::new(false);
    let own = Memo::new(move |_| books::said(store).today);
    // What was found is of one journey and one set of figures.
    Effect::new(move |_| {
        store.journey.track();
        own.track();
        fitter.forget();
    });
    Effect::new(move |_| {
        own.track();
        was_used.set(false);
    });
    let missed = Memo::new(move |_| {
        judged.with(|judged| {
            let is_missed = |means: &Means| {
                judged.iter().any(|one| {
                    !one.is_hit && matches!(one.figure, JudgedFigure::Own(figure) if Means::of(figure) == *means)
                })
            };
            Means::ALL.into_iter().filter(is_missed).collect::<Vec<_>>()
        })
    });
    let choice = move |means: Means| {
        let is_chosen = move || chosen.with(|chosen| chosen.contains(&means));
        let choose = move |event: web_sys::Event| {
            chosen.update(|chosen| {
                chosen.retain(|one| *one != means);
                if event_target_checked(&event) {
                    chosen.push(means);
                }
            });
        };
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=is_chosen on:change=choose/>
                <span>{move || calibrating::means(&store.teller(), means)}</span>
            </label>
        }
    };
    let choices = move || missed.get().into_iter().map(choice).collect_view();
    let is_draft = Memo::new(move |_| store.work.with(|work| work.draft.is_some()));
    let has_missed = Memo::new(move |_| missed.with(|missed| !missed.is_empty()));
    let start = move |_| {
        was_used.set(false);
        let (own, means) = (own.get_untracked(), chosen.get_untracked());
        fitter.start(store.journey.with_untracked(|journey| {
            // Each kind is lived beside the journey's own customers.
            let few = CurveFit::customers(exact_conversion(journey, &Scenario::default())) / 2;
            Calibration::new(journey, &own, &means, &calibrating::source(), few)
        }));
    };
    let progress = move || {
        let part = number::percent(store.language.get(), fitter.progress.get()?, 0);
        Some(view! { <p role="status">{say!(store, calibrating.under_way, part = part)}</p> })
    };
    let asked = move || {
        if is_draft.get() {
            return view! { <p class="hint">{say!(store, calibrating.draft)}</p> }.into_any();
        }
        if !has_missed.get() {
            return view! { <p class="hint">{say!(store, calibrating.none)}</p> }.into_any();
        }
        view! {
            <fieldset>
                <legend>{move || say!(store, calibrating.may)}</legend>
                {choices}
            </fieldset>
            <p>
                <button class="firm" disabled=move || fitter.progress.get().is_some() on:click=start>
                    {move || say!(store, calibrating.start)}
                </button>
            </p>
        }
        .into_any()
    };
    let broken = move || {
        let words = say!(store, later.missing, part = say!(store, later.part));
        fitter.is_broken.get().then(|| view! { <p class="wrong" role="alert">{words}</p> })
    };
    let found = move || fitter.found.get().map(|found| shown(store, &found, was_used));
    let used = move || was_used.get().then(|| say!(store, calibrating.used));
    view! {
        <p class="hint">{move || say!(store, calibrating.lead)}</p>
        {asked}
        {progress}
        {broken}
        {found}
        <p role="status">{used}</p>
    }
}

/// What was found, and the button that uses it.
fn shown(store: Store, found: &Calibrated, was_used: RwSignal<bool>) -> impl IntoView + use<> {
    let teller = store.teller();
    let said = calibrating::found(&teller, found).into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
    let row = |row: calibrating::Row| {
        let verdict = if row.is_hit { say!(store, calibrating.yes) } else { say!(store, calibrating.no) };
        view! {
            <tr class:miss=!row.is_hit>
                <th scope="row">{row.figure}</th>
                <td>{row.yours}</td>
                <td>{row.before}</td>
                <td>{row.after}</td>
                <td>{verdict}</td>
            </tr>
        }
    };
    let rows = calibrating::rows(&teller, found).into_iter().map(row).collect_view();
    let is_other = !found.adjusted.is_empty();
    let journey = found.journey.clone();
    let use_it = move |_| {
        put_journey(store, journey.clone());
        was_used.set(true);
    };
    view! {
        <section class="data-part">
            <h3>{say!(store, calibrating.found)}</h3>
            <ul>{said}</ul>
            <div class="data-scroll" tabindex="0" role="group" aria-label=say!(store, calibrating.found)>
                <table>
                    <thead><tr>
                        <th scope="col">{say!(store, data.figure)}</th>
                        <th scope="col">{say!(store, calibrating.yours)}</th>
                        <th scope="col">{say!(store, calibrating.before)}</th>
                        <th scope="col">{say!(store, calibrating.after)}</th>
                        <th scope="col">{say!(store, calibrating.matches)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {is_other.then(|| view! {
                <p><button class="firm" on:click=use_it>{say!(store, calibrating.take)}</button></p>
            })}
        </section>
    }
}
