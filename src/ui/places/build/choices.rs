//! What a touchpoint is and what it is made of, to be chosen in the table and in the form.

use super::desk::{Desk, use_desk};
use super::text::Choose;
use crate::model::edit::{Edit, PartChoice};
use crate::model::{Grounds, LinkId, Nature, PartId, Role, Stage};
use crate::words::{building, sheet};
use leptos::prelude::*;

fn role_of(desk: Desk, link: &LinkId) -> Option<(Role, Stage)> {
    desk.whole.with(|j| {
        let touchpoint = j.touchpoint(link)?;
        Some((touchpoint.role, j.stage(&touchpoint.phase)?))
    })
}

/// What a touchpoint is, among what it can be on its side of the purchase.
#[component]
pub fn RoleChoice(link: LinkId, label: Signal<String>) -> impl IntoView {
    let desk = use_desk();
    let now = {
        let link = link.clone();
        Memo::new(move |_| role_of(desk, &link))
    };
    let key = |role: Role| format!("{role:?}");
    let options = move || {
        let Some((now, stage)) = now.get() else { return Vec::new() };
        let mut all = building::roles_of(stage).to_vec();
        if !all.contains(&now) {
            all.push(now);
        }
        let language = desk.store.language.get();
        all.into_iter().map(|role| (key(role), building::role(language, role).to_owned())).collect()
    };
    let take = Callback::new(move |chosen: String| {
        if let Some(role) = building::ROLES.into_iter().find(|role| key(*role) == chosen) {
            desk.act(&Edit::Choose { part: PartId::Touchpoint(link.clone()), choice: PartChoice::Role(role) });
        }
    });
    let value = Signal::derive(move || now.get().map(|(role, _)| key(role)).unwrap_or_default());
    view! { <Choose label=label options=Signal::derive(options) value=value take=take/> }
}

/// What a touchpoint is made of.
#[component]
pub fn NatureChoice(link: LinkId, label: Signal<String>) -> impl IntoView {
    let desk = use_desk();
    let key = |nature: Nature| format!("{nature:?}");
    let value = {
        let link = link.clone();
        Signal::derive(move || desk.whole.with(|j| j.touchpoint(&link).map(|t| key(t.nature)).unwrap_or_default()))
    };
    let options = move || {
        let language = desk.store.language.get();
        building::NATURES.map(|nature| (key(nature), building::nature(language, nature).to_owned())).to_vec()
    };
    let take = Callback::new(move |chosen: String| {
        if let Some(nature) = building::NATURES.into_iter().find(|nature| key(*nature) == chosen) {
            desk.act(&Edit::Choose { part: PartId::Touchpoint(link.clone()), choice: PartChoice::Nature(nature) });
        }
    });
    view! { <Choose label=label options=Signal::derive(options) value=value take=take/> }
}

/// What the strength of a touchpoint stands on.
#[component]
pub fn GroundsChoice(link: LinkId, label: Signal<String>) -> impl IntoView {
    let desk = use_desk();
    let key = |grounds: Grounds| format!("{grounds:?}");
    let value = {
        let link = link.clone();
        Signal::derive(move || {
            desk.whole.with(|j| j.touchpoint(&link).map(|t| key(sheet::grounds_of(t))).unwrap_or_default())
        })
    };
    let options = move || {
        let language = desk.store.language.get();
        building::GROUNDS.map(|grounds| (key(grounds), building::grounds(language, grounds).to_owned())).to_vec()
    };
    let take = Callback::new(move |chosen: String| {
        let grounds = building::GROUNDS.into_iter().find(|grounds| key(*grounds) == chosen);
        let edit = grounds.and_then(|grounds| desk.whole.with_untracked(|j| sheet::grounded(j, &link, grounds)));
        edit.into_iter().for_each(|edit| desk.act(&edit));
    });
    view! { <Choose label=label options=Signal::derive(options) value=value take=take/> }
}
