//! What stands in an embedded page: the chosen view, what a hand can do, and the way to all of it.

use super::controls::Controls;
use crate::analysis::MODEL_VERSION;
use crate::app::{Command, Embed, EmbedControl, EmbedView, Route, Visit, sent};
use crate::exchange::link_of;
use crate::say;
use crate::ui::places::journey::below;
use crate::ui::places::journey::chain::{ChainHeight, ChainPanel};
use crate::ui::places::journey::headline::Headline;
use crate::ui::places::journey::life::LifeDialog;
use crate::ui::places::journey::outcomes::Outcomes;
use crate::ui::places::journey::retention::RetentionPanel;
use crate::ui::places::prioritise::the_ranking;
use crate::ui::platform::outside;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::later_with;
use crate::words;
use crate::words::number;
use leptos::html;
use leptos::prelude::*;

/// The chain is laid out for a window so high, whatever height the frame has [units of a drawing].
const CHAIN_HEIGHT: f64 = 720.0;

/// What is shown, and what came of the link that it shows.
#[derive(Clone)]
pub struct Embedded {
    pub embed: Embed,
    pub visit: Option<Visit>,
    /// Whether it is a course, beside which there is no whole page to open.
    pub is_course: bool,
}

/// Why there is nothing to show.
pub fn refused(store: Store, visit: Visit) -> AnyView {
    let why = move || words::link::why_not(store.language.get(), &visit);
    view! { <main class="embed"><p class="notice" role="alert">{why}</p></main> }.into_any()
}

/// The whole of an embedded page.
pub fn embedded(Embedded { embed, visit, is_course }: Embedded) -> AnyView {
    let store = use_store();
    provide_context(ChainHeight(CHAIN_HEIGHT));
    provide_context(below::once_figures_stand(store));
    let begun = store.session.with_untracked(|session| session.work.clone());
    let notes = move || {
        let Some(Visit::Shown { notes, .. }) = &visit else { return None };
        let all = words::link::shown_notes(store.language.get(), *notes, MODEL_VERSION);
        Some(all.into_iter().map(|note| view! { <p class="hint">{note}</p> }).collect_view())
    };
    let name = move || store.teller().named(&store.journey.get().name);
    let controls = embed.controls.clone();
    let can_reset = controls.contains(&EmbedControl::Reset);
    let reset = move |_| {
        let mut session = store.session.get_untracked();
        session.work = begun.clone();
        store.run(Command::TakeOver(Box::new(session)));
    };
    let class = format!("embed {}", embed.view.slug());
    view! {
        <main class=class>
            <p class="embed-name">{name}</p>
            {seen(store, embed.view)}
            <Controls controls=controls/>
            {notes}
            <div class="embed-foot">
                {can_reset.then(|| view! {
                    <button class="plain" on:click=reset>{move || say!(store, embed.reset)}</button>
                })}
                {(!is_course).then(|| view! { <OpenInFull embed=embed/> })}
                <span class="hint">{move || basis(store)}</span>
            </div>
        </main>
        <LifeDialog/>
    }
    .into_any()
}

fn seen(store: Store, view: EmbedView) -> AnyView {
    match view {
        EmbedView::Chain => view! { <Headline/><div class="map"><ChainPanel/></div> }.into_any(),
        EmbedView::Sentence => view! { <Headline/><Outcomes/> }.into_any(),
        EmbedView::Ranking => later_with(the_ranking, move |view| view(store)),
        EmbedView::Staying => view! { <RetentionPanel/> }.into_any(),
    }
}

/// What the figures rest on.
fn basis(store: Store) -> String {
    let customers = store.answers.everybody.with(|report| report.as_ref().map_or(0, |report| report.customers));
    let seed = store.work.with(|work| work.seed);
    say!(store, embed.basis, customers = number::count(store.language.get(), customers), seed = seed)
}

/// The way to the whole page, with what the reader has changed here. A frame may be forbidden to open anything: then the
/// address stands there to be copied.
#[component]
fn OpenInFull(embed: Embed) -> impl IntoView {
    let store = use_store();
    let is_barred = RwSignal::new(false);
    let field: NodeRef<html::Input> = NodeRef::new();
    let address = Memo::new(move |_| {
        let route = match embed.view {
            EmbedView::Ranking => Route::Prioritise(None),
            _ => Route::Journey(Some(store.selected.get())),
        };
        let letters = store.session.with(|session| link_of(&sent(session, &route, false, None)));
        format!("{}#{}", outside::whole_page(), letters.unwrap_or_default())
    });
    let open = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        if !outside::open(&address.get_untracked()) {
            is_barred.set(true);
        }
    };
    Effect::new(move |_| {
        if is_barred.get()
            && let Some(field) = field.get()
        {
            let _ = field.focus();
            field.select();
        }
    });
    let barred = move || {
        is_barred.get().then(|| {
            view! {
                <label class="embed-barred">
                    <span>{move || say!(store, embed.barred)}</span>
                    <input class="letters" type="text" readonly=true node_ref=field prop:value=address/>
                </label>
            }
        })
    };
    view! {
        <a class="embed-open" href=address target="_blank" rel="noopener" on:click=open>
            {move || say!(store, embed.open)}
        </a>
        {barred}
    }
}
