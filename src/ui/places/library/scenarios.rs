//! Today and what could be: the named scenarios of the journey that is open, beside today and each other.

use super::shelf::use_library;
use crate::analysis::Report;
use crate::app::library::{back_to_parent, drop_named, has_moved, hold, keep_as, take_named};
use crate::app::{Built, Command, OutcomeRow, Project, Verdict, outcomes};
use crate::model::{Journey, NamedScenario, Scenario};
use crate::say;
use crate::ui::state::Store;
use crate::words::{number, outcome};
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// How many arrivals each scenario is tried on [customers]: enough to tell, few enough not to be waited for.
const TRIED_ON: u64 = 20_000;
/// Which of the outcomes stand side by side, by their place in [`outcomes`].
const SHOWN: usize = 3;

/// What is known of the scenarios of one journey.
#[derive(Clone, Default)]
struct Tried {
    of: Option<(Arc<Journey>, u64)>,
    /// What each scenario comes to; `None` for one that cannot be.
    known: Vec<(Scenario, Option<Arc<Report>>)>,
    asked: Vec<(u32, Scenario)>,
    next: u32,
}

impl Tried {
    /// What is still to be asked about a work, each by a number of its own. What was asked before has been dropped.
    fn open(&mut self, work: &Project) -> Vec<(u32, Scenario)> {
        if self.of.as_ref().is_none_or(|(journey, seed)| *journey != work.journey || *seed != work.seed) {
            (self.of, self.known) = (Some((work.journey.clone(), work.seed)), Vec::new());
        }
        self.asked.clear();
        for named in work.named.iter() {
            if self.of(&named.scenario).is_none() {
                self.next += 1;
                self.asked.push((self.next, named.scenario.clone()));
            }
        }
        self.asked.clone()
    }

    fn take_in(&mut self, number: u32, report: Option<Arc<Report>>) {
        if let Some(at) = self.asked.iter().position(|(asked, _)| asked | (1 << 31) == number) {
            let (_, scenario) = self.asked.swap_remove(at);
            self.known.push((scenario, report));
        }
    }

    /// A report of one of them.
    fn any(&self) -> Option<Arc<Report>> {
        self.known.iter().find_map(|(_, report)| report.clone())
    }

    /// `None` while it is awaited.
    fn of(&self, scenario: &Scenario) -> Option<Option<Arc<Report>>> {
        self.known.iter().find(|(known, _)| known == scenario).map(|(_, report)| report.clone())
    }
}

/// Puts the work on the page, as one step.
fn put(store: Store, work: Project) {
    store.run(Command::Build(Box::new(Built { work, typed: None })));
}

fn work_of(store: Store) -> Project {
    store.session.with_untracked(|session| session.work.clone())
}

#[component]
pub fn Scenarios() -> impl IntoView {
    let store = use_library().store;
    let tried = RwSignal::new(Tried::default());
    let work = Memo::new(move |_| store.session.with(|session| session.work.clone()));
    Effect::new(move |_| {
        let work = work.get();
        let mut open = Vec::new();
        tried.update(|tried| open = tried.open(&work));
        open.into_iter().for_each(|(number, scenario)| store.ask_beside(number, scenario, TRIED_ON));
    });
    Effect::new(move |_| {
        if let Some((number, report)) = store.answers.beside.get() {
            tried.update(|tried| tried.take_in(number, report));
        }
    });
    let name = move || store.teller().named(&work.with(|work| work.journey.name.clone()));
    let title = move || say!(store, library.scenario.title, name = name());
    let named = Memo::new(move |_| work.with(|work| work.named.clone()));
    let has_some = move || named.with(|named| !named.is_empty());
    let row = move |named: NamedScenario| row(store, work, tried, named);
    let head = move || {
        let teller = store.teller();
        let rows = store.report.get().map(|report| work.with(|work| outcomes(work, &report)));
        let kinds = rows.map(|rows| rows.map(|row| row.kind).to_vec()).unwrap_or_default();
        kinds
            .into_iter()
            .take(SHOWN)
            .map(|kind| view! { <th scope="col">{outcome::name(&teller, kind)}</th> })
            .collect_view()
    };
    let base = move || say!(store, library.scenario.base, n = number::count(store.language.get(), TRIED_ON));
    view! {
        <section class="library-scenarios" aria-labelledby="library-scenarios-title">
            <h2 id="library-scenarios-title">{title}</h2>
            <p class="hint">{move || say!(store, library.scenario.lead)}</p>
            <Now work=work/>
            <div class="scenario-scroll" hidden=move || !has_some() tabindex="0" role="group" aria-label=title>
                <table class="scenario-table">
                    <thead><tr><th scope="col">{move || say!(store, library.scenario.name)}</th>{head}<td></td></tr></thead>
                    <tbody>
                        {today(store, work, tried)}
                        <For each=move || named.get().to_vec() key=|named| format!("{named:?}") children=row/>
                    </tbody>
                </table>
            </div>
            <p class="hint" hidden=move || !has_some()>{base}</p>
        </section>
    }
}

