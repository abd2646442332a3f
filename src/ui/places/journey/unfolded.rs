//! What is folded below the first view, drawn for whoever takes it away though nobody has unfolded it.

use super::dashboards::BothDashboards;
use super::sayings::AllSayings;
use crate::ui::widgets::{NotFetched, later};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;

/// The dashboards, and the sayings with their ladders.
pub fn unfolded() -> AnyView {
    later(|| Box::pin(drawn()))
}

#[wasm_split(details, fallible, wasm_split_path = ::leptos::wasm_split)]
fn drawn() -> Result<fn() -> AnyView, NotFetched> {
    Ok(|| view! { <BothDashboards/><AllSayings/> }.into_any())
}
