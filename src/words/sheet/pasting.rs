//! Rows that are pasted, as touchpoints of the journey.

use super::super::building::{self, kind};
use super::super::typed::{Misread, NumberKind};
use super::super::{Teller, number};
use super::reading::{columns_of, rows};
use super::{Column, cell, figure, grounded, next};
use crate::app::Language;
use crate::model::edit::{Edit, PartChoice, Spot, can_lead, edited};
use crate::model::fields::PartKind;
use crate::model::{Field, Grounds, Journey, LinkId, PartId, PhaseId, Role, Stage};
use std::sync::Arc;

/// A cell that was not taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Untaken {
    /// Row of the pasted text, from 1 without its heading.
    pub row: usize,
    pub column: Column,
    pub cell: String,
    /// Why, where it is a number.
    pub why: Option<Misread>,
}

/// What comes of a pasted text.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    pub journey: Journey,
    pub added: usize,
    pub changed: usize,
    /// The touchpoints that are new or other than before, in the order of the journey.
    pub touched: Vec<LinkId>,
    pub untaken: Vec<Untaken>,
}

/// The journey with a pasted text: a row whose name is known changes that touchpoint, others are new, each after the one
/// before it. `after` is where the first new one goes.
pub fn pasted(teller: &Teller, text: &str, after: Option<&LinkId>) -> Pasted {
    let rows = rows(text);
    let before = teller.journey.clone();
    let mut paste = Paste {
        teller: teller.clone(),
        last: after.cloned(),
        came: Pasted { journey: (*before).clone(), added: 0, changed: 0, touched: Vec::new(), untaken: Vec::new() },
    };
    let (columns, has_head) = columns_of(&rows);
    let body: Vec<&Vec<String>> = rows.iter().skip(usize::from(has_head)).collect();
    let links: Vec<Option<LinkId>> = (1..).zip(&body).map(|(n, row)| paste.touchpoint(n, &columns, row)).collect();
    // Ways lead to what the whole of it has named.
    for ((n, row), link) in (1..).zip(&body).zip(links) {
        let next = columns.iter().position(|column| *column == Some(Column::Next)).and_then(|at| row.get(at));
        if let (Some(link), Some(cell)) = (link, next) {
            paste.ways(n, &link, cell);
        }
    }
    let is_changed = |link: &LinkId| {
        before.touchpoint(link) != paste.came.journey.touchpoint(link)
            || !ways(&before, link).eq(ways(&paste.came.journey, link))
    };
    let changed = before.touchpoints.iter().filter(|t| is_changed(&t.id)).count();
    let is_touched = |link: &LinkId| before.touchpoint(link).is_none() || is_changed(link);
    let links = paste.came.journey.touchpoints.iter().map(|t| t.id.clone());
    let touched = links.filter(|link| is_touched(link)).collect();
    (paste.came.changed, paste.came.touched) = (changed, touched);
    paste.came
}

fn ways<'a>(journey: &'a Journey, link: &'a LinkId) -> impl Iterator<Item = (&'a LinkId, f64)> {
    journey.handovers.iter().filter(move |h| h.from == *link).map(|h| (&h.to, h.share))
}

/// A pasted text on its way into the journey.
struct Paste {
    teller: Teller,
    /// The touchpoint of the row before.
    last: Option<LinkId>,
    came: Pasted,
}

impl Paste {
    fn edit(&mut self, edit: &Edit) {
        self.came.journey = edited(&self.came.journey, edit, self.teller.code());
        self.teller.journey = Arc::new(self.came.journey.clone());
    }

    /// The touchpoint of a row, as its cells say.
    fn touchpoint(&mut self, n: usize, columns: &[Option<Column>], row: &[String]) -> Option<LinkId> {
        let value = |wanted: Column| {
            let at = columns.iter().position(|column| *column == Some(wanted))?;
            row.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
        };
        let name = value(Column::Name)?;
        let phase = value(Column::Phase).map(|name| self.phase(name));
        let link = self.known(name, phase.as_ref()).or_else(|| self.add(name, phase.as_ref()))?;
        self.last = Some(link.clone());
        // What it is decides what its figures begin with.
        for column in [Column::Phase, Column::Role, Column::Nature] {
            if let Some(cell) = value(column) {
                self.choose(n, &link, column, cell);
            }
        }
        for column in [Column::Strength, Column::Gain, Column::Pain, Column::Channel, Column::Owner, Column::Words] {
            if let Some(cell) = value(column) {
                self.put(n, &link, column, cell);
            }
        }
        // Last, since a figure that is typed is a guess.
        if let Some(cell) = value(Column::Grounds) {
            self.ground(n, &link, cell);
        }
        Some(link)
    }

