//! The answer: where the same effort does most, and where the chips lay.

use crate::analysis::studies::RankedLink;
use crate::app::{bets, chips_on};
use crate::charts::ranking::{Bar, bars};
use crate::say;
use crate::ui::places::prioritise::ranking_of;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::bar::{WIDTH, bar};
use crate::words::{self, gain, number};
use leptos::prelude::*;

/// Links that are shown.
const FIRST: usize = 6;

#[component]
pub fn Answer() -> impl IntoView {
    let store = use_store();
    let ranking = ranking_of(store);
    let finding = move || match ranking.get() {
        Some(found) => words::ranking::title(&store.teller(), &found),
        None => say!(store, wall.waiting).to_owned(),
    };
    let under = move || ranking.get().map(|found| words::ranking::under(&store.teller(), &found));
    let chips = move || {
        let found = store.agenda.with(|agenda| bets(&agenda.bets, ranking.get().as_deref()));
        (found.all > 0).then(|| words::bets::title(&store.teller(), &found))
    };
    let rows = move || {
        let found = ranking.get()?;
        let gains: Vec<Bar> =
            found.links.iter().map(|link| Bar { gain: link.gives(found.outcome), ceiling: None }).collect();
        let drawn = bars(&gains, WIDTH);
        let one = |(at, link): (usize, &RankedLink)| {
            let told = link.gives(found.outcome).map(|gain| gain::as_told(&store.teller(), found.outcome, gain));
            let (value, noise) = told.map_or_else(
                || (say!(store, outcomes.none).to_owned(), String::new()),
                |told| {
                    let teller = store.teller();
                    (gain::figure(&teller, found.outcome, &told), gain::noise(&teller, found.outcome, &told))
                },
            );
            let is_first = found.binding.as_ref().is_some_and(|binding| binding.link == link.id);
            let picture = drawn.bars.get(at).map(|one| bar(one, drawn.zero));
            view! {
                <tr class:binds=is_first>
                    <th scope="row">{store.link_name(&link.id)}</th>
                    <td class="picture">{picture}</td>
                    <td class="gives"><b>{value}</b>" "<span class="noise">{noise}</span></td>
                    <td class="wall-chips">{laid(store, link)}</td>
                </tr>
            }
        };
        Some(found.links.iter().enumerate().take(FIRST).map(one).collect_view())
    };
    view! {
        <p class="wall-sentence">{finding}</p>
        <p class="wall-under">{chips}</p>
        <table class="wall-bars bars"><tbody>{rows}</tbody></table>
        <p class="hint">{under}</p>
    }
}

fn laid(store: Store, link: &RankedLink) -> Option<String> {
    match store.agenda.with(|agenda| chips_on(&agenda.bets, &link.id)) {
        0 => None,
        1 => Some(say!(store, wall.one_chip).to_owned()),
        n => Some(say!(store, wall.chips, n = number::count(store.language.get(), n as u64))),
    }
}
