//! Where a figure comes from: measured, estimated or guessed, by whom or from what.

use super::super::desk::{Desk, use_desk};
use super::super::text::{Choose, FigureField, WordsInput};
use crate::model::edit::Edit;
use crate::model::{Evidence, Field, Grounds, PartId};
use crate::say;
use crate::words::building;
use leptos::prelude::*;

/// A figure with what it stands on.
#[component]
pub fn Grounded(part: PartId, field: Field) -> impl IntoView {
    let field_row = view! { <FigureField part=part.clone() field=field/> };
    view! { {field_row} <Ground part=part field=field/> }
}

fn evidence(desk: Desk, part: &PartId, field: Field) -> Option<Evidence> {
    desk.whole.with(|j| {
        let all = match part {
            PartId::Touchpoint(id) => &j.touchpoint(id)?.evidence,
            PartId::Handover(id) => &j.handover(id)?.evidence,
            PartId::Persona(id) => &j.personas.iter().find(|p| p.id == *id)?.evidence,
            _ => &j.evidence,
        };
        all.get(&field).cloned()
    })
}

#[component]
fn Ground(part: PartId, field: Field) -> impl IntoView {
    let desk = use_desk();
    let now = {
        let part = part.clone();
        Memo::new(move |_| evidence(desk, &part, field))
    };
    let grounds = move || now.with(|e| e.as_ref().map_or(Grounds::Assumption, |e| e.grounds));
    let source = Signal::derive(move || {
        let code = desk.store.code();
        now.with(|e| e.as_ref().map_or_else(String::new, |e| e.source.get(code).to_owned()))
    });
    let name = move || building::field(desk.store.language.get(), field);
    let key = |grounds: Grounds| format!("{grounds:?}");
    let options = move || {
        let language = desk.store.language.get();
        building::GROUNDS.map(|grounds| (key(grounds), building::grounds(language, grounds).to_owned())).to_vec()
    };
    let choose = {
        let part = part.clone();
        Callback::new(move |chosen: String| {
            if let Some(grounds) = building::GROUNDS.into_iter().find(|grounds| key(*grounds) == chosen) {
                let source = source.get_untracked();
                desk.act(&Edit::Ground { part: part.clone(), field, grounds, source });
            }
        })
    };
    let take = Callback::new(move |source: String| {
        let grounds = untrack(grounds);
        desk.act(&Edit::Ground { part: part.clone(), field, grounds, source });
    });
    view! {
        <div class="form-ground">
            <Choose label=Signal::derive(move || say!(desk, build.form.grounds, field = name()))
                options=Signal::derive(options) value=Signal::derive(move || key(grounds())) take=choose/>
            <WordsInput label=Signal::derive(move || say!(desk, build.form.source, field = name())) value=source take=take
                hint=Signal::derive(move || say!(desk, build.form.source_hint).to_owned())/>
        </div>
    }
}
