//! XES: one case after another. Only the name of a case, and the name, time and stage of an event are read; whatever else there is, at
//! whatever depth, is passed by. Entities are never expanded.

use super::gather::{Gatherer, RawEvent};
use crate::model::data::{DataFault, LeftOutWhy};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Longest case [bytes].
const LONGEST: usize = 64_000_000;
const OPEN: &[u8] = b"<trace";
/// What XES calls the stage of an event, in two halves: here that word is kept for another thing.
const STAGE: &str = concat!("lifecycle:trans", "ition");
const CLOSE: &[u8] = b"</trace>";

/// Reads cases out of pieces of a file.
#[derive(Default)]
pub struct XesReader {
    rest: Vec<u8>,
    /// How far `rest` has been looked through.
    seen: usize,
    cases: u64,
    is_log: bool,
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let mut at = 0;
    while let Some(next) = bytes[at..].iter().position(|byte| *byte == b'<') {
        at += next;
        if bytes[at..].starts_with(what) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// An event as it is read.
#[derive(Default)]
struct XesEvent {
    step: String,
    time: String,
    stage: String,
}

impl XesReader {
    /// Takes a piece of the file.
    ///
    /// # Errors
    /// That it is no XES, or has more in it than is read.
    pub fn push(&mut self, bytes: &[u8], into: &mut Gatherer) -> Result<(), DataFault> {
        self.rest.extend_from_slice(bytes);
        self.is_log |= find(&self.rest, b"<log").is_some();
        let mut at = 0;
        while let Some(open) = find(&self.rest[at..], OPEN).map(|open| at + open) {
            // A case without anything in it closes where it opens.
            let Some(end) = self.rest[open..].iter().position(|byte| *byte == b'>').map(|end| open + end) else {
                break;
            };
            let end = if self.rest[end - 1] == b'/' {
                end + 1
            } else {
                let from = open.max(self.seen);
                match find(&self.rest[from..], CLOSE) {
                    Some(close) => from + close + CLOSE.len(),
                    None => {
                        self.seen = self.rest.len().saturating_sub(CLOSE.len()).max(open);
                        break;
                    }
                }
            };
            let text = String::from_utf8_lossy(&self.rest[open..end]).into_owned();
            self.case(&text, into)?;
            (at, self.seen) = (end, 0);
        }
        self.rest.drain(..at);
        self.seen = self.seen.saturating_sub(at);
        if self.rest.len() > LONGEST { Err(DataFault::TooLarge { most: (LONGEST / 1_000_000) as u64 }) } else { Ok(()) }
    }

    /// The end of the file.
    ///
    /// # Errors
    /// That there was no log in it, or that it ends within a case.
    pub fn finish(&self) -> Result<(), DataFault> {
        if !self.is_log && self.cases == 0 {
            return Err(DataFault::NoXes);
        }
        if find(&self.rest, OPEN).is_some() { Err(DataFault::Damaged) } else { Ok(()) }
    }

    fn case(&mut self, text: &str, into: &mut Gatherer) -> Result<(), DataFault> {
        self.cases += 1;
        let (name, events) = read_case(text).ok_or(DataFault::NoXes)?;
        let line = self.cases;
        if events.is_empty() {
            into.rows.leave_out(line, text, LeftOutWhy::EmptyCase);
            return Ok(());
        }
        if name.is_none() {
            into.doubts.unnamed_cases += 1;
        }
        // No name that a file gives begins with a control character.
        let name = name.unwrap_or_else(|| format!("\u{1}{line}"));
        // Steps that were begun and not ended yet.
        let mut begun: Vec<&str> = Vec::new();
        for event in &events {
            match event.stage.to_lowercase().as_str() {
                "start" => begun.push(&event.step),
                "complete" => {
                    if let Some(at) = begun.iter().rposition(|step| *step == event.step) {
                        begun.remove(at);
                        into.doubts.lifecycle += 1;
                        into.rows.keep();
                        continue;
                    }
                }
                "" => {}
                // Suspended, resumed, assigned …: the visit goes on.
                _ if begun.contains(&event.step.as_str()) => {
                    into.doubts.lifecycle += 1;
                    into.rows.keep();
                    continue;
                }
                _ => {}
            }
            let said = format!("{} {} {}", name.trim_start_matches('\u{1}'), event.step, event.time);
            into.take(&RawEvent {
                line,
                text: said.as_bytes(),
                case: name.as_bytes(),
                step: event.step.as_bytes(),
                time: event.time.as_bytes(),
                result: b"",
                kind: b"",
            })?;
        }
        Ok(())
    }
}

/// The name of a case and its events; `None` for what is no XML.
fn read_case(text: &str) -> Option<(Option<String>, Vec<XesEvent>)> {
    let mut reader = Reader::from_str(text);
    let (mut name, mut events, mut depth) = (None, Vec::new(), 0_usize);
    // The depth at which an event stands that is open.
    let mut event: Option<(usize, XesEvent)> = None;
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return Some((name, events)),
            Event::Start(start) => {
                depth += 1;
                if depth == 2 && start.name().0 == "event" {
                    event = Some((depth, XesEvent::default()));
                } else {
                    attribute(&start, depth, &mut name, &mut event);
                }
            }
            Event::Empty(start) => match start.name().0 {
                "event" if depth == 1 => events.push(XesEvent::default()),
                _ => attribute(&start, depth + 1, &mut name, &mut event),
            },
            Event::End(_) => {
                if event.as_ref().is_some_and(|(at, _)| *at == depth) {
                    events.extend(event.take().map(|(_, event)| event));
                }
                depth = depth.saturating_sub(1);
            }
            _ => {}
        }
    }
}

/// Takes an attribute that is needed.
fn attribute(start: &BytesStart, depth: usize, name: &mut Option<String>, event: &mut Option<(usize, XesEvent)>) {
    let value = |key: &str| {
        let found = start.try_get_attribute(key).ok().flatten()?;
        Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
    };
    if let (2, None, Some("concept:name")) = (depth, &event, value("key").as_deref()) {
        *name = value("value").filter(|name| !name.trim().is_empty());
    }
    let Some((at, event)) = event else { return };
    if depth != *at + 1 {
        return;
    }
    let into = match value("key").as_deref() {
        Some("concept:name") => &mut event.step,
        Some("time:timestamp") => &mut event.time,
        Some(STAGE) => &mut event.stage,
        _ => return,
    };
    *into = value("value").unwrap_or_default();
}
