//! Proposals from the room: named improvements, switched on and off, each with what it does, and all together.

mod draft;
mod fields;
mod form;
mod row;
mod shared;
mod together;
mod unsent;

use super::question::{Printing, Sheet};
use crate::app::{Panel, Proposed, by_worth, proposed};
use crate::model::{Improvement, ImprovementId};
use crate::say;
use crate::ui::platform::device;
use crate::ui::state::{Store, use_store};
use crate::words::{self, gain, number};
use draft::Draft;
use form::Form;
use leptos::prelude::*;
use row::row;
use shared::{Writing, whole};
pub use shared::{effect_class, others_on, whole as whole_worth};
use together::Together;
use unsent::unsent;

#[component]
pub fn Proposals() -> impl IntoView {
    let store = use_store();
    let printing = expect_context::<Printing>();
    // What was being written before a reload goes on; `begun` are its fields, until they stand there.
    let (began, begun) = unsent(store).unzip();
    let (writing, begun) = (RwSignal::new(began.unwrap_or(Writing::Nothing)), StoredValue::new(begun));
    let sorted = RwSignal::new(false);
    let all = Memo::new(move |_| store.work.with(|w| w.proposals().cloned().collect::<Vec<_>>()));
    let known =
        Memo::new(move |_| all.get().iter().map(|p| (p.id.clone(), proposal_worth(store, p))).collect::<Vec<_>>());
    // A proposal that undo took away is not written on.
    Effect::new(move |_| {
        let there = |id: &ImprovementId| all.with(|all| all.iter().any(|p| p.id == *id));
        if matches!(writing.get(), Writing::Changing(id) if !there(&id)) {
            writing.set(Writing::Nothing);
        }
    });
    let order = move || {
        if sorted.get() { known.with(|k| by_worth(k)) } else { all.with(|a| a.iter().map(|p| p.id.clone()).collect()) }
    };
    let rows = move || {
        let of = |id: ImprovementId| all.with(|all| all.iter().find(|p| p.id == id).cloned());
        order().into_iter().filter_map(of).map(|p| row(store, p, known, writing)).collect_view()
    };
    let is_empty = move || all.with(Vec::is_empty);
    let several = Memo::new(move |_| all.with(|a| a.len() > 1));
    let form = move || {
        let begun = begun.try_update_value(Option::take).flatten();
        let draft = match (writing.get(), begun) {
            (Writing::Nothing, _) => return None,
            (_, Some(begun)) => begun,
            (Writing::New, None) => Draft::new(store),
            (Writing::Changing(id), None) => Draft::of(store, all.get_untracked().iter().find(|p| p.id == id)?),
        };
        Some(view! { <Form draft=draft writing=writing/> })
    };
    let write = move |_| {
        writing.set(Writing::New);
        device::focus_soon(form::NAME_ID);
    };
    let why = move || {
        vec![
            say!(store, proposals.why).to_owned(),
            say!(store, proposals.why_split).to_owned(),
            say!(store, proposals.why_per).to_owned(),
        ]
    };
    let printed = move || {
        let journey = store.journey.with(|j| j.name.get(store.code()).to_owned());
        say!(store, proposals.printed, journey = journey)
    };
    view! {
        <p class="printed">{printed}</p>
        <Sheet panel=Panel::Proposals class="sheet proposals" name=Signal::derive(move || say!(store, proposals.name).to_owned())
            finding=Signal::derive(move || Some(finding(store, &all.get())))
            sure=Signal::derive(move || if is_empty() { String::new() } else { sure(store) }) why=Signal::derive(why)
        >
            {move || is_empty().then(|| view! { <p class="hint">{say!(store, proposals.empty)}</p> })}
            {move || (!is_empty()).then(|| view! { <p class="hint">{gain::counted_in(&store.teller(), store.agenda.with(|a| a.goal))}</p> })}
            {move || several.get().then(|| view! { <Order sorted=sorted/> })}
            <ul class="proposed">{rows}</ul>
            <Together all=all/>
            {form}
            <p class="tools">
                <button id="add-proposal" class="firm" on:click=write disabled=move || writing.get() != Writing::Nothing>
                    {move || say!(store, proposals.add)}
                </button>
                <button class="plain" disabled=is_empty on:click=move |_| printing.print_only(Panel::Proposals)>{move || say!(store, proposals.print)}</button>
            </p>
        </Sheet>
    }
}

#[component]
fn Order(sorted: RwSignal<bool>) -> impl IntoView {
    let store = use_store();
    let one = move |by_worth: bool| {
        let words = move || if by_worth { say!(store, proposals.by_worth) } else { say!(store, proposals.as_made) };
        view! {
            <button class="plain" aria-pressed=move || (sorted.get() == by_worth).to_string()
                on:click=move |_| sorted.set(by_worth)
            >
                {words}
            </button>
        }
    };
    view! {
        <p class="order" role="group" aria-label=move || say!(store, proposals.order)>
            <span aria-hidden="true">{move || say!(store, proposals.order)}</span> {one(false)} {one(true)}
        </p>
    }
}

/// What a proposal does by itself, for everybody.
pub fn proposal_worth(store: Store, proposal: &Improvement) -> Proposed {
    let (report, goal) = (store.newest(), store.agenda.with(|a| a.goal));
    store.work.with(|w| store.answers.effects.with(|e| proposed(w, proposal, goal, e, report.as_deref())))
}

fn finding(store: Store, all: &[Improvement]) -> String {
    let (teller, goal) = (store.teller(), store.agenda.with(|a| a.goal));
    let others = others_on(store, all.iter().filter(|p| !p.off).count());
    words::proposals::finding(&teller, goal, all, others, whole(store).as_ref())
}

fn sure(store: Store) -> String {
    let customers = store.answers.everybody.get().map_or(0, |r| r.customers);
    say!(store, proposals.sure, n = number::count(store.language.get(), customers))
}
