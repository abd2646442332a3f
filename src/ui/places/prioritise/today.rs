//! Does today match: what a company has counted itself beside what is simulated, before anything is ranked.

use super::books;
use super::calibrate::MakeItMatch;
use super::checks::Checks;
use super::question::Question;
use crate::analysis::records::{Judged, JudgedFigure, conversion_error, judge_today, simulated};
use crate::app::Panel;
use crate::model::{OwnCount, OwnFigure, OwnFigures};
use crate::say;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::TypedField;
use crate::words::matching;
use crate::words::typed::Misread;
use leptos::prelude::*;

#[component]
pub fn DoesTodayMatch() -> impl IntoView {
    let store = use_store();
    let own = Memo::new(move |_| books::said(store).today);
    let judged = judged_today(store);
    let title = move || {
        judged
            .with(|judged| matching::finding(&store.teller(), judged))
            .unwrap_or_else(|| say!(store, matching.name).to_owned())
    };
    let awaited = move || !own.with(OwnFigures::is_empty) && is_todays(store) && store.newest().is_none();
    let ways = move || {
        let missed = |figure: &OwnFigure| of(judged, *figure).is_some_and(|one| !one.is_hit);
        let mut ways: Vec<&str> = Vec::new();
        for figure in OwnFigure::ALL.into_iter().filter(missed) {
            let way = matching::way(&store.teller(), figure);
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
        (!ways.is_empty()).then(|| {
            view! {
                <ul>{ways.into_iter().map(|way| view! { <li>{way}</li> }).collect_view()}</ul>
                <p><a href="#/build">{say!(store, matching.to_build)}</a></p>
            }
        })
    };
    let another = move || (!is_todays(store)).then(|| view! { <p class="hint">{say!(store, matching.another)}</p> });
    view! {
        <Question panel=Panel::Today class="sheet today-matches" title=Signal::derive(title) awaited=Signal::derive(awaited)>
            <p class="hint">{move || say!(store, matching.lead)}</p>
            {another}
            <div class="today-figures">
                {OwnFigure::ALL.map(|figure| view! { <OneFigure figure=figure own=own judged=judged/> })}
            </div>
            <div role="status">{ways}</div>
            <MakeItMatch judged=judged/>
            <Checks judged=judged/>
            <p class="how-sure">{move || say!(store, matching.sure)}</p>
            <details class="help because">
                <summary>{move || say!(store, why.ask)}</summary>
                <p>{move || say!(store, matching.why)}</p>
            </details>
        </Question>
    }
}

/// Whether the journey as it is lies on the desk, and not a scenario with another structure.
pub fn is_todays(store: Store) -> bool {
    store.work.with(|work| work.as_is.is_none())
}

/// The company's own figures beside those of the journey as it is; none while another journey lies on the desk.
pub fn judged_today(store: Store) -> Memo<Vec<Judged>> {
    let own = Memo::new(move |_| books::said(store).today);
    // Told by many journeys, so only where somebody has said a conversion, and once for each journey.
    let strengths = Memo::new(move |_| {
        let is_asked = own.with(|own| own.get(OwnFigure::Conversion).is_some());
        if is_asked { store.journey.with(|journey| conversion_error(journey)) } else { 0.0 }
    });
    Memo::new(move |_| match store.newest().filter(|_| is_todays(store)) {
        Some(report) => own.with(|own| judge_today(&report.today, horizon(store), own, strengths.get())),
        None => Vec::new(),
    })
}

#[component]
fn OneFigure(figure: OwnFigure, own: Memo<OwnFigures>, judged: Memo<Vec<Judged>>) -> impl IntoView {
    let store = use_store();
    let kind = move || matching::kind(&store.teller(), figure);
    let read = Callback::new(move |typed: String| {
        let said = match typed.trim() {
            "" => None,
            _ => {
                let horizon = store.journey.with_untracked(|journey| journey.horizon);
                Some(OwnCount::typed(figure, untrack(kind).read(&typed)?, horizon))
            }
        };
        Ok(books::changed(store, |books| books.today.set(figure, said)))
    });
    let said = Memo::new(move |_| own.with(|own| own.get(figure)));
    let value = move || said.get().map_or_else(String::new, |said| kind().write(said.value));
    // What is told to those who listen changes with the verdict, not with each figure.
    let verdict = Memo::new(move |_| matching::verdict(&store.teller(), of(judged, figure).as_ref()));
    let simulated = move || {
        let report = store.newest().filter(|_| is_todays(store))?;
        let simulated = simulated(&report.today, figure);
        Some(matching::simulated(&store.teller(), figure, simulated, of(judged, figure).as_ref()))
    };
    let counted = move || said.get().and_then(|said| matching::counted(&store.teller(), said));
    let anew = move || said.get().and_then(|said| matching::anew(&store.teller(), said));
    view! {
        <div>
            <TypedField
                label=Signal::derive(move || matching::name(&store.teller(), figure)) after=Signal::derive(String::new)
                hint=Signal::derive(move || verdict.get()) told=Callback::new(move |why: Misread| kind().told(&why))
                value=Signal::derive(value) read=read
            />
            <p class="hint">{simulated}" "{counted}</p>
            {move || anew().map(|words| view! { <p class="wrong">{words}</p> })}
        </div>
    }
}

/// For how long customers are followed [periods].
fn horizon(store: Store) -> u16 {
    store.journey.with(|journey| journey.horizon)
}

fn of(judged: Memo<Vec<Judged>>, figure: OwnFigure) -> Option<Judged> {
    judged.with(|judged| judged.iter().find(|one| one.figure == JudgedFigure::Own(figure)).cloned())
}
