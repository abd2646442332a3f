//! Makes the journey match the company's own figures: asks what may be changed, tries other figures beside the page, and shows what
//! they come to before they are used. It comes as a file of its own when somebody opens it.

use super::books;
use crate::app::records::{Calibrated, Calibration, Judged, JudgedFigure, Means};
use crate::model::{Journey, OwnFigure};
use crate::say;
use crate::ui::platform::device;
use crate::ui::state::{Fitter, Store, put_journey, use_store};
use crate::ui::widgets::{NotFetched, later_with};
use crate::words::{calibrating, matching, number};
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

/// What is in it, over what does not match.
type Content = fn(Memo<Vec<Judged>>) -> AnyView;

#[wasm_split(data, fallible, wasm_split_path = ::leptos::wasm_split)]
fn fetched() -> Result<Content, NotFetched> {
    Ok(|judged| view! { <Calibrating judged=judged/> }.into_any())
}

/// What is said of how it goes; whoever pressed a button that goes is led there.
const SAID: &str = "calibrating-said";

#[component]
fn Calibrating(judged: Memo<Vec<Judged>>) -> impl IntoView {
    let store = use_store();
    let fitter = Fitter::<Calibration>::new();
    let chosen = RwSignal::new(Means::ALL.into_iter().filter(|means| *means != Means::Price).collect::<Vec<_>>());
    // What was put on the desk last.
    let used = RwSignal::new(None::<Journey>);
    let own = Memo::new(move |_| books::said(store).today);
    // What was found is of one journey and one set of figures.
    Effect::new(move |_| {
        store.journey.track();
        own.track();
        fitter.forget();
    });
    // While today is simulated anew it is what it was.
    let missed = Memo::new(move |before: Option<&Vec<OwnFigure>>| {
        let missed = |one: &Judged| match one.figure {
            JudgedFigure::Own(figure) if !one.is_hit => Some(figure),
            _ => None,
        };
        judged.with(|judged| match before.filter(|_| judged.is_empty()) {
            Some(before) => before.clone(),
            None => judged.iter().filter_map(missed).collect(),
        })
    });
    // The price is asked about wherever revenue is said: what is changed for others may move it.
    let asked_means = Memo::new(move |_| {
        let says_revenue = own.with(|own| own.get(OwnFigure::Revenue).is_some());
        missed.with(|missed| {
            let is_missed = |means: &Means| missed.iter().any(|figure| Means::of(*figure) == *means);
            let is_asked = |means: &Means| is_missed(means) || (*means == Means::Price && says_revenue);
            Means::ALL.into_iter().filter(is_asked).collect::<Vec<_>>()
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
    let choices = move || asked_means.get().into_iter().map(choice).collect_view();
    let is_draft = Memo::new(move |_| store.work.with(|work| work.draft.is_some()));
    let has_missed = Memo::new(move |_| missed.with(|missed| !missed.is_empty()));
    let is_under_way = Memo::new(move |_| fitter.progress.get().is_some());
    let may_nothing = RwSignal::new(false);
    let start = move || {
        used.set(None);
        let means = chosen.get_untracked();
        let may_any = asked_means.with_untracked(|asked| asked.iter().any(|one| means.contains(one)));
        may_nothing.set(!may_any);
        if !may_any {
            return;
        }
        let (own, missed) = (own.get_untracked(), missed.get_untracked());
        fitter.start(store.journey.with_untracked(|journey| {
            // Each kind is lived beside the journey's own customers: of half as many each.
            Calibration::new(journey, &own, &means, &calibrating::source(), 0.5).of_missed(missed)
        }));
    };
    let start_or_stop = move |_| if is_under_way.get_untracked() { fitter.forget() } else { start() };
    let part = move || {
        let part = number::percent(store.language.get(), fitter.progress.get()?, 0);
        Some(view! { <span aria-hidden="true">{part}</span> })
    };
    let asked = move || {
        if is_draft.get() {
            return view! { <p class="hint">{say!(store, calibrating.draft)}</p> }.into_any();
        }
        if !has_missed.get() {
            return view! { <p class="hint">{say!(store, calibrating.none)}</p> }.into_any();
        }
        let pressed = move || {
            if is_under_way.get() { say!(store, calibrating.stop) } else { say!(store, calibrating.start) }
        };
        view! {
            <fieldset>
                <legend>{move || say!(store, calibrating.may)}</legend>
                {choices}
            </fieldset>
            <p><button class="firm" on:click=start_or_stop>{pressed}</button>" "{part}</p>
        }
        .into_any()
    };
    let broken = move || {
        let words = say!(store, later.missing, part = say!(store, later.part));
        fitter.is_broken.get().then(|| view! { <p class="wrong" role="alert">{words}</p> })
    };
    let is_used = Memo::new(move |_| {
        used.with(|used| used.as_ref().is_some_and(|used| store.journey.with(|journey| are_alike(journey, used))))
    });
    // One place that says how it goes, so that whoever listens hears each thing once.
    let said = move || {
        if is_under_way.get() {
            return say!(store, calibrating.under_way).to_owned();
        }
        if let Some(found) = fitter.found.get() {
            return matching::finding(&store.teller(), &found.after).unwrap_or_default();
        }
        match (fitter.is_nothing.get(), may_nothing.get(), is_used.get()) {
            (true, _, _) => say!(store, calibrating.nobody),
            (_, true, _) => say!(store, calibrating.nothing_chosen),
            (_, _, true) => say!(store, calibrating.used),
            _ => "",
        }
        .to_owned()
    };
    let found = move || fitter.found.get().filter(|_| !is_draft.get()).map(|found| shown(store, &found, used));
    view! {
        <p class="hint">{move || say!(store, calibrating.lead)}</p>
        {asked}
        {broken}
        <p role="status" id=SAID tabindex="-1">{said}</p>
        {found}
    }
}

/// Whether two journeys hold the same figures, whatever they are called.
fn are_alike(one: &Journey, other: &Journey) -> bool {
    let parts = |j: &Journey| (j.touchpoints.clone(), j.handovers.clone(), j.personas.clone(), j.price);
    parts(one) == parts(other)
}

/// What was found, and the button that uses it.
fn shown(store: Store, found: &Calibrated, used: RwSignal<Option<Journey>>) -> impl IntoView + use<> {
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
        used.set(Some(journey.clone()));
        device::focus(SAID);
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
