//! A journey's touchpoints as rows of a table that other programs copy and paste: written, and read back. What was written
//! and is read on the same journey changes nothing.

use super::building::{self, kind};
use super::typed::Misread;
use super::{Teller, number};
use crate::app::Language;
use crate::model::edit::{Edit, PartChoice, Spot, can_lead, edited};
use crate::model::fields::PartKind;
use crate::model::{Field, Journey, LinkId, PartId, PhaseId, Role, Stage};
use crate::say;
use std::sync::Arc;

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Phase,
    Name,
    Role,
    Nature,
    Strength,
    Gain,
    Pain,
    Channel,
    Owner,
    Next,
    Words,
}

/// All columns, in their order.
pub const COLUMNS: [Column; 11] = [
    Column::Phase,
    Column::Name,
    Column::Role,
    Column::Nature,
    Column::Strength,
    Column::Gain,
    Column::Pain,
    Column::Channel,
    Column::Owner,
    Column::Next,
    Column::Words,
];

/// What stands above a column.
pub fn heading(language: Language, column: Column) -> &'static str {
    match column {
        Column::Phase => say!(language, build.column.phase),
        Column::Name => say!(language, build.column.name),
        Column::Role => say!(language, build.column.role),
        Column::Nature => say!(language, build.column.nature),
        Column::Strength => say!(language, build.column.strength),
        Column::Gain => say!(language, build.column.gain),
        Column::Pain => say!(language, build.column.pain),
        Column::Channel => say!(language, build.column.channel),
        Column::Owner => say!(language, build.column.owner),
        Column::Next => say!(language, build.column.next),
        Column::Words => say!(language, build.column.words),
    }
}

/// The figure that a column holds.
pub fn figure(column: Column) -> Option<Field> {
    match column {
        Column::Strength => Some(Field::Strength),
        Column::Gain => Some(Field::Gain),
        Column::Pain => Some(Field::Pain),
        _ => None,
    }
}

/// What stands in a cell.
pub fn cell(teller: &Teller, link: &LinkId, column: Column) -> String {
    let (journey, code) = (&teller.journey, teller.code());
    let Some(touchpoint) = journey.touchpoint(link) else { return String::new() };
    match column {
        Column::Phase => {
            journey.phases.iter().find(|p| p.id == touchpoint.phase).map_or("", |p| p.name.get(code)).to_owned()
        }
        Column::Name => touchpoint.name.get(code).to_owned(),
        Column::Role => building::role(teller.language, touchpoint.role).to_owned(),
        Column::Nature => building::nature(teller.language, touchpoint.nature).to_owned(),
        Column::Channel => {
            journey.channels.iter().find(|c| c.id == touchpoint.channel).map_or("", |c| c.name.get(code)).to_owned()
        }
        Column::Owner => {
            journey.owners.iter().find(|o| o.id == touchpoint.owner).map_or("", |o| o.name.get(code)).to_owned()
        }
        Column::Next => next(teller, link),
        Column::Words => touchpoint.words.get(code).to_owned(),
        Column::Strength | Column::Gain | Column::Pain => {
            let row = figure(column).and_then(|field| field.on(PartKind::Touchpoint));
            let written = row.and_then(|row| {
                Some(kind(teller, row, row.bounds_at(touchpoint)).write(row.of_touchpoint(touchpoint)?))
            });
            written.unwrap_or_default()
        }
    }
}

/// "Order 83%; Shop 17%"
pub fn next(teller: &Teller, link: &LinkId) -> String {
    let way = |to: &LinkId, share: f64| {
        let name = teller.journey.touchpoint(to).map_or("", |t| t.name.get(teller.code()));
        format!("{name} {}", number::short_percent(teller.language, share))
    };
    let ways = teller.journey.handovers.iter().filter(|h| h.from == *link).map(|h| way(&h.to, h.share));
    ways.collect::<Vec<_>>().join("; ")
}

/// The touchpoints as a table with a heading, a line each, cells parted by tabs.
pub fn written(teller: &Teller) -> String {
    let line = |cells: Vec<String>| cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join("\t");
    let head = line(COLUMNS.map(|column| heading(teller.language, column).to_owned()).to_vec());
    let row = |link: &LinkId| line(COLUMNS.map(|column| cell(teller, link, column)).to_vec());
    let rows = teller.journey.touchpoints.iter().map(|t| row(&t.id));
    std::iter::once(head).chain(rows).map(|line| line + "\n").collect()
}

/// A cell as spreadsheets write one that would be taken for several, or for a formula.
fn quoted(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

/// The rows and cells of a pasted text, without rows that are empty.
pub fn rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let (mut row, mut cell, mut is_quoted) = (Vec::new(), String::new(), false);
    let mut letters = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.is_empty() => is_quoted = true,
            '\t' if !is_quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            letter => cell.push(letter),
        }
    }
    row.push(cell);
    rows.push(row);
    rows.retain(|row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty()));
    rows
}

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
    pub untaken: Vec<Untaken>,
}

/// Which column each cell of a row belongs to, and whether the first row only says that.
fn columns_of(first: &[String]) -> (Vec<Option<Column>>, bool) {
    let named = |cell: &String| {
        let cell = cell.trim().to_lowercase();
        let is = |column: &Column| Language::ALL.iter().any(|l| heading(*l, *column).to_lowercase() == cell);
        COLUMNS.into_iter().find(is)
    };
    let found: Vec<Option<Column>> = first.iter().map(named).collect();
    if found.contains(&Some(Column::Name)) && found.iter().flatten().count() * 2 > first.len() {
        return (found, true);
    }
    if first.len() == 1 {
        return (vec![Some(Column::Name)], false);
    }
    (COLUMNS.into_iter().take(first.len()).map(Some).collect(), false)
}

/// The names in a pasted text: of a table those in its column of names.
pub fn names(text: &str) -> Vec<String> {
    let rows = rows(text);
    let Some((columns, has_head)) = rows.first().map(|first| columns_of(first)) else { return Vec::new() };
    let at = columns.iter().position(|column| *column == Some(Column::Name)).unwrap_or(0);
    let cells = rows.iter().skip(usize::from(has_head)).filter_map(|row| row.get(at));
    cells.map(|cell| cell.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

/// The journey with a pasted text: a row whose name is known changes that touchpoint, others are new, each after the one
/// before it. `after` is where the first new one goes.
pub fn pasted(teller: &Teller, text: &str, after: Option<&LinkId>) -> Pasted {
    let rows = rows(text);
    let before = teller.journey.clone();
    let mut paste = Paste {
        teller: teller.clone(),
        last: after.cloned(),
        came: Pasted { journey: (*before).clone(), added: 0, changed: 0, untaken: Vec::new() },
    };
    let Some((columns, has_head)) = rows.first().map(|first| columns_of(first)) else { return paste.came };
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
    paste.came.changed = before.touchpoints.iter().filter(|t| is_changed(&t.id)).count();
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
        Some(link)
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
                let all = [Role::Plain, Role::Purchase, Role::Reckoning, Role::Offer];
                let named = |role: &Role| Language::ALL.iter().any(|l| is(building::role(*l, *role)));
                all.into_iter().find(named).map(PartChoice::Role)
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
    fn number(&self, kind: &super::typed::NumberKind, text: &str) -> Result<f64, Misread> {
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
