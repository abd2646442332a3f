//! Tables to take away.

use super::options::{findings_told, use_options};
use super::taking::{take_csv, take_workbook};
use crate::app::{Place, dashboards};
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::words::number;
use crate::words::tables::{self, TableSource, TakenTable};
use leptos::prelude::*;

#[component]
pub fn Tables() -> impl IntoView {
    let store = use_store();
    let list = move || {
        let all = if store.place.get() == Place::Share { all(store) } else { Vec::new() };
        if all.is_empty() {
            return view! { <p class="hint">{say!(store, tables.waiting)}</p> }.into_any();
        }
        let items = all.into_iter().map(|table| one(store, table)).collect_view();
        view! { <AllAtOnce/><ul class="taken">{items}<Lived/></ul> }.into_any()
    };
    view! {
        <section class="share-part" aria-labelledby="share-tables">
            <h2 id="share-tables">{move || say!(store, tables.title)}</h2>
            <p class="hint">{move || say!(store, tables.lead)}</p>
            {list}
        </section>
    }
}

/// All tables of what the page shows; none before its figures are firm.
fn all(store: Store) -> Vec<TakenTable> {
    let Some(report) = store.newest() else { return Vec::new() };
    let goal = store.agenda.with(|agenda| agenda.goal);
    let (findings, options) = (findings_told(store), use_options().all.read());
    store.work.with(|work| {
        let both = store.answers.calendar.get().and_then(|calendar| dashboards(work, &calendar));
        let (report, findings, dashboards) = (&*report, &findings, both.as_ref());
        let source = TableSource { work, goal, report, findings, dashboards, options: &options };
        tables::all(&store.teller(), &source)
    })
}

fn id_of(store: Store) -> String {
    store.journey.with_untracked(|journey| journey.id.clone())
}

fn one(store: Store, table: TakenTable) -> impl IntoView {
    let (title, csv) = (table.title, say!(store, tables.csv));
    let label = say!(store, pictures.label, kind = csv, title = title);
    let take = move |_| take_csv(&id_of(store), store.language.get_untracked(), &table);
    view! {
        <li>
            <span class="picture-title">{title}</span>
            <button class="quiet" aria-label=label on:click=take>{csv}</button>
        </li>
    }
}

/// All tables as one workbook.
#[component]
fn AllAtOnce() -> impl IntoView {
    let store = use_store();
    let failed = RwSignal::new(false);
    let take = move |_| take_workbook(id_of(store), &untrack(|| all(store)), failed);
    view! {
        <p>
            <button class="firm" on:click=take>{move || say!(store, tables.workbook)}</button>
            <span class="wrong" role="status">{move || failed.get().then(|| say!(store, tables.not_written))}</span>
        </p>
    }
}

/// The raw samples: the simulated customers one by one.
#[component]
fn Lived() -> impl IntoView {
    let store = use_store();
    let count = Memo::new(move |_| store.answers.trails.with(|trails| trails.as_ref().map_or(0, |t| t.today.len())));
    let take = move |_| {
        if let Some(trails) = store.answers.trails.get_untracked() {
            let table = untrack(|| store.work.with(|work| tables::lived(&store.teller(), work, &trails)));
            take_csv(&id_of(store), store.language.get_untracked(), &table);
        }
    };
    let title = move || say!(store, tables.lived, n = number::count(store.language.get(), count.get() as u64));
    move || {
        (count.get() > 0).then(|| {
            view! {
                <li>
                    <span class="picture-title">{title}</span>
                    <button class="quiet" aria-label=move || say!(store, pictures.label, kind = say!(store, tables.csv), title = title()) on:click=take>
                        {move || say!(store, tables.csv)}
                    </button>
                </li>
            }
        })
    }
}
