//! Pictures of the charts: all that the page can draw, whether or not somebody has looked at them, and the ranking, which is a
//! table elsewhere.

use super::ranked;
use crate::app::Place;
use crate::say;
use crate::ui::places::journey::unfolded;
use crate::ui::platform::picture::{Chart, picture};
use crate::ui::state::{Store, use_store};
use crate::words::{self, number};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

/// Charts that say what they show.
const CHARTS: &str = "main:not(.share-place) svg[role=img][aria-label][viewBox], .unfolded svg[role=img][aria-label][viewBox], .ranked-picture";
/// The chain: what is drawn, and the words over it.
const CHAIN: [&str; 2] = [".chain-stage > svg.chain:not(.over)", ".chain-stage > svg.chain.over"];
/// What a chart stands in, and the finding there.
const FOUND: [(&str, &str); 3] = [
    ("section.question", "h2 .finding"),
    ("figure.retention, figure.emotion", "figcaption h2"),
    ("figure.track", "figcaption"),
];

/// A chart that can be taken away.
#[derive(Clone, PartialEq)]
struct Taken {
    chart: Chart,
    /// The name of its file without its ending.
    file: String,
}

#[component]
pub fn Pictures() -> impl IntoView {
    let store = use_store();
    let list = RwSignal::new_local(Vec::<Taken>::new());
    let look = move || {
        let now = untrack(|| taken(store));
        if list.try_with_untracked(|before| *before != now).unwrap_or(false) {
            list.set(now);
        }
    };
    let is_here = Memo::new(move |_| store.place.get() == Place::Share);
    Effect::new(move |_| {
        if !is_here.get() {
            return;
        }
        // What they show is drawn anew with each figure, and stands on the page a frame later.
        store.answers.everybody.track();
        store.answers.findings.track();
        store.answers.trying.track();
        store.answers.calendar.track();
        store.language.track();
        request_animation_frame(look);
    });
    // What is drawn anew leaves its buttons where they are, under whatever hand is on them.
    let files = move || list.with(|list| list.iter().map(|taken| taken.file.clone()).collect::<Vec<_>>());
    view! {
        // What draws may itself have come late.
        <section class="share-part" aria-labelledby="share-pictures" on:pointerenter=move |_| look() on:focusin=move |_| look()>
            <h2 id="share-pictures">{move || say!(store, pictures.title)}</h2>
            <p class="hint">{move || say!(store, pictures.lead)}</p>
            <div hidden>{move || is_here.get().then(|| unseen(store))}</div>
            <div hidden>{move || is_here.get().then(|| ranked::drawn(store))}</div>
            <ul class="pictures">
                <For each=files key=|file| file.clone() children=move |file| one(store, list, file)/>
            </ul>
        </section>
    }
}

/// What the journey's page draws where somebody unfolds it, drawn though nobody has.
fn unseen(store: Store) -> impl IntoView {
    Effect::new(move |_| {
        let next = store.answers.calendar.with(|known| known.as_ref().map_or(0, |known| known.customers_per_period));
        // Where they are unfolded they are asked about there.
        if !store.session.with(|session| session.dashboards) {
            store.ask_calendar(next);
        }
    });
    view! { <div class="unfolded">{unfolded()}</div> }
}

fn elements(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|n| found.get(n)?.dyn_into().ok()).collect()
}

fn taken(store: Store) -> Vec<Taken> {
    let chain: Vec<Element> = CHAIN.iter().flat_map(|selector| elements(selector)).collect();
    let name = store.teller().named(&store.journey.get().name);
    let title = say!(store, pictures.chain, journey = name);
    let chain = (chain.len() == CHAIN.len()).then(|| Taken {
        chart: Chart { drawn: chain, title, under: None, legend: Vec::new() },
        file: "chain".to_owned(),
    });
    let mut all: Vec<Taken> = chain.into_iter().collect();
    let is_covered = store.agenda.with(|agenda| agenda.is_covered);
    for svg in elements(CHARTS) {
        // While the room bets, what is covered is covered here too.
        if is_covered && is_of_a_question(&svg) {
            continue;
        }
        let (name, chart) = (name_of(&svg), chart(svg));
        // What somebody has unfolded too is there twice.
        if all.iter().any(|taken| taken.chart.title == chart.title) {
            continue;
        }
        let is_free = |file: &String| all.iter().all(|taken| taken.file != *file);
        let numbered = (2..).map(|n| format!("{name}-{n}"));
        let file = std::iter::once(name.clone()).chain(numbered).find(is_free).unwrap_or_default();
        all.push(Taken { chart, file });
    }
    all
}

