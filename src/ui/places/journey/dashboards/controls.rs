//! What the calendar needs to know and nothing else does: when the change begins, how many arrive, how far word of
//! mouth reaches.

use crate::app::{Command, parse_amount, parse_whole};
use crate::say;
use crate::ui::state::use_store;
use crate::ui::widgets::Slider;
use crate::ui::widgets::TypedField;
use crate::words::{self, number, unit};
use leptos::prelude::*;

#[component]
pub fn Controls() -> impl IntoView {
    let store = use_store();
    let horizon = move || store.journey.with(|j| j.horizon);
    let start = move || store.work.with(|w| number::whole(store.language.get(), w.scenario.start.into()));
    let set_start = Callback::new(move |typed: String| {
        let start = parse_whole(&typed).and_then(|n| u16::try_from(n).ok()).filter(|n| *n <= horizon());
        if let Some(start) = start {
            store.run(Command::SetStart(start));
            store.run(Command::LetGo);
        }
        start.is_some()
    });
    let own = move || store.journey.with(|j| j.market.arrivals);
    let arrivals = move || {
        let now = store.work.with(|w| w.scenario.arrivals).unwrap_or_else(own);
        number::whole(store.language.get(), now)
    };
    let arrivals_today = move || {
        let changed = store.work.with(|w| w.scenario.arrivals.is_some());
        let today = number::whole(store.language.get(), own());
        if changed { say!(store, world.price_today, amount = today) } else { String::new() }
    };
    let set_arrivals = Callback::new(move |typed: String| {
        let arrivals = parse_amount(&typed.replace(['.', ','], ""), "");
        if let Some(arrivals) = arrivals {
            store.run(Command::SetArrivals(Some(arrivals)));
            store.run(Command::LetGo);
        }
        arrivals.is_some()
    });
    view! {
        <div class="calendar-controls" role="group" aria-label=move || say!(store, dashboards.controls)>
            <TypedField
                label=Signal::derive(move || say!(store, dashboards.start_field, period = unit::period(&store.teller())))
                after=Signal::derive(String::new)
                hint=Signal::derive(move || say!(store, dashboards.start_hint).to_owned())
                wrong=Signal::derive(move || {
                    say!(store, dashboards.start_wrong, n = number::count(store.language.get(), horizon().into()))
                })
                value=Signal::derive(start) set=set_start
            />
            <TypedField
                label=Signal::derive(move || say!(store, dashboards.arrivals_field, period = unit::period(&store.teller())))
                after=Signal::derive(String::new)
                hint=Signal::derive(arrivals_today)
                wrong=Signal::derive(move || say!(store, dashboards.arrivals_wrong).to_owned())
                value=Signal::derive(arrivals) set=set_arrivals
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
