//! XES: one case after another. Only the name of a case, the name, time and stage of an event, and the kind of customer are read;
//! whatever else there is, at whatever depth, is passed by. Entities are never expanded.

use super::columns::{kind_among, plain};
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
const NAME: &str = "concept:name";
const TIME: &str = "time:timestamp";
/// Cases of which the keys of attributes are noted, and most keys: those that are offered where somebody chooses one.
const CASES_NOTED: u64 = 1_000;
const MOST_KEYS: usize = 60;

/// What is known of the attribute that names the kind of customer, before it is met.
#[derive(Default)]
enum Sought {
    /// One of a known name.
    #[default]
    Known,
    /// The one that somebody has named.
    Said(String),
    None,
}

/// Keys of attributes, as they are first met.
#[derive(Default)]
struct Keys {
    of_cases: Vec<String>,
    of_events: Vec<String>,
    /// The one that somebody has named, as the file writes it.
    said: Option<String>,
}

impl Keys {
    /// Notes a key, and whether it is the one that is sought.
    fn note(&mut self, key: &str, is_of_case: bool, sought: &Sought) {
        let keys = if is_of_case { &mut self.of_cases } else { &mut self.of_events };
        if keys.iter().any(|known| known == key) {
            return;
        }
        if let Sought::Said(said) = sought
            && self.said.is_none()
            && plain(key) == plain(said)
        {
            self.said = Some(key.to_owned());
        }
        if keys.len() < MOST_KEYS {
            keys.push(key.to_owned());
        }
    }

    /// All of them, those of cases first.
    fn all(&self) -> Vec<String> {
        let new = |key: &&String| !self.of_cases.contains(key);
        self.of_cases.iter().chain(self.of_events.iter().filter(new)).cloned().collect()
    }

    /// The key of the attribute that names the kind of customer: of cases, or else of events.
    fn kind(&self, sought: &Sought) -> Option<String> {
        let among = |keys: &[String]| kind_among(keys.iter().map(String::as_str)).map(|at| keys[at].clone());
        match sought {
            Sought::Known => among(&self.of_cases).or_else(|| among(&self.of_events)),
            Sought::Said(_) => self.said.clone(),
            Sought::None => None,
        }
    }
}

/// Reads cases out of pieces of a file.
#[derive(Default)]
pub struct XesReader {
    rest: Vec<u8>,
    /// How far `rest` has been looked through.
    seen: usize,
    cases: u64,
    is_log: bool,
    sought: Sought,
    /// The key of the attribute that names the kind of customer, once it has been met.
    kind: Option<String>,
    keys: Keys,
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
    kind: String,
}

/// A case as it is read.
#[derive(Default)]
struct XesCase {
    name: Option<String>,
    kind: String,
    events: Vec<XesEvent>,
}

impl XesReader {
    /// A reader that takes for the kind of customer what somebody has named; without letters nothing.
    pub fn new(kind: Option<&str>) -> Self {
        let sought = match kind {
            None => Sought::Known,
            Some("") => Sought::None,
            Some(said) => Sought::Said(said.to_owned()),
        };
        Self { sought, ..Self::default() }
    }

    /// The keys of attributes that may name kinds of customer.
    pub fn keys(&self) -> Vec<String> {
        self.keys.all().into_iter().filter(|key| ![NAME, TIME, STAGE].contains(&key.as_str())).collect()
    }

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
    /// That there was no log in it, that it ends within a case, or that none has the attribute that somebody has named.
    pub fn finish(&self) -> Result<(), DataFault> {
        if !self.is_log && self.cases == 0 {
            return Err(DataFault::NoXes);
        }
        match &self.sought {
            _ if find(&self.rest, OPEN).is_some() => Err(DataFault::Damaged),
            Sought::Said(name) if self.kind.is_none() => {
                Err(DataFault::UnknownColumn { name: name.clone(), columns: self.keys() })
            }
            _ => Ok(()),
        }
    }

    fn case(&mut self, text: &str, into: &mut Gatherer) -> Result<(), DataFault> {
        self.cases += 1;
        let XesCase { name, kind, events } = self.read_case(text).ok_or(DataFault::NoXes)?;
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
                kind: if kind.is_empty() { event.kind.as_bytes() } else { kind.as_bytes() },
            })?;
        }
        Ok(())
    }

    /// Reads a case; once more where it is the first that says which attribute names the kind of customer.
    fn read_case(&mut self, text: &str) -> Option<XesCase> {
        let is_said = matches!(self.sought, Sought::Said(_));
        let looks = self.cases <= CASES_NOTED || (is_said && self.kind.is_none());
        let known = (self.keys.of_cases.len(), self.keys.of_events.len(), self.keys.said.is_some());
        let noted = looks.then_some((&mut self.keys, &self.sought));
        let case = read_case(text, self.kind.as_deref(), noted)?;
        let is_new = known != (self.keys.of_cases.len(), self.keys.of_events.len(), self.keys.said.is_some());
        if self.kind.is_none() && is_new {
            self.kind = self.keys.kind(&self.sought);
            if self.kind.is_some() {
                return read_case(text, self.kind.as_deref(), None);
            }
        }
        Some(case)
    }
}

/// A case with its events; `None` for what is no XML. Keys are noted where somebody looks for one.
fn read_case(text: &str, kind: Option<&str>, mut noted: Option<(&mut Keys, &Sought)>) -> Option<XesCase> {
    let mut reader = Reader::from_str(text);
    let (mut case, mut depth) = (XesCase::default(), 0_usize);
    // The depth at which an event stands that is open.
    let mut event: Option<(usize, XesEvent)> = None;
    let mut attribute =
        |start: &BytesStart, depth: usize, case: &mut XesCase, event: Option<&mut (usize, XesEvent)>| {
            let is_of_case = event.is_none();
            if depth != event.as_ref().map_or(2, |(at, _)| at + 1) {
                return;
            }
            let value = |key: &str| {
                let found = start.try_get_attribute(key).ok().flatten()?;
                Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
            };
            let Some(key) = value("key") else { return };
            if let Some((keys, sought)) = &mut noted {
                keys.note(&key, is_of_case, sought);
            }
            let is_kind = kind == Some(key.as_str());
            let Some((_, event)) = event else {
                if key == NAME {
                    case.name = value("value").filter(|name| !name.trim().is_empty());
                }
                if is_kind && case.kind.is_empty() {
                    case.kind = value("value").unwrap_or_default();
                }
                return;
            };
            if is_kind && event.kind.is_empty() {
                event.kind = value("value").unwrap_or_default();
            }
            let into = match key.as_str() {
                NAME => &mut event.step,
                TIME => &mut event.time,
                STAGE => &mut event.stage,
                _ => return,
            };
            *into = value("value").unwrap_or_default();
        };
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return Some(case),
            Event::Start(start) => {
                depth += 1;
                if depth == 2 && start.name().0 == "event" {
                    event = Some((depth, XesEvent::default()));
                } else {
                    attribute(&start, depth, &mut case, event.as_mut());
                }
            }
            Event::Empty(start) => match start.name().0 {
                "event" if depth == 1 => case.events.push(XesEvent::default()),
                _ => attribute(&start, depth + 1, &mut case, event.as_mut()),
            },
            Event::End(_) => {
                if event.as_ref().is_some_and(|(at, _)| *at == depth) {
                    case.events.extend(event.take().map(|(_, event)| event));
                }
                depth = depth.saturating_sub(1);
            }
            _ => {}
        }
    }
}
