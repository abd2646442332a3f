//! The look on one page, at `#/styleguide` in a draft: every token and every component in every state, on paper and on ink.
//! It speaks to those who work on the page, in English only.

mod contrast;
mod controls;
mod drawings;
mod frame;
mod panels;
mod scales;
mod sentences;
mod swatches;

use crate::app::ports::ReadyJourneys;
use crate::app::{NoJourney, Opened};
use crate::ui::places::journey::below::once_figures_stand;
use crate::ui::platform::address;
use crate::ui::platform::events::{Hears, listen};
use crate::ui::state::{Persistence, Store};
use leptos::prelude::*;

/// Where the page of the look is.
const ADDRESS: &str = "#/styleguide";

/// Whether the address asks for this page.
pub fn is_asked_for() -> bool {
    address::hash() == ADDRESS
}

/// Puts this page into the document in place of the other.
///
/// # Errors
/// When the journey that it shows is not to be had.
pub async fn mount(journeys: &dyn ReadyJourneys) -> Result<(), NoJourney> {
    let opened = crate::app::first(journeys).await?;
    leptos::mount::mount_to_body(move || view! { <StylePage opened/> });
    Ok(())
}

#[component]
fn StylePage(opened: Opened) -> impl IntoView {
    let location = window().location();
    listen(&window(), "hashchange", Hears::Plainly, move |_| drop(location.reload()));
    // What this page brings about is nobody's work: it is kept nowhere.
    let store = Store::new(opened, Persistence::nowhere());
    panels::prepare(store);
    provide_context(store);
    provide_context(once_figures_stand(store));
    let half = |scheme: &'static str, name: &'static str| {
        view! {
            <section class=format!("half {scheme}") aria-label=name>
                <h1>{name}</h1>
                <swatches::Swatches/>
                <scales::Scales/>
                <controls::Controls/>
                <drawings::Metal/>
                <sentences::Sentences/>
                <sentences::Figures/>
                <drawings::Charts/>
                <sentences::Boxes/>
                <panels::Panels/>
            </section>
        }
    };
    view! { <main class="style-page">{half("light", "Paper")}{half("dark", "Ink")}</main> }
}
