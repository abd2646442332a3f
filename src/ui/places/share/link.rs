//! The link: its letters and their number, where that fits, and its code for a projector and for paper.

use super::made::use_links;
use crate::app::{Fits, Origin, Place, Route, fits};
use crate::charts::code::{LinkCode, code};
use crate::say;
use crate::ui::platform::events::choice_of;
use crate::ui::state::{Store, use_store};
use crate::ui::widgets::{CodePicture, LinkLetters};
use crate::words::number;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// How long the hand has to rest before the link is made anew [ms].
const REST: u32 = 150;

#[component]
pub fn LinkSheet() -> impl IntoView {
    let store = use_store();
    let links = use_links();
    let is_bare = RwSignal::new(false);
    let opens_at = RwSignal::new(Place::Journey);
    let link = RwSignal::new(Some(String::new()));
    Effect::new(move |_| {
        if store.place.get() == Place::Share {
            opens_at.set(store.shared_from.with_untracked(Route::place));
        }
    });
    let timer: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
    Effect::new(move |_| {
        // All that goes into it.
        store.session.track();
        let (bare, at, from) = (is_bare.get(), opens_at.get(), store.shared_from.get());
        if store.place.get() != Place::Share {
            return;
        }
        // Whether it goes by a ready journey's name is known a moment later.
        links.track();
        let make = move || {
            let route = match at {
                Place::Prioritise if from.place() == at => from.clone(),
                Place::Prioritise => Route::Prioritise(None),
                _ => Route::Journey(Some(store.selected.get_untracked())),
            };
            link.set(untrack(|| links.address(&route, bare)));
        };
        timer.set_value(Some(Timeout::new(REST, make)));
    });
    let has_texts = move || {
        let is_own = store.session.with(|session| !matches!(session.work.origin, Origin::Ready(_)));
        is_own && !links.is_ready() || store.agenda.with(|agenda| agenda.signing.has_words())
    };
    let is_half = move || store.session.with(|session| session.work.draft.is_some());
    let choose_place = move |event: web_sys::Event| {
        let chosen = choice_of(&event).and_then(|slug| Place::ALL.into_iter().find(|place| place.slug() == slug));
        opens_at.set(chosen.unwrap_or_default());
    };
    let place = move |place: Place, name: fn(Store) -> &'static str| {
        view! { <option value=place.slug() selected=move || opens_at.get() == place>{move || name(store)}</option> }
    };
    view! {
        <section class="share-part" aria-labelledby="share-link">
            <h2 id="share-link">{move || say!(store, share.link)}</h2>
            <div class="share-choices">
                <label class="choice">
                    <span>{move || say!(store, share.opens_at)}</span>
                    <select on:change=choose_place>
                        {place(Place::Journey, |store| say!(store, places.journey))}
                        {place(Place::Prioritise, |store| say!(store, places.prioritise))}
                    </select>
                </label>
                {move || has_texts().then(|| view! {
                    <label class="check">
                        <input type="checkbox" prop:checked=is_bare on:change=move |event| is_bare.set(event_target_checked(&event))/>
                        <span>{move || say!(store, share.bare)}</span>
                        <span class="hint">{move || say!(store, share.bare_hint)}</span>
                    </label>
                })}
            </div>
            {move || is_half().then(|| view! { <p class="hint">{say!(store, share.half)}</p> })}
            {move || match link.get() {
                Some(link) if link.is_empty() => ().into_any(),
                Some(link) => view! { <Made link/> }.into_any(),
                None => view! { <p class="notice">{say!(store, share.too_large)}</p> }.into_any(),
            }}
            <p class="hint">{move || say!(store, share.for_good)}</p>
        </section>
    }
}

/// A link that has been made.
#[component]
fn Made(link: String) -> impl IntoView {
    let store = use_store();
    let length = link.len();
    let fits = fits(length);
    let long = move || say!(store, share.length, n = number::count(store.language.get(), length as u64));
    let code = fits.paper.then(|| code(&link)).flatten();
    view! {
        <div class="made">
            <LinkLetters store link/>
            <p>{long}</p>
            {move || places_to_go(store, fits)}
            {code.map(|code| view! { <Code code fits/> })}
        </div>
    }
}

/// Where a link of this length can go.
fn places_to_go(store: Store, fits: Fits) -> impl IntoView {
    let one = |does_fit: bool, words: &'static str| {
        let (class, mark) = if does_fit { ("fits", "✓") } else { ("fits not", "–") };
        let said = if does_fit { say!(store, share.fits) } else { say!(store, share.fits_not) };
        view! {
            <li class=class><span aria-hidden="true">{mark}</span>" "{words}<span class="unseen">": "{said}</span></li>
        }
    };
    let too_long = (!fits.message).then(|| view! { <p>{say!(store, share.send_file)}</p> });
    view! {
        <ul class="where">
            {one(fits.projector, say!(store, share.fits_projector))}
            {one(fits.paper, say!(store, share.fits_paper))}
            {one(fits.message, say!(store, share.fits_message))}
            {one(true, say!(store, share.fits_file))}
        </ul>
        {too_long}
    }
}

/// The code, as large as a wall where that is wanted.
#[component]
fn Code(code: LinkCode, fits: Fits) -> impl IntoView {
    let store = use_store();
    let is_large = RwSignal::new(false);
    let hint = move || if fits.projector { say!(store, share.code_hint) } else { say!(store, share.code_paper) };
    let words = move || if is_large.get() { say!(store, share.smaller) } else { say!(store, share.larger) };
    view! {
        <figure class="code" class:large=is_large>
            <CodePicture code label=Signal::derive(move || say!(store, share.code))/>
            <figcaption>
                <span class="hint">{hint}</span>" "
                <button class="plain" aria-pressed=move || is_large.get().to_string()
                    on:click=move |_| is_large.update(|large| *large = !*large)
                >
                    {words}
                </button>
            </figcaption>
        </figure>
    }
}