fn is_of_a_question(svg: &Element) -> bool {
    svg.closest("section.question").is_ok_and(|frame| frame.is_some())
}

/// What a chart's file is called: by the question that it answers, or by its kind.
fn name_of(svg: &Element) -> String {
    let frame = |what: &str| svg.closest(what).ok().flatten();
    let question = frame("section.question").and_then(|question| question.query_selector("h2[id]").ok().flatten());
    let kind = frame("figure[class]").unwrap_or_else(|| svg.clone()).get_attribute("class").unwrap_or_default();
    match question {
        Some(heading) => heading.id().trim_end_matches("-title").to_owned(),
        None => kind.split(' ').next().unwrap_or_default().to_owned(),
    }
}

/// A chart with the finding that it stands under. Where it has none, what it says of itself is its title.
fn chart(svg: Element) -> Chart {
    let said = svg.get_attribute("aria-label").unwrap_or_default();
    let words_of = |around: &Element, what: &str| {
        let found = around.query_selector(what).ok()??.text_content()?;
        let found = found.trim();
        (!found.is_empty()).then(|| found.to_owned())
    };
    let found = FOUND.iter().find_map(|(frame, finding)| {
        let frame = svg.closest(frame).ok()??;
        // What an axis counts may stand beside the drawing.
        Some((words_of(&frame, finding)?, words_of(&frame, ".axis")))
    });
    let legend = svg.parent_element().map_or_else(Vec::new, |around| {
        let items = around.query_selector_all(":scope > ul > li").ok();
        let item = |n| {
            let item: Element = items.as_ref()?.get(n)?.dyn_into().ok()?;
            Some((item.query_selector("svg").ok()??, item.text_content()?.trim().to_owned()))
        };
        (0..items.as_ref().map_or(0, |items| items.length())).filter_map(item).collect()
    });
    let (title, under) = match found {
        // Marks say it where there are some.
        Some((finding, _)) if !legend.is_empty() => (finding, None),
        Some((finding, axis)) => {
            (finding, Some([Some(said), axis].into_iter().flatten().collect::<Vec<_>>().join(" · ")))
        }
        None => (said, None),
    };
    Chart { drawn: vec![svg], title, under, legend }
}

fn one(store: Store, list: RwSignal<Vec<Taken>, LocalStorage>, file: String) -> impl IntoView {
    let failed = RwSignal::new(false);
    let file = StoredValue::new(file);
    let its = move |taken: &&Taken| file.with_value(|file| taken.file == *file);
    let take = move |is_png: bool| {
        // As it is drawn now.
        let Some(taken) = untrack(|| taken(store)).into_iter().find(|taken| its(&taken)) else { return };
        let journey = store.journey.with_untracked(|journey| journey.id.clone());
        let name = format!("{journey}-{}", taken.file);
        let source = untrack(|| source(store));
        failed.set(false);
        spawn_local(async move {
            let Some(picture) = picture(&taken.chart, &source).await else { return failed.set(true) };
            if is_png {
                failed.set(picture.offer_png(&format!("{name}.png")).await.is_err());
            } else {
                picture.offer_svg(&format!("{name}.svg"));
            }
        });
    };
    let title =
        move || list.with(|list| list.iter().find(its).map_or_else(String::new, |taken| taken.chart.title.clone()));
    let label = move |kind: &'static str| say!(store, pictures.label, kind = kind, title = title());
    view! {
        <li>
            <span class="picture-title">{title}</span>
            <button class="quiet" aria-label=move || label(say!(store, pictures.svg)) on:click=move |_| take(false)>
                {move || say!(store, pictures.svg)}
            </button>
            <button class="quiet" aria-label=move || label(say!(store, pictures.png)) on:click=move |_| take(true)>
                {move || say!(store, pictures.png)}
            </button>
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
