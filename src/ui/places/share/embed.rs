//! The code of a part of the page for somebody else's page: a course, a site of one's own.

use super::made::{Links, use_links};
use crate::app::{Embed, EmbedControl, EmbedView, Language, Place, Route, embed_code};
use crate::say;
use crate::ui::platform::copying::copy;
use crate::ui::platform::events::choice_of;
use crate::ui::platform::outside;
use crate::ui::state::{Store, use_store};
use crate::words;
use leptos::html;
use leptos::prelude::*;

/// The page that can stand in others, beside the whole one (`build/finish.mjs`).
const FILE: &str = "embed.html";

/// What is chosen of it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Chosen {
    view: EmbedView,
    controls: [bool; EmbedControl::ALL.len()],
    language: Option<Language>,
}

/// The code to paste, and what it shows.
#[component]
pub fn EmbedSheet() -> impl IntoView {
    let store = use_store();
    let links = use_links();
    let chosen = RwSignal::new(Chosen { view: EmbedView::Chain, controls: [true, false, true], language: None });
    let view_option = move |view: EmbedView| {
        let is_chosen = move || chosen.get().view == view;
        view! { <option value=view.slug() selected=is_chosen>{move || words::embed::view(store.language.get(), view)}</option> }
    };
    let choose_view = move |event| {
        let slug = choice_of(&event);
        let view = EmbedView::ALL.into_iter().find(|view| Some(view.slug()) == slug.as_deref());
        chosen.update(|chosen| chosen.view = view.unwrap_or_default());
    };
    let choose_language = move |event| {
        let code = choice_of(&event);
        chosen.update(|chosen| {
            chosen.language = Language::ALL.into_iter().find(|one| Some(one.code()) == code.as_deref())
        });
    };
    let control = move |(at, control): (usize, EmbedControl)| {
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=move || chosen.get().controls[at]
                    on:change=move |event| chosen.update(|chosen| chosen.controls[at] = event_target_checked(&event))/>
                <span>{move || words::embed::control(store.language.get(), control)}</span>
            </label>
        }
    };
    let language_option = move |language: Language| {
        let is_chosen = move || chosen.get().language == Some(language);
        view! { <option value=language.code() lang=language.code() selected=is_chosen>{words::embed::own_name(language)}</option> }
    };
    let code = move || (store.place.get() == Place::Share).then(|| code_of(store, links, chosen.get())).flatten();
    view! {
        <section class="share-part" aria-labelledby="share-embed">
            <h2 id="share-embed">{move || say!(store, embed.title)}</h2>
            <p class="hint">{move || say!(store, embed.lead)}</p>
            <div class="share-choices">
                <label class="choice">
                    <span>{move || say!(store, embed.shows)}</span>
                    <select on:change=choose_view>{EmbedView::ALL.map(view_option)}</select>
                </label>
                <label class="choice">
                    <span>{move || say!(store, embed.language)}</span>
                    <select on:change=choose_language>
                        <option value="" selected=move || chosen.get().language.is_none()>{move || say!(store, embed.readers)}</option>
                        {Language::ALL.map(language_option)}
                    </select>
                </label>
                <fieldset class="embed-can">
                    <legend>{move || say!(store, embed.can)}</legend>
                    {EmbedControl::ALL.into_iter().enumerate().map(control).collect_view()}
                </fieldset>
            </div>
            {move || match code() {
                Some(code) => view! { <Code code/> }.into_any(),
                None => view! { <p class="notice">{say!(store, share.too_large)}</p> }.into_any(),
            }}
        </section>
    }
}

/// The code of what is chosen; `None` where the journey is too large for a link.
fn code_of(store: Store, links: Links, chosen: Chosen) -> Option<String> {
    let controls = EmbedControl::ALL.into_iter().zip(chosen.controls);
    let link = links.letters(&Route::Journey(Some(store.selected.get())), false)?;
    let embed = Embed {
        view: chosen.view,
        controls: controls.filter(|(_, is_on)| *is_on).map(|(control, _)| control).collect(),
        language: chosen.language,
        link,
    };
    let address = format!("{}{FILE}{}", outside::whole_page(), embed.written());
    let title = say!(store, embed.frame, journey = store.journey.get().name.get(store.code()));
    Some(embed_code(&address, &title, embed.first_height()))
}

#[component]
fn Code(code: String) -> impl IntoView {
    let store = use_store();
    let copied = RwSignal::new(None::<bool>);
    let field: NodeRef<html::Textarea> = NodeRef::new();
    let text = code.clone();
    let copy = move |_| {
        copy(&text, copied, move || {
            if let Some(field) = field.get_untracked() {
                field.select();
            }
        });
    };
    let said = move || match copied.get() {
        Some(true) => say!(store, embed.copied),
        Some(false) => say!(store, embed.copy_by_hand),
        None => "",
    };
    view! {
        <div class="made-letters">
            <textarea class="letters embed-code" rows="4" readonly=true node_ref=field spellcheck="false"
                aria-label=move || say!(store, embed.code)
            >{code}</textarea>
            <button class="firm" on:click=copy>{move || say!(store, embed.copy)}</button>
        </div>
        <p class="share-said" role="status">{said}</p>
    }
}
