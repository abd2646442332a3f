//! Everything of a handover.

use super::super::adding::new_touchpoint;
use super::super::desk::use_desk;
use super::super::text::{FigureField, NamedChoice};
use super::evidence::Grounded;
use super::words::InLanguages;
use crate::model::edit::{Edit, PartChoice, Spot, can_lead};
use crate::model::fields::{PartKind, figures_of};
use crate::model::{Field, LinkId, OwnerId, PartId, Role, Stage};
use crate::say;
use leptos::prelude::*;

#[component]
pub fn HandoverForm(link: LinkId) -> impl IntoView {
    let desk = use_desk();
    let part = PartId::Handover(link.clone());
    let is_timed = {
        let link = link.clone();
        Memo::new(move |_| {
            desk.whole.with(|j| {
                let from = j.handover(&link).and_then(|h| j.touchpoint(&h.from));
                from.is_some_and(|t| j.stage(&t.phase) == Some(Stage::Before) && t.role != Role::Purchase)
            })
        })
    };
    let figures = {
        let part = part.clone();
        move || {
            let timed = is_timed.get();
            let rows = figures_of(PartKind::Handover).filter(move |row| row.field != Field::Days || timed);
            let one = |field: Field| {
                let part = part.clone();
                if matches!(field, Field::LowStrength | Field::HighStrength) {
                    view! { <FigureField part=part field=field/> }.into_any()
                } else {
                    view! { <Grounded part=part field=field/> }.into_any()
                }
            };
            rows.map(|row| one(row.field)).collect::<Vec<_>>()
        }
    };
    let (on, gone) = (link.clone(), part.clone());
    view! {
        <p class="hint">{move || say!(desk, build.form.handover)}</p>
        <div class="form-choices">
            <End link=link.clone() is_from=true/>
            <End link=link.clone() is_from=false/>
            <HandoverOwner link=link.clone()/>
        </div>
        <p class="build-two">
            <button class="quiet" on:click=move |_| new_touchpoint(desk, Spot::On(on.clone()))>
                {move || say!(desk, build.form.on_way)}
            </button>
            <button class="quiet" on:click=move |_| desk.act(&Edit::Remove(gone.clone()))>
                {move || say!(desk, build.table.remove)}
            </button>
        </p>
        <h3>{move || say!(desk, build.form.figures)}</h3>
        {figures}
        <h3>{move || say!(desk, build.form.texts)}</h3>
        <InLanguages part=part.clone() field=Field::Name/>
        <InLanguages part=part.clone() field=Field::Words/>
        <InLanguages part=part field=Field::Notes/>
    }
}

/// Where a handover begins or ends, among the touchpoints where it can.
#[component]
fn End(link: LinkId, is_from: bool) -> impl IntoView {
    let desk = use_desk();
    let ends = {
        let link = link.clone();
        move || desk.whole.with(|j| j.handover(&link).map(|h| (h.from.clone(), h.to.clone())))
    };
    let value = {
        let ends = ends.clone();
        Signal::derive(move || ends().map(|(from, to)| if is_from { from } else { to }.to_string()).unwrap_or_default())
    };
    let options = move || {
        let Some((from, to)) = ends() else { return Vec::new() };
        let teller = desk.teller();
        desk.whole.with(|j| {
            let can_be = |id: &LinkId| match is_from {
                true => *id == from || can_lead(j, id, &to),
                false => *id == to || can_lead(j, &from, id),
            };
            let all = j.touchpoints.iter().map(|t| t.id.clone()).filter(can_be);
            all.map(|id| (id.to_string(), teller.link_name(&id))).collect()
        })
    };
    let take = Callback::new(move |end: String| {
        let choice = if is_from { PartChoice::From(LinkId(end)) } else { PartChoice::To(LinkId(end)) };
        desk.act(&Edit::Choose { part: PartId::Handover(link.clone()), choice });
    });
    let label = Signal::derive(move || {
        if is_from { say!(desk, build.form.from) } else { say!(desk, build.form.to) }.to_owned()
    });
    view! {
        <NamedChoice label=label options=Signal::derive(options) value=value take=take/>
    }
}

#[component]
fn HandoverOwner(link: LinkId) -> impl IntoView {
    let desk = use_desk();
    let value = {
        let link = link.clone();
        let owner = move |j: &crate::model::Journey| {
            j.handover(&link).and_then(|h| h.owner.as_ref().map(ToString::to_string)).unwrap_or_default()
        };
        Signal::derive(move || desk.whole.with(|j| owner(j)))
    };
    let options = move || {
        let code = desk.store.code();
        let nobody = (String::new(), say!(desk, build.form.nobody).to_owned());
        let all = desk
            .whole
            .with(|j| j.owners.iter().map(|o| (o.id.to_string(), o.name.get(code).to_owned())).collect::<Vec<_>>());
        std::iter::once(nobody).chain(all).collect()
    };
    let take = Callback::new(move |owner: String| {
        let owner = (!owner.is_empty()).then_some(OwnerId(owner));
        desk.act(&Edit::Choose { part: PartId::Handover(link.clone()), choice: PartChoice::Owner(owner) });
    });
    let label = Signal::derive(move || say!(desk, build.form.owner).to_owned());
    view! {
        <NamedChoice label=label options=Signal::derive(options) value=value take=take/>
    }
}
