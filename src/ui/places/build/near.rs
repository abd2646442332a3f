//! The desk as one row of the table sees it: of the journey only what the row shows. There are hundreds of cells, and each would
//! otherwise look at every change of the journey.

use super::desk::Desk;
use crate::model::{Journey, LinkId};
use leptos::prelude::*;
use std::sync::Arc;

/// The desk with a touchpoint, the ways from it and where they lead, and the frame of the journey.
pub fn near(mut desk: Desk, link: LinkId) -> Desk {
    let all = desk.whole;
    desk.whole = Memo::new(move |_| {
        let ways: Vec<_> = all.with(|whole| whole.handovers.iter().filter(|way| way.from == link).cloned().collect());
        let is_near = |id: &LinkId| *id == link || ways.iter().any(|way| way.to == *id);
        let touchpoints = all.with(|whole| whole.touchpoints.iter().filter(|t| is_near(&t.id)).cloned().collect());
        Arc::new(Journey { touchpoints, handovers: ways, ..desk.frame.with(|frame| (**frame).clone()) })
    });
    desk
}
