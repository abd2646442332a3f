//! How the file was understood: its first rows, what was left out of it and why, and what can be said in place of what was found.

use super::state::FigureReading;
use crate::app::records::{FileKind, HowToRead};
use crate::model::data::{DataFault, DecimalSign, LeftOutRow};
use crate::say;
use crate::ui::platform::events::choice_of;
use crate::ui::platform::files::offer_as;
use crate::words::{data, number};
use leptos::prelude::*;

/// How a choice of a column is sent, and the choice of none.
const COLUMN: &str = "column:";
const NO_COLUMN: &str = "none";
/// Most rows that are shown of what was left out.
pub const SHOWN: usize = 50;

/// How the file was understood, and what can be said instead.
#[component]
pub fn Understood(reading: FigureReading) -> impl IntoView {
    let desk = reading.desk;
    let fault = move || {
        let seen = reading.seen.get();
        seen.fault
            .as_ref()
            .map(|fault| view! { <p class="wrong" role="alert">{data::fault(desk.store.language.get(), fault)}</p> })
    };
    let preview = move || {
        let seen = reading.seen.get();
        (!seen.preview.rows.is_empty())
            .then(|| table(say!(desk, data.seen), &seen.preview.headings, &seen.preview.rows))
    };
    let counted = move || {
        let seen = reading.seen.get();
        let language = desk.store.language.get();
        let rows = seen.rows()?.clone();
        let (used, read) = (number::count(language, rows.used), number::count(language, rows.read));
        let left_out = match rows.left_out {
            0 => view! { <p>{say!(desk, data.none_left_out)}</p> }.into_any(),
            n => {
                let title = if n == 1 {
                    say!(desk, data.left_out_one).to_owned()
                } else {
                    say!(desk, data.left_out, n = number::count(language, n))
                };
                let told = rows.told.clone();
                let line = move |row: &LeftOutRow| {
                    let why = data::why_left_out(language, &row.why);
                    view! { <tr><th scope="row">{row.line}</th><td>{why}</td><td>{row.text.clone()}</td></tr> }
                };
                let lines = rows.told.iter().take(SHOWN).map(line).collect_view();
                let save = move |_| {
                    // Without a place to put the file there is nothing that the page could do.
                    let _ = offer_as("left-out.csv", "text/csv", &data::left_out_file(language, &told));
                };
                view! {
                    <details class="help data-left-out">
                        <summary>{title}</summary>
                        <div class="data-scroll" tabindex="0" role="group" aria-label=say!(desk, data.why_left)>
                            <table>
                                <thead><tr>
                                    <th scope="col">{say!(desk, data.line)}</th>
                                    <th scope="col">{say!(desk, data.why_left)}</th>
                                    <th scope="col">{say!(desk, data.text)}</th>
                                </tr></thead>
                                <tbody>{lines}</tbody>
                            </table>
                        </div>
                        {data::only_first(language, &rows).map(|words| view! { <p class="hint">{words}</p> })}
                        <button class="firm" on:click=save>{say!(desk, data.left_out_save)}</button>
                    </details>
                }
                .into_any()
            }
        };
        Some(view! { <p role="status">{say!(desk, data.seen_lead, used = used, read = read)}</p> {left_out} })
    };
    let is_anything = move || {
        let seen = reading.seen.get();
        seen.fault.is_some() || seen.content.is_some()
    };
    let shown = move || {
        is_anything().then(|| {
            view! {
                <section class="data-part">
                    <h2>{move || say!(desk, data.seen)}</h2>
                    {fault}
                    {counted}
                    {preview}
                    <Choices reading=reading/>
                </section>
            }
        })
    };
    view! { {shown} }
}

