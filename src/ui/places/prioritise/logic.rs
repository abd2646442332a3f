//! Chain logic: what a link gives alone, and after another has been mended; where that multiplies and where not.

use super::question::Question;
use crate::analysis::Estimate;
use crate::analysis::studies::{AloneAndAfter, Chain, Feel, Logic, Pair};
use crate::app::{Command, DOES_NOT_HOLD, Example, HOLDS, Origin, Panel, gives_for, multiplies, pair_of};
use crate::charts::ranking::{Bar, Bars, bars};
use crate::model::{LinkId, PersonaId};
use crate::say;
use crate::ui::places::landmarks;
use crate::ui::state::{FetchedJourneys, Store, use_store};
use crate::ui::widgets::bar::{WIDTH, bar};
use crate::words::{self, gain, number};
use leptos::prelude::*;

#[component]
pub fn LogicPanel() -> impl IntoView {
    let store = use_store();
    let chain = Memo::new(move |_| store.answers.findings.with(|findings| findings.chain.clone()));
    let title = move || match chain.get() {
        None => say!(store, logic.title).to_owned(),
        Some(found) => words::logic::title(&store.teller(), &found, store.persona.get().as_ref()),
    };
    let under = move || words::logic::under(&store.teller(), chain.get()?.as_ref());
    let body = move || match chain.get() {
        None => view! { <p class="hint">{say!(store, ranking.awaited)}</p> }.into_any(),
        Some(found) => body(store, &found),
    };
    view! {
        <Question panel=Panel::Logic class="logic" title=Signal::derive(title)
            awaited=Signal::derive(move || chain.with(Option::is_none))
        >
            <p class="hint">{under}</p>
            {body}
            <Examples/>
        </Question>
    }
}

/// One press shows a journey in which it holds, and one a journey in which it does not.
#[component]
fn Examples() -> impl IntoView {
    let store = use_store();
    let fetched = expect_context::<FetchedJourneys>();
    let show = move |example: Example| {
        fetched.with(example.journey, move |journey| {
            let id = example.journey.to_owned();
            if store.work.with_untracked(|w| w.origin != Origin::Ready(id.clone())) {
                store.run(Command::ChooseReady { id, journey: Box::new(journey) });
            }
            store.run(Command::ResetAll);
            store.run(Command::Only(None));
            store.run(Command::SetGoal(example.goal));
            store.run(Command::SetStrain(example.strain));
            store.run(Command::LetGo);
            landmarks::go_to(store, Panel::Logic);
        });
    };
    let missing = move || fetched.is_missing().then(|| say!(store, top.missing));
    view! {
        <p class="tools">
            <button class="plain" on:click=move |_| show(HOLDS)>{move || say!(store, logic.show_holds)}</button>
            <button class="plain" on:click=move |_| show(DOES_NOT_HOLD)>{move || say!(store, logic.show_not)}</button>
            <span class="hint" role="status">{missing}</span>
        </p>
    }
}

fn body(store: Store, chain: &Chain) -> AnyView {
    let n = number::count(store.language.get(), chain.customers);
    let (teller, persona) = (store.teller(), store.persona.get());
    view! {
        {pairs(store, chain, persona.as_ref())}
        <p class="note">{words::logic::difference(&teller, chain, persona.as_ref())}" "{words::logic::holds(&teller, chain)}</p>
        <p class="hint">{say!(store, logic.sure, n = n)}</p>
        <details class="help">
            <summary>{say!(store, why.ask)}</summary>
            <p>{say!(store, logic.why_where)}</p>
            <p>{say!(store, logic.why_strain)}</p>
            <p>{say!(store, logic.why_not)}</p>
        </details>
        {matrix(store, chain)}
        {three(store, chain)}
    }
    .into_any()
}

/// Two bars under what they are about.
struct Compared {
    name: String,
    gives: Option<AloneAndAfter>,
    own: bool,
}

/// What is compared: each chain feel for the persona who is shown or for everybody; and where it does not hold for
/// everybody, the persona for whom it does.
fn compared(store: Store, chain: &Chain, persona: Option<&PersonaId>) -> Vec<Compared> {
    let of =
        |feel: &Feel, persona: Option<&PersonaId>| pair_of(chain, feel).and_then(|p| gives_for(p, persona).copied());
    let one = |feel: &Feel| Compared {
        name: words::logic::feel(&store.teller(), feel).to_owned(),
        gives: of(feel, persona),
        own: feel.chain_feel.is_none(),
    };
    let mut all: Vec<Compared> = chain.feels.iter().map(one).collect();
    let holds_for = multiplies(chain).filter(|m| persona.is_none() && !m.everybody.is_more());
    let only = holds_for.and_then(|m| m.holds_for.into_iter().next());
    let own = chain.feels.iter().find(|feel| feel.chain_feel.is_none());
    if let Some(((who, _), feel)) = only.zip(own) {
        let name = say!(store, logic.own_of, who = store.teller().first_name(&who));
        all.push(Compared { name, gives: of(feel, Some(&who)), own: false });
    }
    all
}

/// Alone and after, on one scale.
fn pairs(store: Store, chain: &Chain, persona: Option<&PersonaId>) -> impl IntoView + use<> {
    let compared = compared(store, chain, persona);
    let gains = |c: &Compared| [c.gives.and_then(|gives| gives.alone), c.gives.and_then(|gives| gives.after)];
    let rows: Vec<Bar> = compared.iter().flat_map(gains).map(|gain| Bar { gain, ceiling: None }).collect();
    let drawn = bars(&rows, WIDTH);
    let first = chain.top.first().map(|link| store.link_name(link)).unwrap_or_default();
    let feels = compared.into_iter().enumerate().map(|(at, Compared { name, own, .. })| {
        let alone = row(store, chain, say!(store, logic.alone).to_owned(), &rows, &drawn, 2 * at);
        let after = say!(store, logic.after, first = first.clone());
        let after = row(store, chain, after, &rows, &drawn, 2 * at + 1);
        view! {
            <tbody class:own=own>
                <tr class="feel"><th scope="rowgroup" colspan="3">{name}</th></tr>
                {alone}
                {after}
            </tbody>
        }
    });
    let feels = feels.collect_view();
    (chain.top.len() > 1).then(|| view! { <table class="bars"><colgroup><col class="name"/><col/><col class="gives"/></colgroup>{feels}</table> })
}

fn row(store: Store, chain: &Chain, name: String, rows: &[Bar], drawn: &Bars, at: usize) -> impl IntoView + use<> {
    let (teller, goal) = (store.teller(), chain.outcome);
    let told = rows.get(at).and_then(|row| row.gain).map(|gain| gain::as_told(&teller, goal, gain));
    let value = told.map_or_else(|| say!(teller, outcomes.none).to_owned(), |told| gain::figure(&teller, goal, &told));
    let noise = told.map(|told| gain::noise(&teller, goal, &told));
    let picture = drawn.bars.get(at).map(|one| bar(one, drawn.zero));
    view! {
        <tr class:after=at % 2 == 1>
            <th scope="row">{name}</th>
            <td class="picture">{picture}</td>
            <td class="gives"><b>{value}</b>" "<span class="noise">{noise}</span></td>
        </tr>
    }
}

/// The matrix, folded; none where there is just one link.
fn matrix(store: Store, chain: &Chain) -> Option<impl IntoView + use<>> {
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

/// The three logics, folded.
fn three(store: Store, chain: &Chain) -> impl IntoView + use<> {
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