    fn ground(&mut self, n: usize, link: &LinkId, cell_text: &str) {
        let is = |name: &str| name.to_lowercase() == cell_text.to_lowercase();
        let named = |grounds: &Grounds| Language::ALL.iter().any(|l| is(building::grounds(*l, *grounds)));
        match building::GROUNDS.into_iter().find(named) {
            Some(grounds) => {
                let edit = grounded(&self.came.journey, link, grounds);
                edit.into_iter().for_each(|edit| self.edit(&edit));
            }
            None => self.leave(n, Column::Grounds, cell_text, None),
        }
    }

    fn known(&self, name: &str, phase: Option<&PhaseId>) -> Option<LinkId> {
        let is_it = |t: &&crate::model::Touchpoint| t.name.0.values().any(|n| n.trim() == name);
        let mut all = self.came.journey.touchpoints.iter().filter(is_it);
        let in_phase = |t: &&crate::model::Touchpoint| phase.is_some_and(|phase| t.phase == *phase);
        let found = all.clone().find(in_phase).or_else(|| all.next());
        found.map(|t| t.id.clone())
    }

    fn add(&mut self, name: &str, phase: Option<&PhaseId>) -> Option<LinkId> {
        let journey = &self.came.journey;
        let spot = match (phase, &self.last) {
            (Some(phase), _) => Spot::EndOf(phase.clone()),
            (None, Some(last)) if journey.touchpoint(last).is_some() => Spot::After(last.clone()),
            _ => Spot::EndOf(journey.phases.last()?.id.clone()),
        };
        let before: Vec<LinkId> = journey.touchpoints.iter().map(|t| t.id.clone()).collect();
        self.edit(&Edit::AddTouchpoint { name: name.to_owned(), spot });
        let new = self.came.journey.touchpoints.iter().find(|t| !before.contains(&t.id)).map(|t| t.id.clone());
        self.came.added += usize::from(new.is_some());
        new
    }

    /// The phase of a name; a new one stands where the row before does.
    fn phase(&mut self, name: &str) -> PhaseId {
        let known = |journey: &Journey| {
            let is_it = |p: &&crate::model::Phase| p.name.0.values().any(|n| n.trim().eq_ignore_ascii_case(name));
            journey.phases.iter().find(is_it).map(|p| p.id.clone())
        };
        if let Some(phase) = known(&self.came.journey) {
            return phase;
        }
        let journey = &self.came.journey;
        let last = self.last.as_ref().and_then(|last| journey.touchpoint(last));
        let stage = match last {
            Some(last) if last.role != Role::Purchase => journey.stage(&last.phase).unwrap_or(Stage::After),
            Some(_) => Stage::After,
            None => Stage::Before,
        };
        self.edit(&Edit::AddPhase { name: name.to_owned(), stage });
        known(&self.came.journey).unwrap_or_default()
    }

    fn choose(&mut self, n: usize, link: &LinkId, column: Column, cell_text: &str) {
        if cell(&self.teller, link, column) == cell_text {
            return;
        }
        let is = |name: &str| name.to_lowercase() == cell_text.to_lowercase();
        let choice = match column {
            Column::Phase => {
                let phase = self.phase(cell_text);
                Some(PartChoice::Phase(phase))
            }
            Column::Role => {
                let named = |role: &Role| Language::ALL.iter().any(|l| is(building::role(*l, *role)));
                building::ROLES.into_iter().find(named).map(PartChoice::Role)
            }
            Column::Nature => {
                let named =
                    |nature: &crate::model::Nature| Language::ALL.iter().any(|l| is(building::nature(*l, *nature)));
                building::NATURES.into_iter().find(named).map(PartChoice::Nature)
            }
            _ => None,
        };
        match choice {
            Some(choice) => self.edit(&Edit::Choose { part: PartId::Touchpoint(link.clone()), choice }),
            None => self.leave(n, column, cell_text, None),
        }
    }