fn table(name: &'static str, headings: &[String], rows: &[crate::exchange::TableRow]) -> impl IntoView + use<> {
    let headings = headings.iter().map(|heading| view! { <th scope="col">{heading.clone()}</th> }).collect_view();
    let row = |row: &crate::exchange::TableRow| {
        let cells = row.cells.iter().map(|cell| view! { <td>{cell.clone()}</td> }).collect_view();
        view! { <tr>{cells}</tr> }
    };
    let rows = rows.iter().take(6).map(row).collect_view();
    view! {
        <div class="data-scroll" tabindex="0" role="group" aria-label=name>
            <table><thead><tr>{headings}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
}

/// A choice of one of several: its name, what stands in it, and what is done with another.
fn choice(
    name: impl Fn() -> &'static str + Send + 'static,
    options: Vec<(String, String)>,
    chosen: String,
    set: impl Fn(String) + 'static,
) -> impl IntoView {
    let one = |(code, words): (String, String)| {
        let is_chosen = code == chosen;
        view! { <option value=code selected=is_chosen>{words}</option> }
    };
    let options = options.into_iter().map(one).collect_view();
    let change = move |event: web_sys::Event| set(choice_of(&event).unwrap_or_default());
    view! { <label><span class="form-name">{name}</span><select on:change=change>{options}</select></label> }
}

/// What can be said in place of what was found in the file.
#[component]
fn Choices(reading: FigureReading) -> impl IntoView {
    let desk = reading.desk;
    let as_found = move || (String::new(), say!(desk, data.as_found).to_owned());
    let separator = move || {
        let names = say!(desk, data.separators.semicolon);
        let all = [
            (";", names),
            (",", say!(desk, data.separators.comma)),
            ("\t", say!(desk, data.separators.tab)),
            ("|", say!(desk, data.separators.bar)),
        ];
        let options = std::iter::once(as_found()).chain(all.map(|(sign, name)| (sign.to_owned(), name.to_owned())));
        let chosen = reading.answers.get().table.separator.map(|sign| char::from(sign).to_string()).unwrap_or_default();
        let set = move |code: String| reading.answer(|answers| answers.table.separator = code.bytes().next());
        choice(move || say!(desk, data.separator), options.collect(), chosen, set)
    };
    let decimals = move || {
        let all = [("comma", say!(desk, data.decimal.comma)), ("point", say!(desk, data.decimal.point))];
        let options = std::iter::once(as_found()).chain(all.map(|(sign, name)| (sign.to_owned(), name.to_owned())));
        let chosen = match reading.answers.get().table.decimals {
            Some(DecimalSign::Comma) => "comma",
            Some(DecimalSign::Point) => "point",
            None => "",
        };
        let set = move |code: String| {
            reading.answer(|answers| {
                answers.table.decimals = match code.as_str() {
                    "comma" => Some(DecimalSign::Comma),
                    "point" => Some(DecimalSign::Point),
                    _ => None,
                };
            });
        };
        choice(move || say!(desk, data.decimals), options.collect(), chosen.to_owned(), set)
    };
    let day = move || {
        let all = [("day", say!(desk, data.day_order.day)), ("month", say!(desk, data.day_order.month))];
        let options = std::iter::once(as_found()).chain(all.map(|(order, name)| (order.to_owned(), name.to_owned())));
        let chosen = match reading.answers.get().log.day_first {
            Some(true) => "day",
            Some(false) => "month",
            None => "",
        };
        let set = move |code: String| {
            reading.answer(|answers| answers.log.day_first = (!code.is_empty()).then(|| code == "day"));
        };
        choice(move || say!(desk, data.day), options.collect(), chosen.to_owned(), set)
    };
    let column = move |name: fn(crate::app::Language) -> &'static str,
                       at: fn(&mut HowToRead) -> &mut Option<String>| {
        let seen = reading.seen.get();
        let headings = seen.preview.headings.iter().filter(|heading| !heading.is_empty());
        let options = headings.map(|heading| (heading.clone(), heading.clone()));
        let options = std::iter::once(as_found()).chain(options).collect();
        let chosen = at(&mut reading.answers.get()).clone().unwrap_or_default();
        let set = move |code: String| reading.answer(|answers| *at(answers) = (!code.is_empty()).then_some(code));
        choice(move || name(desk.store.language.get()), options, chosen, set)
    };
    // A column that was taken unasked can be refused.
    let kind = move || {
        let seen = reading.seen.get();
        let none = (NO_COLUMN.to_owned(), say!(desk, data.no_column).to_owned());
        let headings = seen.preview.headings.iter().filter(|heading| !heading.is_empty());
        let options = headings.map(|heading| (format!("{COLUMN}{heading}"), heading.clone()));
        let options = [as_found(), none].into_iter().chain(options).collect();
        let chosen = match reading.answers.get().log.kind {
            None => String::new(),
            Some(none) if none.is_empty() => NO_COLUMN.to_owned(),
            Some(heading) => format!("{COLUMN}{heading}"),
        };
        let set = move |code: String| {
            reading.answer(|answers| {
                answers.log.kind = match code.strip_prefix(COLUMN) {
                    Some(heading) => Some(heading.to_owned()),
                    None => (code == NO_COLUMN).then(String::new),
                };
            });
        };
        choice(move || say!(desk, data.column.kind), options, chosen, set)
    };
    let columns = move || {
        let (has_columns, is_xes) = {
            let seen = reading.seen.get();
            (!seen.preview.headings.is_empty(), seen.preview.is_xes)
        };
        // XES says itself what is what, but for the kind of customer.
        if reading.kind.get() == FileKind::Log && has_columns && is_xes {
            return Some(kind().into_any());
        }
        (reading.kind.get() == FileKind::Log && has_columns).then(|| {
            view! {
                {column(|l| say!(l, data.column.case), |answers| &mut answers.log.case)}
                {column(|l| say!(l, data.column.step), |answers| &mut answers.log.step)}
                {column(|l| say!(l, data.column.time), |answers| &mut answers.log.time)}
                {column(|l| say!(l, data.column.result), |answers| &mut answers.log.result)}
                {kind()}
                {day()}
            }
            .into_any()
        })
    };
    let is_xes = move || reading.seen.get().preview.is_xes;
    let says_all = move || reading.seen.with(|seen| seen.preview.is_xes && seen.preview.headings.is_empty());
    let is_doubtful =
        move || matches!(reading.seen.get().fault, Some(DataFault::WhichDecimals { .. } | DataFault::WhichDay { .. }));
    view! {
        <details class="help" prop:open=is_doubtful hidden=says_all>
            <summary>{move || say!(desk, data.answers)}</summary>
            <div class="data-source">{move || (!is_xes()).then(separator)} {move || (reading.kind.get() != FileKind::Log).then(decimals)} {columns}</div>
        </details>
    }
}
