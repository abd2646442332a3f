//! Try yourself: a goal, a limit, and what may be touched. How it is reached is the learner's own affair.

use super::said::said;
use super::state::use_learn;
use crate::app::{Command, Held3, ListedChange, best_of, changes, class_of, scale};
use crate::model::lesson::{Beat, Lesson, LessonFigure, Touchable};
use crate::model::{Field, LinkId, Scenario};
use crate::say;
use crate::ui::platform::events::choice_of;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::Slider;
use crate::words::lesson as words;
use crate::words::{lever, number};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use std::sync::Arc;

/// How long a hand has to rest before what it has done is measured [ms].
const REST: u32 = 250;

#[component]
pub fn TryView(lesson: Arc<Lesson>) -> impl IntoView {
    let learn = use_learn();
    let store = learn.store;
    let lesson = StoredValue::new(lesson);
    // What is changed on the stage is measured and kept, once the hand rests.
    let timer: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        let Some(stage) = learn.stage.get().filter(|_| learn.staged.get() == Some(Beat::Try)) else { return };
        let yours = stage.session.with(|session| session.work.scenario.clone());
        let act = move || {
            let is_other = untrack(|| learn.here()).yours != yours;
            if is_other && yours != Scenario::default() {
                learn.note(|progress| progress.yours = yours);
            }
            learn.measure(&lesson.get_value(), Beat::Try);
        };
        timer.set_value(Some(Timeout::new(REST, act)));
    });
    let met = Memo::new(move |_| learn.with_view(|view, _| view.is_met()) == Some(Held3::Holds));
    let best = move || lesson.with_value(|lesson| learn.figure(&lesson.attempt.best)).map(|figure| figure.value);
    let spent = Memo::new(move |_| learn.with_view(|view, _| view.spent()).unwrap_or(0.0));
    // The best that meets the goal is remembered.
    Effect::new(move |_| {
        if !met.get() {
            return;
        }
        let (Some(value), spent) = (best(), spent.get()) else { return };
        let is_better = untrack(|| learn.here()).best.is_none_or(|(known, _)| value > known);
        if is_better {
            learn.note(|progress| {
                progress.met = true;
                progress.done = true;
                progress.best = Some((value, spent));
            });
        }
    });
    // A goal that counts who stays stands beside a sentence that counts who is saved.
    let is_kept = move || {
        lesson.with_value(|lesson| {
            let goals = lesson.attempt.goal.iter().filter_map(|goal| lesson.measures.get(&goal.measure));
            goals.into_iter().any(|measure| measure.figure == LessonFigure::Kept && measure.persona.is_none())
        })
    };
    let text = move || said(learn, &lesson.get_value().attempt.text);
    let goals = move || {
        let goals = lesson.with_value(|lesson| lesson.attempt.goal.clone());
        let one = |condition| learn.with_view(|view, teller| words::goal(view, teller, condition)).flatten();
        goals.iter().filter_map(one).map(|goal| view! { <li>{goal}</li> }).collect_view()
    };
    let effort = move || {
        let language = store.language.get();
        let of = lesson.with_value(|lesson| lesson.attempt.effort);
        say!(
            store,
            learn.effort,
            n = number::decimal(language, spent.get(), 1),
            of = number::decimal(language, of, number::decimals(of))
        )
    };
    let too_much = move || spent.get() > lesson.with_value(|lesson| lesson.attempt.effort) + 0.05;
    view! {
        {text}
        <ul class="goals" aria-label=move || say!(store, learn.goal)>{goals}</ul>
        <Show when=is_kept><p class="hint">{move || say!(store, learn.same_lives)}</p></Show>
        <p class="effort-left" class:too-much=too_much role="status">
            {effort}
            <Show when=too_much>" "<strong>{move || say!(store, learn.too_much)}</strong></Show>
        </p>
        <Levers lesson=lesson.get_value()/>
        <p class="met" role="status" class:is-met=move || met.get()>
            {move || if met.get() { say!(store, learn.met) } else { "" }}
        </p>
        <ClassBest lesson=lesson.get_value()/>
    }
}

/// What may be touched, and the way back to where it began.
#[component]
fn Levers(lesson: Arc<Lesson>) -> impl IntoView {
    let learn = use_learn();
    let lesson = StoredValue::new(lesson);
    let content = move || {
        let stage = learn.stage.get()?;
        let may = lesson.with_value(|lesson| lesson.attempt.may.clone());
        let begins = lesson.with_value(|lesson| lesson.worlds.get(&lesson.attempt.world).cloned().unwrap_or_default());
        Some(view! {
            <Provider value=stage>
                {if may.is_empty() { view! { <AnyLink/> }.into_any() } else { view! { <TheseLevers may=may/> }.into_any() }}
                <Moved/>
                <Reset begins=begins/>
            </Provider>
        })
    };
    view! { <div class="try-levers">{content}</div> }
}

