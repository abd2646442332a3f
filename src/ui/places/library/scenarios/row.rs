//! A scenario as a row of the table: what it changes, and what that comes to beside today.

use super::work::{SHOWN, put, work_of};
use crate::app::library::{drop_named, rename, take_named};
use crate::app::{OutcomeRow, Project, Tried, TriedScenario, Verdict, outcomes, outcomes_at};
use crate::model::{Kinship, NamedScenario};
use crate::say;
use crate::ui::platform::device;
use crate::ui::state::Store;
use crate::words::{Speaks, Teller, outcome, scenario as words};
use gloo::timers::callback::Timeout;
use leptos::html;
use leptos::prelude::*;

/// What today's sentences are told from: its journey, whatever lies on the desk.
pub fn today_teller(store: Store, work: Memo<Project>) -> Teller {
    Teller { language: store.language(), journey: work.with(|work| work.today_journey().clone()) }
}

/// Today's row.
pub fn today(store: Store, work: Memo<Project>, tried: RwSignal<Tried>) -> impl IntoView {
    let is_taken = move || work.with(|work| work.taken.is_none());
    let cells = move || {
        let teller = today_teller(store, work);
        // Of the same customers as the others, where they have been tried: each difference is then one to what stands here.
        let is_on_desk = work.with(|work| work.as_is.is_none());
        let report = tried.with(Tried::any).or_else(|| store.report.get().filter(|_| is_on_desk));
        let rows = report.map(|report| outcomes_at(teller.journey.price, &report, false));
        let value =
            |row: OutcomeRow| row.today.map_or_else(String::new, |e| outcome::value(&teller, row.kind, e.value));
        let cell = |row: OutcomeRow| view! { <td><span class="scenario-figure today">{value(row)}</span></td> };
        rows.map(|rows| rows.into_iter().take(SHOWN).map(cell).collect_view())
    };
    view! {
        <tr class:chosen=is_taken>
            <th scope="row">{move || say!(store, library.scenario.today)}</th>
            {cells}
            <td>{take(store, None, move || say!(store, library.scenario.today).to_owned(), is_taken)}</td>
        </tr>
    }
}

/// The button that takes a scenario up.
fn take(
    store: Store,
    id: Option<String>,
    name: impl Fn() -> String + Copy + Send + Sync + 'static,
    is_taken: impl Fn() -> bool + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let press = move |_| put(store, take_named(&work_of(store), id.as_deref()));
    let words =
        move || if is_taken() { say!(store, library.scenario.taken) } else { say!(store, library.scenario.take) };
    let label = move || say!(store, library.act, act = words(), name = name());
    view! {
        <button class="plain" aria-label=label aria-pressed=move || is_taken().to_string() on:click=press>
            {words}
        </button>
    }
}

