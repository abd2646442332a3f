//! The proposals, switched on and off before everybody, and what all that is on does.

use crate::app::Command;
use crate::model::Improvement;
use crate::say;
use crate::ui::places::prioritise::{effect_class, proposal_worth, whole_worth};
use crate::ui::state::{Store, use_store};
use crate::words::{self, gain};
use leptos::prelude::*;

#[component]
pub fn OnTheTable() -> impl IntoView {
    let store = use_store();
    let all = Memo::new(move |_| store.work.with(|work| work.proposals().cloned().collect::<Vec<_>>()));
    let goal = move || store.agenda.with(|agenda| agenda.goal);
    let finding = move || {
        let others =
            crate::ui::places::prioritise::others_on(store, all.with(|all| all.iter().filter(|p| !p.off).count()));
        let worth = whole_worth(store);
        all.with(|all| words::proposals::finding(&store.teller(), goal(), all, others, worth.as_ref()))
    };
    let rows = move || all.get().into_iter().map(|proposal| row(store, proposal)).collect_view();
    let content = move || {
        if all.with(Vec::is_empty) {
            view! { <p class="wall-sentence">{say!(store, wall.no_proposals)}</p> }.into_any()
        } else {
            view! {
                <p class="wall-sentence">{finding}</p>
                <p class="wall-under">{gain::counted_in(&store.teller(), goal())}</p>
                <ul class="wall-proposals">{rows}</ul>
            }
            .into_any()
        }
    };
    view! { {content} }
}

fn row(store: Store, proposal: Improvement) -> impl IntoView {
    let off = proposal.off;
    let name = store.teller().named(&proposal.name);
    let about = words::proposals::about(&store.teller(), &proposal);
    let label = say!(store, proposals.on, name = name.clone());
    let id = proposal.id.clone();
    let told = Memo::new(move |_| {
        let goal = store.agenda.with(|agenda| agenda.goal);
        words::proposals::by_itself(&store.teller(), goal, &proposal_worth(store, &proposal))
    });
    view! {
        <li class:off=off>
            <button class="switch" role="switch" aria-checked=(!off).to_string() aria-label=label
                on:click=move |_| store.run(Command::SwitchProposal { id: id.clone(), off: !off })
            ><span></span></button>
            <div><b>{name}</b><p class="hint">{about}</p></div>
            <p class=move || told.with(|told| effect_class(told.0))>{move || told.with(|told| told.1.clone())}</p>
        </li>
    }
}
