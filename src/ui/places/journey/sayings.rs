//! What is often said of customers, tried on the journey at hand: each a finding with two bars or two ladders.

use super::chain::ladder_drawn;
use crate::analysis::Trail;
use crate::app::{OnLadder, Panel, Rate, ladders, same_moments, switching};
use crate::charts::chain::Lettering;
use crate::charts::geometry::Rect;
use crate::charts::ladder::ladder;
use crate::say;
use crate::ui::places::landmarks;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{NotFetched, later};
use crate::words::{number, sayings as words};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

/// What opens the sayings.
#[component]
pub fn Sayings() -> impl IntoView {
    let store = use_store();
    let open = RwSignal::new(false);
    let body = move || open.get().then(|| later(|| Box::pin(fetched())));
    view! {
        <section class="dashboards sayings">
            <button class="dashboards-open" aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {move || say!(store, sayings.open)}
            </button>
            {body}
        </section>
    }
}

#[wasm_split(details, fallible, wasm_split_path = ::leptos::wasm_split)]
fn fetched() -> Result<fn() -> AnyView, NotFetched> {
    Ok(|| view! { <AllSayings/> }.into_any())
}

/// All of them.
#[component]
pub fn AllSayings() -> impl IntoView {
    let store = use_store();
    let hint = move || {
        let n = store.answers.trails.with(|trails| trails.as_ref().map_or(0, |trails| trails.today.len() as u64));
        say!(store, sayings.hint, n = number::count(store.language.get(), n))
    };
    view! {
        <p class="hint">{hint}</p>
        <div class="sayings-all">
            <article class="saying-switching">{move || of_lives(store, said_switching)}</article>
            <article class="saying-offers">{move || said_offers(store)}</article>
            <article class="saying-moments">{move || of_lives(store, said_moments)}</article>
            <article class="saying-multiply">
                <h3>{move || say!(store, sayings.multiply.found)}</h3>
                <p class="hint">{move || say!(store, sayings.multiply.said)}</p>
                <p>
                    <button class="plain" on:click=move |_| landmarks::go_to(store, Panel::Logic)>
                        {move || say!(store, sayings.multiply.look)}
                    </button>
                </p>
            </article>
            <article class="saying-ladder">{move || said_ladders(store)}</article>
        </div>
    }
}

/// What is said of the lives of those who are shown, in the world as it is now.
fn of_lives(store: Store, said: fn(Store, &[&Trail]) -> AnyView) -> AnyView {
    let Some(trails) = store.answers.trails.get() else {
        return view! { <p class="hint">{say!(store, sayings.waiting)}</p> }.into_any();
    };
    let only = store.persona.get();
    let only = only.and_then(|id| store.journey.with(|j| j.personas.iter().position(|p| p.id == id)));
    let now = trails.what_if.as_ref().filter(|_| store.changed.get()).unwrap_or(&trails.today);
    let shown: Vec<&Trail> =
        now.iter().filter(|trail| only.is_none_or(|only| usize::from(trail.persona) == only)).collect();
    said(store, &shown)
}

fn said_switching(store: Store, trails: &[&Trail]) -> AnyView {
    let found = store.journey.with(|j| switching(j, trails));
    let title = words::switching(&store.teller(), found.as_ref());
    let bars = found.map(|found| {
        bars(
            store,
            &[
                (say!(store, sayings.switching.service).to_owned(), found.service),
                (say!(store, sayings.switching.other).to_owned(), found.other),
            ],
        )
    });
    let rests = bars.is_some().then(|| say!(store, sayings.switching.rests));
    saying(title, say!(store, sayings.switching.said), bars, rests.map(str::to_owned))
}

