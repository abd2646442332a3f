//! How sure: plausible worlds as marks that can be counted.

use super::question::Sheet;
use crate::analysis::studies::Sure;
use crate::app::{Panel, best_in};
use crate::charts::geometry::Point;
use crate::charts::worlds::{STEP, mark, outline, room, worlds};
use crate::say;
use crate::ui::platform::width::in_page;
use crate::ui::state::{Store, use_store};
use crate::words;
use leptos::prelude::*;

#[component]
pub fn HowSure() -> impl IntoView {
    let store = use_store();
    let found = Memo::new(move |_| store.answers.findings.with(|f| f.sure.clone()));
    let finding = move || found.get().map(|s| words::sure::finding(&store.teller(), &s));
    let measure = move || {
        let (teller, found) = (store.teller(), found.get()?);
        let (measure, swing) = words::sure::measure(&teller, &found)?;
        let (cases, then) = (words::sure::cases(&teller, &found), words::sure::then(&teller, &found));
        Some(view! {
            <p class="measure">
                <strong>{measure}</strong> " " {swing} " " {cases}
            </p>
            <p class="hint">{then}</p>
        })
    };
    let how_sure = move || found.get().map_or_else(String::new, |s| words::sure::uncertain(&store.teller(), &s));
    let why = move || vec![say!(store, sure.why).to_owned(), say!(store, sure.why_measure).to_owned()];
    view! {
        <Sheet panel=Panel::Sure class="sheet sure" name=Signal::derive(move || say!(store, sure.name).to_owned())
            finding=Signal::derive(finding) sure=Signal::derive(how_sure) why=Signal::derive(why)
        >
            {move || found.get().map(|s| worlds_drawn(store, &s))}
            {measure}
        </Sheet>
    }
}

/// The tries as marks, with what each mark stands for.
pub fn worlds_drawn(store: Store, sure: &Sure) -> impl IntoView + use<> {
    let groups = best_in(sure);
    let dots = worlds(&groups.iter().map(|g| (g.worlds, g.clear)).collect::<Vec<_>>());
    let (width, height) = room(dots.len());
    let items: Vec<String> = groups.iter().map(|group| words::sure::item(&store.teller(), group)).collect();
    let label = words::sure::label(&store.teller(), sure);
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
    let hollow = words::sure::hollow(&store.teller(), sure);
    view! {
        <p class="hint">{say!(store, sure.under)} " " {hollow}</p>
        <div class="worlds">
            <svg viewBox=format!("0 0 {width} {height}") style:width=in_page(width) role="img" aria-label=label>{drawn}</svg>
            <ul>{legend}</ul>
        </div>
    }
}
