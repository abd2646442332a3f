//! Everything of a persona: figures, where they come in and how far they are, which channels they prefer.

use super::super::desk::use_desk;
use super::super::text::{Choose, Figure, FigureField, told};
use super::evidence::Grounded;
use super::words::InLanguages;
use crate::model::edit::{Edit, PartChoice, leads_to_purchase};
use crate::model::fields::{PartKind, figures_of};
use crate::model::{ChannelId, Field, LinkId, PartId, PersonaId, PhaseId, Stage};
use crate::say;
use crate::words::building;
use crate::words::typed::Misread;
use leptos::prelude::*;

#[component]
pub fn PersonaForm(id: PersonaId) -> impl IntoView {
    let desk = use_desk();
    let part = PartId::Persona(id.clone());
    let figures = figures_of(PartKind::Persona).map(|row| {
        let (part, field) = (part.clone(), row.field);
        match row.has_evidence {
            true => view! { <Grounded part=part field=field/> }.into_any(),
            false => view! { <FigureField part=part field=field/> }.into_any(),
        }
    });
    let figures = figures.collect_view();
    let channels = Memo::new(move |_| desk.whole.with(|j| j.channels.iter().map(|c| c.id.clone()).collect::<Vec<_>>()));
    let leaning = {
        let id = id.clone();
        move |channel: ChannelId| {
            let part = PartId::Leaning { persona: id.clone(), channel: channel.clone() };
            let name = Signal::derive(move || building::part_name(&desk.teller(), &PartId::Channel(channel.clone())));
            view! { <FigureField part=part field=Field::Leaning name=name/> }
        }
    };
    view! {
        <People chosen=id.clone()/>
        <h3>{move || say!(desk, build.form.entries)}</h3>
        <Entries id=id/>
        <h3>{move || say!(desk, build.form.figures)}</h3>
        {figures}
        <details class="help">
            <summary>{move || say!(desk, build.form.leaning)}</summary>
            <For each=move || channels.get() key=ChannelId::clone let:channel>
                {leaning(channel)}
            </For>
        </details>
        <h3>{move || say!(desk, build.form.texts)}</h3>
        <InLanguages part=part.clone() field=Field::Name/>
        <InLanguages part=part field=Field::About/>
    }
}

