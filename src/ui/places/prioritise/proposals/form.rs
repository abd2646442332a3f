//! The fields of a proposal, and what is wrong with them.

use super::draft::Draft;
use super::fields::{ChangeFields, MORE_ID};
use super::shared::Writing;
use super::unsent::keep_unsent;
use crate::app::{Command, Fault, LONGEST_NAME, MOST_CHANGES, Proposal};
use crate::model::{ImprovementId, Owner, OwnerId};
use crate::say;
use crate::ui::platform::device;
use crate::ui::state::use_store;
use crate::words::{self, unit};
use leptos::prelude::*;

/// Where one begins to write.
pub const NAME_ID: &str = "proposal-name";

/// A new proposal, or one that is changed; what is wrong with it is told when it is saved.
#[component]
pub fn Form(draft: Draft, writing: RwSignal<Writing>) -> impl IntoView {
    let store = use_store();
    let faults = RwSignal::new(Vec::<Fault>::new());
    let id = match writing.get_untracked() {
        Writing::Changing(id) => Some(id),
        _ => None,
    };
    let is_new = id.is_none();
    keep_unsent(store, id.clone(), draft);
    let close = move || {
        writing.set(Writing::Nothing);
        device::focus_soon("add-proposal");
    };
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let proposal = untrack(|| draft.read(&store.teller()));
        let wrong = store.work.with_untracked(|w| w.faults(id.as_ref(), &proposal));
        if wrong.is_empty() {
            store.run(said(id.clone(), proposal));
            close();
        } else {
            faults.set(wrong);
        }
    };
    Effect::new(move |_| {
        store.journey.track();
        draft.keep_to(&untrack(|| store.teller()));
    });
    let title = move || if is_new { say!(store, proposals.new_title) } else { say!(store, proposals.change_title) };
    let each = move || {
        let all = draft.changes.get();
        let alone = all.len() < 2;
        all.into_iter()
            .enumerate()
            .map(|(n, c)| view! { <ChangeFields n=n change=c draft=draft alone=alone/> })
            .collect_view()
    };
    let told = move || {
        let teller = store.teller();
        let proposal = draft.read(&teller);
        faults
            .get()
            .into_iter()
            .map(|f| view! { <li>{words::proposals::fault(&teller, &proposal, f, draft.misread(&teller, f))}</li> })
            .collect_view()
    };
    let full = move || draft.changes.with(Vec::len) >= MOST_CHANGES;
    let one_more = move |_| {
        if !untrack(full) {
            draft.one_more();
        }
    };
    let cost_unit = move || unit::effort_unit(&store.teller());
    view! {
        <form class="proposal-form" on:submit=save aria-labelledby="proposal-form-title">
            <h3 id="proposal-form-title">{title}</h3>
            <div class="fields">
                <label class="wide">
                    <span>{move || say!(store, proposals.field_name)}</span>
                    <input id=NAME_ID type="text" class="text" maxlength=LONGEST_NAME.to_string() autocomplete="off"
                        prop:value=draft.name on:input=move |e| draft.name.set(event_target_value(&e))/>
                </label>
                <label>
                    <span>{move || say!(store, proposals.field_owner)}</span>
                    <Owners owner=draft.owner/>
                </label>
                <label>
                    <span>{move || say!(store, proposals.field_effort)} " " {cost_unit}</span>
                    <input type="text" class="text short" inputmode="decimal" autocomplete="off" aria-describedby="proposal-cost"
                        prop:value=draft.effort on:input=move |e| draft.effort.set(event_target_value(&e))/>
                    <span class="hint" id="proposal-cost">{move || say!(store, proposals.field_effort_hint)}</span>
                </label>
            </div>
            {each}
            <p><button id=MORE_ID type="button" class="plain" aria-disabled=move || full().to_string() on:click=one_more>{move || say!(store, proposals.more)}</button></p>
            <div role="alert"><ul class="wrong">{told}</ul></div>
            <p class="tools">
                <button type="submit" class="firm">{move || say!(store, proposals.save)}</button>
                <button type="button" class="plain" on:click=move |_| close()>{move || say!(store, proposals.cancel)}</button>
            </p>
        </form>
    }
}

fn said(id: Option<ImprovementId>, proposal: Proposal) -> Command {
    match id {
        Some(id) => Command::SetProposal { id, proposal },
        None => Command::AddProposal(proposal),
    }
}

#[component]
fn Owners(owner: RwSignal<Option<OwnerId>>) -> impl IntoView {
    let store = use_store();
    let choose = move |event: web_sys::Event| {
        let chosen = event_target_value(&event);
        owner.set((!chosen.is_empty()).then_some(OwnerId(chosen)));
    };
    let one = move |o: &Owner| {
        let id = o.id.clone();
        let is_chosen = move || owner.with(|chosen| chosen.as_ref() == Some(&id));
        view! { <option value=o.id.0.clone() selected=is_chosen>{o.name.get(store.code()).to_owned()}</option> }
    };
    view! {
        <select on:change=choose>
            <option value="" selected=move || owner.with(Option::is_none)>{move || say!(store, proposals.no_owner)}</option>
            {move || store.journey.with(|j| j.owners.iter().map(one).collect_view())}
        </select>
    }
}
