//! A class side by side: any text with links in it, what each has changed, and where that leads. All of it stays in this
//! browser.

use super::taking::{take_csv, take_workbook};
use crate::analysis::Report;
use crate::analysis::studies::Goal;
use crate::app::{LinkTrouble, Pooled, pooled};
use crate::charts::dots::{Dots, RADIUS, dots};
use crate::exchange::{FoundLink, FoundLinks, SharedJourney, SharedWork, any_text, links_in};
use crate::model::data::NoText;
use crate::model::{Journey, Scenario};
use crate::runner::{Event, QueryAnswer, QuickQuery};
use crate::say;
use crate::ui::platform::events::input_of;
use crate::ui::platform::unsent::{sent, unsent_text};
use crate::ui::platform::{address, device, files};
use crate::ui::state::{Beside, FetchedJourneys, use_store};
use crate::ui::widgets::NotFetched;
use crate::words::pool::{self, PoolOutcome};
use crate::words::{Teller, number};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use std::collections::BTreeMap;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// Simulated visitors of each scenario: thirty of them are there within two seconds [customers].
const CUSTOMERS: u64 = 10_000;
/// Workers that live them.
const WORKERS: usize = 4;
/// What a file of links is.
const TEXT: &str = "text/plain;charset=utf-8";
/// Width of the drawing of an outcome [its own units].
const WIDTH: f64 = 460.0;

/// What a text is kept under until it is read.
const TEXT_NAME: &str = "class-links";

/// What a text has held.
struct Class {
    pooled: Pooled,
    again: usize,
    /// Links that were looked at, and those that were not.
    looked: usize,
    beyond: usize,
    /// Links that cannot be opened, each with its line.
    broken: Vec<(usize, LinkTrouble)>,
}

/// How far a text has come.
#[derive(Clone)]
enum Come {
    Nothing,
    /// It holds no link that can be opened; those that cannot.
    None(Vec<(usize, LinkTrouble)>),
    Here(Arc<Class>),
}

/// What is shown.
#[derive(Clone, Copy)]
struct Side {
    come: RwSignal<Come>,
    /// Where each scenario leads, and where today does.
    outcomes: RwSignal<Vec<Option<PoolOutcome>>>,
    today: RwSignal<Option<PoolOutcome>>,
    /// True if nothing is simulated any more.
    is_broken: RwSignal<bool>,
    workers: Beside,
}

#[component]
pub fn PoolSheet() -> impl IntoView {
    let store = use_store();
    let journeys = expect_context::<FetchedJourneys>();
    let text = unsent_text(TEXT_NAME);
    let side = Side {
        come: RwSignal::new(Come::Nothing),
        outcomes: RwSignal::new(Vec::new()),
        today: RwSignal::new(None),
        is_broken: RwSignal::new(false),
        workers: Beside::new(WORKERS),
    };
    let look = move |_| look_at(side, journeys, text.get_untracked());
    let unread = RwSignal::new(None::<Unread>);
    let pick = move |event: web_sys::Event| {
        let Some(input) = input_of(&event) else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            let read = text_in(&file).await;
            // The same file again must be a change too.
            input.set_value("");
            unread.set(read.as_ref().err().cloned());
            if let Ok(words) = read {
                text.set(words.clone());
                look_at(side, journeys, words);
            }
        });
    };
    let why_unread = move || {
        let words = match unread.get()? {
            Unread::NoText(why) => pool::unreadable(store.language.get(), &why),
            Unread::Gone => say!(store, pool.gone).to_owned(),
        };
        Some(view! { <p class="notice" role="alert">{words}</p> })
    };
    let shown = move || match side.come.get() {
        Come::Nothing => ().into_any(),
        Come::None(broken) => {
            let teller = store.teller();
            view! { <p class="notice" role="alert">{say!(store, pool.none)}</p>{list_of(&teller, &broken)} }.into_any()
        }
        Come::Here(class) => view! { <SideBySide side class/> }.into_any(),
    };
    view! {
        <section class="share-part pool-part" aria-labelledby="share-pool">
            <h2 id="share-pool">{move || say!(store, pool.title)}</h2>
            <p class="hint">{move || say!(store, pool.lead)}</p>
            <label class="pool-text">
                <span class="field-name">{move || say!(store, pool.text)}</span>
                <textarea rows="4" spellcheck="false" prop:value=text
                    on:input=move |event| text.set(event_target_value(&event))></textarea>
            </label>
            <label class="pool-file">
                <span class="field-name">{move || say!(store, pool.open)}</span>
                <input type="file" accept=".txt,.csv,.tsv,.xlsx,.eml,.html,.htm,.md,.json" on:change=pick/>
            </label>
            {why_unread}
            <p><button class="firm" on:click=look>{move || say!(store, pool.look)}</button></p>
            {shown}
        </section>
    }
}

/// Why nothing was read from a file.
#[derive(Clone)]
enum Unread {
    NoText(NoText),
    /// It has gone since it was chosen, or what reads it could not be fetched.
    Gone,
}

