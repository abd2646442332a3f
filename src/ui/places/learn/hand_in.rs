//! Hand in: one code with the guess, what was seen, what was reached and how long it took; no name.

use super::pages::address;
use super::state::use_learn;
use crate::exchange::{HandIn, hand_in_code};
use crate::model::lesson::Lesson;
use crate::say;
use crate::ui::platform::copying::copy;
use leptos::prelude::*;
use std::sync::Arc;

/// The field that holds the code.
const CODE: &str = "hand-in-code";

#[component]
pub fn HandInView(lesson: Arc<Lesson>) -> impl IntoView {
    let learn = use_learn();
    let store = learn.store;
    let options = lesson.see.options.clone();
    let id = lesson.id.clone();
    let code = Memo::new(move |_| {
        let here = learn.here();
        let guess = here.guess?;
        let right = learn.with_view(|view, _| view.right(&options)).flatten();
        let saw = here.saw.and_then(|saw| Some((saw.clone(), right?.contains(&saw))));
        Some(hand_in_code(&HandIn {
            lesson: id.clone(),
            guess,
            saw,
            note: here.note,
            met: here.met,
            best: here.best.map(|(best, _)| best as f32),
            effort: here.best.map_or(0.0, |(_, effort)| effort as f32),
            seconds: here.seconds,
        }))
    });
    let copied = RwSignal::new(None::<bool>);
    let put = move |_| {
        learn.note(|lesson| lesson.done = true);
        if let Some(code) = code.get_untracked() {
            copy(&code, copied, || {});
        }
    };
    let said = move || match copied.get() {
        Some(true) => say!(store, learn.copied),
        Some(false) => say!(store, learn.not_copied),
        None => "",
    };
    view! {
        <section class="hand-in">
            <h2>{move || say!(store, learn.hand_in)}</h2>
            <p>{move || say!(store, learn.hand_in_lead)}</p>
            <label>
                <span>{move || say!(store, learn.code)}</span>
                <input id=CODE type="text" readonly prop:value=move || code.get().unwrap_or_default()/>
            </label>
            <p>
                <button class="firm" on:click=put>{move || say!(store, learn.copy)}</button>
                " "<span role="status">{said}</span>
            </p>
            <p><a href=address("")>{move || say!(store, learn.all)}</a></p>
        </section>
    }
}
