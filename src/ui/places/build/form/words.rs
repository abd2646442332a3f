//! The words of a part, in each language of the page.

use super::super::desk::use_desk;
use super::super::text::WordsInput;
use crate::app::Language;
use crate::model::edit::{Edit, edited, text_of};
use crate::model::{Field, PartId};
use crate::say;
use crate::words::building;
use leptos::prelude::*;

/// Words to type in one field, a line for each language.
#[component]
pub fn InLanguages(part: PartId, field: Field) -> impl IntoView {
    let all = Language::ALL.map(|language| view! { <InLanguage part=part.clone() field=field language=language/> });
    view! { {all.into_iter().collect_view()} }
}

#[component]
fn InLanguage(part: PartId, field: Field, language: Language) -> impl IntoView {
    let desk = use_desk();
    let label = Signal::derive(move || {
        let named = match language {
            Language::En => say!(desk, build.form.english),
            Language::Sv => say!(desk, build.form.swedish),
        };
        let field = building::field(desk.store.language.get(), field);
        say!(desk, build.form.in_language, field = field, language = named)
    });
    let value = {
        let part = part.clone();
        Memo::new(move |_| {
            let own = |text: &crate::model::Text| text.0.get(language.code()).cloned().unwrap_or_default();
            desk.whole.with(|j| text_of(j, &part, field).map(own).unwrap_or_default())
        })
    };
    let take = Callback::new(move |words: String| {
        let edit = Edit::Words { part: part.clone(), field, words };
        let journey = desk.whole.with_untracked(|j| edited(j, &edit, language.code()));
        desk.put(journey);
    });
    view! {
        <label class="form-words">
            <span class="form-name">{label}</span>
            <WordsInput label=label value=value.into() take=take/>
        </label>
    }
}
