//! Every kind of dot as it is painted, for the page of the look.

use super::colours::{self, Colours};
use super::paint::every_kind;
use leptos::html;
use leptos::prelude::*;

/// Three times the size on the chain, in the colours of the place where they stand.
#[component]
pub fn DotSamples() -> impl IntoView {
    let colours: NodeRef<html::Span> = NodeRef::new();
    let place: NodeRef<html::Div> = NodeRef::new();
    Effect::new(move |_| {
        let (Some(colours), Some(place)) = (colours.get(), place.get()) else { return };
        if let Some(picture) = every_kind(&Colours::of(&colours), 3.0) {
            place.replace_children_with_node_1(&picture);
        }
    });
    view! {
        <div node_ref=place></div>
        <span class="crowd-colours" node_ref=colours hidden=true>{colours::samples()}</span>
    }
}
