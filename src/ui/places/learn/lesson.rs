//! A lesson: its beats one after the other, with the guess beside what came of it.

use super::attempt::TryView;
use super::beats::{furthest, go_to};
use super::explain::ExplainView;
use super::giving::Giving;
use super::guess::GuessView;
use super::guessed::Guessed;
use super::hand_in::HandInView;
use super::pages::{BEAT, TITLE, address};
use super::present::OnTheWall;
use super::run::RunView;
use super::said::{Broken, file_state, plain};
use super::see::SeeView;
use super::state::{Learn, LessonFile, use_learn};
use crate::model::lesson::{Beat, Lesson};
use crate::say;
use crate::ui::platform::device;
use leptos::prelude::*;
use std::sync::Arc;

/// The lesson that the address names.
#[component]
pub fn LessonPage() -> impl IntoView {
    let learn = use_learn();
    let file = move || {
        let id = learn.open_id()?;
        learn.lessons.with(|all| all.get(&id).cloned())
    };
    let state = move || match file() {
        Some(file) => file_state(learn, &file, move || {
            if let Some(id) = untrack(|| learn.open_id()) {
                learn.fetch(&id);
            }
        }),
        None => file_state(learn, &LessonFile::<()>::OnItsWay, || ()),
    };
    // Another lesson is another view; what is only said again in another language is not.
    let open = Memo::new(move |_| learn.lesson());
    let content = move || open.get().map(|lesson| view! { <Open lesson=lesson/> });
    view! {
        <p class="learn-back"><a href=address("")>{move || say!(learn.store, learn.all)}</a></p>
        {state}
        {content}
    }
}

#[component]
fn Open(lesson: Arc<Lesson>) -> impl IntoView {
    let learn = use_learn();
    let store = learn.store;
    let lesson = StoredValue::new(lesson);
    device::focus_soon(TITLE);
    let at = Memo::new(move |_| learn.here().at);
    // The stage follows the beat, and the reader's choice of the journey.
    Effect::new(move |_| {
        learn.on_own.track();
        let beat = at.get();
        learn.put_on_stage(&lesson.get_value(), beat);
    });
    let title = move || lesson.with_value(|lesson| plain(learn, &lesson.title));
    let aim = move || lesson.with_value(|lesson| plain(learn, &lesson.aim));
    let beat = move || {
        let lesson = lesson.get_value();
        match at.get() {
            Beat::Guess => view! { <GuessView lesson=lesson/> }.into_any(),
            Beat::Run => view! { <RunView lesson=lesson/> }.into_any(),
            Beat::See => view! { <SeeView lesson=lesson/> }.into_any(),
            Beat::Explain => view! { <ExplainView lesson=lesson/> }.into_any(),
            Beat::Try => view! { <TryView lesson=lesson/> }.into_any(),
        }
    };
    let is_last = move || lesson.with_value(|lesson| lesson.after(at.get()).is_none());
    let again = move |_| {
        if let Some(id) = untrack(|| learn.open_id()) {
            learn.progress.update(|all| _ = all.lessons.remove(&id));
            learn.note(|_| ());
            device::focus_soon(BEAT);
        }
    };
    let shows_guess = move || at.get() != Beat::Guess;
    view! {
        <article class="lesson">
            <header>
                <h1 id=TITLE tabindex="-1">{title}</h1>
                <p class="lead">{aim}</p>
                <Own lesson=lesson.get_value()/>
                <OnTheWall/>
                <Steps lesson=lesson.get_value() at=at/>
            </header>
            <section class="beat" aria-labelledby=BEAT>
                <h2 id=BEAT tabindex="-1">{move || beat_name(learn, at.get())}</h2>
                <Broken/>
                {beat}
                <Show when=shows_guess><Guessed lesson=lesson.get_value()/></Show>
                <Onward lesson=lesson.get_value() at=at/>
            </section>
            <Show when=is_last><HandInView lesson=lesson.get_value()/></Show>
            {(!learn.is_given).then(|| view! { <Giving lesson=lesson.get_value()/> })}
            <p class="learn-again"><button class="plain" on:click=again>{move || say!(store, learn.again)}</button></p>
        </article>
    }
}

