//! One proposal: its switch, who answers for it, what it changes, and what that does.

use super::form::NAME_ID;
use super::shared::{Writing, effect_class};
use crate::app::{Command, Proposed};
use crate::model::{Improvement, ImprovementId};
use crate::say;
use crate::ui::platform::device;
use crate::ui::state::Store;
use crate::words;
use leptos::prelude::*;

pub(super) type Known = Memo<Vec<(ImprovementId, Proposed)>>;

pub(super) fn row(store: Store, proposal: Improvement, known: Known, writing: RwSignal<Writing>) -> impl IntoView {
    let (id, off) = (proposal.id.clone(), proposal.off);
    let name = store.teller().named(&proposal.name);
    let proposed = Memo::new({
        let id = id.clone();
        move |_| known.with(|k| k.iter().find(|(of, _)| *of == id).map_or(Proposed::Awaited, |(_, p)| *p))
    });
    let goal = move || store.agenda.with(|a| a.goal);
    let told = Memo::new(move |_| words::proposals::by_itself(&store.teller(), goal(), &proposed.get()));
    let details = move || {
        let Proposed::Known(worth) = proposed.get() else { return Vec::new() };
        let (teller, goal) = (store.teller(), goal());
        let all =
            [words::proposals::detail(&teller, goal, &worth), words::proposals::per_effort(&teller, goal, &worth)];
        all.into_iter().flatten().map(|words| view! { <p class="hint">{words}</p> }).collect()
    };
    let cannot = {
        let id = id.clone();
        move || (off && !store.work.with(|w| w.can_switch_on(&id))).then(|| say!(store, proposals.cannot))
    };
    let about = words::proposals::about(&store.teller(), &proposal);
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
                <p class="hint">{about}</p>
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
                <p class=move || told.with(|t| effect_class(t.0))>{move || told.with(|t| t.1.clone())}</p>
                {details}
            </div>
        </li>
    }
}
