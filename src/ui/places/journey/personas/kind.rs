//! What a persona is like: where they come in, which ways they go, and their qualities, each of which can be changed.

use crate::app::{Command, quality_scale};
use crate::model::{Field, PersonaId};
use crate::say;
use crate::ui::platform::device;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{NotFetched, Slider, TypedInput, later_with};
use crate::words::quality as words;
use crate::words::typed::Misread;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

/// The panel that the buttons open.
const PANEL: &str = "persona-kind";

/// The button that opens what a persona is like, and closes it.
pub fn open_button(store: Store, id: PersonaId, open: RwSignal<Option<PersonaId>>) -> impl IntoView {
    let (asked, named, counted) = (id.clone(), id.clone(), id.clone());
    let is_open = Memo::new(move |_| open.with(|open| open.as_ref() == Some(&asked)));
    let name = move || say!(store, qualities.open, name = store.teller().first_name(&named));
    let changed = move || {
        let changed = store.work.with(|w| w.changed_qualities(&counted));
        (changed > 0).then(|| say!(store, qualities.changed, n = store.teller().count(changed as u64)))
    };
    view! {
        <button class="plain persona-open" aria-expanded=move || is_open.get().to_string() aria-controls=PANEL
            on:click=move |_| open.set((!is_open.get_untracked()).then(|| id.clone()))
        >
            {name} {changed}
        </button>
    }
}

/// The panel of a persona.
pub fn opened(id: PersonaId) -> AnyView {
    let view = move |panel: fn(PersonaId) -> AnyView| panel(id.clone());
    view! { <div id=PANEL>{later_with(|| Box::pin(fetched()), view)}</div> }.into_any()
}

#[wasm_split(details, fallible, wasm_split_path = ::leptos::wasm_split)]
fn fetched() -> Result<fn(PersonaId) -> AnyView, NotFetched> {
    Ok(panel)
}

fn panel(id: PersonaId) -> AnyView {
    let store = use_store();
    let about = id.clone();
    let seen = move || seen(store, &about);
    let rows = Field::QUALITIES.into_iter().map(|quality| view! { <Row persona=id.clone() quality=quality/> });
    let rows = rows.collect_view();
    view! {
        <div class="kind">
            <div class="kind-seen">{seen}</div>
            <div class="kind-levers">
                <p class="hint">{move || say!(store, qualities.hint)}</p>
                <ul>{rows}</ul>
            </div>
        </div>
    }
    .into_any()
}

/// What cannot be changed here: who they are, where they come in, which ways they go.
fn seen(store: Store, id: &PersonaId) -> Option<impl IntoView + use<>> {
    let teller = store.teller();
    let persona = teller.journey.personas.iter().find(|p| p.id == *id)?;
    let about = persona.about.get(teller.code()).to_owned();
    let entries = persona.entries.iter().map(|entry| view! { <li>{words::entry(&teller, entry)}</li> }).collect_view();
    let leanings = words::leanings(&teller, persona).into_iter().map(|words| view! { <li>{words}</li> }).collect_view();
    Some(view! {
        <h3>{teller.persona_name(id)}</h3>
        <p>{about}</p>
        <h4>{say!(store, qualities.come_in)}</h4>
        <ul>{entries}</ul>
        <h4>{say!(store, qualities.leaning)}</h4>
        <ul>{leanings}</ul>
    })
}

/// A quality: its name with the help behind it, its value, a slider, and the way back to today.
#[component]
fn Row(persona: PersonaId, quality: Field) -> impl IntoView {
    let store = use_store();
    let persona = StoredValue::new(persona);
    let with = move || persona.get_value();
    let today = Memo::new(move |_| store.work.with(|w| w.quality_today(&with(), quality)).unwrap_or(0.0));
    let now = Memo::new(move |_| store.work.with(|w| w.quality_now(&with(), quality)).unwrap_or(0.0));
    let scale = Memo::new(move |_| store.work.with(|w| quality_scale(w, &with(), quality)));
    let set = Callback::new(move |value| store.run(Command::SetQuality { persona: with(), quality, value }));
    let changed = move || now.get() != today.get();
    let before =
        move || changed().then(|| format!("{} → ", words::bare_value(store.language.get(), quality, today.get())));
    let spoken = move || words::spoken(&store.teller(), quality, today.get(), now.get());
    let reset_label =
        move || say!(store, changes.reset_one, name = words::of_persona(&store.teller(), &with(), quality));
    let row = format!("quality-{}", quality.name());
    let there = format!("#{row} input[type=range]");
    let reset = move |_| {
        store.run(Command::ResetQuality { persona: with(), quality });
        device::focus_first(&there);
    };
    view! {
        <li id=row class="lever" class:changed=changed>
            <details class="help">
                <summary>{move || words::name(store.language.get(), quality)}</summary>
                <dl>
                    <dt>{move || say!(store, help.means)}</dt>
                    <dd>{move || words::means(&store.teller(), quality)}</dd>
                    <dt>{move || say!(store, help.look)}</dt>
                    <dd>{move || words::look(store.language.get(), quality)}</dd>
                    <dt>{move || say!(store, help.source)}</dt>
                    <dd>{move || words::source(&store.teller(), &with(), quality)}</dd>
                </dl>
            </details>
            <span class="lever-value">
                <span class="from">{before}</span>
                <Typed persona=persona quality=quality now=now/>
            </span>
            <span class="lever-way">
                <Slider label=Signal::derive(move || words::name(store.language.get(), quality).to_owned())
                    value=now today=today words=Signal::derive(spoken) set=set scale=Signal::derive(move || scale.get())/>
                <button class="plain" aria-disabled=move || (!changed()).to_string() aria-label=reset_label on:click=reset>
                    {move || say!(store, changes.reset)}
                </button>
            </span>
        </li>
    }
}

/// The value as it is typed, with its unit. What cannot be is said at once, and the old value stays.
#[component]
fn Typed(persona: StoredValue<PersonaId>, quality: Field, now: Memo<f64>) -> impl IntoView {
    let store = use_store();
    let misread = RwSignal::new(None::<Misread>);
    let kind = move || words::kind(&store.teller(), quality);
    let shown = Signal::derive(move || kind().write(now.get()));
    let read = Callback::new(move |typed: String| {
        let value = untrack(kind).read(&typed)?;
        Ok(Command::SetQuality { persona: persona.get_value(), quality, value })
    });
    let label = Signal::derive(move || words::typed(&store.teller(), quality));
    let wrong = move || misread.get().map(|why| kind().told(&why));
    let id = format!("wrong-{}", quality.name());
    view! {
        <TypedInput label=label value=shown size="5" read=read misread=misread described_by=id.clone()/>
        <span class="after">{move || words::unit_after(&store.teller(), quality)}</span>
        <span id=id class="wrong" role="alert">{wrong}</span>
    }
}
