//! The table: a row for each touchpoint in the order of the journey, under its phase. Typed as in a spreadsheet.

use super::adding::{focus_cell, new_touchpoint};
use super::desk::{Desk, use_desk};
use super::keys::Keys;
use super::marks::{CHANNELS, OWNERS, SEEN, TABLE};
use super::order::RowOrder;
use super::paste::Paste;
use super::removed::RemovedNote;
use super::row::Row;
use crate::app::ports::Clipboard;
use crate::model::edit::{Edit, Spot};
use crate::model::{LinkId, PartId, PhaseId};
use crate::say;
use crate::ui::platform::ports::BrowserClipboard;
use crate::words::building;
use crate::words::sheet::{self, Column};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::KeyboardEvent;

/// The table with what is done to its rows.
#[component]
pub fn Table() -> impl IntoView {
    let desk = use_desk();
    let phases = Memo::new(move |_| desk.whole.with(|j| j.phases.iter().map(|p| p.id.clone()).collect::<Vec<_>>()));
    let order = RowOrder::new(desk);
    let at = RwSignal::new(None::<(LinkId, Column)>);
    provide_context(order);
    let heads = SEEN.map(|column| view! { <Heading column=column/> }).collect_view();
    let body = move || match order.by.get() {
        None => view! {
            <For each=move || phases.get() key=PhaseId::clone let:phase>
                <PhaseRows phase=phase/>
            </For>
        }
        .into_any(),
        Some(_) => view! {
            <tbody>
                <For each=move || order.rows.get() key=LinkId::clone let:link>
                    <Row link=link/>
                </For>
            </tbody>
        }
        .into_any(),
    };
    let seen = move |event: web_sys::FocusEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        at.set(target.and_then(|target| cell_of(&target)));
    };
    let names = move |of: fn(&crate::model::Journey, &str) -> Vec<String>| {
        let all = Memo::new(move |_| desk.whole.with(|j| of(j, desk.store.code())));
        move || all.get().into_iter().map(|name| view! { <option value=name></option> }).collect_view()
    };
    let channels = names(|j, code| j.channels.iter().map(|c| c.name.get(code).to_owned()).collect());
    let owners = names(|j, code| j.owners.iter().map(|o| o.name.get(code).to_owned()).collect());
    view! {
        <section class="build-table" aria-labelledby=TABLE>
            <h2 id=TABLE tabindex="-1">{move || say!(desk, build.table.title)}</h2>
            <Tools at=at/>
            <RemovedNote/>
            <Paste/>
            <datalist id=CHANNELS>{channels}</datalist>
            <datalist id=OWNERS>{owners}</datalist>
            <div class="scrolls" on:keydown=move |event| by_key(desk, order, &event) on:focusin=seen>
                <table>
                    <thead><tr>{heads}</tr></thead>
                    {body}
                </table>
            </div>
            <Keys/>
        </section>
    }
}

/// What stands above a column: pressed, it sorts by it.
#[component]
fn Heading(column: Column) -> impl IntoView {
    let desk = use_desk();
    let order = expect_context::<RowOrder>();
    let name = move || sheet::heading(desk.store.language.get(), column);
    let sign = move || match order.spoken(column) {
        "ascending" => " ↑",
        "descending" => " ↓",
        _ => "",
    };
    view! {
        <th scope="col" aria-sort=move || order.spoken(column)>
            <button class="sorts" title=move || say!(desk, build.table.sort, column = name())
                on:click=move |_| order.press(column)
            >
                {name}<span aria-hidden="true">{sign}</span>
            </button>
        </th>
    }
}

