//! The sentence: what the change does, in people; and the line under it.

use crate::app::{Command, Effect as Fate, Notice, Sentence, sentence};
use crate::say;
use crate::ui::platform::device;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::marked;
use crate::words;
use leptos::prelude::*;

/// The sentence of the newest report, or the one before while a report is on its way.
fn told(store: Store) -> Memo<Option<Sentence>> {
    Memo::new(move |before: Option<&Option<Sentence>>| {
        let report = store.report.get();
        let new = report.and_then(|r| store.work.with(|w| sentence(w, &r)));
        new.or_else(|| before.cloned().flatten())
    })
}

/// The sentence as it is announced.
pub fn spoken(store: Store) -> String {
    let report = store.report.get();
    let new = report.as_ref().and_then(|r| store.work.with(|w| sentence(w, r)));
    new.map_or_else(String::new, |s| words::headline::spoken(&store.teller(), &s, report.as_deref()))
}

/// A sentence as it stands in the headline, in the colour of what it says.
pub fn shown(store: Store, sentence: &Sentence) -> Vec<AnyView> {
    let tone = match sentence {
        Sentence::WhatIf { effect: Fate::Stay(_) | Fate::Buy(_), .. } => "better",
        Sentence::WhatIf { effect: Fate::Leave(_) | Fate::DropOut(_), .. } => "worse",
        _ => "plain",
    };
    marked(&words::headline::headline(&store.teller(), sentence), tone)
}

/// The line under a sentence, as the newest report fills it: before anything is changed, after the journey's story.
pub fn under(store: Store, sentence: &Sentence) -> String {
    let under = words::headline::under(&store.teller(), sentence, store.report.get().as_deref());
    let story = store.story();
    match sentence {
        Sentence::Today { .. } if !story.is_empty() => format!("{story} {under}"),
        _ => under,
    }
}

/// Where the sentence stands.
const SENTENCE: &str = "sentence";

/// The sentence and the line under it.
#[component]
pub fn Headline() -> impl IntoView {
    let store = use_store();
    let told = told(store);
    let headline = move || match told.get() {
        None if store.notices.with(|all| all.iter().any(|one| matches!(one, Notice::Stopped { .. }))) => {
            view! { <span class="waiting">{say!(store, headline.stopped)}</span> }.into_any()
        }
        None => view! { <span class="waiting">{say!(store, headline.waiting)}</span> }.into_any(),
        Some(sentence) => shown(store, &sentence).into_any(),
    };
    let under = move || told.get().map(|s| under(store, &s));
    view! {
        <div class="headline">
            <OnlyThese/>
            {move || store.answers.is_old.get().then(|| view! { <p class="old">{words::notice::old(store.language.get())}</p> })}
            {move || store.session.with(|s| s.work.stands_still()).then(|| view! { <p class="old">{say!(store, build.old_still)}</p> })}
            <h1 id=SENTENCE tabindex="-1">{headline}</h1>
            <p class="under">{under}</p>
        </div>
    }
}

/// Says whose customers are shown, where it is not everybody's.
#[component]
fn OnlyThese() -> impl IntoView {
    let store = use_store();
    move || {
        let name = store.persona_name(&store.persona.get()?);
        let everybody = move |_| {
            store.run(Command::Only(None));
            device::focus(SENTENCE);
        };
        Some(view! {
            <p class="only">
                <strong>{say!(store, personas.only, name = name)}</strong>" "
                <button class="plain" on:click=everybody>{say!(store, personas.everybody)}</button>
            </p>
        })
    }
}
