//! A ready-made proposal for the selected link, tried in one press.

use crate::app::{Command, ready_made};
use crate::say;
use crate::ui::state::use_store;
use crate::words::ready_made as words;
use leptos::prelude::*;

#[component]
pub fn ReadyMadeProposal() -> impl IntoView {
    let store = use_store();
    let kind = Memo::new(move |_| store.journey.with(|j| ready_made(j, &store.selected.get())));
    let proposal = move || {
        let (link, teller) = (store.selected.get(), store.teller());
        let name = words::name(&teller, &link, kind.get()?);
        store.work.with(|w| w.made_ready(&link, name))
    };
    let stands = Memo::new(move |_| proposal().and_then(|proposal| store.work.with(|w| w.stands(&proposal))));
    let press = move |_| {
        let command = match stands.get_untracked() {
            Some((id, true)) => Some(Command::SwitchProposal { id, off: false }),
            Some((id, false)) => Some(Command::RemoveProposal(id)),
            None => untrack(proposal).map(Command::AddProposal),
        };
        if let Some(command) = command {
            store.run(command);
        }
    };
    let button = move || match stands.get() {
        None => say!(store, ready_made.try_it),
        Some((_, true)) => say!(store, ready_made.on_again),
        Some((_, false)) => say!(store, ready_made.remove),
    };
    let there = move || stands.get().map(|_| say!(store, ready_made.stands));
    view! {
        <div class="ready-made" class:none=move || kind.get().is_none()>
            <h3>{move || say!(store, ready_made.title)}</h3>
            <p class="hint">{move || kind.get().map(|kind| words::about(&store.teller(), kind))}</p>
            <p class="link-tools">
                <button class="plain" on:click=press>{button}</button>
                <span class="hint" role="status">{there}</span>
            </p>
        </div>
    }
}
