//! What did you see? What is right is found out on the journey at hand, and said once the learner has answered.

use super::guess::Options;
use super::run::Figures;
use super::said::{plain, said};
use super::state::use_learn;
use crate::model::lesson::Lesson;
use crate::say;
use leptos::prelude::*;
use std::sync::Arc;

/// The longest note [letters].
const LONGEST: &str = "200";

#[component]
pub fn SeeView(lesson: Arc<Lesson>) -> impl IntoView {
    let learn = use_learn();
    let store = learn.store;
    let text = lesson.see.text.clone();
    let saw = Memo::new(move |_| learn.here().saw);
    let choose = Callback::new(move |id: String| learn.note(|lesson| lesson.saw = Some(id)));
    let label = {
        let text = text.clone();
        Signal::derive(move || plain(learn, &text))
    };
    let options = lesson.see.options.clone();
    let verdict = {
        let options = options.clone();
        move || {
            let saw = saw.get()?;
            let Some(right) = learn.with_view(|view, _| view.right(&options)).flatten() else {
                return Some(view! { <p>{say!(store, learn.awaited)}</p> }.into_any());
            };
            if right.contains(&saw) {
                return Some(view! { <p>{say!(store, learn.saw_right)}</p> }.into_any());
            }
            let those = options.iter().filter(|option| right.contains(&option.id));
            let said: Vec<_> = those.map(|option| view! { <li>{said(learn, &option.text)}</li> }).collect();
            let none = said.is_empty();
            Some(if none {
                view! { <p>{say!(store, learn.saw_none)}</p> }.into_any()
            } else {
                view! { <p>{say!(store, learn.saw_wrong)}</p><ul>{said}</ul> }.into_any()
            })
        }
    };
    let note = move |event: web_sys::Event| {
        let text = event_target_value(&event);
        learn.note(|lesson| lesson.note = text);
    };
    view! {
        <Figures lesson=lesson/>
        <Options name="saw" label=label options=options chosen=saw choose=choose/>
        <div class="verdict" role="status">{verdict}</div>
        <Show when=move || saw.with(Option::is_some)>
            <label class="note">
                <span>{move || say!(store, learn.own_words)}</span>
                <textarea rows="2" maxlength=LONGEST prop:value=move || learn.here().note on:change=note></textarea>
            </label>
        </Show>
    }
}
