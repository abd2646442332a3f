//! The inspector: everything about the selected link.

mod account;
mod facts;
mod help;
mod levers;
mod strength;

use super::chain::CHOSEN;
use crate::app::Command;
use crate::model::{Journey, Lever, LinkId, OwnerId, Role, Stage};
use crate::ui::platform::device;
use crate::ui::say;
use crate::ui::state::{Store, use_store};
use crate::ui::{format, unit};
use account::GivesAndTakes;
use facts::WhatHappened;
use help::LeverHelp;
use leptos::prelude::*;
use levers::Levers;
use strength::StrengthControl;

/// Its heading, where whoever comes to a link begins to read.
pub const NAME: &str = "inspector-name";

/// Selects a link and takes the reader to its figures where they are not in sight, as below the chain.
pub fn choose(store: Store, link: LinkId) {
    store.run(Command::Select(link));
    if device::is_out_of_sight(NAME) {
        device::focus(NAME);
    }
}

/// Everything about the selected link.
#[component]
pub fn Inspector() -> impl IntoView {
    let store = use_store();
    let name = move || store.link_name(&store.selected.get());
    let weakest = move || store.weakest.with(|w| w.as_ref() == Some(&store.selected.get()));
    let about = move || store.changed_journey.with(|j| about(store, j, &store.selected.get()));
    let words = move || {
        let words = store.journey.with(|j| customers_words(j, &store.selected.get(), store.code()));
        (!words.is_empty()).then(|| view! { <blockquote>{say!(store, inspector.quote, words = words)}</blockquote> })
    };
    let touched = move || {
        let link = store.selected.get();
        store.work.with(|w| w.is_edited(&link))
    };
    // Back to where it was chosen.
    let back = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" {
            device::focus_first(CHOSEN);
        }
    };
    view! {
        <section id="inspector" class="inspector" aria-labelledby=NAME class:weakest=weakest on:keydown=back>
            <h2 id=NAME tabindex="-1">{name}</h2>
            <p class="about">{about}</p>
            {words}
            <StrengthControl/>
            <p class="link-tools">
                <button class="plain" aria-disabled=move || (!touched()).to_string()
                    on:click=move |_| store.run(Command::ResetLink(store.selected.get_untracked()))
                >
                    {move || say!(store, inspector.reset)}
                </button>
            </p>
            <LeverHelp lever=Lever::Strength/>
            <Levers/>
            <WhatHappened/>
            <GivesAndTakes/>
        </section>
    }
}

fn customers_words(journey: &Journey, link: &LinkId, lang: &str) -> String {
    let touchpoint = journey.touchpoint(link).map(|t| t.words.get(lang));
    touchpoint.or_else(|| journey.handover(link).map(|h| h.words.get(lang))).unwrap_or_default().to_owned()
}

/// Who answers for it, where it is met, how often.
fn about(store: Store, journey: &Journey, link: &LinkId) -> String {
    let lang = store.code();
    let owner = |id: &OwnerId| journey.owners.iter().find(|o| o.id == *id).map(|o| o.name.get(lang).to_owned());
    let mut parts: Vec<String> = Vec::new();
    if let Some(touchpoint) = journey.touchpoint(link) {
        parts.extend(owner(&touchpoint.owner));
        let channel = journey.channels.iter().find(|c| c.id == touchpoint.channel);
        parts.extend(channel.map(|c| c.name.get(lang).to_owned()));
        if journey.stage(&touchpoint.phase) == Some(Stage::After) {
            parts.push(how_often(store, touchpoint.frequency, touchpoint.role == Role::Reckoning));
        }
    } else if let Some(handover) = journey.handover(link) {
        parts.push(
            handover.owner.as_ref().and_then(owner).unwrap_or_else(|| say!(store, inspector.no_owner).to_owned()),
        );
        parts.push(say!(store, inspector.handover).to_owned());
        let share = format::percent(store.language.get(), handover.share, 0);
        parts.push(say!(store, inspector.share, share = share));
    }
    parts.retain(|p| !p.is_empty());
    parts.join(" · ")
}

/// "once a month"
pub fn how_often(store: Store, frequency: f64, reckoning: bool) -> String {
    let period = unit::period(store);
    let words = if frequency == 0.0 {
        say!(store, inspector.only_led).to_owned()
    } else if frequency == 1.0 {
        say!(store, inspector.once, period = period)
    } else {
        let n = format::decimal(
            store.language.get(),
            frequency,
            if frequency < 10.0 && frequency.fract() != 0.0 { 2 } else { 0 },
        );
        say!(store, inspector.times, n = n, period = period)
    };
    if reckoning { format!("{words} · {}", say!(store, inspector.reckoning)) } else { words }
}
