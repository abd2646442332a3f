//! The ways on from a touchpoint, each with its share; what is missing to everybody drops out there.

use super::super::adding::new_touchpoint;
use super::super::desk::use_desk;
use super::super::marks::LEAD_ON;
use super::super::text::{Choose, Figure, told};
use crate::model::edit::{Edit, Spot};
use crate::model::{Field, LinkId, PartId, Role, Stage};
use crate::say;
use crate::words::typed::Misread;
use crate::words::{building, number};
use leptos::prelude::*;

/// Less than this is nobody.
const NOBODY: f64 = 1e-6;

#[component]
pub fn Ways(link: LinkId) -> impl IntoView {
    let desk = use_desk();
    let ways = {
        let link = link.clone();
        Memo::new(move |_| {
            let out = |j: &crate::model::Journey| {
                j.handovers.iter().filter(|h| h.from == link).map(|h| h.id.clone()).collect::<Vec<_>>()
            };
            desk.whole.with(|j| out(j))
        })
    };
    let rest = {
        let link = link.clone();
        move || {
            let (sum, is_before, buys) = desk.whole.with(|j| {
                let sum: f64 = j.handovers.iter().filter(|h| h.from == link).map(|h| h.share).sum();
                let touchpoint = j.touchpoint(&link);
                let is_before = touchpoint.and_then(|t| j.stage(&t.phase)) == Some(Stage::Before);
                (sum, is_before, touchpoint.is_some_and(|t| t.role == Role::Purchase))
            });
            match (is_before && !buys, sum) {
                (true, sum) if 1.0 - sum > NOBODY => {
                    let share = number::short_percent(desk.store.language.get(), 1.0 - sum);
                    Some(view! { <p class="hint">{say!(desk, build.form.ways_rest, share = share)}</p> }.into_any())
                }
                (false, 0.0) => Some(view! { <p class="hint">{say!(desk, build.form.ways_none)}</p> }.into_any()),
                _ => None,
            }
        }
    };
    // What is drawn is never more than everybody; that the shares are more is a problem, said in words.
    let bar = {
        let link = link.clone();
        let shares = Memo::new(move |_| {
            let of = |j: &crate::model::Journey| {
                j.handovers.iter().filter(|h| h.from == link).map(|h| h.share).collect::<Vec<f64>>()
            };
            desk.whole.with(|j| of(j))
        });
        move || {
            let shares = shares.get();
            let all = shares.iter().sum::<f64>().max(1.0);
            let part = |share: &f64| view! { <span style:flex-grow=(share / all).to_string()></span> };
            let parts = shares.iter().map(part).collect_view();
            let rest = 1.0 - shares.iter().sum::<f64>() / all;
            let rest = (rest > NOBODY).then(|| view! { <span class="rest" style:flex-grow=rest.to_string()></span> });
            (!shares.is_empty()).then(|| view! { <div class="ways-bar" aria-hidden="true">{parts}{rest}</div> })
        }
    };
    view! {
        <h3>{move || say!(desk, build.form.ways)}</h3>
        {bar}
        <ul class="form-ways">
            <For each=move || ways.get() key=LinkId::clone let:way>
                <Way way=way/>
            </For>
        </ul>
        {rest}
        <LeadOn link=link/>
    }
}

#[component]
fn Way(way: LinkId) -> impl IntoView {
    let desk = use_desk();
    let misread = RwSignal::new(None::<Misread>);
    let part = PartId::Handover(way.clone());
    let to = {
        let way = way.clone();
        Memo::new(move |_| {
            let to = desk.whole.with(|j| j.handover(&way).map(|h| h.to.clone()));
            to.map(|to| desk.teller().link_name(&to)).unwrap_or_default()
        })
    };
    let wrong = {
        let part = part.clone();
        move || misread.get().map(|why| told(desk, &part, Field::Share, &why))
    };
    let nobody = {
        let way = way.clone();
        let is_taken = Memo::new(move |_| desk.whole.with(|j| j.handover(&way).is_some_and(|h| h.share > 0.0)));
        move || (!is_taken.get()).then(|| view! { <span class="hint">{say!(desk, build.form.way_nobody)}</span> })
    };
    let (opens, goes) = (part.clone(), part.clone());
    let on = way.clone();
    view! {
        <li>
            <button class="plain" aria-label=move || say!(desk, build.form.way_open, name = to.get())
                on:click=move |_| desk.choose(opens.clone())
            >
                {move || to.get()}
            </button>
            <Figure part=part field=Field::Share misread=misread
                label=Signal::derive(move || say!(desk, build.form.way_share, name = to.get()))/>
            <button class="plain" on:click=move |_| new_touchpoint(desk, Spot::On(on.clone()))>
                {move || say!(desk, build.form.on_way)}
            </button>
            <button class="plain" aria-label=move || say!(desk, build.form.way_remove, name = to.get())
                on:click=move |_| desk.act(&Edit::Remove(goes.clone()))
            >
                {move || say!(desk, build.table.remove)}
            </button>
            <span class="wrong" role="alert">{wrong}</span>
            {nobody}
        </li>
    }
}

/// Joins the touchpoint with another one.
#[component]
fn LeadOn(link: LinkId) -> impl IntoView {
    let desk = use_desk();
    let ends = {
        let link = link.clone();
        Memo::new(move |_| desk.whole.with(|j| building::ends_for(j, &link)))
    };
    let options = move || {
        let teller = desk.teller();
        let first = (String::new(), say!(desk, build.form.way_choose).to_owned());
        let all = ends.get().into_iter().map(|end| (end.to_string(), teller.link_name(&end)));
        std::iter::once(first).chain(all).collect::<Vec<_>>()
    };
    let take = Callback::new(move |end: String| {
        if !end.is_empty() {
            desk.act(&Edit::Connect { from: link.clone(), to: LinkId(end) });
        }
    });
    let label = Signal::derive(move || say!(desk, build.form.way_add).to_owned());
    move || {
        (!ends.with(Vec::is_empty)).then(|| {
            view! {
                <label class="form-lead">
                    <span class="form-name">{label}</span>
                    <Choose label=label options=Signal::derive(options) value=Signal::derive(String::new) take=take id=LEAD_ON/>
                </label>
            }
        })
    }
}
