//! In which order the rows of the table stand: by their phases, or sorted by a column.

use super::desk::Desk;
use crate::model::{LinkId, PhaseId};
use crate::words::sheet::{Column, sorted};
use leptos::prelude::*;

/// The order of the rows.
#[derive(Clone, Copy)]
pub struct RowOrder {
    /// The column that they are sorted by, and whether the last comes first; `None`: as the journey goes.
    pub by: RwSignal<Option<(Column, bool)>>,
    /// The rows as they stand.
    pub rows: Memo<Vec<LinkId>>,
}

impl RowOrder {
    pub fn new(desk: Desk) -> Self {
        let by = RwSignal::new(None);
        let rows = Memo::new(move |_| match by.get() {
            Some((column, is_down)) => sorted(&desk.teller(), column, is_down),
            None => desk.whole.with(|j| {
                let of = |phase: &PhaseId| {
                    j.touchpoints.iter().filter(|t| t.phase == *phase).map(|t| t.id.clone()).collect::<Vec<_>>()
                };
                j.phases.iter().flat_map(|p| of(&p.id)).collect()
            }),
        });
        Self { by, rows }
    }

    /// Sorts by a column: rising, then falling, then as the journey goes.
    pub fn press(self, column: Column) {
        self.by.update(|by| {
            *by = match *by {
                Some((its, false)) if its == column => Some((column, true)),
                Some((its, true)) if its == column => None,
                _ => Some((column, false)),
            }
        });
    }

    /// What a column's heading says of it to whoever does not see it.
    pub fn spoken(self, column: Column) -> &'static str {
        match self.by.get() {
            Some((its, false)) if its == column => "ascending",
            Some((its, true)) if its == column => "descending",
            _ => "none",
        }
    }
}
