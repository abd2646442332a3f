//! Everything changed, as one list, against this journey's today: each with what it does by itself, each can be
//! switched off and reset.

use crate::app::{Alone, Command, FACTS_OF, ListedChange, Net, Panel, alone, changes, together};
use crate::model::{Field, ImprovementId, LinkId};
use crate::say;
use crate::ui::places::landmarks;
use crate::ui::platform::device;
use crate::ui::state::{Store, use_store};
use crate::words::{self, number};
use leptos::prelude::*;

/// Where the list begins: an entry that is reset is gone, and with it what had the focus.
const TITLE: &str = "changes-title";

/// Takes a change back, or all of them.
fn take_back(store: Store, command: Command) {
    store.run(command);
    device::focus(TITLE);
}

/// The list of everything changed.
#[component]
pub fn Changes() -> impl IntoView {
    let store = use_store();
    let entries = Memo::new(move |_| store.work.with(changes));
    let list = move || entries.get().into_iter().map(|e| entry(store, e)).collect_view();
    let empty = move || entries.with(Vec::is_empty);
    let several = move || entries.with(|e| e.len() > 1);
    let hint = move || {
        several().then(|| {
            let of = number::count(store.language.get(), FACTS_OF);
            view! { <p class="hint">{say!(store, effects.hint, of = of)}</p> }
        })
    };
    let sum = move || sum_of(store).map(|words| view! { <p class="sum">{words}</p> });
    view! {
        <section class="changes">
            <h3 id=TITLE tabindex="-1">{move || say!(store, changes.title)}</h3>
            {hint}
            <ul>{list}</ul>
            {sum}
            {move || empty().then(|| view! { <p class="hint">{say!(store, changes.none)}</p> })}
            <p class="tools">
                {move || (!empty()).then(|| view! {
                    <button class="plain" on:click=move |_| take_back(store, Command::ResetAll)>
                        {say!(store, changes.reset_all)}
                    </button>
                })}
            </p>
        </section>
    }
}

fn entry(store: Store, entry: ListedChange) -> AnyView {
    let effect = effect_of(store, entry.clone());
    let (name, detail) = words::change::name_and_detail(&store.teller(), &entry);
    match entry {
        ListedChange::Lever { link, lever, off, .. } => {
            moved(store, (link, lever, off), name, detail, effect).into_any()
        }
        ListedChange::Proposal { id, off, .. } => proposal(store, id, name, off, effect).into_any(),
        ListedChange::Quality { persona, quality, .. } => {
            plain(store, name, detail, Command::ResetQuality { persona, quality }, effect).into_any()
        }
        ListedChange::Strain(_) => plain(store, name, detail, Command::SetStrain(0.0), effect).into_any(),
        ListedChange::Price { .. } => plain(store, name, detail, Command::SetPrice(None), effect).into_any(),
        ListedChange::Arrivals { .. } => plain(store, name, detail, Command::SetArrivals(None), effect).into_any(),
        ListedChange::Echo { .. } => plain(store, name, detail, Command::SetEcho(None), effect).into_any(),
        ListedChange::Start(_) => plain(store, name, detail, Command::SetStart(0), effect).into_any(),
    }
}

/// What an entry does by itself.
fn effect_of(store: Store, entry: ListedChange) -> AnyView {
    if entry.is_of_calendar() {
        return view! { <span class="effect">{move || say!(store, dashboards.only_there)}</span> }.into_any();
    }
    let alone = Memo::new(move |_| alone_of(store, &entry));
    let tone = move || alone.with(tone_of);
    view! { <span class=tone>{move || alone.with(|a| words::change::effect(&store.teller(), a))}</span> }.into_any()
}

fn moved(
    store: Store,
    (link, lever, off): (LinkId, Field, bool),
    name: String,
    detail: String,
    effect: AnyView,
) -> impl IntoView {
    let on_label = say!(store, changes.on, name = name.clone());
    let reset_label = say!(store, changes.reset_one, name = name.clone());
    let switched = link.clone();
    let reset = link.clone();
    view! {
        <li class:off=off>
            <button
                class="switch" role="switch" aria-checked=(!off).to_string() aria-label=on_label
                on:click=move |_| store.run(Command::Switch { link: switched.clone(), lever, off: !off })
            ><span></span></button>
            <button class="plain what" on:click=move |_| landmarks::choose(store, link.clone())>{name}</button>
            {effect}
            <span class="amount">{detail}</span>
            <button class="plain reset" aria-label=reset_label
                on:click=move |_| take_back(store, Command::ResetLever { link: reset.clone(), lever })
            >
                {say!(store, changes.reset)}
            </button>
        </li>
    }
}

/// A proposal from the room is one entry, however much it changes; it is written and removed where they all stand.
fn proposal(store: Store, id: ImprovementId, name: String, off: bool, effect: AnyView) -> impl IntoView {
    let on_label = say!(store, changes.on, name = name.clone());
    let there = say!(store, proposals.in_list, name = name.clone());
    view! {
        <li class:off=off>
            <button
                class="switch" role="switch" aria-checked=(!off).to_string() aria-label=on_label
                on:click=move |_| store.run(Command::SwitchProposal { id: id.clone(), off: !off })
            ><span></span></button>
            <button class="plain what" aria-label=there on:click=move |_| landmarks::go_to(store, Panel::Proposals)>
                {name}
            </button>
            {effect}
        </li>
    }
}

fn plain(store: Store, name: String, detail: String, reset: Command, effect: AnyView) -> impl IntoView {
    let reset_label = say!(store, changes.reset_one, name = name.clone());
    view! {
        <li>
            <span class="switch-space"></span>
            <span class="what">{name}</span>
            {effect}
            <span class="amount">{detail}</span>
            <button class="plain reset" aria-label=reset_label on:click=move |_| take_back(store, reset.clone())>
                {say!(store, changes.reset)}
            </button>
        </li>
    }
}

/// What can be said of an entry by itself, for those who are shown.
fn alone_of(store: Store, entry: &ListedChange) -> Alone {
    let persona = store.persona.get();
    // A report of the request before says nothing about a change that was made since.
    let report = store.report.get().filter(|_| store.is_firm());
    store.work.with(|w| store.answers.effects.with(|e| alone(w, entry, e, report.as_deref(), persona.as_ref())))
}

/// Whether it is good, bad, or neither, as a style.
fn tone_of(alone: &Alone) -> &'static str {
    match alone {
        Alone::Known(
            Net::Stay { more: true, .. } | Net::Buy { more: true, .. } | Net::Outcome { better: true, .. },
        ) => "effect better",
        Alone::Known(Net::Stay { .. } | Net::Buy { .. } | Net::Outcome { .. }) => "effect worse",
        _ => "effect",
    }
}

/// One sentence where the changes together do something else than one by one.
fn sum_of(store: Store) -> Option<String> {
    let persona = store.persona.get();
    let together = store.work.with(|w| store.answers.effects.with(|e| together(w, e, persona.as_ref())))?;
    Some(words::change::sum(store.language.get(), &together))
}
