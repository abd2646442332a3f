//! The best links after each other: what each gives alone, and after each of the others.

use crate::analysis::Estimate;
use crate::analysis::studies::{Chain, Pair};
use crate::model::LinkId;
use crate::say;
use crate::ui::state::Store;
use crate::words::gain;
use leptos::prelude::*;

/// The matrix, folded; none where there is just one link.
pub fn matrix(store: Store, chain: &Chain) -> Option<impl IntoView + use<>> {
    let own = chain.feels.iter().find(|feel| feel.chain_feel.is_none()).filter(|_| chain.top.len() > 1)?;
    let (teller, goal) = (store.teller(), chain.outcome);
    let figure = |gain: Estimate| gain::figure(&teller, goal, &gain::as_told(&teller, goal, gain));
    let told = |gain: Option<Estimate>| gain.map_or_else(|| say!(teller, outcomes.none).to_owned(), figure);
    let pair = |first: &LinkId, then: &LinkId| own.pairs.iter().find(|p: &&Pair| p.first == *first && p.then == *then);
    let heads = chain.top.iter().map(|first| {
        let name = store.link_name(first);
        view! { <th scope="col">{say!(store, logic.after, first = name)}</th> }
    });
    let rows = chain.top.iter().map(|then| {
        let alone = own.pairs.iter().find(|pair| pair.then == *then).and_then(|pair| pair.gives.alone);
        let cells = chain.top.iter().map(|first| match pair(first, then) {
            None => view! { <td></td> }.into_any(),
            Some(pair) => {
                let more = pair.gives.more;
                let (up, down) = (more.is_some_and(|m| m.low > 0.0), more.is_some_and(|m| m.high < 0.0));
                view! { <td class:more=up class:less=down>{told(pair.gives.after)}</td> }.into_any()
            }
        });
        view! {
            <tr>
                <th scope="row">{store.link_name(then)}</th>
                <td>{told(alone)}</td>
                {cells.collect_view()}
            </tr>
        }
    });
    let (heads, rows) = (heads.collect_view(), rows.collect_view());
    Some(view! {
        <details class="help">
            <summary>{say!(store, logic.matrix)}</summary>
            <div class="scrolls">
                <table class="figures">
                    <caption class="unseen">{say!(store, logic.matrix_of)}</caption>
                    <thead>
                        <tr><td></td><th scope="col">{say!(store, logic.alone)}</th>{heads}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    })
}
