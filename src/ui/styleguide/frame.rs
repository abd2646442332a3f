//! What the parts of the page of the look stand in.

use leptos::prelude::*;

/// A part of the page under its name.
#[component]
pub fn Part(name: &'static str, children: Children) -> impl IntoView {
    view! { <section class="style-part"><h2>{name}</h2>{children()}</section> }
}

/// A sample with what it is called.
#[component]
pub fn Sample(#[prop(into)] name: String, children: Children) -> impl IntoView {
    view! { <div class="style-sample"><div>{children()}</div><p class="hint">{name}</p></div> }
}
