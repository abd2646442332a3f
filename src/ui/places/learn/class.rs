//! The class view: the teacher pastes all codes, and sees how the guesses are spread, who saw what was there, and what was
//! reached; some results are picked and put in order for the wall. Nobody has a name.

use super::pages::{TITLE, address};
use super::said::plain;
use super::spread::guesses;
use super::state::{Learn, use_learn};
use crate::app::{ClassLesson, HandedIn, PastedCodes, best_of, class_of, pasted, saw_right};
use crate::exchange::GivenGuess;
use crate::model::lesson::{Ask, Lesson};
use crate::say;
use crate::ui::platform::device;
use crate::ui::platform::unsent::unsent_text;
use crate::words::lesson as words;
use crate::words::number;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn ClassPage() -> impl IntoView {
    let learn = use_learn();
    let store = learn.store;
    learn.fetch_journeys();
    let text = unsent_text("hand-ins");
    let came = RwSignal::new(None::<PastedCodes>);
    let add = move |_| {
        let known = learn.progress.with_untracked(|all| all.class.clone());
        let new = pasted(&text.get_untracked(), &known);
        learn.progress.update(|all| all.class.extend(new.new.iter().cloned()));
        if new.damaged == 0 {
            text.set(String::new());
        }
        came.set(Some(new));
        learn.keep();
    };
    let forget = move |_| {
        learn.forget_class();
        came.set(None);
        device::focus(TITLE);
    };
    let told = move || {
        let came = came.get()?;
        let language = store.language.get();
        let count = |n: usize| number::count(language, n as u64);
        let mut said = vec![say!(store, learn.came_new, n = count(came.new.len()))];
        if came.known > 0 {
            said.push(say!(store, learn.came_known, n = count(came.known)));
        }
        if came.damaged > 0 {
            said.push(say!(store, learn.came_damaged, n = count(came.damaged)));
        }
        Some(said.join(" "))
    };
    let lessons = move || {
        let class = class_of(&learn.progress.with(|all| all.class.clone()));
        class.into_iter().map(|(id, class)| view! { <OneLesson id=id class=class/> }).collect_view()
    };
    let is_empty = move || learn.progress.with(|all| all.class.is_empty());
    view! {
        <article class="class-page">
            <p class="learn-back"><a href=address("")>{move || say!(store, learn.all)}</a></p>
            <h1 id=TITLE tabindex="-1">{move || say!(store, learn.class_title)}</h1>
            <p class="lead">{move || say!(store, learn.class_lead)}</p>
            <label class="paste-codes">
                <span>{move || say!(store, learn.paste)}</span>
                <textarea rows="4" spellcheck="false" prop:value=move || text.get()
                    on:input=move |event| text.set(event_target_value(&event))
                ></textarea>
            </label>
            <p class="class-tools">
                <button class="firm" on:click=add>{move || say!(store, learn.add)}</button>
                <Show when=move || !is_empty()>
                    <button class="plain" on:click=|_| device::print()>{move || say!(store, learn.print)}</button>
                    <button class="plain" on:click=forget>{move || say!(store, learn.forget_class)}</button>
                </Show>
            </p>
            <p role="status">{told}</p>
            {lessons}
        </article>
    }
}

#[component]
fn OneLesson(id: String, class: ClassLesson) -> impl IntoView {
    let learn = use_learn();
    let store = learn.store;
    learn.fetch(&id);
    let lesson = {
        let id = id.clone();
        Memo::new(move |_| learn.lessons.with(|all| all.get(&id).and_then(|file| file.here())))
    };
    let title = move || lesson.get().map_or_else(|| id.clone(), |lesson| plain(learn, &lesson.title));
    let (handed, right) = (class.all.len(), saw_right(&class));
    let language = move || store.language.get();
    let count = move |n: usize| number::count(language(), n as u64);
    let met = class.all.iter().filter(|one| one.result.met).count();
    let summary = move || {
        say!(
            store,
            learn.class_summary,
            n = count(handed),
            right = count(right.0),
            said = count(right.1),
            met = count(met)
        )
    };
    let class = StoredValue::new(class);
    let spread = move || lesson.get().map(|lesson| guesses(learn, &lesson, &class.get_value()));
    let best = move || {
        let lesson = lesson.get()?;
        let (value, effort) = class.with_value(|class| best_of(class, false))?;
        let measure = lesson.measures.get(&lesson.attempt.best)?;
        learn.with_journey_of(&lesson, |teller| {
            let value = words::value(teller, measure, value);
            say!(store, learn.class_best, value = value, n = number::decimal(teller.language, effort, 1))
        })
    };
    let wall = move || lesson.get().map(|lesson| wall(learn, &lesson, &class.get_value()));
    let all = move || {
        let lesson = lesson.get()?;
        Some(class.get_value().all.iter().map(|one| result(learn, &lesson, one)).collect_view())
    };
    view! {
        <section class="class-lesson">
            <h2>{title}</h2>
            <p>{summary}</p>
            <h3>{move || say!(store, learn.guesses)}</h3>
            {spread}
            <p class="hint">{best}</p>
            {wall}
            <details class="class-results">
                <summary>{move || say!(store, learn.results)}</summary>
                <ul>{all}</ul>
            </details>
        </section>
    }
}

