//! How sure: plausible worlds as marks that can be counted.

use super::goal::goal_name;
use super::goal_words;
use crate::analysis::studies::Sure;
use crate::app::{BestIn, best_in, is_mostly_noise};
use crate::charts::geometry::Point;
use crate::charts::worlds::{STEP, mark, outline, room, worlds};
use crate::ui::platform::width::in_page;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::Sheet;
use crate::ui::{format, say};
use leptos::prelude::*;

#[component]
pub fn HowSure() -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| store.findings.with(|f| f.sure.clone()));
    let finding = move || found.get().map(|s| finding(store, &s));
    let measure = move || {
        let s = found.get()?;
        let first = s.measure.first()?;
        let share = |v| format::short_percent(store.language.get(), v);
        let by = first.swing.map(|swing| goal_words::size(store, s.outcome, swing.value));
        let outcome = goal_name(store, s.outcome);
        let swing = by.map(|by| {
            say!(store, sure.swing, low = share(first.low), high = share(first.high), outcome = outcome, by = by)
        });
        Some(view! {
            <p class="measure">
                <strong>{say!(store, sure.measure, link = store.link_name(&first.id))}</strong> " " {swing}
            </p>
        })
    };
    let how_sure = move || match found.get() {
        Some(s) if s.uncertain == 0 => say!(store, sure.no_ranges).to_owned(),
        Some(s) => say!(store, sure.sure, n = s.uncertain),
        None => String::new(),
    };
    let why = move || vec![say!(store, sure.why).to_owned(), say!(store, sure.why_measure).to_owned()];
    view! {
        <Sheet class="sure" name=Signal::derive(move || say!(store, sure.name).to_owned())
            finding=Signal::derive(finding) sure=Signal::derive(how_sure) why=Signal::derive(why)
        >
            {move || found.get().map(|s| picture(store, &s))}
            {measure}
        </Sheet>
    }
}

fn finding(store: Store, sure: &Sure) -> String {
    let name = |at: usize| sure.links.get(at).map_or_else(String::new, |l| store.link_name(&l.id));
    let worlds = |at: usize| sure.links.get(at).map_or(0, |l| l.best_in);
    match worlds(0) {
        0 => say!(store, sure.nothing).to_owned(),
        n if sure.too_close => {
            say!(store, sure.too_close, first = name(0), n = n, of = sure.worlds, second = name(1), m = worlds(1))
        }
        n if is_mostly_noise(sure) => {
            say!(store, sure.noisy, link = name(0), n = n, of = sure.worlds, m = sure.noisy)
        }
        n => say!(store, sure.title, n = n, of = sure.worlds, link = name(0)),
    }
}

fn picture(store: Store, sure: &Sure) -> impl IntoView + use<> {
    let groups = best_in(sure);
    let dots = worlds(&groups.iter().map(|g| (g.worlds, g.clear)).collect::<Vec<_>>());
    let (width, height) = room(dots.len());
    let items: Vec<String> = groups.iter().map(|group| item(store, group)).collect();
    let label = say!(store, sure.label, of = sure.worlds, list = items.join("; "));
    let drawn = dots.iter().map(|dot| {
        let class = format!("plausible group-{}{}", dot.group, if dot.hollow { " hollow" } else { "" });
        view! { <path class=class d=outline(mark(dot.group), dot.at)/> }
    });
    let drawn = drawn.collect_view();
    let legend = items.into_iter().enumerate().map(|(group, words)| {
        view! {
            <li class=format!("group-{group}")>
                <svg viewBox=format!("0 0 {STEP} {STEP}") style:width=in_page(STEP) aria-hidden="true">
                    <path class=format!("plausible group-{group}") d=outline(mark(group), Point::new(STEP / 2.0, STEP / 2.0))/>
                </svg>
                <span>{words}</span>
            </li>
        }
    });
    let legend = legend.collect_view();
    let hollow = match sure.noisy {
        0 => say!(store, sure.no_hollow).to_owned(),
        n => say!(store, sure.hollow, n = n, of = sure.worlds),
    };
    view! {
        <p class="hint">{say!(store, sure.under)} " " {hollow}</p>
        <div class="worlds">
            <svg viewBox=format!("0 0 {width} {height}") style:width=in_page(width) role="img" aria-label=label>{drawn}</svg>
            <ul>{legend}</ul>
        </div>
    }
}

/// "invoice, 41"
fn item(store: Store, group: &BestIn) -> String {
    let name = match &group.link {
        Some(link) => store.link_name(link),
        None => say!(store, sure.others, n = group.links),
    };
    say!(store, sure.item, link = name, n = group.worlds)
}
