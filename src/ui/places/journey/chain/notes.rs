//! Under the chain: what the company believes and the way to the bottleneck, or which link that is once somebody has asked;
//! and who drops out where no number stands.

use super::marks::SealsExplained;
use crate::app::{Command, Panel, PrioritiseSettings, dropped_in_handovers};
use crate::say;
use crate::ui::places::journey::turned_out::TurnedOut;
use crate::ui::places::landmarks;
use crate::ui::platform::device;
use crate::ui::state::{Store, use_store};
use crate::words;
use leptos::prelude::*;

/// The line that tells of the bottleneck, before and after.
const LINE: &str = "bottleneck";

#[component]
pub fn ChainNotes() -> impl IntoView {
    let store = use_store();
    let is_named = Memo::new(move |_| store.agenda.with(PrioritiseSettings::names_binding));
    let line = move || if is_named.get() { named(store).into_any() } else { unnamed(store).into_any() };
    let between = move || {
        let report = store.report.get()?;
        let dropped = store.work.with(|work| dropped_in_handovers(work, &report));
        Some(words::chain::in_handovers(store.language.get(), dropped))
    };
    view! {
        <div class="chain-notes">
            <p id=store.id_of(LINE) tabindex="-1">{line}</p>
            {move || is_named.get().then(|| view! { <TurnedOut/> })}
            <p>{between}</p>
            <SealsExplained/>
        </div>
    }
}

/// Names the bottleneck or leaves it to be found, and stays at the line that says so.
fn show(store: Store, is_told: bool) {
    store.run(Command::ShowBinding(is_told));
    device::focus_soon(LINE);
}

/// The question, and the ways to what is so. While a room bets they lead to its bets. What the company believes stands
/// under the sentence, and here once that tells of a change.
fn unnamed(store: Store) -> impl IntoView {
    let is_covered = move || store.agenda.with(|agenda| agenda.is_covered);
    let story = move || {
        let words = store.story();
        let words = Some(words).filter(|words| store.changed.get() && !words.is_empty());
        words.unwrap_or_else(|| say!(store, binding.ask).to_owned())
    };
    let bet = move |_| {
        store.run(Command::Cover(true));
        landmarks::go_to(store, Panel::Bets);
    };
    let ways = move || {
        if is_covered() {
            return view! {
                {say!(store, binding.covered)}" "
                <button class="plain" on:click=bet>{say!(store, binding.to_bets)}</button>
            }
            .into_any();
        }
        view! {
            <button class="plain" on:click=move |_| show(store, true)>{say!(store, binding.reveal)}</button>" "
            <button class="plain" on:click=bet>{say!(store, bets.title)}</button>
        }
        .into_any()
    };
    view! { <span class="story-told">{story}</span>" "{ways} }
}

/// Which link binds, in a sentence, and the way to how sure that is.
fn named(store: Store) -> impl IntoView {
    let words = move || {
        let ranking = store.answers.findings.with(|found| found.ranking.clone())?;
        let binding = ranking.binding.as_ref()?;
        let link = binding.link.clone();
        let text = words::chain::binding(&store.teller(), binding, ranking.outcome);
        let how_sure = move |_| landmarks::go_to(store, Panel::Sure);
        Some(view! {
            <span>{text}</span>" "
            <button class="plain" on:click=move |_| landmarks::choose(store, link.clone())>{say!(store, binding.show)}</button>" "
            <button class="plain" on:click=how_sure>{say!(store, binding.how_sure)}</button>
        })
    };
    let waiting = move || store.answers.findings.with(|f| f.ranking.is_none()).then(|| say!(store, binding.waiting));
    view! {
        {waiting}{words}" "
        <button class="plain" on:click=move |_| show(store, false)>{move || say!(store, binding.hide)}</button>
    }
}
