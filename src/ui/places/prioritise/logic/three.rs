//! Three logics: the same strengths put together in three ways, and what each would have us mend first.

use crate::analysis::studies::{Chain, Logic};
use crate::say;
use crate::ui::state::Store;
use crate::words;
use leptos::prelude::*;

/// The three logics, folded.
pub fn three(store: Store, chain: &Chain) -> impl IntoView + use<> {
    let teller = store.teller();
    let one = |logic: &Logic| {
        let (now, after) = words::logic::levels(&teller, logic);
        view! {
            <tr>
                <th scope="row">{words::logic::logic_name(&teller, logic.logic)}</th>
                <td>{now}</td>
                <td class="name">{store.link_name(&logic.first)}</td>
                <td>{after}</td>
            </tr>
        }
    };
    let rows = chain.logics.iter().map(one).collect_view();
    let simulated = words::logic::simulated(&teller, chain);
    view! {
        <details class="help">
            <summary>{say!(store, logic.logics)}</summary>
            <table class="figures">
                <thead>
                    <tr>
                        <th scope="col">{say!(store, logic.together)}</th>
                        <th scope="col">{say!(store, logic.now)}</th>
                        <th scope="col" class="name">{say!(store, logic.first)}</th>
                        <th scope="col">{say!(store, logic.then)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <p>{simulated}</p>
        </details>
    }
}