fn said_offers(store: Store) -> Option<AnyView> {
    let report = store.report.get()?;
    let title = words::offers(&store.teller(), &report);
    let figures = &report.what_if.as_ref().unwrap_or(&report.today).figures;
    let bars = figures.offer_success.zip(figures.conversion).map(|(offers, visits)| {
        bars(
            store,
            &[
                (say!(store, sayings.offers.customers).to_owned(), words::rate_of(offers)),
                (say!(store, sayings.offers.visitors).to_owned(), words::rate_of(visits)),
            ],
        )
    });
    let rests = bars.is_some().then(|| say!(store, sayings.offers.rests).to_owned());
    Some(saying(title, say!(store, sayings.offers.said), bars, rests))
}

fn said_moments(store: Store, trails: &[&Trail]) -> AnyView {
    let found = store.journey.with(|j| same_moments(j, trails));
    let teller = store.teller();
    let title = words::moments(&teller, found.as_ref());
    let bars = found.as_ref().map(|found| {
        let failed = say!(
            store,
            sayings.moments.failed,
            link = teller.link_name(&found.link),
            often = words::often(&teller, found)
        );
        bars(store, &[(failed, found.failed), (words::spared(&teller, found).to_owned(), found.spared)])
    });
    let rests = found.as_ref().map(|found| words::moments_rest_on(&teller, found));
    saying(title, say!(store, sayings.moments.said), bars, rests)
}

/// A finding, what is said, its picture, and what it rests on.
fn saying(title: String, said: &'static str, picture: Option<AnyView>, rests: Option<String>) -> AnyView {
    view! {
        <h3>{title}</h3>
        <p class="hint">{said}</p>
        {picture}
        {rests.map(|rests| view! { <p class="note">{rests}</p> })}
    }
    .into_any()
}

/// Shares side by side on one scale, each with its interval.
fn bars(store: Store, all: &[(String, Rate)]) -> AnyView {
    let teller = store.teller();
    let most = all.iter().map(|(_, rate)| rate.high).fold(1e-9, f64::max);
    let part = |share: f64| format!("{:.2}%", 100.0 * share / most);
    let rows = all.iter().map(|(name, rate)| {
        view! {
            <tr>
                <th scope="row">{name.clone()}</th>
                <td class="picture" aria-hidden="true">
                    <span class="share" style:width=part(rate.share)></span>
                    <span class="whisker" style:left=part(rate.low) style:width=part(rate.high - rate.low)></span>
                </td>
                <td class="gives"><b>{words::share(&teller, rate)}</b>" "<span class="noise">{words::noise(&teller, rate)}</span></td>
            </tr>
        }
    });
    view! { <table class="shares"><tbody>{rows.collect_view()}</tbody></table> }.into_any()
}

/// Size of a ladder [units of the drawing].
const LADDER: Rect = Rect { x: 24.0, y: 26.0, width: 112.0, height: 150.0 };

fn said_ladders(store: Store) -> Option<AnyView> {
    let report = store.report.get()?;
    let found = ladders(&report, store.changed.get())?;
    let title = words::ladders(&store.teller(), &found);
    let today = one_ladder(store, say!(store, sayings.ladder.today), &found.today);
    let now = found.what_if.as_ref().map(|now| one_ladder(store, say!(store, sayings.ladder.what_if), now));
    let picture = view! { <div class="two-ladders">{today}{now}</div> }.into_any();
    Some(saying(title, say!(store, sayings.ladder.said), Some(picture), None))
}

fn one_ladder(store: Store, world: &'static str, on: &OnLadder) -> Option<AnyView> {
    let drawn = ladder(&on.standing, on.left, LADDER)?;
    let hundred = |part: Option<f64>| number::whole(store.language.get(), 100.0 * part.unwrap_or_default());
    let label =
        say!(store, sayings.ladder.picture, world = world, doubt = hundred(on.doubt()), gone = hundred(on.gone()));
    Some(
        view! {
            <figure>
                <figcaption>{world}</figcaption>
                <svg class="ladder" viewBox="0 0 160 256" role="img" aria-label=label>
                    {ladder_drawn(store, &drawn, Lettering::at(1.0))}
                </svg>
            </figure>
        }
        .into_any(),
    )
}