/// The row of a scenario.
pub fn row(store: Store, work: Memo<Project>, tried: RwSignal<Tried>, named: NamedScenario) -> impl IntoView {
    let (name, its) = (StoredValue::new(named.name.clone()), StoredValue::new(named.id.clone()));
    let (id, parent) = (named.id.clone(), named.parent.clone());
    let named = StoredValue::new(named);
    let is_taken = move || work.with(|work| its.with_value(|id| work.taken.as_ref() == Some(id)));
    let from = move || {
        let name = work.with(|work| {
            let parent = work.named.iter().find(|named| Some(&named.id) == parent.as_ref());
            parent.map(|parent| parent.name.clone())
        });
        let name = name.unwrap_or_else(|| say!(store, library.scenario.today).to_owned());
        say!(store, library.scenario.from, name = name)
    };
    let changes = move || {
        let teller = today_teller(store, work);
        let all = named.with_value(|named| words::changed(&teller, &work.get().on_as_it_is(), named));
        all.into_iter().map(|change| view! { <li>{change}</li> }).collect_view()
    };
    let found = Memo::new_with_compare(
        move |_| named.with_value(|named| tried.with(|tried| tried.answer_for(named))),
        |_, _| true,
    );
    let kin = move || match found.get() {
        Some(TriedScenario::Known(_, kinship)) if named.with_value(|named| named.structure.is_some()) => {
            Some(match kinship {
                Kinship::Apart => say!(store, library.scenario.apart),
                _ => say!(store, library.scenario.twins),
            })
        }
        _ => None,
    };
    let cells = move || cells(store, work, named, found.get());
    let said = move || name.get_value();
    let remove = move |_| put(store, drop_named(&work_of(store), &its.get_value()));
    let label = move |act: &'static str| say!(store, library.act, act = act, name = said());
    let is_named = RwSignal::new(false);
    let field: NodeRef<html::Input> = NodeRef::new();
    let again = move |_| {
        is_named.set(true);
        Timeout::new(0, move || field.get_untracked().into_iter().for_each(|field| field.select())).forget();
    };
    let renamed = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        is_named.set(false);
        if let Some(field) = field.get_untracked() {
            put(store, rename(&work_of(store), &its.get_value(), &field.value()));
            device::focus_soon("library-scenarios-title");
        }
    };
    let naming = move || {
        is_named.get().then(|| {
            view! {
                <form class="library-keep" on:submit=renamed>
                    <label>
                        <span class="form-name">{say!(store, library.scenario.label)}</span>
                        <input class="words-input" type="text" maxlength="80" autocomplete="off" node_ref=field prop:value=said/>
                    </label>
                    <button class="firm">{say!(store, library.save)}</button>
                </form>
            }
        })
    };
    view! {
        <tr class:chosen=is_taken>
            <th scope="row">
                <bdi>{said}</bdi><span class="hint">{from}</span>
                <ul class="scenario-changes">{changes}</ul>
                {move || kin().map(|kin| view! { <p class="hint">{kin}</p> })}
                {naming}
            </th>
            {cells}
            <td>
                {take(store, Some(id), said, is_taken)} " "
                <button class="plain" aria-label=move || label(say!(store, library.scenario.rename)) on:click=again>
                    {move || say!(store, library.scenario.rename)}
                </button> " "
                <button class="plain" aria-label=move || label(say!(store, library.scenario.remove)) on:click=remove>
                    {move || say!(store, library.scenario.remove)}
                </button>
            </td>
        </tr>
    }
}

/// What a scenario comes to.
fn cells(
    store: Store,
    work: Memo<Project>,
    named: StoredValue<NamedScenario>,
    found: Option<TriedScenario>,
) -> AnyView {
    let wrong = |words: &'static str| view! { <td colspan=SHOWN class="wrong">{words}</td> }.into_any();
    let (report, kinship) = match found {
        None => return view! { <td colspan=SHOWN>{say!(store, library.scenario.awaited)}</td> }.into_any(),
        Some(TriedScenario::Impossible) => return wrong(say!(store, library.scenario.impossible)),
        Some(TriedScenario::Still) => return wrong(say!(store, library.scenario.still)),
        Some(TriedScenario::Incomparable) => return wrong(say!(store, library.scenario.incomparable)),
        Some(TriedScenario::Known(report, kinship)) => (report, kinship),
    };
    let teller = today_teller(store, work);
    let rows = if named.with_value(|named| named.structure.is_some()) {
        outcomes_at(teller.journey.price, &report, true)
    } else {
        let scenario = named.with_value(|named| named.scenario.clone());
        outcomes(&Project { scenario, ..work.get().on_as_it_is() }, &report)
    };
    let cell = |row: OutcomeRow| {
        let tone = match row.verdict {
            Verdict::Better => "better",
            Verdict::Worse => "worse",
            _ => "",
        };
        let people = match kinship {
            Kinship::Apart => words::apart_people(&teller, &row),
            _ => outcome::people(&teller, &row),
        };
        view! {
            <td>
                <span class="scenario-figure">{outcome::figure(&teller, &row)}</span>
                <span class=format!("scenario-difference {tone}")>{outcome::difference(&teller, &row)}</span>
                <span class="hint">{people}</span>
            </td>
        }
    };
    rows.into_iter().take(SHOWN).map(cell).collect_view().into_any()
}