    fn put(&mut self, n: usize, link: &LinkId, column: Column, cell_text: &str) {
        // What stands there already is not read again: it may be rounded.
        if cell(&self.teller, link, column) == cell_text {
            return;
        }
        let part = PartId::Touchpoint(link.clone());
        let edit = match column {
            Column::Channel => Edit::ChannelNamed { link: link.clone(), name: cell_text.to_owned() },
            Column::Owner => Edit::OwnerNamed { link: link.clone(), name: cell_text.to_owned() },
            Column::Words => Edit::Words { part, field: Field::Words, words: cell_text.to_owned() },
            column => {
                let row = figure(column).and_then(|field| field.on(PartKind::Touchpoint));
                let Some(row) = row else { return };
                match self.number(&kind(&self.teller, row, (row.least, row.most)), cell_text) {
                    Ok(value) => Edit::Number { part, field: row.field, value: Some(value) },
                    Err(why) => return self.leave(n, column, cell_text, Some(why)),
                }
            }
        };
        self.edit(&edit);
    }

    /// A number as people and spreadsheets write it: a strength of 0.85 is 85%.
    fn number(&self, kind: &NumberKind, text: &str) -> Result<f64, Misread> {
        let value = kind.read(text)?;
        let is_part = text.contains(['.', ',']) && !text.contains('%') && kind.is_share() && value <= 0.01;
        // What is written with a few decimals is not to gain one.
        Ok(if is_part { (value * 100.0 * 1e9).round() / 1e9 } else { value })
    }

    fn leave(&mut self, row: usize, column: Column, cell: &str, why: Option<Misread>) {
        self.came.untaken.push(Untaken { row, column, cell: cell.to_owned(), why });
    }

    /// The ways on from a touchpoint, as a cell lists them; what it does not list is gone.
    fn ways(&mut self, n: usize, link: &LinkId, cell_text: &str) {
        if cell_text.trim() == next(&self.teller, link) {
            return;
        }
        let mut named = Vec::new();
        for one in cell_text.split(';').map(str::trim).filter(|one| !one.is_empty()) {
            match self.way(link, one) {
                Some(way) => named.push(way),
                None => self.leave(n, Column::Next, one, None),
            }
        }
        let old: Vec<(LinkId, LinkId)> = self
            .came
            .journey
            .handovers
            .iter()
            .filter(|h| h.from == *link)
            .map(|h| (h.id.clone(), h.to.clone()))
            .collect();
        for (id, to) in old {
            if !named.iter().any(|(named, _)| *named == to) {
                self.edit(&Edit::Remove(PartId::Handover(id)));
            }
        }
        for (to, share) in named {
            self.edit(&Edit::Connect { from: link.clone(), to: to.clone() });
            let way = self.came.journey.handovers.iter().find(|h| h.from == *link && h.to == to).map(|h| h.id.clone());
            if let (Some(way), Some(share)) = (way, share) {
                let part = PartId::Handover(way);
                self.edit(&Edit::Number { part, field: Field::Share, value: Some(share) });
            }
        }
    }

    /// A way as a cell names it: where to, and for how many, if it says.
    fn way(&self, from: &LinkId, text: &str) -> Option<(LinkId, Option<f64>)> {
        let whole = self.known(text, None).map(|link| (link, None));
        let (link, share) = whole.or_else(|| {
            let row = Field::Share.on(PartKind::Handover)?;
            let kind = kind(&self.teller, row, (row.least, row.most));
            // The share stands last, and may have a space before its sign.
            let at = text.trim_end_matches(['%', ' ', '\u{a0}']).rfind(char::is_whitespace)?;
            let (name, share) = text.split_at(at);
            Some((self.known(name.trim(), None)?, Some(kind.read(share.trim()).ok()?)))
        })?;
        // One that is there keeps its exact share where it is written as it stands.
        let there = self.came.journey.handovers.iter().find(|h| h.from == *from && h.to == link);
        let is_as_written = |share: f64| {
            there.is_some_and(|h| {
                let short = |share| number::short_percent(self.teller.language, share);
                short(h.share) == short(share)
            })
        };
        let share = share.filter(|share| !is_as_written(*share));
        can_lead(&self.came.journey, from, &link).then_some((link, share))
    }
}
