//! Where a figure comes from: measured, estimated or guessed, by whom or from what, and between which values it may lie.

use super::super::desk::{Desk, use_desk};
use super::super::text::{Choose, FigureField, WordsInput, number_kind, row_of};
use crate::model::edit::{Edit, evidence_of, value_of};
use crate::model::fields::FieldDef;
use crate::model::{Evidence, Field, Grounds, PartId, is_varied};
use crate::say;
use crate::ui::widgets::TypedInput;
use crate::words::building;
use crate::words::typed::Misread;
use leptos::prelude::*;

/// A figure with what it stands on.
#[component]
pub fn Grounded(part: PartId, field: Field) -> impl IntoView {
    let desk = use_desk();
    let field_row = view! { <FigureField part=part.clone() field=field/> };
    let varied = {
        let part = part.clone();
        Memo::new(move |_| desk.whole.with(|j| is_varied(j, &part, field)))
    };
    let ranged = part.clone();
    let range = move || varied.get().then(|| view! { <Range part=ranged.clone() field=field/> });
    view! { {field_row} <Ground part=part field=field/> {range} }
}

fn evidence(desk: Desk, part: &PartId, field: Field) -> Option<Evidence> {
    desk.whole.with(|j| evidence_of(j, part)?.get(&field).cloned())
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
    let usually = part.clone();
    let take = Callback::new(move |source: String| {
        let grounds = untrack(grounds);
        desk.act(&Edit::Ground { part: part.clone(), field, grounds, source });
    });
    let usual = move || {
        let (row, _, value) = figure_of(desk, &usually, field)?;
        now.with(|e| building::usual_said(&desk.teller(), &usually, row.field, value, e.as_ref()))
    };
    let usual = move || usual().map(|said| view! { <span class="hint">{said}</span> });
    view! {
        <div class="form-ground">
            <Choose label=Signal::derive(move || say!(desk, build.form.grounds, field = name()))
                options=Signal::derive(options) value=Signal::derive(move || key(grounds())) take=choose/>
            <WordsInput label=Signal::derive(move || say!(desk, build.form.source, field = name())) value=source take=take
                hint=Signal::derive(move || say!(desk, build.form.source_hint).to_owned())/>
            {usual}
        </div>
    }
}

/// The lowest and the highest that somebody would believe, with what is tried where nothing is said.
#[component]
fn Range(part: PartId, field: Field) -> impl IntoView {
    let desk = use_desk();
    let now = {
        let part = part.clone();
        Memo::new(move |_| evidence(desk, &part, field).map_or((None, None), |e| (e.low, e.high)))
    };
    let misreads = [RwSignal::new(None::<Misread>), RwSignal::new(None::<Misread>)];
    let end = |is_high: bool, label: Signal<String>| {
        let misread = misreads[usize::from(is_high)];
        let written = part.clone();
        let value = Signal::derive(move || {
            let (low, high) = now.get();
            let end = if is_high { high } else { low };
            end.zip(number_kind(desk, &written, field)).map_or_else(String::new, |(end, kind)| kind.write(end))
        });
        let part = part.clone();
        let read = Callback::new(move |typed: String| {
            let figure = || untrack(|| figure_of(desk, &part, field)).ok_or(Misread::NoNumber);
            let end = match typed.trim() {
                "" => None,
                // The figure itself, as it is written; that may be shorter than what it is.
                typed => match figure()? {
                    (row, bounds, value) if typed == building::kind(&desk.teller(), row, bounds).write(value) => {
                        Some(value)
                    }
                    (row, bounds, value) => {
                        Some(building::end_kind(&desk.teller(), row, bounds, value, is_high).read(typed)?)
                    }
                },
            };
            let (low, high) = now.get_untracked();
            let (low, high) = if is_high { (low, end) } else { (end, high) };
            desk.command(&Edit::Range { part: part.clone(), field, low, high }).ok_or(Misread::Beyond)
        });
        view! { <TypedInput label=label value=value size="5" read=read misread=misread/> }
    };
    let name = move || building::field(desk.store.language.get(), field);
    let lowest = end(false, Signal::derive(move || say!(desk, build.form.lowest, field = name())));
    let highest = end(true, Signal::derive(move || say!(desk, build.form.highest, field = name())));
    let said = {
        let part = part.clone();
        move || {
            let Some((row, bounds, value)) = figure_of(desk, &part, field) else { return String::new() };
            let teller = desk.teller();
            for (is_high, misread) in [false, true].into_iter().zip(misreads) {
                if let Some(why) = misread.get() {
                    return building::end_kind(&teller, row, bounds, value, is_high).told(&why);
                }
            }
            building::range_said(&teller, row, bounds, value, evidence(desk, &part, field).as_ref())
        }
    };
    view! {
        <div class="form-ground form-range">
            <span>{move || say!(desk, build.form.between)}</span>
            <span class="form-value">{lowest} <span>{move || say!(desk, build.form.and)}</span> {highest}</span>
            <span class="hint" class:wrong=move || misreads.iter().any(|misread| misread.with(Option::is_some)) role="status">{said}</span>
        </div>
    }
}

/// The row of a figure, its bounds and its value.
fn figure_of(desk: Desk, part: &PartId, field: Field) -> Option<(&'static FieldDef, (f64, f64), f64)> {
    let (row, bounds) = row_of(desk, part, field)?;
    Some((row, bounds, desk.whole.with(|j| value_of(j, part, row))?))
}
