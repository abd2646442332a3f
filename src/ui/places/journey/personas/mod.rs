//! The personas side by side. One that is pressed is shown alone, all over the page.

mod kind;

use crate::analysis::Report;
use crate::app::{Command, OutcomeKind, OutcomeRow, Verdict, followed, opposite, outcomes as rows, report_of};
use crate::charts::small::small;
use crate::model::PersonaId;
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::words;
use leptos::prelude::*;

/// Size of a small curve [CSS pixels].
const SMALL: (f64, f64) = (150.0, 46.0);

#[component]
pub fn Personas() -> impl IntoView {
    let store = use_store();
    let ids =
        Memo::new(move |_| store.journey.with(|j| j.personas.iter().map(|p| p.id.clone()).collect::<Vec<PersonaId>>()));
    let title = move || {
        let all = store.answers.everybody.get();
        let opposite = all.and_then(|r| store.work.with(|w| opposite(w, &r)));
        opposite
            .map_or_else(|| say!(store, personas.title).to_owned(), |o| words::persona::opposite(&store.teller(), &o))
    };
    // Whose qualities are looked at.
    let open = RwSignal::new(None::<PersonaId>);
    let tiles =
        move || (ids.with(Vec::len) > 1).then(|| ids.get().into_iter().map(|id| tile(store, id, open)).collect_view());
    let is_one = Memo::new(move |_| ids.with(|ids| ids.len() < 2));
    // Of a single persona there is nothing to compare, but they are of a kind as well.
    let only =
        move || is_one.get().then(|| ids.get().into_iter().map(|id| kind::open_button(store, id, open)).collect_view());
    Effect::new(move |_| {
        ids.track();
        open.set(None);
    });
    view! {
        <section class="personas" class:none=move || ids.with(Vec::is_empty)>
            <h2>{title}</h2>
            <p class="hint" class:none=move || is_one.get()>{move || say!(store, personas.hint)}</p>
            <ul class:none=move || is_one.get()>{tiles}</ul>
            {only}
            {move || open.get().map(kind::opened)}
        </section>
    }
}

fn tile(store: Store, id: PersonaId, open: RwSignal<Option<PersonaId>>) -> impl IntoView {
    let (named, seen, pressed) = (id.clone(), id.clone(), id.clone());
    let name = move || store.persona_name(&named);
    let shown = Memo::new(move |_| store.persona.with(|p| p.as_ref() == Some(&pressed)));
    let of_100 = {
        let id = id.clone();
        move || {
            let share = store.journey.with(|j| {
                let all: f64 = j.personas.iter().map(|p| p.share).sum();
                j.personas.iter().find(|p| p.id == id).map_or(0.0, |p| p.share / all)
            });
            words::persona::of_100(store.language.get(), share)
        }
    };
    let report = Memo::new(move |_| store.answers.everybody.get().and_then(|r| report_of(&r, &seen)));
    let curve = move || report.get().map(|r| curve(store, &r));
    let figures = move || report.get().map(|r| figures(store, &r));
    let kind = kind::open_button(store, id.clone(), open);
    let choose = move |_| store.run(Command::Only((!shown.get_untracked()).then(|| id.clone())));
    view! {
        <li>
            <button class="persona" aria-pressed=move || shown.get().to_string() on:click=choose>
                <span class="persona-name">{name}</span>
                <span class="persona-share">{of_100}</span>
                {curve}
                {figures}
            </button>
            {kind}
        </li>
    }
}

fn curve(store: Store, report: &Report) -> impl IntoView + use<> {
    let (width, height) = SMALL;
    let today = small(&report.today.survival, width, height);
    let what_if = report.what_if.as_ref().filter(|_| store.changed.get()).map(|w| small(&w.survival, width, height));
    view! {
        <svg class="small" viewBox=format!("0 -2 {width} {}", height + 4.0) preserveAspectRatio="none" aria-hidden="true"
            focusable="false"
        >
            <line class="rule" x1="0" x2=width y1=height y2=height/>
            <path class="today" d=today/>
            {what_if.map(|d| view! { <path class="what-if" d=d/> })}
        </svg>
    }
}

/// Who is left at the end and the outcomes that people ask for first, in words.
fn figures(store: Store, report: &Report) -> impl IntoView + use<> {
    let kept = |survival: &[f64]| survival.last().copied();
    let now = report.what_if.as_ref().filter(|_| store.changed.get()).unwrap_or(&report.today);
    let periods = u64::from(followed(report));
    let stay = kept(&now.survival).filter(|_| now.bought > 0).map(|share| {
        view! { <span>{words::persona::stay(&store.teller(), share, periods)}</span> }
    });
    let shown = store.work.with(|w| rows(w, report));
    let lines = shown
        .into_iter()
        .filter(|r| matches!(r.kind, OutcomeKind::Conversion | OutcomeKind::Churn))
        .map(|r| line(store, &r));
    let lines = lines.collect_view();
    view! { <span class="persona-figures">{stay}{lines}</span> }
}

fn line(store: Store, row: &OutcomeRow) -> impl IntoView + use<> {
    let teller = store.teller();
    let value = words::outcome::figure(&teller, row);
    let tone = match row.verdict {
        Verdict::Better => "better",
        Verdict::Worse => "worse",
        _ => "",
    };
    let difference = row.has_difference().then(|| words::outcome::difference(&teller, row));
    view! {
        <span>{words::outcome::name(&teller, row.kind)}" "<b>{value}</b></span>
        {difference.map(|d| view! { <span class=tone>{d}</span> })}
    }
}