/// The rows of a phase, with its name above them.
#[component]
fn PhaseRows(phase: PhaseId) -> impl IntoView {
    let desk = use_desk();
    let links = {
        let phase = phase.clone();
        Memo::new(move |_| {
            let here = |j: &crate::model::Journey| {
                j.touchpoints.iter().filter(|t| t.phase == phase).map(|t| t.id.clone()).collect::<Vec<_>>()
            };
            desk.whole.with(|j| here(j))
        })
    };
    let name = {
        let phase = phase.clone();
        move || building::part_name(&desk.teller(), &PartId::Phase(phase.clone()))
    };
    let stage = {
        let phase = phase.clone();
        move || {
            let stage = desk.whole.with(|j| j.stage(&phase));
            stage.map(|stage| building::stage(desk.store.language.get(), stage))
        }
    };
    let add_label = {
        let name = name.clone();
        move || say!(desk, build.table.add_in, phase = name())
    };
    let add = move |_| new_touchpoint(desk, Spot::EndOf(phase.clone()));
    let open = {
        let phase_name = name.clone();
        move || phase_name()
    };
    view! {
        <tbody>
            <tr class="phase-row">
                <th colspan=SEEN.len().to_string() scope="rowgroup">
                    <span class="phase-name">{open}</span>" "
                    <span class="hint">{stage}</span>
                    {move || links.with(Vec::is_empty).then(|| view! { <span class="hint">" · "{say!(desk, build.table.empty_phase)}</span> })}
                    <button class="plain" aria-label=add_label on:click=add>"+"</button>
                </th>
            </tr>
            <For each=move || links.get() key=LinkId::clone let:link>
                <Row link=link/>
            </For>
        </tbody>
    }
}

/// What is done to the row that is chosen, and to the cell that was looked at last.
#[component]
fn Tools(at: RwSignal<Option<(LinkId, Column)>>) -> impl IntoView {
    let desk = use_desk();
    let order = expect_context::<RowOrder>();
    let can_fill = move || at.with(|at| at.as_ref().is_some_and(|(_, column)| sheet::can_fill(*column)));
    let fill = move |reach: Reach| {
        if let Some((link, column)) = at.get_untracked() {
            fill_below(desk, order, (&link, column), reach);
        }
    };
    let fill_label = move || match at.get() {
        Some((link, column)) if sheet::can_fill(column) => {
            let column = sheet::heading(desk.store.language.get(), column);
            say!(desk, build.table.fill_of, column = column, name = desk.teller().link_name(&link))
        }
        _ => say!(desk, build.table.fill_none).to_owned(),
    };
    let copied = RwSignal::new(false);
    let name = move || match desk.touchpoint() {
        Some(link) => say!(desk, build.table.tools, name = desk.teller().link_name(&link)),
        None => say!(desk, build.table.tools_none).to_owned(),
    };
    let tool = move |words: fn(Desk) -> &'static str, act: fn(Desk, RowOrder, LinkId)| {
        let press = move |_| {
            if let Some(link) = untrack(|| desk.touchpoint()) {
                act(desk, order, link);
            }
        };
        view! {
            <button class="quiet" aria-disabled=move || desk.touchpoint().is_none().to_string() on:click=press>
                {move || words(desk)}
            </button>
        }
    };
    let copy = move |_| {
        let text = untrack(|| sheet::written(&desk.teller()));
        let written = BrowserClipboard.write(&text);
        spawn_local(async move { copied.set(written.await.is_ok()) });
    };
    Effect::new(move |_| {
        desk.whole.track();
        if copied.get_untracked() {
            copied.set(false);
        }
    });
    view! {
        <div class="build-tools" role="group" aria-label=name>
            {tool(|d| say!(d, build.table.add_before), |d, _, link| new_touchpoint(d, Spot::Before(link)))}
            {tool(|d| say!(d, build.table.add_after), |d, _, link| new_touchpoint(d, Spot::After(link)))}
            {tool(|d| say!(d, build.table.up), |d, _, link| shift(d, link, true))}
            {tool(|d| say!(d, build.table.down), |d, _, link| shift(d, link, false))}
            {tool(|d| say!(d, build.table.remove), remove)}
            <button class="quiet" aria-label=fill_label title=fill_label aria-disabled=move || (!can_fill()).to_string()
                on:click=move |_| fill(Reach::Phase)
            >
                {move || say!(desk, build.table.fill)}
            </button>
            <button class="quiet" aria-disabled=move || (!can_fill()).to_string() on:click=move |_| fill(Reach::All)>
                {move || say!(desk, build.table.fill_all)}
            </button>
            <button class="quiet" on:click=copy>
                {move || if copied.get() { say!(desk, build.table.copied) } else { say!(desk, build.table.copy) }}
            </button>
        </div>
    }
}

fn shift(desk: Desk, link: LinkId, up: bool) {
    desk.act(&Edit::Move { part: PartId::Touchpoint(link), up });
}

