//! Two dashboards: what the company sees beside what is so, by calendar period; and how long a repair takes to be seen
//! in what is reported.

mod controls;
mod track;

use crate::app::{Command, Dashboards, cause, chafes, dashboards};
use crate::say;
use crate::ui::platform::sheet;
use crate::ui::platform::width::room_of;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{NotFetched, later, marked};
use crate::words::{self, Teller, dashboards::DashboardFigure, unit};
use controls::Controls;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use std::sync::Arc;
use track::track;

/// Both dashboards, and what opens and closes them.
#[component]
pub fn DashboardsPanel() -> impl IntoView {
    let store = use_store();
    let open = Memo::new(move |_| store.session.with(|s| s.dashboards));
    Effect::new(move |_| {
        let next = store.answers.calendar.with(|c| c.as_ref().map_or(0, |c| c.customers_per_period));
        if open.get() {
            store.ask_calendar(next);
        }
    });
    let body = move || {
        open.get().then(|| {
            later(|| {
                Box::pin(async {
                    sheet::later().await;
                    both().await
                })
            })
        })
    };
    view! {
        <section class="dashboards">
            <button class="dashboards-open" aria-expanded=move || open.get().to_string()
                on:click=move |_| store.run(Command::ShowDashboards(!open.get_untracked()))
            >
                {move || say!(store, dashboards.open)}
            </button>
            {body}
        </section>
    }
}

#[wasm_split(details, fallible, wasm_split_path = ::leptos::wasm_split)]
fn both() -> Result<fn() -> AnyView, NotFetched> {
    Ok(|| view! { <BothDashboards/> }.into_any())
}

/// Both, side by side where there is room.
#[component]
pub fn BothDashboards() -> impl IntoView {
    let store = use_store();
    let frame: NodeRef<html::Div> = NodeRef::new();
    let (width, _) = room_of(frame, 500.0);
    let shown = Memo::new(move |_| {
        let calendar = store.answers.calendar.get()?;
        store.work.with(|w| dashboards(w, &calendar)).map(Arc::new)
    });
    let column = move |figures: &'static [DashboardFigure]| {
        move || {
            let both = shown.get()?;
            Some(figures.iter().map(|figure| track(store, *figure, &both, width.get())).collect_view())
        }
    };
    let say_it =
        move |words: fn(&Teller, &Dashboards) -> String| move || shown.get().map(|both| words(&store.teller(), &both));
    let alone = move || {
        let name = store.persona.get().map(|persona| store.persona_name(&persona))?;
        Some(say!(store, dashboards.everybody, name = name))
    };
    let waiting = move || shown.with(Option::is_none).then(|| say!(store, dashboards.waiting));
    view! {
        <Controls/>
        <p class="hint">{waiting}</p>
        <div class="dashboards-two">
            <div class="dashboard" node_ref=frame>
                <p class="dashboard-name">{move || say!(store, dashboards.sees)}</p>
                <h2>{move || shown.get().map(|both| lag(store, &both))}</h2>
                <p class="dashboard-under">{say_it(words::dashboards::band)}</p>
                <div>
                    {column(&[DashboardFigure::Complaints, DashboardFigure::Churn])}
                    <p class="dashboard-axis">{move || unit::from_now(&store.teller())}</p>
                </div>
            </div>
            <div class="dashboard">
                <p class="dashboard-name">{move || say!(store, dashboards.is_so)}</p>
                <h2>{say_it(words::dashboards::silent)}</h2>
                <p class="dashboard-under">{say_it(words::dashboards::doubting)}</p>
                <div>
                    {column(&[DashboardFigure::Failures, DashboardFigure::Doubt, DashboardFigure::Customers])}
                    <p class="dashboard-axis">{move || unit::from_now(&store.teller())}</p>
                </div>
            </div>
        </div>
        <div class="word-of-mouth">
            <p class="dashboard-name">{move || say!(store, dashboards.mouth_name)}</p>
            <h2>{say_it(words::dashboards::mouth)}</h2>
            <p class="dashboard-under">{say_it(words::dashboards::who_tells)}</p>
            {column(&[DashboardFigure::Arrived])}
        </div>
        <Chafing/>
        <p class="hint">{say_it(words::dashboards::based)}" "{alone}</p>
    }
}

/// What the inbox shows, beside where it chafes and where people are lost.
#[component]
fn Chafing() -> impl IntoView {
    let store = use_store();
    move || {
        let report = store.report.get()?;
        let found = store.work.with(|work| chafes(work, &report));
        let teller = store.teller();
        Some(view! {
            <p class="louder">{words::way::louder(&teller, &found)}</p>
            <dl class="chafing">
                <dt>{say!(store, way.inbox)}</dt>
                <dd>{words::way::counted(&teller, &found.inbox)}</dd>
                <dt>{say!(store, way.chafes)}</dt>
                <dd>{words::way::shared(&teller, &found.chafes)}</dd>
                <dt>{say!(store, way.lost)}</dt>
                <dd>{words::way::counted(&teller, &found.lost)}</dd>
            </dl>
            <p class="left-over">{words::left_over::sentence(&teller, found.left_over)}</p>
        })
    }
}

/// How long a change takes to be seen.
fn lag(store: Store, both: &Dashboards) -> Vec<AnyView> {
    let cause = store.work.with(cause);
    marked(&words::dashboards::lag(&store.teller(), both, cause.as_ref()), "")
}
