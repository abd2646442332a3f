//! What is decided: what is on, who answers for it, what it does, and the way to the page to sign.

use crate::app::{Command, ListedChange, Place, changes};
use crate::say;
use crate::ui::places::journey::outcomes::Outcomes;
use crate::ui::present::state::use_wall;
use crate::ui::state::use_store;
use crate::words::{change, proposals};
use leptos::prelude::*;

#[component]
pub fn Decided() -> impl IntoView {
    let (store, wall) = (use_store(), use_wall());
    let on = Memo::new(move |_| {
        store.work.with(|work| {
            let proposed = work.proposals().filter(|one| !one.off).cloned().collect::<Vec<_>>();
            let others =
                changes(work).into_iter().filter(|one| !one.is_off() && !matches!(one, ListedChange::Proposal { .. }));
            (proposed, others.collect::<Vec<_>>())
        })
    });
    let lines = move || {
        let teller = store.teller();
        let (proposed, others) = on.get();
        let mut lines: Vec<(String, String)> =
            proposed.iter().map(|one| (store.teller().named(&one.name), proposals::about(&teller, one))).collect();
        lines.extend(others.iter().map(|one| change::name_and_detail(&teller, one)));
        lines.into_iter().map(|(name, detail)| view! { <li><b>{name}</b>" "<span>{detail}</span></li> }).collect_view()
    };
    let is_nothing = move || on.with(|(proposed, others)| proposed.is_empty() && others.is_empty());
    let sign = move |_| {
        wall.leave();
        wall.store.run(Command::GoTo(Place::Share));
    };
    view! {
        <div class="wall-decided">
            <section>
                <h2>{move || say!(store, wall.we_do)}</h2>
                <Show when=is_nothing><p>{move || say!(store, wall.nothing_decided)}</p></Show>
                <ul>{lines}</ul>
            </section>
            <section>
                <h2>{move || say!(store, wall.and_then)}</h2>
                <Outcomes/>
                <p><button class="firm" on:click=sign>{move || say!(store, wall.sign)}</button></p>
            </section>
        </div>
    }
}
