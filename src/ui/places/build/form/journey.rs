//! What holds for the journey as a whole: price, payment, period, market, who takes complaints.

use super::super::desk::use_desk;
use super::super::text::{FigureField, NamedChoice};
use super::evidence::Grounded;
use super::words::InLanguages;
use crate::model::edit::{Edit, PartChoice};
use crate::model::fields::{PartKind, figures_of};
use crate::model::{EffortUnit, Field, LinkId, PartId, Payment, PeriodUnit, Role, Stage};
use crate::say;
use crate::words::building;
use leptos::prelude::*;

const PERIODS: [PeriodUnit; 4] = [PeriodUnit::Week, PeriodUnit::Month, PeriodUnit::Quarter, PeriodUnit::Year];
const PAYMENTS: [Payment; 2] = [Payment::EachPeriod, Payment::AtReckoning];
const EFFORTS: [EffortUnit; 3] = [EffortUnit::Points, EffortUnit::Hours, EffortUnit::Money];

#[component]
pub fn JourneyForm() -> impl IntoView {
    let desk = use_desk();
    let figures = |kind: PartKind, part: PartId| {
        figures_of(kind)
            .map(|row| {
                let (part, field) = (part.clone(), row.field);
                match row.has_evidence {
                    true => view! { <Grounded part=part field=field/> }.into_any(),
                    false => view! { <FigureField part=part field=field/> }.into_any(),
                }
            })
            .collect_view()
    };
    let period = choice(
        Signal::derive(move || say!(desk, build.form.period).to_owned()),
        move || PERIODS.map(|p| (format!("{p:?}"), building::period(desk.store.language.get(), p).to_owned())).to_vec(),
        |j| format!("{:?}", j.period),
        |chosen| PERIODS.into_iter().find(|p| format!("{p:?}") == chosen).map(PartChoice::Period),
    );
    let payment = choice(
        Signal::derive(move || say!(desk, build.form.payment).to_owned()),
        move || {
            PAYMENTS.map(|p| (format!("{p:?}"), building::payment(desk.store.language.get(), p).to_owned())).to_vec()
        },
        |j| format!("{:?}", j.payment),
        |chosen| PAYMENTS.into_iter().find(|p| format!("{p:?}") == chosen).map(PartChoice::Payment),
    );
    let effort = choice(
        Signal::derive(move || say!(desk, build.form.effort).to_owned()),
        move || {
            EFFORTS.map(|u| (format!("{u:?}"), building::effort_unit(desk.store.language.get(), u).to_owned())).to_vec()
        },
        |j| format!("{:?}", j.effort_unit),
        |chosen| EFFORTS.into_iter().find(|u| format!("{u:?}") == chosen).map(PartChoice::EffortUnit),
    );
    let desk_choice = choice(
        Signal::derive(move || say!(desk, build.form.desk).to_owned()),
        move || {
            let teller = desk.teller();
            let nobody = (String::new(), say!(desk, build.form.desk_none).to_owned());
            let all = desk.whole.with(|j| {
                let can = |t: &&crate::model::Touchpoint| {
                    j.stage(&t.phase) == Some(Stage::After) && t.role != Role::Reckoning
                };
                j.touchpoints
                    .iter()
                    .filter(can)
                    .map(|t| (t.id.to_string(), teller.link_name(&t.id)))
                    .collect::<Vec<_>>()
            });
            std::iter::once(nobody).chain(all).collect()
        },
        |j| j.complaint_desk.as_ref().map(ToString::to_string).unwrap_or_default(),
        |chosen| Some(PartChoice::ComplaintDesk((!chosen.is_empty()).then(|| LinkId(chosen.to_owned())))),
    );
    view! {
        <div class="form-choices">{period} {payment} {effort} {desk_choice}</div>
        <h3>{move || say!(desk, build.form.figures)}</h3>
        {figures(PartKind::Journey, PartId::Journey)}
        {figures(PartKind::Market, PartId::Market)}
        <h3>{move || say!(desk, build.form.texts)}</h3>
        <InLanguages part=PartId::Journey field=Field::Name/>
        <InLanguages part=PartId::Journey field=Field::Summary/>
        <InLanguages part=PartId::Journey field=Field::Currency/>
    }
}

/// A labelled choice of the journey's.
fn choice(
    label: Signal<String>,
    options: impl Fn() -> Vec<(String, String)> + Send + Sync + 'static,
    now: fn(&crate::model::Journey) -> String,
    of: fn(&str) -> Option<PartChoice>,
) -> impl IntoView {
    let desk = use_desk();
    let take = Callback::new(move |chosen: String| {
        if let Some(choice) = of(&chosen) {
            desk.act(&Edit::Choose { part: PartId::Journey, choice });
        }
    });
    view! {
        <NamedChoice label=label options=Signal::derive(options) value=Signal::derive(move || desk.whole.with(|j| now(j))) take=take/>
    }
}
