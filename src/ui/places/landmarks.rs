//! The elements that other parts of the page lead to, and the ways there.

use crate::app::{Command, Panel, Place};
use crate::model::LinkId;
use crate::ui::platform::device;
use crate::ui::state::Store;
use leptos::prelude::*;

/// The heading of the inspector, where whoever comes to a link begins to read.
pub const INSPECTOR: &str = "inspector-name";
/// All links of the chain.
pub const LINKS: &str = "chain-links";
/// The selected link of the chain, as a selector.
pub const CHOSEN: &str = ".hit[aria-selected='true']";
/// Where whoever comes to Prioritise begins to read.
pub const ADVICE: &str = "advice";

/// The heading of a panel.
pub fn heading(panel: Panel) -> &'static str {
    match panel {
        Panel::Ranking => "ranking-title",
        Panel::Bets => "bets-title",
        Panel::Today => "today-title",
        Panel::Logic => "logic-title",
        Panel::Strain => "strain-test-title",
        Panel::Sure => "sure-title",
        Panel::Race => "race-title",
        Panel::Reach => "reach-title",
        Panel::Proposals => "proposals-title",
        Panel::Rescue => "rescue-title",
    }
}

/// Selects a link and takes the reader to its figures where they are not in sight, as below the chain.
pub fn choose(store: Store, link: LinkId) {
    store.run(Command::Select(link));
    let inspector = store.id_of(INSPECTOR);
    if device::is_out_of_sight(&inspector) {
        device::focus(&inspector);
    }
}

/// Goes to the figures of the selected link.
pub fn go_to_inspector(store: Store) {
    store.run(Command::GoTo(Place::Journey));
    device::focus_soon(INSPECTOR);
}

/// Goes to a panel; to the advice where the panels are covered.
pub fn go_to(store: Store, panel: Panel) {
    store.panel.set(Some(panel));
    store.run(Command::GoTo(Place::Prioritise));
    show(store, panel);
}

/// Takes the reader to a panel of the place that stands there.
pub fn show(store: Store, panel: Panel) {
    let is_covered = store.agenda.with_untracked(|agenda| agenda.is_covered);
    device::focus_soon(if is_covered && panel != Panel::Bets { ADVICE } else { heading(panel) });
}
