//! The way to the purchase, folded: where the days go, who tries again, and where yes and no part. Read off the sample
//! whose lives are drawn.

use crate::analysis::Trail;
use crate::app::{WayToBuying, way_to_buying};
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::words;
use leptos::prelude::*;

#[component]
pub fn Way() -> impl IntoView {
    let store = use_store();
    let opened = RwSignal::new(false);
    // Made when somebody looks, not at every preview.
    let body = move || opened.get().then(|| shown(store)).flatten();
    view! {
        <details class="help why way" on:toggle=move |_| opened.update(|open| *open = !*open)>
            <summary>{move || say!(store, way.ask)}</summary>
            {body}
        </details>
    }
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
            <p>{words::way::parting(&teller, &now)}</p>
            <div class="scrolls">
                <table class="figures">
                    <thead>
                        <tr>
                            <th scope="col">{say!(store, ranking.link)}</th>
                            <th scope="col">{say!(store, way.head_days)}</th>
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
