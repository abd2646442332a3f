//! What a scene shows: one file for each kind. All of them are about the store of the wall.

mod bets;
mod brief;
mod decision;
mod journey;
mod proposals;
mod question;
mod race;
mod ranking;

use crate::app::{Scene, Shows};
use leptos::prelude::*;

/// What a scene shows.
pub fn scene_view(scene: &Scene) -> AnyView {
    match scene.shows {
        Shows::Question => view! { <question::Question/> }.into_any(),
        Shows::Journey => view! { <journey::Living/> }.into_any(),
        Shows::Bets => view! { <bets::Bets/> }.into_any(),
        Shows::Ranking => view! { <ranking::Answer/> }.into_any(),
        Shows::Proposals => view! { <proposals::OnTheTable/> }.into_any(),
        Shows::Race => view! { <race::BudgetOnWall/> }.into_any(),
        Shows::Decision => view! { <decision::Decision/> }.into_any(),
        Shows::Brief => view! { <brief::Decided/> }.into_any(),
    }
}