/// The text of a file of the reader's.
async fn text_in(file: &web_sys::File) -> Result<String, Unread> {
    let (bytes, read) = (files::read(file).await, reader().await);
    let (Ok(bytes), Ok(read)) = (bytes, read) else { return Err(Unread::Gone) };
    read(&bytes).map_err(Unread::NoText)
}

/// How text is read from files.
type TextReader = fn(&[u8]) -> Result<String, NoText>;

#[wasm_split(data, fallible, wasm_split_path = ::leptos::wasm_split)]
fn reader() -> Result<TextReader, NotFetched> {
    Ok(any_text)
}

/// Finds the links of a text, and asks where they lead.
fn look_at(side: Side, journeys: FetchedJourneys, text: String) {
    sent(TEXT_NAME);
    let FoundLinks { links: found, again, beyond } = links_in(&text);
    let looked = found.len() + again;
    let broken = found.iter().filter_map(|link| Some((link.line, link.work.as_ref().err()?.into()))).collect();
    let whole = found.into_iter().filter_map(|FoundLink { line, work }| Some((line, work.ok()?)));
    let works: Vec<(usize, SharedWork)> = whole.collect();
    side.workers.let_go();
    side.is_broken.set(false);
    spawn_local(async move {
        let mut ready: BTreeMap<String, Journey> = BTreeMap::new();
        for (_, work) in &works {
            if let SharedJourney::Ready { id, .. } = &work.journey
                && !ready.contains_key(id)
                && let Some(journey) = journeys.source().get(id).await
            {
                ready.insert(id.clone(), journey);
            }
        }
        match pooled(works, |id| ready.get(id).cloned()) {
            Some(pooled) => {
                side.today.set(None);
                side.outcomes.set(vec![None; pooled.scenarios.len()]);
                ask(side, &pooled);
                side.come.set(Come::Here(Arc::new(Class { pooled, again, looked, beyond, broken })));
            }
            None => side.come.set(Come::None(broken)),
        }
    });
}

/// Asks where each scenario leads, for the same customers.
fn ask(side: Side, pooled: &Pooled) {
    let hear = move |event| match event {
        Event::Answered(QueryAnswer::Other { number, report: Some(report) }) => {
            take_in(side, number as usize, &report);
        }
        Event::Broken | Event::Refused(_) => side.is_broken.set(true),
        _ => {}
    };
    let seed = pooled.scenarios.first().map_or(1, |work| work.seed);
    let questions = (0..).zip(&pooled.scenarios).map(|(number, work)| {
        let scenario = Box::new(work.scenario.clone());
        QuickQuery::Other { number, scenario, customers: CUSTOMERS }
    });
    side.workers.ask((pooled.journey.clone(), Scenario::default(), seed), questions, hear);
}

fn take_in(side: Side, at: usize, report: &Report) {
    let of = |outcome| Goal::ALL.map(|goal| goal.estimate_in(outcome));
    side.today.set(Some(of(&report.today)));
    side.outcomes.update(|all| {
        if let Some(one) = all.get_mut(at) {
            *one = Some(of(report.what_if.as_ref().unwrap_or(&report.today)));
        }
    });
    if side.outcomes.with_untracked(|all| all.iter().all(Option::is_some)) {
        side.workers.let_go();
    }
}

/// What stands beside each other.
#[component]
fn SideBySide(side: Side, class: Arc<Class>) -> impl IntoView {
    let store = use_store();
    let class = StoredValue::new(class);
    let of_class = move || {
        let class = class.get_value();
        (Teller { language: store.language.get(), journey: Arc::new(class.pooled.journey.clone()) }, class)
    };
    let with = move |say: &dyn Fn(&Teller, &Class) -> AnyView| {
        let (teller, class) = of_class();
        say(&teller, &class)
    };
    let failed = RwSignal::new(false);
    let tables = move || {
        let (teller, class) = untrack(of_class);
        side.outcomes.with_untracked(|outcomes| pool::tables(&teller, &class.pooled, outcomes))
    };
    let take_csvs = move |_| {
        tables().iter().for_each(|table| take_csv("kedja", store.language.get_untracked(), table));
    };
    let take_links = move |_| {
        let (teller, class) = untrack(of_class);
        let text = pool::file(&teller, &class.pooled, class.pooled.links(&address::page()));
        let _ = files::offer_as("kedja-class.txt", TEXT, &text);
    };
    let waits = move || side.outcomes.with(|all| all.iter().any(Option::is_none));
    view! {
        <article class="pool">
            <p role="status">{move || with(&|teller, class| pool::found(teller, &class.pooled, class.again).into_any())}</p>
            {move || with(&|teller, class| {
                let beyond = pool::beyond(teller, class.looked, class.beyond);
                beyond.map(|said| view! { <p class="notice">{said}</p> }).into_any()
            })}
            {move || with(&|teller, class| list_of(teller, &class.broken).into_any())}
            {move || with(&|teller, class| levers(teller, &class.pooled).into_any())}
            <h3>{move || say!(store, pool.where_to)}</h3>
            <p class="hint" role="status">
                {move || match (waits(), side.is_broken.get()) {
                    (true, true) => say!(store, pool.stopped).to_owned(),
                    (true, false) => say!(store, pool.counting).to_owned(),
                    (false, _) => say!(store, pool.basis, n = number::count(store.language.get(), CUSTOMERS)),
                }}
            </p>
            {move || with(&|teller, _| outcomes(side, teller).into_any())}
            {move || with(&|teller, class| bets(teller, &class.pooled).into_any())}
            <p class="pool-ways">
                <button class="quiet" on:click=move |_| take_workbook("kedja-pool".to_owned(), &tables(), failed)>
                    {move || say!(store, tables.workbook)}
                </button>
                <button class="quiet" on:click=take_csvs>{move || say!(store, pool.csv)}</button>
                <button class="quiet" on:click=take_links>{move || say!(store, pool.save)}</button>
                <button class="quiet" on:click=move |_| device::print_only("pool")>{move || say!(store, pool.print)}</button>
                <span class="wrong" role="status">{move || failed.get().then(|| say!(store, tables.not_written))}</span>
            </p>
        </article>
    }
}

