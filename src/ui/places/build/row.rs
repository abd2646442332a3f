//! A row of the table: a touchpoint. Whatever is pointed at in it chooses it for the form.

use super::choices::{GroundsChoice, NatureChoice, RoleChoice};
use super::desk::{Desk, use_desk};
use super::marks::{CHANNELS, OWNERS, SEEN, field_id, place};
use super::near::near;
use super::order::RowOrder;
use super::text::{Figure, PartWords, WordsInput, told};
use crate::model::edit::Edit;
use crate::model::{At, Field, LinkId, Location, PartId, Problem};
use crate::say;
use crate::words::building;
use crate::words::sheet::{self, Column};
use crate::words::typed::Misread;
use leptos::prelude::*;

/// The row of a touchpoint.
#[component]
pub fn Row(link: LinkId) -> impl IntoView {
    let all = use_desk();
    let desk = near(all, link.clone());
    provide_context(desk);
    let part = PartId::Touchpoint(link.clone());
    let chosen = {
        let link = link.clone();
        Memo::new(move |_| desk.is_chosen(&link))
    };
    let name = {
        let link = link.clone();
        Memo::new(move |_| desk.teller().link_name(&link))
    };
    let next = {
        let link = link.clone();
        Memo::new(move |_| sheet::next(&desk.teller(), &link))
    };
    let (by_hand, by_focus) = (part.clone(), part.clone());
    let problems = {
        let (part, link) = (part.clone(), link.clone());
        Memo::new(move |_| {
            desk.problems.with(|problems| {
                let is_of_way = |p: &Problem| matches!(&p.place, Location::Part(At { part: PartId::Handover(_), .. }));
                let here = building::problems_at(problems, &part, None);
                // Most rows have nothing to say, and wait for no other part of the journey.
                if here.is_empty() && !problems.iter().any(is_of_way) {
                    return String::new();
                }
                // They may tell of parts that stand elsewhere.
                let teller = all.teller();
                let here = here.into_iter().map(|problem| building::what_and_fix(&teller, problem).0);
                here.chain(building::problems_of_ways(&teller, problems, &link)).collect::<Vec<_>>().join(" ")
            })
        })
    };
    let said = move || {
        let said = problems.get();
        (!said.is_empty() && !desk.is_unmarked.get()).then(|| view! { <span class="wrong">{said}</span> })
    };
    // Two may be called the same; whoever did not mean it sees it.
    let is_twice = {
        let link = link.clone();
        Memo::new(move |_| desk.twice.with(|twice| twice.contains(&link)))
    };
    let twice = move || is_twice.get().then(|| view! { <span class="hint">{say!(desk, build.table.twice)}</span> });
    // Sorted by a column, rows do not stand under their phase.
    let order = expect_context::<RowOrder>();
    let phase = {
        let link = link.clone();
        move || {
            let is_sorted = order.by.with(Option::is_some);
            is_sorted.then(|| view! { <span class="hint">{sheet::cell(&desk.teller(), &link, Column::Phase)}</span> })
        }
    };
    let cells = SEEN.into_iter().map(|column| {
        let content = cell(desk, &link, (name, next), column);
        let (id, at) = (link.to_string(), place(column).to_string());
        match column {
            Column::Name => {
                let phase = phase.clone();
                // Where there is no room for a column of its own, what comes next stands under the name.
                let next = cell(desk, &link, (name, next), Column::Next);
                view! {
                    <th scope="row" data-link=id data-column=at>
                        {content}<span class="next-under">{next}</span>{phase}{twice}{said}
                    </th>
                }
                .into_any()
            }
            _ => view! { <td data-link=id data-column=at>{content}</td> }.into_any(),
        }
    });
    let cells = cells.collect_view();
    view! {
        <tr class="build-row" class:chosen=move || chosen.get() aria-current=move || chosen.get().then_some("true")
            on:click=move |_| desk.choose(by_hand.clone()) on:focusin=move |_| desk.choose_by_focus(by_focus.clone())
        >
            {cells}
        </tr>
    }
}

/// What a cell is called: its column, and the name of its row.
fn label(desk: Desk, name: Memo<String>, column: Column) -> Signal<String> {
    Signal::derive(move || {
        let column = sheet::heading(desk.store.language.get(), column);
        say!(desk, build.table.cell, column = column, name = name.get())
    })
}

/// A cell of a row that is called by a name, and from which the journey goes on to what comes next.
fn cell(desk: Desk, link: &LinkId, (name, next): (Memo<String>, Memo<String>), column: Column) -> AnyView {
    let part = PartId::Touchpoint(link.clone());
    let label = label(desk, name, column);
    let id = field_id(link, column);
    match column {
        Column::Name => view! { <PartWords part=part field=Field::Name label=label id=id/> }.into_any(),
        Column::Role => view! { <RoleChoice link=link.clone() label=label/> }.into_any(),
        Column::Nature => view! { <NatureChoice link=link.clone() label=label/> }.into_any(),
        Column::Grounds => view! { <GroundsChoice link=link.clone() label=label/> }.into_any(),
        Column::Strength => view! { <FigureCell part=part field=Field::Strength label=label id=id/> }.into_any(),
        Column::Gain => view! { <FigureCell part=part field=Field::Gain label=label id=id/> }.into_any(),
        Column::Pain => view! { <FigureCell part=part field=Field::Pain label=label id=id/> }.into_any(),
        Column::Channel | Column::Owner => named_cell(desk, link, column, label, id),
        _ => view! { <span class="next">{move || next.get()}</span> }.into_any(),
    }
}

/// A channel or an owner by its name; a new name makes a new one.
fn named_cell(desk: Desk, link: &LinkId, column: Column, label: Signal<String>, id: String) -> AnyView {
    let shown = {
        let link = link.clone();
        Memo::new(move |_| sheet::cell(&desk.teller(), &link, column))
    };
    let link = link.clone();
    let (list, take) = match column {
        Column::Channel => {
            (CHANNELS, Callback::new(move |name| desk.act(&Edit::ChannelNamed { link: link.clone(), name })))
        }
        _ => (OWNERS, Callback::new(move |name| desk.act(&Edit::OwnerNamed { link: link.clone(), name }))),
    };
    view! { <WordsInput label=label value=shown.into() take=take list=list id=id/> }.into_any()
}

/// A figure, with what was wrong with what was typed under it.
#[component]
fn FigureCell(part: PartId, field: Field, label: Signal<String>, id: String) -> impl IntoView {
    let desk = use_desk();
    let misread = RwSignal::new(None::<Misread>);
    let wrong = {
        let part = part.clone();
        move || misread.get().map(|why| told(desk, &part, field, &why))
    };
    let by = format!("{id}-wrong");
    view! {
        <span class="figure-cell">
            <Figure part=part field=field label=label misread=misread id=id described_by=by.clone()/>
            <span id=by class="wrong" role="alert">{wrong}</span>
        </span>
    }
}