/// All personas, to go from one to the other; a new one, and the one that is chosen taken away.
#[component]
fn People(chosen: PersonaId) -> impl IntoView {
    let desk = use_desk();
    let ids = Memo::new(move |_| desk.whole.with(|j| j.personas.iter().map(|p| p.id.clone()).collect::<Vec<_>>()));
    let one = {
        let chosen = chosen.clone();
        move |id: PersonaId| {
            let (is_it, part) = (id == chosen, PartId::Persona(id.clone()));
            view! {
                <button class="quiet" aria-pressed=is_it.to_string() on:click=move |_| desk.choose(part.clone())>
                    {move || desk.teller().persona_name(&id)}
                </button>
            }
        }
    };
    let all = move || ids.get().into_iter().map(one.clone()).collect_view();
    let add = move |_| {
        let name = say!(desk, build.form.persona_new).to_owned();
        desk.add(&Edit::AddPersona(name));
    };
    let removed = PartId::Persona(chosen.clone());
    let is_last = move || ids.with(|ids| ids.len() < 2);
    let remove = move || {
        if is_last() {
            return view! { <span class="hint">{say!(desk, build.form.persona_last)}</span> }.into_any();
        }
        let name = desk.teller().persona_name(&chosen);
        let removed = removed.clone();
        view! {
            <button class="plain" on:click=move |_| desk.act(&Edit::Remove(removed.clone()))>
                {say!(desk, build.form.persona_remove, name = name)}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="form-people">
            {all}
            <button class="plain" on:click=add>{move || say!(desk, build.form.persona_add)}</button>
            {remove}
        </div>
    }
}

#[component]
fn Entries(id: PersonaId) -> impl IntoView {
    let desk = use_desk();
    let entries = {
        let id = id.clone();
        Memo::new(move |_| {
            let of = |p: &crate::model::Persona| {
                p.entries.iter().map(|e| (e.touchpoint.clone(), e.readiness.clone())).collect::<Vec<_>>()
            };
            desk.whole.with(|j| j.personas.iter().find(|p| p.id == id).map(of).unwrap_or_default())
        })
    };
    let wrong = {
        let part = PartId::Persona(id.clone());
        move || {
            let teller = desk.teller();
            desk.problems.with(|all| {
                let here = building::problems_at(all, &part, Some(Field::Entries));
                here.first().map(|p| building::what_and_fix(&teller, p)).map(|(what, fix)| format!("{what} {fix}"))
            })
        }
    };
    let persona = id.clone();
    let add = move |_| desk.act(&Edit::AddEntry(PartId::Persona(id.clone())));
    view! {
        <ul class="form-entries">
            <For each=move || entries.get() key=Clone::clone let:entry>
                <EntryRow persona=persona.clone() touchpoint=entry.0 readiness=entry.1/>
            </For>
        </ul>
        <p class="wrong" role="status">{wrong}</p>
        <button class="plain" on:click=add>{move || say!(desk, build.form.entry_add)}</button>
    }
}

#[component]
fn EntryRow(persona: PersonaId, touchpoint: LinkId, readiness: PhaseId) -> impl IntoView {
    let desk = use_desk();
    let misread = RwSignal::new(None::<Misread>);
    let part = PartId::Entry { persona, touchpoint: touchpoint.clone(), readiness: readiness.clone() };
    let links = move || {
        let teller = desk.teller();
        desk.whole.with(|j| {
            let before = j.touchpoints.iter().filter(|t| j.stage(&t.phase) == Some(Stage::Before));
            before.map(|t| (t.id.to_string(), teller.link_name(&t.id))).collect::<Vec<_>>()
        })
    };
    let phases = move || {
        let code = desk.store.code();
        desk.whole.with(|j| {
            let before = j.phases.iter().filter(|p| p.stage == Stage::Before);
            before.map(|p| (p.id.to_string(), p.name.get(code).to_owned())).collect::<Vec<_>>()
        })
    };
    let choose = |part: &PartId, choice: fn(String) -> PartChoice| {
        let part = part.clone();
        Callback::new(move |chosen: String| {
            desk.act(&Edit::Choose { part: part.clone(), choice: choice(chosen) });
        })
    };
    let at = choose(&part, |chosen| PartChoice::Touchpoint(LinkId(chosen)));
    let ready = choose(&part, |chosen| PartChoice::Readiness(PhaseId(chosen)));
    let wrong = {
        let part = part.clone();
        move || misread.get().map(|why| told(desk, &part, Field::Share, &why))
    };
    let gone = part.clone();
    let name = touchpoint.clone();
    let dead_end = {
        let link = touchpoint.clone();
        let leads = {
            let link = link.clone();
            Memo::new(move |_| desk.whole.with(|j| leads_to_purchase(j, &link)))
        };
        move || {
            (!leads.get()).then(|| {
                let link = link.clone();
                let words = say!(desk, build.form.entry_nowhere, name = desk.teller().link_name(&link));
                let go = move |_| desk.choose(PartId::Touchpoint(link.clone()));
                view! {
                    <span class="wrong">{words}</span>
                    <button class="plain" on:click=go>{say!(desk, build.go_to)}</button>
                }
            })
        }
    };
    view! {
        <li>
            <Choose label=Signal::derive(move || say!(desk, build.form.entry_link).to_owned())
                options=Signal::derive(links) value=Signal::stored(touchpoint.to_string()) take=at/>
            <Figure part=part field=Field::Share misread=misread
                label=Signal::derive(move || say!(desk, build.form.entry_share).to_owned())/>
            <label>
                <span class="hint">{move || say!(desk, build.form.entry_ready)}</span>
                <Choose label=Signal::derive(move || say!(desk, build.form.entry_ready).to_owned())
                    options=Signal::derive(phases) value=Signal::stored(readiness.to_string()) take=ready/>
            </label>
            <button class="plain" aria-label=move || say!(desk, build.form.entry_remove, name = desk.teller().link_name(&name))
                on:click=move |_| desk.act(&Edit::Remove(gone.clone()))
            >
                {move || say!(desk, build.table.remove)}
            </button>
            <span class="wrong" role="alert">{wrong}</span>
            {dead_end}
        </li>
    }
}