/// The choice to run the lesson on one's own version of its journey, where there is one.
#[component]
fn Own(lesson: Arc<Lesson>) -> impl IntoView {
    let learn = use_learn();
    let has_own = Memo::new(move |_| learn.own_journey(&lesson).is_some());
    let choose = move |_| learn.on_own.update(|own| *own = !*own);
    view! {
        <Show when=move || has_own.get()>
            <label class="learn-own">
                <input type="checkbox" prop:checked=move || learn.on_own.get() on:change=choose/>
                <span>{move || say!(learn.store, learn.on_own)}</span>
            </label>
        </Show>
    }
}

/// What a beat is called.
pub fn beat_name(learn: Learn, beat: Beat) -> &'static str {
    let store = learn.store;
    match beat {
        Beat::Guess => say!(store, learn.beat_guess),
        Beat::Run => say!(store, learn.beat_run),
        Beat::See => say!(store, learn.beat_see),
        Beat::Explain => say!(store, learn.beat_explain),
        Beat::Try => say!(store, learn.beat_try),
    }
}

/// The beats: those that have been reached can be gone back to, the others are still to come.
#[component]
fn Steps(lesson: Arc<Lesson>, at: Memo<Beat>) -> impl IntoView {
    let learn = use_learn();
    let beats = lesson.beats();
    let steps = beats.into_iter().enumerate().map(move |(n, beat)| {
        let lesson = lesson.clone();
        let is_reached = Memo::new(move |_| {
            let here = learn.here();
            let reached = beats.iter().position(|one| *one == here.at).unwrap_or(0);
            n <= reached || here.done || (here.guess.is_some() && n <= furthest(&lesson, &here))
        });
        let go = move |_| {
            if is_reached.get_untracked() {
                go_to(learn, beat);
            }
        };
        view! {
            <li>
                <button class="quiet" aria-current=move || (at.get() == beat).then_some("step")
                    aria-disabled=move || (!is_reached.get()).to_string() on:click=go
                >
                    {move || beat_name(learn, beat)}
                </button>
            </li>
        }
    });
    view! {
        <nav aria-label=move || say!(learn.store, learn.beats)>
            <ol class="beats">{steps.collect_view()}</ol>
        </nav>
    }
}

/// The way to the next beat.
#[component]
fn Onward(lesson: Arc<Lesson>, at: Memo<Beat>) -> impl IntoView {
    let learn = use_learn();
    let next = {
        let lesson = lesson.clone();
        Memo::new(move |_| lesson.after(at.get()))
    };
    let may = move || match at.get() {
        Beat::Guess => learn.here().guess.is_some(),
        Beat::See => learn.here().saw.is_some(),
        Beat::Run | Beat::Explain | Beat::Try => true,
    };
    let go = move |_| {
        if let Some(beat) = next.get_untracked().filter(|_| untrack(may)) {
            go_to(learn, beat);
        }
    };
    let words = move || match next.get() {
        Some(Beat::Run) if at.get() == Beat::Guess => say!(learn.store, learn.to_run),
        Some(Beat::Try) => say!(learn.store, learn.to_try),
        _ => say!(learn.store, learn.next),
    };
    view! {
        <Show when=move || next.get().is_some()>
            <p class="onward">
                <button class="firm" aria-disabled=move || (!may()).to_string() on:click=go>{words}</button>
                <Show when=move || !may()>
                    <span class="hint">
                        {move || match at.get() {
                            Beat::See => say!(learn.store, learn.say_first),
                            _ => say!(learn.store, learn.guess_first),
                        }}
                    </span>
                </Show>
            </p>
        </Show>
    }
}