/// Links that cannot be opened.
fn list_of(teller: &Teller, broken: &[(usize, LinkTrouble)]) -> impl IntoView + use<> {
    let items = broken.iter().map(|(line, why)| view! { <li>{pool::broken(teller, *line, *why)}</li> }).collect_view();
    (!broken.is_empty()).then(|| view! { <ul class="pool-broken">{items}</ul> })
}

fn levers(teller: &Teller, pooled: &Pooled) -> impl IntoView + use<> {
    let heads = pool::heads(teller).map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    let row = |lever| {
        let [name, rest @ ..] = pool::row(teller, pooled, lever);
        view! { <tr><th scope="row">{name}</th>{rest.map(|cell| view! { <td>{cell}</td> }).collect_view()}</tr> }
    };
    let rows = pooled.levers.iter().map(row).collect_view();
    let nothing = pooled.levers.is_empty().then(|| view! { <p class="hint">{say!(teller, pool.nobody)}</p> });
    view! {
        <h3>{say!(teller, pool.levers)}</h3>
        {nothing}
        <div class="pool-table" class:gone=pooled.levers.is_empty()>
            <table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
        <details class="help">
            <summary>{say!(teller, pool.which)}</summary>
            <p>{pool::lines(teller, pooled)}</p>
        </details>
    }
}

/// Each outcome as dots, one for each scenario.
fn outcomes(side: Side, teller: &Teller) -> impl IntoView + use<> {
    let one = |(at, goal): (usize, Goal)| {
        let values: Vec<_> = side.outcomes.with(|all| all.iter().filter_map(|outcome| outcome.as_ref()?[at]).collect());
        let said = pool::outcome(teller, goal, &values)?;
        let today = side.today.with(|today| today.as_ref().and_then(|all| all[at]));
        let numbers: Vec<f64> = values.iter().map(|estimate| estimate.value).collect();
        let drawn = dots(&numbers, today.map(|estimate| estimate.value), WIDTH);
        let name = pool::outcome_name(teller, goal);
        Some(view! {
            <figure class="pool-outcome">
                <figcaption><strong>{name.clone()}</strong>" "<span class="hint">{said.clone()}</span></figcaption>
                {drawing(&drawn, format!("{name}: {said}"), say!(teller, tables.today))}
            </figure>
        })
    };
    Goal::ALL.into_iter().enumerate().filter_map(one).collect_view()
}

/// Room above the dots for the word of today, and below them for the line.
const ABOVE: f64 = 18.0;
const BELOW: f64 = 8.0;

fn drawing(drawn: &Dots, label: String, today: &'static str) -> impl IntoView + use<> {
    let high = drawn.height + ABOVE + BELOW;
    let foot = drawn.height + ABOVE;
    let each = drawn.at.iter().map(|dot| view! { <circle cx=dot.x cy=dot.y + ABOVE r=RADIUS - 0.5/> }).collect_view();
    let mark = |x: f64| view! { <line x1=x x2=x y1=ABOVE - 4.0 y2=foot + BELOW/> };
    let at_today = drawn.today.map(|x| {
        let anchor = if x > WIDTH / 2.0 { "end" } else { "start" };
        view! { <g class="today">{mark(x)}<text x=x y=ABOVE - 7.0 text-anchor=anchor>{today}</text></g> }
    });
    let middle = drawn.middle.map(|x| view! { <g class="middle">{mark(x)}</g> });
    view! {
        <svg viewBox=format!("0 0 {WIDTH} {high}") role="img" aria-label=label>
            <line class="rule" x1=0 x2=WIDTH y1=foot y2=foot/>
            {at_today}{middle}
            <g class="dots">{each}</g>
        </svg>
    }
}

fn bets(teller: &Teller, pooled: &Pooled) -> impl IntoView + use<> {
    let items = pooled.bets.iter().map(|(on, n)| view! { <li>{pool::chips(teller, on, *n)}</li> }).collect_view();
    (!pooled.bets.is_empty()).then(|| view! { <h3>{say!(teller, pool.bets)}</h3><ul class="pool-bets">{items}</ul> })
}
