//! What is behind it: where the point holds on this journey, and where it does not, with the figures that say so.

use super::said::said;
use super::state::use_learn;
use crate::app::Held3;
use crate::model::lesson::Lesson;
use crate::say;
use crate::words::lesson as words;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn ExplainView(lesson: Arc<Lesson>) -> impl IntoView {
    let learn = use_learn();
    let store = learn.store;
    let point = Memo::new(move |_| learn.point());
    let content = move || {
        let point = point.get()?;
        Some(match point.held {
            Held3::Holds => said(learn, &lesson.explain.text),
            Held3::NotKnown => view! { <p>{say!(store, learn.point_not_known)}</p> }.into_any(),
            Held3::DoesNot => {
                let failing = learn.with_view(|view, teller| {
                    let one = |condition| words::failing(view, teller, condition).map(|why| view! { <li>{why}</li> });
                    point.failing.iter().filter_map(one).collect_view()
                });
                view! {
                    <p class="not-here"><strong>{say!(store, learn.point_fails)}</strong></p>
                    <ul class="failing">{failing}</ul>
                    {said(learn, &lesson.explain.otherwise)}
                }
                .into_any()
            }
        })
    };
    view! { <div class="explained">{content}</div> }
}
