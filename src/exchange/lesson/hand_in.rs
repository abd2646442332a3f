//! The code by which a learner's result is handed in: what was guessed, what was seen, what was reached and how long it
//! took. It holds no name, and nobody is asked for one.
//!
//! `kedja1.` and then the bytes in letters that survive every mail and chat (base64 for addresses): the result as postcard
//! writes it, and four bytes by which a code that was cut or mistyped is told from one that is whole.

use crate::model::LinkId;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

/// What every code begins with: the number is that of the format.
const MARK: &str = "kedja1.";
/// Bytes of the sum at the end.
const SUM: usize = 4;
/// The longest sentence that is handed in [letters].
const LONGEST_NOTE: usize = 200;

/// A guess as it was given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum GivenGuess {
    /// In the unit in which it was asked.
    Number(f32),
    /// The id of what was chosen.
    Choice(String),
    /// A chip each.
    Chips(Vec<LinkId>),
    /// Point by point [0..1].
    Curve(Vec<f32>),
}

/// A learner's result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HandIn {
    /// Id of the lesson.
    pub lesson: String,
    pub guess: GivenGuess,
    /// The id of what was seen, and whether that is what was there; `None` where nothing was said.
    pub saw: Option<(String, bool)>,
    /// In the learner's own words; empty where there are none.
    pub note: String,
    /// Whether the goal was met.
    pub met: bool,
    /// The best that was reached, in the unit of the goal's measure.
    pub best: Option<f32>,
    /// What was spent for it [effort].
    pub effort: f32,
    /// From the first look to the hand-in [seconds].
    pub seconds: u32,
}

/// Why a code is no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnreadHandIn {
    /// It begins like none.
    NoCode,
    /// It was written by a later version.
    Newer,
    /// Part of it is missing or mistyped.
    Damaged,
}

/// A result as a code.
pub fn hand_in_code(result: &HandIn) -> String {
    let note = result.note.chars().take(LONGEST_NOTE).collect();
    // No writing to memory fails.
    let mut bytes = postcard::to_stdvec(&HandIn { note, ..result.clone() }).unwrap_or_default();
    bytes.extend(sum(&bytes).to_le_bytes());
    format!("{MARK}{}", URL_SAFE_NO_PAD.encode(&bytes))
}

/// The result in a code.
///
/// # Errors
/// Why it is none.
pub fn read_hand_in(code: &str) -> Result<HandIn, UnreadHandIn> {
    let code = code.trim();
    let rest = code.strip_prefix(MARK).ok_or_else(|| {
        let is_later = code.strip_prefix("kedja").and_then(|rest| rest.split_once('.'));
        let is_later = is_later.is_some_and(|(number, _)| number.parse::<u32>().is_ok_and(|number| number > 1));
        if is_later { UnreadHandIn::Newer } else { UnreadHandIn::NoCode }
    })?;
    let bytes = URL_SAFE_NO_PAD.decode(rest).map_err(|_| UnreadHandIn::Damaged)?;
    let at = bytes.len().checked_sub(SUM).ok_or(UnreadHandIn::Damaged)?;
    let (result, written) = bytes.split_at(at);
    if written != sum(result).to_le_bytes() {
        return Err(UnreadHandIn::Damaged);
    }
    let result: HandIn = postcard::from_bytes(result).map_err(|_| UnreadHandIn::Damaged)?;
    if is_sound(&result) { Ok(result) } else { Err(UnreadHandIn::Damaged) }
}

/// Numbers that can be drawn and compared.
fn is_sound(result: &HandIn) -> bool {
    let guess = match &result.guess {
        GivenGuess::Number(number) => number.is_finite(),
        GivenGuess::Curve(points) => points.iter().all(|point| (0.0..=1.0).contains(point)),
        GivenGuess::Choice(_) | GivenGuess::Chips(_) => true,
    };
    guess && result.effort.is_finite() && result.best.is_none_or(f32::is_finite)
}

/// Every word of a text that looks like a code, each read; other words are let be. A code stands once, however often it was
/// pasted.
pub fn hand_ins_in(text: &str) -> Vec<(String, Result<HandIn, UnreadHandIn>)> {
    let mut found: Vec<(String, Result<HandIn, UnreadHandIn>)> = Vec::new();
    let is_around = |c: char| c.is_whitespace() || "\"'<>()[]“”,;".contains(c);
    for word in text.split(is_around).filter(|word| word.starts_with("kedja") && word.contains('.')) {
        let word = word.trim_end_matches(['.', ':', '!', '?']);
        if found.iter().all(|(known, _)| known != word) {
            found.push((word.to_owned(), read_hand_in(word)));
        }
    }
    found
}

/// FNV-1a, 32 bits.
fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
