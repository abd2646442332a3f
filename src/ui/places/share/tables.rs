//! Tables to take away.

use super::options::{findings_told, use_options};
use super::taking::{take_csv, take_workbook};
use crate::app::{BriefOption, Place, dashboards};
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::words::number;
use crate::words::tables::{self, TableSource, TakenTable};
use leptos::prelude::*;

#[component]
pub fn Tables() -> impl IntoView {
    let store = use_store();
    let options = use_options().all;
    let all = move || all(store, options);
    // What is counted anew leaves the rows where they are, under whatever hand is on them.
    let names = Memo::new(move |_| {
        let tables = if store.place.get() == Place::Share { all() } else { Vec::new() };
        tables.into_iter().map(|table| (table.file, table.title)).collect::<Vec<_>>()
    });
    let is_there = Memo::new(move |_| names.with(|names| !names.is_empty()));
    let one = move |(file, title): (&'static str, &'static str)| {
        let take = move || {
            // As it is by now.
            if let Some(table) = untrack(all).into_iter().find(|table| table.file == file) {
                take_csv(&id_of(store), store.language.get_untracked(), &table);
            }
        };
        row(store, move || title.to_owned(), take)
    };
    let list = move || {
        if !is_there.get() {
            return view! { <p class="hint">{say!(store, tables.waiting)}</p> }.into_any();
        }
        view! {
            {all_at_once(store, all)}
            <ul class="taken"><For each=move || names.get() key=|name| *name children=one/>{lived(store)}</ul>
        }
        .into_any()
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
fn all(store: Store, options: Memo<Vec<BriefOption>>) -> Vec<TakenTable> {
    let Some(report) = store.newest() else { return Vec::new() };
    let goal = store.agenda.with(|agenda| agenda.goal);
    let (findings, options) = (findings_told(store), options.read());
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

/// A table by its title, with the button that takes it.
fn row(
    store: Store,
    title: impl Fn() -> String + Copy + Send + Sync + 'static,
    take: impl Fn() + 'static,
) -> impl IntoView {
    let csv = move || say!(store, tables.csv);
    view! {
        <li>
            <span class="picture-title">{title}</span>
            <button class="quiet" aria-label=move || say!(store, pictures.label, kind = csv(), title = title()) on:click=move |_| take()>
                {csv}
            </button>
        </li>
    }
}

/// All tables as one workbook.
fn all_at_once(store: Store, all: impl Fn() -> Vec<TakenTable> + Copy + 'static) -> impl IntoView {
    let failed = RwSignal::new(false);
    let take = move |_| take_workbook(id_of(store), &untrack(all), failed);
    view! {
        <p>
            <button class="firm" on:click=take>{move || say!(store, tables.workbook)}</button>
            <span class="wrong" role="status">{move || failed.get().then(|| say!(store, tables.not_written))}</span>
        </p>
    }
}

/// The raw samples: the simulated customers one by one.
fn lived(store: Store) -> impl IntoView {
    let count = Memo::new(move |_| store.answers.trails.with(|trails| trails.as_ref().map_or(0, |t| t.today.len())));
    let take = move || {
        if let Some(trails) = store.answers.trails.get_untracked() {
            let table = untrack(|| store.work.with(|work| tables::lived(&store.teller(), work, &trails)));
            take_csv(&id_of(store), store.language.get_untracked(), &table);
        }
    };
    let title = move || say!(store, tables.lived, n = number::count(store.language.get(), count.get() as u64));
    move || (count.get() > 0).then(|| row(store, title, take))
}