/// Today's row.
fn today(store: Store, work: Memo<Project>, tried: RwSignal<Tried>) -> impl IntoView {
    let is_taken = move || work.with(|work| work.taken.is_none());
    let cells = move || {
        let teller = store.teller();
        // Of the same customers as the others, where they have been tried: each difference is then one to what stands here.
        let report = tried.with(Tried::any).or_else(|| store.report.get());
        let rows = report.map(|report| work.with(|work| outcomes(work, &report)));
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

fn row(store: Store, work: Memo<Project>, tried: RwSignal<Tried>, named: NamedScenario) -> impl IntoView {
    let NamedScenario { id, name, parent, scenario } = named;
    let name = StoredValue::new(name);
    let its = StoredValue::new(id.clone());
    let is_taken = move || work.with(|work| its.with_value(|id| work.taken.as_ref() == Some(id)));
    let from = move || {
        let name = work.with(|work| {
            let parent = work.named.iter().find(|named| Some(&named.id) == parent.as_ref());
            parent.map(|parent| parent.name.clone())
        });
        let name = name.unwrap_or_else(|| say!(store, library.scenario.today).to_owned());
        say!(store, library.scenario.from, name = name)
    };
    let cells = move || {
        let teller = store.teller();
        match tried.with(|tried| tried.of(&scenario)) {
            None => view! { <td colspan=SHOWN>{say!(store, library.scenario.awaited)}</td> }.into_any(),
            Some(None) => {
                view! { <td colspan=SHOWN class="wrong">{say!(store, library.scenario.impossible)}</td> }.into_any()
            }
            Some(Some(report)) => {
                let its = Project { scenario: scenario.clone(), ..work.get() };
                let cell = |row: OutcomeRow| {
                    let tone = match row.verdict {
                        Verdict::Better => "better",
                        Verdict::Worse => "worse",
                        _ => "",
                    };
                    view! {
                        <td>
                            <span class="scenario-figure">{outcome::figure(&teller, &row)}</span>
                            <span class=format!("scenario-difference {tone}")>{outcome::difference(&teller, &row)}</span>
                            <span class="hint">{outcome::people(&teller, &row)}</span>
                        </td>
                    }
                };
                outcomes(&its, &report).into_iter().take(SHOWN).map(cell).collect_view().into_any()
            }
        }
    };
    let said = move || name.get_value();
    let remove = move |_| put(store, drop_named(&work_of(store), &its.get_value()));
    let label = move || say!(store, library.act, act = say!(store, library.scenario.remove), name = said());
    view! {
        <tr class:chosen=is_taken>
            <th scope="row"><bdi>{said}</bdi><span class="hint">{from}</span></th>
            {cells}
            <td>
                {take(store, Some(id), said, is_taken)} " "
                <button class="plain" aria-label=label on:click=remove>{move || say!(store, library.scenario.remove)}</button>
            </td>
        </tr>
    }
}

/// What is changed now, to be kept under a name, kept in the scenario that was taken up, or taken back.
#[component]
fn Now(work: Memo<Project>) -> impl IntoView {
    let store = use_library().store;
    let field: NodeRef<html::Input> = NodeRef::new();
    let is_refused = RwSignal::new(false);
    let moved = Memo::new(move |_| work.with(has_moved));
    let taken = Memo::new(move |_| {
        work.with(|work| {
            work.named.iter().find(|named| Some(&named.id) == work.taken.as_ref()).map(|named| named.name.clone())
        })
    });
    let parent = move || {
        let today = || say!(store, library.scenario.today).to_owned();
        work.with(|work| {
            let taken = work.named.iter().find(|named| Some(&named.id) == work.taken.as_ref())?;
            if has_moved(work) {
                return Some(taken.name.clone());
            }
            let parent = work.named.iter().find(|named| Some(&named.id) == taken.parent.as_ref());
            Some(parent.map_or_else(today, |parent| parent.name.clone()))
        })
    };
    let keep = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(input) = field.get_untracked() else { return };
        let kept = keep_as(&work_of(store), &input.value());
        is_refused.set(kept.is_none() && !input.value().trim().is_empty());
        if let Some(work) = kept {
            input.set_value("");
            put(store, work);
        }
    };
    let told = move || match (moved.get(), taken.get()) {
        (true, Some(name)) => say!(store, library.scenario.moved, name = name),
        (true, None) => say!(store, library.scenario.moved_today).to_owned(),
        (false, Some(_)) => String::new(),
        (false, None) => say!(store, library.scenario.none).to_owned(),
    };
    let hold_button = move || {
        taken.get().filter(|_| moved.get()).map(|name| {
            let press = move |_| put(store, hold(&work_of(store)));
            view! { <button class="firm" on:click=press>{say!(store, library.scenario.hold, name = name)}</button> }
        })
    };
    let back_button = move || {
        parent().map(|name| {
            let press = move |_| put(store, back_to_parent(&work_of(store)));
            view! { <button class="plain" on:click=press>{say!(store, library.scenario.back, name = name)}</button> }
        })
    };
    view! {
        <p>{told}</p>
        <p class="library-tools">{hold_button} {back_button}</p>
        <form class="library-keep" on:submit=keep hidden=move || !moved.get()>
            <label>
                <span class="form-name">{move || say!(store, library.scenario.label)}</span>
                <input class="words-input" type="text" maxlength="80" autocomplete="off" node_ref=field/>
            </label>
            <button class="firm">{move || say!(store, library.scenario.keep)}</button>
        </form>
        <p class="wrong" role="alert">{move || is_refused.get().then(|| say!(store, library.scenario.full))}</p>
    }
}
