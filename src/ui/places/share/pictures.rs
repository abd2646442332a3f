//! Pictures of the charts that have been looked at.

use crate::app::Place;
use crate::say;
use crate::ui::platform::picture::picture;
use crate::ui::state::{Store, use_store};
use crate::words::{self, number};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

/// Charts that say what they show.
const CHARTS: &str = "main:not(.share-place) svg[role=img][aria-label][viewBox]";
/// The chain: what is drawn, and the words over it.
const CHAIN: [&str; 2] = [".chain-stage > svg.chain:not(.over)", ".chain-stage > svg.chain.over"];

/// A chart that can be taken away.
#[derive(Clone)]
struct Chart {
    title: String,
    /// That lie on each other.
    drawn: Vec<Element>,
    /// The name of its file without its ending.
    file: String,
}

#[component]
pub fn Pictures() -> impl IntoView {
    let store = use_store();
    let list = move || {
        if store.place.get() != Place::Share {
            return ().into_any();
        }
        // What they show is drawn anew with each figure.
        store.answers.everybody.track();
        let items = charts(store).into_iter().map(|chart| one(store, chart)).collect_view();
        view! { <ul class="pictures">{items}</ul> }.into_any()
    };
    view! {
        <section class="share-part" aria-labelledby="share-pictures">
            <h2 id="share-pictures">{move || say!(store, pictures.title)}</h2>
            <p class="hint">{move || say!(store, pictures.lead)}</p>
            {list}
        </section>
    }
}

fn elements(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|n| found.get(n)?.dyn_into().ok()).collect()
}

fn charts(store: Store) -> Vec<Chart> {
    let chain: Vec<Element> = CHAIN.iter().flat_map(|selector| elements(selector)).collect();
    let name = store.teller().named(&store.journey.get().name);
    let chain = (chain.len() == CHAIN.len()).then(|| Chart {
        title: say!(store, pictures.chain, journey = name),
        drawn: chain,
        file: "chain".to_owned(),
    });
    let others = elements(CHARTS).into_iter().enumerate().map(|(n, svg)| Chart {
        title: svg.get_attribute("aria-label").unwrap_or_default(),
        drawn: vec![svg],
        file: format!("chart-{}", n + 1),
    });
    chain.into_iter().chain(others).collect()
}

fn one(store: Store, chart: Chart) -> impl IntoView {
    let failed = RwSignal::new(false);
    let take = move |chart: Chart, is_png: bool| {
        let journey = store.journey.with_untracked(|journey| journey.id.clone());
        let name = format!("{journey}-{}", chart.file);
        let source = untrack(|| source(store));
        failed.set(false);
        spawn_local(async move {
            let Some(picture) = picture(&chart.drawn, &chart.title, &source).await else { return failed.set(true) };
            if is_png {
                failed.set(picture.offer_png(&format!("{name}.png")).await.is_err());
            } else {
                picture.offer_svg(&format!("{name}.svg"));
            }
        });
    };
    let title = chart.title.clone();
    let (svg, png) = (StoredValue::new_local(chart.clone()), StoredValue::new_local(chart));
    let label = |kind: &'static str| say!(store, pictures.label, kind = kind, title = title.clone());
    view! {
        <li>
            <span class="picture-title">{title.clone()}</span>
            <button class="quiet" aria-label=label(say!(store, pictures.svg)) on:click=move |_| take(svg.get_value(), false)>{say!(store, pictures.svg)}</button>
            <button class="quiet" aria-label=label(say!(store, pictures.png)) on:click=move |_| take(png.get_value(), true)>{say!(store, pictures.png)}</button>
            <span class="hint" role="status">{move || failed.get().then(|| say!(store, pictures.failed))}</span>
        </li>
    }
}

/// Where a picture comes from.
fn source(store: Store) -> String {
    let customers = store.newest().map_or(0, |report| report.customers);
    let seed = store.work.with(|work| work.seed);
    let name = store.teller().named(&store.journey.get().name);
    let version = words::about::version(store.language.get(), crate::analysis::MODEL_VERSION);
    let customers = number::count(store.language.get(), customers);
    say!(store, pictures.source, journey = name, customers = customers, seed = seed, version = version)
}
