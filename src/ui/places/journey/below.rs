//! What stands below the first view, is folded in it, or shows lives that are told after the first figures: a module of
//! its own, which is fetched once those figures stand there, so that they need not wait for it.

use super::changes::Changes;
use super::crowd::{crowd_on, player_of};
use super::dashboards::DashboardsPanel;
use super::inspector::levers::lever_row;
use super::lanes::Lanes;
use super::parts::{Below, Parts};
use super::personas::Personas;
use super::retention::RetentionPanel;
use super::sayings::Sayings;
use super::strained::Strained;
use super::usual::Usual;
use super::way::Way;
use super::why::WhyOutcomes;
use super::world::World;
use crate::ui::state::Store;
use crate::ui::widgets::NotFetched;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use std::time::Duration;

/// Where no figures come, nothing waits for them longer than this.
const LONGEST: Duration = Duration::from_secs(5);

#[wasm_split(below, fallible, wasm_split_path = ::leptos::wasm_split)]
fn parts() -> Result<Parts, NotFetched> {
    Ok(Parts {
        crowd: crowd_on,
        player: player_of,
        lanes: || view! { <Lanes/> }.into_any(),
        world,
        results,
        changes: || view! { <Changes/> }.into_any(),
        personas: || view! { <Personas/> }.into_any(),
        lever: lever_row,
    })
}

fn world() -> AnyView {
    view! { <Usual/><World/><Strained/> }.into_any()
}

fn results() -> AnyView {
    view! {
        <div class="results">
            <WhyOutcomes/>
            <RetentionPanel/>
        </div>
        <Way/>
        <DashboardsPanel/>
        <Sayings/>
    }
    .into_any()
}

/// The parts, fetched once there are figures.
pub fn once_figures_stand(store: Store) -> Below {
    let below = Below::fetched_by(|| Box::pin(parts()));
    Effect::new(move |_| {
        if store.answers.everybody.with(Option::is_some) {
            below.fetch();
        }
    });
    set_timeout(move || below.fetch(), LONGEST);
    below
}
