//! What holds under the strain that is set, folded under its finding: every link beside a calm day.

use crate::app::under_this_strain;
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{NotFetched, later};
use crate::words::strained;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

/// The finding, on a day that is not calm.
#[component]
pub fn Strained() -> impl IntoView {
    let store = use_store();
    let opened = RwSignal::new(false);
    let is_strained = Memo::new(move |_| store.strain.get() > 0.0);
    let finding = move || store.work.with(|work| strained::finding(&store.teller(), &under_this_strain(work)));
    let shown = move || {
        is_strained.get().then(|| {
            view! {
                <details class="help why strained" open=opened.get_untracked()
                    on:toggle=move |_| opened.update(|open| *open = !*open)
                >
                    <summary>{finding}</summary>
                    {move || opened.get().then(|| later(|| Box::pin(table())))}
                </details>
            }
        })
    };
    view! { {shown} }
}

#[wasm_split(details, fallible, wasm_split_path = ::leptos::wasm_split)]
fn table() -> Result<fn() -> AnyView, NotFetched> {
    Ok(|| {
        let store = use_store();
        view! { <div>{move || every_link(store)}</div> }.into_any()
    })
}

fn every_link(store: Store) -> impl IntoView {
    let (teller, language) = (store.teller(), store.language.get());
    let all = store.work.with(under_this_strain);
    let rows = all.iter().map(|(link, held)| {
        let [calm, now, means] = strained::cells(language, *held);
        view! {
            <tr>
                <th scope="row">{teller.link_name(link)}</th>
                <td>{calm}</td>
                <td>{now}</td>
                <td>{means}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <p>{strained::holds_best(&teller, &all)}</p>
        <p class="hint">{say!(store, strained.means)}</p>
        <div class="scrolls">
            <table class="figures">
                <thead>
                    <tr>
                        <th scope="col">{say!(store, ranking.link)}</th>
                        <th scope="col">{say!(store, strained.calm)}</th>
                        <th scope="col">{say!(store, strained.now)}</th>
                        <th scope="col"><span class="unseen">{say!(store, strained.gives_way)}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
