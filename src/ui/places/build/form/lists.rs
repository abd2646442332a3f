//! Phases, channels and owners: renamed, moved, added, taken away.

use super::super::desk::{Desk, use_desk};
use super::super::text::PartWords;
use crate::model::edit::Edit;
use crate::model::{Field, Journey, PartId, Stage};
use crate::say;
use crate::words::building;
use leptos::prelude::*;

#[component]
pub fn Lists() -> impl IntoView {
    let desk = use_desk();
    let phases = |stage: Stage| {
        move || parts(desk, |j| j.phases.iter().map(|p| (PartId::Phase(p.id.clone()), p.stage)).collect(), stage)
    };
    let channels =
        move || desk.whole.with(|j| j.channels.iter().map(|c| PartId::Channel(c.id.clone())).collect::<Vec<_>>());
    let owners = move || desk.whole.with(|j| j.owners.iter().map(|o| PartId::Owner(o.id.clone())).collect::<Vec<_>>());
    let add = move |words: fn(Desk) -> &'static str, edit: fn(Desk) -> Edit| {
        let press = move |_| drop(desk.add(&untrack(|| edit(desk))));
        view! { <button class="plain" on:click=press>{move || words(desk)}</button> }
    };
    let language = move || desk.store.language.get();
    view! {
        <h3>{move || say!(desk, build.form.phases)}</h3>
        <p class="hint">{move || building::stage(language(), Stage::Before)}</p>
        <List parts=Signal::derive(phases(Stage::Before))/>
        {add(|d| say!(d, build.form.add_before), |d| new_phase(d, Stage::Before))}
        <p class="hint">{move || building::stage(language(), Stage::After)}</p>
        <List parts=Signal::derive(phases(Stage::After))/>
        {add(|d| say!(d, build.form.add_after), |d| new_phase(d, Stage::After))}
        <h3>{move || say!(desk, build.form.channels)}</h3>
        <List parts=Signal::derive(channels)/>
        {add(|d| say!(d, build.form.add_channel), |d| Edit::AddChannel(say!(d, build.form.channel_new).to_owned()))}
        <h3>{move || say!(desk, build.form.owners)}</h3>
        <List parts=Signal::derive(owners)/>
        {add(|d| say!(d, build.form.add_owner), |d| Edit::AddOwner(say!(d, build.form.owner_new).to_owned()))}
    }
}

fn new_phase(desk: Desk, stage: Stage) -> Edit {
    Edit::AddPhase { name: say!(desk, build.form.phase_new).to_owned(), stage }
}

fn parts(desk: Desk, of: fn(&Journey) -> Vec<(PartId, Stage)>, stage: Stage) -> Vec<PartId> {
    desk.whole.with(|j| of(j)).into_iter().filter(|(_, its)| *its == stage).map(|(part, _)| part).collect()
}

/// Parts of one kind, each with its name and what can be done to it. The last one stays.
#[component]
fn List(parts: Signal<Vec<PartId>>) -> impl IntoView {
    view! {
        <ul class="form-list">
            <For each=move || parts.get() key=|part| format!("{part:?}") let:part>
                <ListRow part=part parts=parts/>
            </For>
        </ul>
    }
}

#[component]
fn ListRow(part: PartId, parts: Signal<Vec<PartId>>) -> impl IntoView {
    let desk = use_desk();
    let name = {
        let part = part.clone();
        Memo::new(move |_| building::part_name(&desk.teller(), &part))
    };
    let at = {
        let part = part.clone();
        move || parts.with(|all| (all.iter().position(|one| *one == part).unwrap_or(0), all.len()))
    };
    let (is_first, is_last, is_alone) = (
        {
            let at = at.clone();
            move || at().0 == 0
        },
        {
            let at = at.clone();
            move || at().0 + 1 == at().1
        },
        move || at().1 < 2,
    );
    let (up, down, gone) = (part.clone(), part.clone(), part.clone());
    view! {
        <li>
            <PartWords part=part field=Field::Name label=Signal::derive(move || say!(desk, build.field.name).to_owned())/>
            <button class="plain" aria-label=move || say!(desk, build.form.up_of, name = name.get())
                aria-disabled=move || is_first().to_string()
                on:click=move |_| desk.act(&Edit::Move { part: up.clone(), up: true })
            >"↑"</button>
            <button class="plain" aria-label=move || say!(desk, build.form.down_of, name = name.get())
                aria-disabled=move || is_last().to_string()
                on:click=move |_| desk.act(&Edit::Move { part: down.clone(), up: false })
            >"↓"</button>
            <button class="plain" aria-label=move || say!(desk, build.form.remove_of, name = name.get())
                aria-disabled=move || is_alone().to_string()
                on:click=move |_| desk.act(&Edit::Remove(gone.clone()))
            >"×"</button>
        </li>
    }
}
