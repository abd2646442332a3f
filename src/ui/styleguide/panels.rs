//! The page's own panels, filled by the engine: the lanes, the dashboards and all of Prioritise, for a journey that is
//! changed and has proposals.

use super::frame::Part;
use crate::app::{Command, Lane, Place, Proposal};
use crate::model::{Change, Field, LinkId};
use crate::ui::places::journey::changes::Changes;
use crate::ui::places::journey::dashboards::DashboardsPanel;
use crate::ui::places::journey::inspector::Inspector;
use crate::ui::places::journey::lanes::Lanes;
use crate::ui::places::journey::personas::Personas;
use crate::ui::places::prioritise::Prioritise;
use crate::ui::state::Store;
use leptos::prelude::*;

/// Brings about what the panels show; nothing of it is kept.
pub fn prepare(store: Store) {
    let proposal = |name: &str, link: &str, effort: f64| {
        let changes = vec![Change::Strengthen { link: LinkId::from(link), effort }];
        Command::AddProposal(Proposal { name: name.to_owned(), owner: None, effort, changes })
    };
    let begins = [
        Command::SetLever { link: LinkId::from("invoice"), lever: Field::Strength, value: 0.71 },
        Command::SetLever { link: LinkId::from("support"), lever: Field::Strength, value: 0.5 },
        proposal("Answer on the first call", "support", 1.0),
        proposal("An order that follows along", "shop", 2.0),
        Command::ShowDashboards(true),
        Command::GoTo(Place::Prioritise),
    ];
    begins.into_iter().for_each(|command| store.run(command));
    Lane::ALL.into_iter().for_each(|lane| store.run(Command::ShowLane { lane, on: true }));
}

/// Each panel as the engine fills it.
#[component]
pub fn Panels() -> impl IntoView {
    view! {
        <Part name="Inspector"><div class="style-side"><Inspector/></div></Part>
        <Part name="What is changed"><div class="style-side"><Changes/></div></Part>
        <Part name="Lanes"><div class="style-panel"><Lanes/></div></Part>
        <Part name="Dashboards"><div class="style-panel"><DashboardsPanel/></div></Part>
        <Part name="Personas"><div class="style-panel"><Personas/></div></Part>
        <Part name="Prioritise"><div class="style-panel prioritise"><Prioritise/></div></Part>
    }
}
