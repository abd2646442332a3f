//! The way to the purchase, folded under how long it takes: where the days go, where people stand still, who tries again, and where yes and no part.
//! Read off the sample whose lives are drawn; how long it takes is counted from all.

use crate::analysis::{Outcome, Trail};
use crate::app::{WayToBuying, way_to_buying};
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{NotFetched, later};
use crate::words;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

#[component]
pub fn Way() -> impl IntoView {
    let store = use_store();
    let opened = RwSignal::new(false);
    let title = move || {
        let report = store.report.get();
        let days = |outcome: &Outcome| outcome.figures.days_to_purchase;
        let today = report.as_ref().and_then(|report| days(&report.today));
        let now = report.as_ref().and_then(|report| report.what_if.as_ref().filter(|_| store.changed.get()).map(days));
        words::way::title(&store.teller(), now.unwrap_or(today), today)
    };
    // Made when somebody looks, not at every preview.
    let body = move || opened.get().then(|| later(|| Box::pin(folded())));
    view! {
        <details class="help why way" on:toggle=move |_| opened.update(|open| *open = !*open)>
            <summary>{title}</summary>
            {body}
        </details>
    }
}

#[wasm_split(details, fallible, wasm_split_path = ::leptos::wasm_split)]
fn folded() -> Result<fn() -> AnyView, NotFetched> {
    Ok(|| {
        let store = use_store();
        view! { <div>{move || shown(store)}</div> }.into_any()
    })
}

fn shown(store: Store) -> Option<AnyView> {
    let trails = store.answers.trails.get()?;
    let persona = store.persona.get();
    let of = |trails: &[Trail]| store.work.with(|work| way_to_buying(work, trails, persona.as_ref()));
    let today = of(&trails.today);
    let now: WayToBuying =
        trails.what_if.as_ref().filter(|_| store.changed.get()).map_or_else(|| today.clone(), |t| of(t));
    let teller = store.teller();
    let rows = now.links.iter().map(|link| {
        let cells = words::way::cells(&teller, link).map(|cell| view! { <td>{cell}</td> });
        view! {
            <tr>
                <th scope="row">{teller.link_name(&link.link)}</th>
                {cells.into_iter().collect_view()}
            </tr>
        }
    });
    let rows = rows.collect_view();
    Some(
        view! {
            <p>{words::way::days(&teller, &now, Some(&today))}</p>
            <p>{words::way::stall(&teller, &now)}</p>
            <p>{words::way::again(&teller, &now)}</p>
            <p>{words::way::parting(&teller, &now)}</p>
            <div class="scrolls">
                <table class="figures">
                    <thead>
                        <tr>
                            <th scope="col">{say!(store, ranking.link)}</th>
                            <th scope="col">{say!(store, way.head_days)}</th>
                            <th scope="col">{say!(store, way.head_stall)}</th>
                            <th scope="col">{say!(store, way.head_again)}</th>
                            <th scope="col">{say!(store, way.head_yes)}</th>
                            <th scope="col">{say!(store, way.head_no)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p class="hint">{words::way::sample(&teller, &now)}</p>
        }
        .into_any(),
    )
}
