//! The journey that is open beside the figures: does today match, and did a prediction hold.

use super::state::FigureReading;
use crate::app::records::{Content, Judged, judge_counts, judge_curve};
use crate::say;
use crate::ui::places::prioritise::{is_todays, keep_check};
use crate::words::{data, number};
use leptos::prelude::*;

#[component]
pub fn Compare(reading: FigureReading) -> impl IntoView {
    let desk = reading.desk;
    let store = desk.store;
    let judged = move || {
        let seen = reading.seen.get();
        let counted = match seen.content.as_ref()? {
            Content::Counts { read, made: Ok(_) } => &read.counted,
            Content::Log { counted: Ok((counts, _)), .. } => &counts.counted,
            Content::Curve(read) => {
                let report = store.newest()?;
                let today = &report.today;
                return Some(judge_curve(&today.survival, &today.survival_low, &today.survival_high, &read.curve));
            }
            _ => return None,
        };
        Some(store.journey.with(|journey| judge_counts(journey, counted)))
    };
    let was_kept = RwSignal::new(None::<bool>);
    Effect::new(move |_| {
        reading.seen.track();
        store.journey.track();
        was_kept.set(None);
    });
    let shown = move || {
        let judged = judged().filter(|judged| !judged.is_empty() && is_todays(store))?;
        let language = store.language.get();
        let name = store.journey.with(|journey| journey.name.get(language.code()).to_owned());
        let rows = judged.iter().map(|one| row(language, one)).collect_view();
        let keep = {
            let judged = judged.clone();
            move |_| {
                was_kept.set(Some(keep_check(store, &judged)));
            }
        };
        Some(view! {
            <section class="data-part" id="data-match">
                <h2>{say!(desk, data.today)}</h2>
                <p class="hint">{say!(desk, data.match_lead)}</p>
                <p role="status"><strong>{data::matches(language, &judged)}</strong></p>
                <div class="data-scroll" tabindex="0" role="group" aria-label=say!(desk, data.today)>
                    <table>
                        <caption>{say!(desk, data.backtest, name = name)}</caption>
                        <thead><tr>
                            <th scope="col">{say!(desk, data.figure)}</th>
                            <th scope="col">{say!(desk, data.said)}</th>
                            <th scope="col">{say!(desk, data.range)}</th>
                            <th scope="col">{say!(desk, data.came)}</th>
                            <th scope="col">{say!(desk, data.held)}</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
                <p class="hint">{say!(desk, data.backtest_lead)} " " {data::held(language, &judged)}</p>
                <p>
                    <button class="plain" on:click=keep>{say!(desk, matching.keep)}</button>" "
                    <span role="status">{move || was_kept.get().map(|is_kept| view! {
                        {if is_kept { say!(desk, matching.kept_said) } else { say!(desk, matching.full) }}
                        " "<a href="#/prioritise/today">{say!(desk, matching.see)}</a>
                    })}</span>
                </p>
            </section>
        })
    };
    view! { {shown} }
}

fn row(language: crate::app::Language, one: &Judged) -> impl IntoView + use<> {
    // What is counted of steps and of who stays is shares, all of it.
    let written = |value: f64| number::percent(language, value, 1);
    let mark = if one.is_hit { say!(language, data.hit) } else { say!(language, data.miss) };
    view! {
        <tr class:miss=!one.is_hit>
            <th scope="row">{data::judged(language, &one.figure)}</th>
            <td>{written(one.said)}</td>
            <td>{format!("{}–{}", written(one.low), written(one.high))}</td>
            <td>{written(one.came)}</td>
            <td>{mark}</td>
        </tr>
    }
}
