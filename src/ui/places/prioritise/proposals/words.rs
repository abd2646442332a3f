//! What proposals do, in words: as links are counted in the ranking, and as the outcome that counts moves.

use crate::analysis::Estimate;
use crate::app::ProposalWorth;
use crate::ui::places::prioritise::goal::goal_name;
use crate::ui::places::prioritise::{goal_words, tell};
use crate::ui::say;
use crate::ui::state::Store;
use leptos::prelude::*;

/// "87 of 10 000 customers kept each month"; what is no gain is told as the outcome moves.
pub fn in_title(store: Store, worth: &ProposalWorth) -> String {
    let goal = store.agenda.with(|a| a.goal);
    match worth.difference.map(|e| goal.gain(e)) {
        Some(gain) if gain.is_above_zero() => tell::gives(store, goal, gain),
        _ => on_goal(store, worth),
    }
}

/// What it does, as links are counted in the ranking: "+24 ±5"; and whether that is good or bad, as a style.
pub fn counted(store: Store, worth: &ProposalWorth) -> (&'static str, String) {
    let goal = store.agenda.with(|a| a.goal);
    match worth.difference {
        None => ("effect", String::new()),
        Some(e) if !tells(&e) => ("effect", too_close(store, &e)),
        Some(e) => {
            let gain = tell::as_told(store, goal, goal.gain(e));
            let tone = if gain.value > 0.0 { "effect better" } else { "effect worse" };
            (tone, format!("{} {}", tell::signed(store, goal, &gain), tell::noise(store, goal, &gain)))
        }
    }
}

/// Whether there is more than noise.
fn tells(difference: &Estimate) -> bool {
    difference.low > 0.0 || difference.high < 0.0
}

fn too_close(store: Store, difference: &Estimate) -> String {
    if difference.low == difference.high {
        say!(store, outcomes.unchanged).to_owned()
    } else {
        say!(store, outcomes.too_close).to_owned()
    }
}

/// The outcome that counts under what is counted: "churn −0.42 points (±0.05)"; nothing where noise may explain it all.
pub fn detail(store: Store, worth: &ProposalWorth) -> Option<String> {
    worth.difference.filter(tells).map(|_| on_goal(store, worth))
}

/// "churn −0.42 points (±0.05)", or that it is too close to call.
fn on_goal(store: Store, worth: &ProposalWorth) -> String {
    let goal = store.agenda.with(|a| a.goal);
    let outcome = goal_name(store, goal);
    let by = match worth.difference {
        Some(e) if tells(&e) => goal_words::told(store, goal, &e),
        Some(e) => too_close(store, &e),
        None => return String::new(),
    };
    say!(store, proposals.on_goal, outcome = outcome, by = by)
}
