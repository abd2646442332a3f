//! What the calendar needs to know and nothing else does: when the change begins, how many arrive, how far word of
//! mouth reaches.

use crate::app::Command;
use crate::model::defaults::MAX_ARRIVALS;
use crate::say;
use crate::ui::state::use_store;
use crate::ui::widgets::Slider;
use crate::ui::widgets::TypedField;
use crate::words::typed::{Misread, NumberKind};
use crate::words::{self, unit};
use leptos::prelude::*;

#[component]
pub fn Controls() -> impl IntoView {
    let store = use_store();
    let horizon = move || store.journey.with(|j| j.horizon);
    let start_kind = move || NumberKind::whole(store.language.get(), (0.0, horizon().into()));
    let start = move || start_kind().write(store.work.with(|w| w.scenario.start.into()));
    let read_start = Callback::new(move |typed: String| {
        untrack(start_kind).read(&typed).map(|start| Command::SetStart(start as u16))
    });
    let own = move || store.journey.with(|j| j.market.arrivals);
    let kind = move || NumberKind::customers(store.language.get(), MAX_ARRIVALS);
    let arrivals = move || kind().write(store.work.with(|w| w.scenario.arrivals).unwrap_or_else(own));
    let arrivals_today = move || {
        let changed = store.work.with(|w| w.scenario.arrivals.is_some());
        if changed { say!(store, world.price_today, amount = kind().write(own())) } else { String::new() }
    };
    let read_arrivals =
        Callback::new(move |typed: String| untrack(kind).read(&typed).map(|all| Command::SetArrivals(Some(all))));
    view! {
        <div class="calendar-controls" role="group" aria-label=move || say!(store, dashboards.controls)>
            <TypedField
                label=Signal::derive(move || say!(store, dashboards.start_field, period = unit::period(&store.teller())))
                after=Signal::derive(String::new)
                hint=Signal::derive(move || say!(store, dashboards.start_hint).to_owned())
                told=Callback::new(move |why: Misread| start_kind().told(&why))
                value=Signal::derive(start) read=read_start
            />
            <TypedField
                label=Signal::derive(move || say!(store, dashboards.arrivals_field, period = unit::period(&store.teller())))
                after=Signal::derive(String::new)
                hint=Signal::derive(arrivals_today)
                told=Callback::new(move |why: Misread| kind().told(&why))
                value=Signal::derive(arrivals) read=read_arrivals
            />
            <Echo/>
        </div>
    }
}

#[component]
fn Echo() -> impl IntoView {
    let store = use_store();
    let today = Signal::derive(move || store.journey.with(|j| j.market.echo));
    let echo = Signal::derive(move || store.work.with(|w| w.scenario.echo).unwrap_or_else(|| today.get()));
    let words = Signal::derive(move || words::dashboards::echo(store.language.get(), today.get(), echo.get()));
    let name = Signal::derive(move || say!(store, dashboards.echo).to_owned());
    let set = Callback::new(move |value: f64| store.run(Command::SetEcho(Some(value))));
    view! {
        <div class="field strain">
            <span class="field-name" aria-hidden="true">{name}</span>
            <Slider label=name value=echo today=today words=words set=set/>
            <span class="hint" aria-hidden="true">{words}</span>
        </div>
    }
}
