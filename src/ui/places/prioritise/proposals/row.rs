//! One proposal: its switch, who answers for it, what it changes, and what that does.

use super::Writing;
use super::form::NAME_ID;
use super::words::{counted, detail};
use crate::app::{Command, Proposed};
use crate::model::{Change, Improvement, ImprovementId, Lever};
use crate::ui::places::prioritise::{goal_words, owner_name};
use crate::ui::platform::device;
use crate::ui::state::Store;
use crate::ui::{format, lever, say, unit};
use leptos::prelude::*;

pub(super) type Known = Memo<Vec<(ImprovementId, Proposed)>>;

pub(super) fn row(store: Store, proposal: Improvement, known: Known, writing: RwSignal<Writing>) -> impl IntoView {
    let Improvement { id, owner, effort, changes, off, .. } = proposal.clone();
    let name = proposal.name.get(store.code()).to_owned();
    let proposed = Memo::new({
        let id = id.clone();
        move |_| known.with(|k| k.iter().find(|(of, _)| *of == id).map_or(Proposed::Awaited, |(_, p)| *p))
    });
    let told = Memo::new(move |_| match proposed.get() {
        Proposed::Awaited => ("effect", say!(store, effects.awaited).to_owned()),
        Proposed::OnlyTogether => ("effect", say!(store, effects.only_together).to_owned()),
        Proposed::Known(worth) => counted(store, &worth),
    });
    let details = move || {
        let Proposed::Known(worth) = proposed.get() else { return Vec::new() };
        let goal = store.agenda.with(|a| a.goal);
        // More is better in it; it is told as the outcome moves.
        let per = worth.per_effort.map(|per| if goal.less_is_better() { 0.0 - per } else { per });
        let per = per.map(|per| say!(store, proposals.per_effort, by = goal_words::change(store, goal, per)));
        [detail(store, &worth), per].into_iter().flatten().map(|words| view! { <p class="hint">{words}</p> }).collect()
    };
    let cannot = {
        let id = id.clone();
        move || (off && !store.work.with(|w| w.can_switch_on(&id))).then(|| say!(store, proposals.cannot))
    };
    let who = owner.map_or_else(|| say!(store, proposals.no_owner).to_owned(), |owner| owner_name(store, &owner));
    let cost = if effort > 0.0 { unit::effort(store, effort) } else { say!(store, proposals.no_effort).to_owned() };
    let what = changes.iter().map(|c| change_words(store, c)).collect::<Vec<_>>().join(", ");
    let (switched, changed, removed) = (id.clone(), id.clone(), id);
    let (on_label, edit_label, remove_label) = (
        say!(store, proposals.on, name = name.clone()),
        say!(store, proposals.edit_of, name = name.clone()),
        say!(store, proposals.remove_of, name = name.clone()),
    );
    let edit = move |_| {
        writing.set(Writing::Changing(changed.clone()));
        device::focus_soon(NAME_ID);
    };
    view! {
        <li class:off=off>
            <button class="switch" role="switch" aria-checked=(!off).to_string() aria-label=on_label
                on:click=move |_| store.run(Command::SwitchProposal { id: switched.clone(), off: !off })
            ><span></span></button>
            <div class="what">
                <h3>{name}</h3>
                <p class="hint">{format!("{who} · {cost} · {what}")}</p>
                <p class="hint wrong">{cannot}</p>
                <p class="row-tools">
                    <button class="plain" aria-label=edit_label on:click=edit>{say!(store, proposals.edit)}</button>
                    <button class="plain" aria-label=remove_label
                        on:click=move |_| {
                            store.run(Command::RemoveProposal(removed.clone()));
                            device::focus("add-proposal");
                        }
                    >
                        {say!(store, proposals.remove)}
                    </button>
                </p>
            </div>
            <div class="does">
                <p class=move || told.with(|t| t.0)>{move || told.with(|t| t.1.clone())}</p>
                {details}
            </div>
        </li>
    }
}

/// "Invoice +2 units of effort", "Support, pain 0.2 prices"
fn change_words(store: Store, change: &Change) -> String {
    match change {
        Change::Strengthen { link, effort } => {
            let (link, is_more) = (store.link_name(link), *effort > 0.0);
            let effort = format::decimal(store.language.get(), *effort, u8::from(effort.fract() != 0.0));
            if is_more {
                say!(store, proposals.each_strengthen, link = link, effort = effort)
            } else {
                say!(store, proposals.each_weaken, link = link, effort = effort)
            }
        }
        Change::Set { link, lever: its, value } => {
            let name = match its {
                Lever::Strength => store.link_name(link),
                _ => lever::of_link(store, link, *its),
            };
            say!(store, proposals.each_set, link = name, value = lever::value(store, *its, *value))
        }
    }
}
