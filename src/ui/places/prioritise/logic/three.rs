//! Three logics: the same strengths put together in three ways, and what each would have us mend first.

use crate::analysis::studies::{Chain, Logic, LogicKind};
use crate::ui::state::Store;
use crate::ui::{format, say};
use leptos::prelude::*;

/// Shares below this are told with two decimals [0..1].
const SMALL: f64 = 0.01;

/// The three logics, folded.
pub fn three(store: Store, chain: &Chain) -> impl IntoView + use<> {
    let level = |share: f64| format::percent(store.language.get(), share, if share < SMALL { 3 } else { 0 });
    let one = |logic: &Logic| {
        let name = match logic.logic {
            LogicKind::Average => say!(store, logic.average),
            LogicKind::Product => say!(store, logic.product),
            LogicKind::Weakest => say!(store, logic.weakest),
        };
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td>{level(logic.level)}</td>
                <td class="name">{store.link_name(&logic.first)}</td>
                <td>{level(logic.after)}</td>
            </tr>
        }
    };
    let rows = chain.logics.iter().map(one).collect_view();
    let binding = chain.feels.iter().find(|feel| feel.chain_feel.is_none()).and_then(|feel| feel.binding.clone());
    let simulated = binding.map(|link| say!(store, logic.simulated, link = store.link_name(&link)));
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