/// One result in a line.
fn line(learn: Learn, lesson: &Arc<Lesson>, one: &HandedIn) -> String {
    let store = learn.store;
    let language = store.language.get();
    let guess = match &one.result.guess {
        GivenGuess::Number(n) => number::decimal(language, f64::from(*n), number::decimals(f64::from(*n))),
        GivenGuess::Choice(id) => option_text(learn, lesson, id),
        GivenGuess::Chips(links) => {
            let mut names: Vec<String> = Vec::new();
            for link in links {
                let name =
                    learn.with_journey_of(lesson, |teller| teller.link_name(link)).unwrap_or_else(|| link.to_string());
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            number::list(names, say!(store, personas.and))
        }
        GivenGuess::Curve(points) => {
            let each = points.iter().map(|p| number::percent(language, f64::from(*p), 0)).collect();
            number::list(each, say!(store, personas.and))
        }
    };
    let saw = match &one.result.saw {
        Some((_, true)) => say!(store, learn.line_right),
        Some((_, false)) => say!(store, learn.line_wrong),
        None => "",
    };
    let met = if one.result.met { say!(store, learn.line_met) } else { "" };
    let minutes = number::whole(language, (f64::from(one.result.seconds) / 60.0).ceil());
    let mut parts = vec![say!(store, learn.line_guess, guess = guess)];
    parts.extend([saw, met].into_iter().filter(|part| !part.is_empty()).map(str::to_owned));
    parts.push(say!(store, learn.minutes, n = minutes));
    parts.join(" ")
}

fn option_text(learn: Learn, lesson: &Lesson, id: &str) -> String {
    let Ask::Choice { options } = &lesson.guess.asks else { return id.to_owned() };
    options.iter().find(|option| option.id == id).map_or_else(|| id.to_owned(), |option| plain(learn, &option.text))
}

fn result(learn: Learn, lesson: &Arc<Lesson>, one: &HandedIn) -> impl IntoView + use<> {
    let store = learn.store;
    let code = one.code.clone();
    let is_picked = {
        let code = code.clone();
        Memo::new(move |_| learn.progress.with(|all| all.picked.contains(&code)))
    };
    let pick = move |_| {
        learn.progress.update(|all| match all.picked.iter().position(|one| *one == code) {
            Some(at) => _ = all.picked.remove(at),
            None => all.picked.push(code.clone()),
        });
        learn.keep();
    };
    let note = one.result.note.clone();
    view! {
        <li>
            <label>
                <input type="checkbox" prop:checked=move || is_picked.get() on:change=pick/>
                <span class="unseen">{move || say!(store, learn.pick)}</span>
                <span>{line(learn, lesson, one)}</span>
            </label>
            {(!note.is_empty()).then(|| view! { <blockquote>{note}</blockquote> })}
        </li>
    }
}

/// What was picked for the wall, in its order.
fn wall(learn: Learn, lesson: &Arc<Lesson>, class: &ClassLesson) -> Option<AnyView> {
    let store = learn.store;
    let picked: Vec<HandedIn> = learn.progress.with(|all| {
        all.picked.iter().filter_map(|code| class.all.iter().find(|one| one.code == *code).cloned()).collect()
    });
    if picked.is_empty() {
        return None;
    }
    let one = |one: HandedIn| {
        let up = {
            let code = one.code.clone();
            move |_| {
                learn.progress.update(|all| {
                    if let Some(at) = all.picked.iter().position(|known| *known == code).filter(|at| *at > 0) {
                        all.picked.swap(at, at - 1);
                    }
                });
                learn.keep();
            }
        };
        let note = one.result.note.clone();
        view! {
            <li>
                {(!note.is_empty()).then(|| view! { <blockquote>{note}</blockquote> })}
                <p>{line(learn, lesson, &one)}</p>
                <button class="plain" on:click=up>{say!(store, learn.earlier)}</button>
            </li>
        }
    };
    Some(
        view! {
            <h3>{say!(store, learn.wall)}</h3>
            <ol class="wall">{picked.into_iter().map(one).collect_view()}</ol>
        }
        .into_any(),
    )
}
