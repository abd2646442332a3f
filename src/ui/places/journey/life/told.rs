//! A life as it is told: how it ended, the curve, where one stands in it, and all of it as a table.

use super::account::Account;
use super::curve::WorthCurve;
use super::map::LifeMap;
use super::table::LifeTable;
use super::walk::{Stepped, Walk};
use crate::analysis::{Story, StoryEvent};
use crate::app::side_by_side;
use crate::say;
use crate::ui::state::{FollowedLife, Store, use_store};
use crate::words;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn Life(told: Arc<FollowedLife>) -> impl IntoView {
    let store = use_store();
    let today = told.life.today.clone();
    let twin = told.life.what_if.clone().filter(|_| store.changed.get_untracked());
    let rows = side_by_side(&today, twin.as_ref().unwrap_or(&today));
    let parted = rows.iter().find(|row| row.parted).map(|row| row.when);
    let lives = [Stepped::of(today.clone()), Stepped::of(twin.clone().unwrap_or_else(|| today.clone()))];
    let walk = Walk::new(lives.clone(), twin.is_some(), begin(&lives[1], parted));
    walk.by_keys();
    let fate = words::life::fate(&store.teller(), &today);
    let endings = match &twin {
        Some(what_if) => view! {
            <dl class="life-fates">
                <div><dt>{say!(store, life.today)}</dt><dd>{fate}</dd></div>
                <div class="what-if"><dt>{say!(store, life.what_if)}</dt><dd>{words::life::fate(&store.teller(), what_if)}</dd></div>
            </dl>
        }
        .into_any(),
        None => view! { <p class="life-fate">{fate}</p> }.into_any(),
    };
    let has_twin = twin.is_some();
    let alike = (has_twin && parted.is_none()).then(|| view! { <p class="hint">{say!(store, life.alike)}</p> });
    view! {
        <div class="life-name">
            <p class="life-who">{persona(store, &today)}</p>
            {endings}
        </div>
        {alike}
        <div class="life-parts">
            <div class="life-now">
                <LifeMap walk=walk/>
                <Account walk=walk has_twin=has_twin/>
            </div>
            <div class="life-all">
                <WorthCurve today=today what_if=twin walk=walk/>
                <LifeTable rows=rows has_twin=has_twin walk=walk/>
            </div>
        </div>
    }
}

/// The stop that one begins at: where the twins part, else the first value check.
fn begin(life: &Stepped, parted: Option<crate::app::When>) -> usize {
    let judged = |event: &StoryEvent| matches!(event, StoryEvent::Judged { .. });
    let found = life.stops.iter().position(|(when, told)| match parted {
        Some(parted) => *when >= parted,
        None => judged(&told.event),
    });
    found.unwrap_or(0)
}

fn persona(store: Store, story: &Story) -> String {
    let teller = store.teller();
    teller.journey.personas.get(story.life.persona).map(|p| teller.named(&p.name)).unwrap_or_default()
}
