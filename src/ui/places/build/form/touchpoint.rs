//! Everything of a touchpoint.

use super::super::choices::{NatureChoice, RoleChoice};
use super::super::desk::use_desk;
use super::super::text::{FigureField, NamedChoice};
use super::evidence::Grounded;
use super::ways::Ways;
use super::words::InLanguages;
use crate::model::edit::{Edit, PartChoice};
use crate::model::fields::{PartKind, figures_of};
use crate::model::{Field, LinkId, PartId, PhaseId, Role};
use crate::say;
use crate::words::building;
use leptos::prelude::*;

/// Fields that stand elsewhere in the form, or need no grounds of their own.
const APART: [Field; 4] = [Field::LowStrength, Field::HighStrength, Field::TenureFrom, Field::TenureUntil];

#[component]
pub fn TouchpointForm(link: LinkId) -> impl IntoView {
    let desk = use_desk();
    let part = PartId::Touchpoint(link.clone());
    let seen = {
        let link = link.clone();
        Memo::new(move |_| desk.whole.with(|j| j.touchpoint(&link).and_then(|t| Some((j.stage(&t.phase)?, t.role)))))
    };
    let figures = {
        let part = part.clone();
        move || {
            let Some((stage, role)) = seen.get() else { return Vec::new() };
            let means = |field: Field| field != Field::Worth || role == Role::Offer;
            let rows = figures_of(PartKind::Touchpoint)
                .filter(|row| row.stage.is_none_or(|its| its == stage) && means(row.field));
            let one = |field: Field| {
                let part = part.clone();
                if APART.contains(&field) {
                    view! { <FigureField part=part field=field/> }.into_any()
                } else {
                    view! { <Grounded part=part field=field/> }.into_any()
                }
            };
            rows.map(|row| one(row.field)).collect::<Vec<_>>()
        }
    };
    let problems = {
        let part = part.clone();
        move || {
            let teller = desk.teller();
            let here = |all: &[crate::model::Problem]| {
                let all = building::problems_at(all, &part, None);
                let whole = all.iter().filter(|p| match &p.place {
                    crate::model::Location::Part(at) => at.field.is_none(),
                    crate::model::Location::InFile { .. } => false,
                });
                whole.map(|p| building::what_and_fix(&teller, p)).collect::<Vec<_>>()
            };
            let all = desk.problems.with(|all| here(all));
            all.into_iter().map(|(what, fix)| view! { <p class="wrong">{what}" "{fix}</p> }).collect_view()
        }
    };
    view! {
        {problems}
        <div class="form-choices">
            <PhaseChoice link=link.clone()/>
            <label>
                <span class="form-name">{move || say!(desk, build.form.role)}</span>
                <RoleChoice link=link.clone() label=Signal::derive(move || say!(desk, build.form.role).to_owned())/>
            </label>
            <label>
                <span class="form-name">{move || say!(desk, build.form.nature)}</span>
                <NatureChoice link=link.clone() label=Signal::derive(move || say!(desk, build.form.nature).to_owned())/>
            </label>
        </div>
        <Ways link=link.clone()/>
        <h3>{move || say!(desk, build.form.figures)}</h3>
        <p class="hint">{move || say!(desk, build.form.guessed_note)}</p>
        {figures}
        <Marks link=link.clone()/>
        <h3>{move || say!(desk, build.form.texts)}</h3>
        <InLanguages part=part.clone() field=Field::Name/>
        <InLanguages part=part.clone() field=Field::Words/>
        <InLanguages part=part field=Field::Notes/>
        <p class="hint">{move || say!(desk, build.form.goes_too)}</p>
    }
}

#[component]
fn PhaseChoice(link: LinkId) -> impl IntoView {
    let desk = use_desk();
    let options = move || {
        let (code, language) = (desk.store.code(), desk.store.language.get());
        let one = |p: &crate::model::Phase| {
            let stage = building::stage(language, p.stage);
            (p.id.to_string(), say!(desk, build.spoken_stage, phase = p.name.get(code), stage = stage))
        };
        desk.whole.with(|j| j.phases.iter().map(one).collect::<Vec<_>>())
    };
    let value = {
        let link = link.clone();
        Signal::derive(move || {
            desk.whole.with(|j| j.touchpoint(&link).map(|t| t.phase.to_string()).unwrap_or_default())
        })
    };
    let take = Callback::new(move |phase: String| {
        let choice = PartChoice::Phase(PhaseId(phase));
        desk.act(&Edit::Choose { part: PartId::Touchpoint(link.clone()), choice });
    });
    let label = Signal::derive(move || say!(desk, build.form.phase).to_owned());
    view! {
        <NamedChoice label=label options=Signal::derive(options) value=value take=take/>
    }
}

/// What is marked by hand, and changes nothing that is computed.
#[component]
fn Marks(link: LinkId) -> impl IntoView {
    let desk = use_desk();
    let mark = move |words: fn(super::super::desk::Desk) -> &'static str,
                     of: fn(&crate::model::Touchpoint) -> bool,
                     set: fn(bool) -> PartChoice| {
        let (read, act) = (link.clone(), link.clone());
        let on = Memo::new(move |_| desk.whole.with(|j| j.touchpoint(&read).is_some_and(of)));
        let press = move |_| {
            let choice = set(!on.get_untracked());
            desk.act(&Edit::Choose { part: PartId::Touchpoint(act.clone()), choice });
        };
        view! {
            <label class="form-mark">
                <input type="checkbox" prop:checked=move || on.get() on:change=press/>
                <span>{move || words(desk)}</span>
            </label>
        }
    };
    view! {
        {mark(|d| say!(d, build.form.moment), |t| t.moment_of_truth, PartChoice::MomentOfTruth)}
        {mark(|d| say!(d, build.form.micro), |t| t.micro_decision, PartChoice::MicroDecision)}
    }
}