/// Back to where it began.
#[component]
fn Reset(begins: Scenario) -> impl IntoView {
    let (learn, stage) = (use_learn(), use_store());
    let reset = move |_| {
        let mut session = stage.session.get_untracked();
        session.work.scenario = begins.clone();
        stage.run(Command::TakeOver(Box::new(session)));
        learn.note(|progress| progress.yours = Scenario::default());
    };
    view! { <button class="plain" on:click=reset>{move || say!(learn.store, learn.reset)}</button> }
}

#[component]
fn TheseLevers(may: Vec<Touchable>) -> impl IntoView {
    let rows = may.into_iter().map(|one| view! { <LeverOf link=one.link lever=one.lever/> }).collect_view();
    view! { <ul class="lever-list">{rows}</ul> }
}

/// One lever of one link, with a slider.
#[component]
fn LeverOf(link: LinkId, lever: Field) -> impl IntoView {
    let stage = use_store();
    let link = StoredValue::new(link);
    let today = Memo::new(move |_| stage.work.with(|work| work.today_of(&link.get_value(), lever)).unwrap_or(0.0));
    let now = Memo::new(move |_| stage.work.with(|work| work.now_of(&link.get_value(), lever)).unwrap_or(0.0));
    let scale = Signal::derive(move || stage.work.with(|work| scale(work, &link.get_value(), lever)));
    let name = Signal::derive(move || lever::of_link(&stage.teller(), &link.get_value(), lever));
    let spoken = Signal::derive(move || lever::spoken(&stage.teller(), lever, today.get(), now.get()));
    let set = Callback::new(move |value| stage.run(Command::SetLever { link: link.get_value(), lever, value }));
    let value = move || lever::bare_value(stage.language.get(), lever, now.get());
    view! {
        <li class="lever" class:changed=move || now.get() != today.get()>
            <span class="lever-name">{name}</span>
            <span class="lever-value">{value}</span>
            <Slider label=name value=now today=today words=spoken set=set scale=scale/>
        </li>
    }
}

/// The strength of whichever link is chosen, on the chain or in the list.
#[component]
fn AnyLink() -> impl IntoView {
    let (learn, stage) = (use_learn(), use_store());
    let options = move || {
        let links: Vec<LinkId> = stage.journey.with(|journey| journey.links().cloned().collect());
        links.into_iter().map(|link| option(stage, link)).collect_view()
    };
    let choose = move |event: web_sys::Event| {
        if let Some(id) = choice_of(&event) {
            stage.run(Command::Select(id.as_str().into()));
        }
    };
    let lever = move || view! { <LeverOf link=stage.selected.get() lever=Field::Strength/> };
    view! {
        <label class="choice">
            <span>{move || say!(learn.store, learn.which_link)}</span>
            <select id=stage.id_of("inspector-name") on:change=choose>{options}</select>
        </label>
        <ul class="lever-list">{lever}</ul>
    }
}

fn option(stage: Store, link: LinkId) -> impl IntoView {
    let (is_it, named) = (link.clone(), link.clone());
    let name = move || stage.teller().link_name(&named);
    view! { <option value=link.to_string() selected=move || stage.selected.with(|s| *s == is_it)>{name}</option> }
}

/// All that has been moved.
#[component]
fn Moved() -> impl IntoView {
    let (learn, stage) = (use_learn(), use_store());
    let rows = move || {
        let work = stage.work.get();
        let teller = stage.teller();
        let one = |change: ListedChange| match change {
            ListedChange::Lever { link, lever, today, value, .. } => {
                let language = teller.language;
                let (was, now) = (lever::bare_value(language, lever, today), lever::bare_value(language, lever, value));
                let name = lever::of_link(&teller, &link, lever);
                Some(view! { <li>{name}": "{was}" → "{now}</li> })
            }
            _ => None,
        };
        changes(&work).into_iter().filter_map(one).collect_view()
    };
    view! { <ul class="moved" aria-label=move || say!(learn.store, learn.moved)>{rows}</ul> }
}

/// The best that the class has reached, where its codes were pasted on this device.
#[component]
fn ClassBest(lesson: Arc<Lesson>) -> impl IntoView {
    let learn = use_learn();
    let words = move || {
        let codes = learn.progress.with(|all| all.class.clone());
        let class = class_of(&codes);
        let (value, effort) = best_of(class.get(&lesson.id)?, false)?;
        let measure = lesson.measures.get(&lesson.attempt.best)?;
        learn.with_view(|_, teller| {
            let value = words::value(teller, measure, value);
            say!(learn.store, learn.class_best, value = value, n = number::decimal(teller.language, effort, 1))
        })
    };
    view! { <p class="hint">{words}</p> }
}

/// What stands in a part of the page is about another store.
#[component]
fn Provider(value: Store, children: Children) -> impl IntoView {
    provide_context(value);
    children()
}