/// Takes a touchpoint away; the one after it is chosen, or the last.
fn remove(desk: Desk, order: RowOrder, link: LinkId) {
    let rows = order.rows.get_untracked();
    let at = rows.iter().position(|row| *row == link).unwrap_or(0);
    let next = rows.get(at + 1).or_else(|| at.checked_sub(1).and_then(|at| rows.get(at))).cloned();
    desk.remove(link.clone(), Edit::Remove(PartId::Touchpoint(link)));
    if let Some(next) = next {
        desk.choose(PartId::Touchpoint(next));
    }
}

/// How far down a cell is filled.
#[derive(Clone, Copy, PartialEq)]
enum Reach {
    Phase,
    All,
}

/// Puts what stands in a cell into those below it: in its phase, or, where that is wanted or the rows are sorted, in all. What
/// a touchpoint is belongs to its side of the purchase, and goes no further.
fn fill_below(desk: Desk, order: RowOrder, (link, column): (&LinkId, Column), reach: Reach) {
    let rows = order.rows.get_untracked();
    let is_all = reach == Reach::All || order.by.with_untracked(Option::is_some);
    let edit = desk.whole.with_untracked(|j| {
        let phase = |link: &LinkId| j.touchpoint(link).map(|t| t.phase.clone());
        let side = |link: &LinkId| phase(link).and_then(|phase| j.stage(&phase));
        let below = rows.iter().skip_while(|row| *row != link).skip(1);
        let is_meant = |row: &&LinkId| match is_all {
            true if column == Column::Role => side(row) == side(link),
            is_all => is_all || phase(row) == phase(link),
        };
        let into: Vec<LinkId> = below.filter(is_meant).cloned().collect();
        sheet::filled(j, column, link, &into)
    });
    if let Some(edit) = edit {
        desk.act(&edit);
    }
}

/// Puts what stands in the cell above into this one.
fn fill_from_above(desk: Desk, order: RowOrder, link: &LinkId, column: Column) {
    let rows = order.rows.get_untracked();
    let above = rows.iter().position(|row| row == link).and_then(|at| rows.get(at.checked_sub(1)?));
    let edit = above
        .and_then(|above| desk.whole.with_untracked(|j| sheet::filled(j, column, above, std::slice::from_ref(link))));
    if let Some(edit) = edit {
        desk.act(&edit);
    }
}

/// Enter goes down in the column; with Alt rows are moved, added and removed; with Ctrl and D a cell is filled from above.
fn by_key(desk: Desk, order: RowOrder, event: &KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok());
    let Some(target) = target else { return };
    let Some((link, column)) = cell_of(&target) else { return };
    let is_list = target.tag_name() == "SELECT";
    let (key, alt) = (event.key(), event.alt_key());
    match key.as_str() {
        "d" | "D" if (event.ctrl_key() || event.meta_key()) && sheet::can_fill(column) => {
            // What is half typed gives way to what stands above.
            let _ = target.blur();
            if event.shift_key() {
                let reach = if alt { Reach::All } else { Reach::Phase };
                fill_below(desk, order, (&link, column), reach);
            } else {
                fill_from_above(desk, order, &link, column);
            }
            focus_cell(link, column);
        }
        "Enter" if alt => {
            let _ = target.blur();
            new_touchpoint(desk, Spot::After(link));
        }
        "Enter" if !is_list && target.tag_name() != "BUTTON" => {
            let rows = order.rows.get_untracked();
            let at = rows.iter().position(|row| *row == link).unwrap_or(0);
            let to = if event.shift_key() { at.checked_sub(1) } else { Some(at + 1) };
            match to.and_then(|to| rows.get(to)) {
                Some(next) => focus_cell(next.clone(), column),
                // What is typed in the last row is taken in as well.
                None => {
                    let _ = target.blur();
                    focus_cell(link, column);
                }
            }
        }
        "ArrowUp" | "ArrowDown" if alt && !is_list => {
            let _ = target.blur();
            shift(desk, link.clone(), key == "ArrowUp");
            focus_cell(link, column);
        }
        "Delete" | "Backspace" if alt => {
            remove(desk, order, link);
            if let Some(next) = untrack(|| desk.touchpoint()) {
                focus_cell(next, column);
            }
        }
        _ => return,
    }
    event.prevent_default();
}

/// The cell that an element stands in.
fn cell_of(element: &web_sys::Element) -> Option<(LinkId, Column)> {
    let cell = element.closest("[data-link]").ok().flatten()?;
    let link = cell.get_attribute("data-link")?;
    let column = cell.get_attribute("data-column")?.parse::<usize>().ok()?;
    Some((LinkId(link), *SEEN.get(column)?))
}
