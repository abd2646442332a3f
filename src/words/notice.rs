//! What the reader should know beside the figures.

use super::number;
use crate::app::{FiguresOf, Kept, Language, LostParts, Notice, PutAside, Stop};
use crate::say;

/// A notice as sentences.
pub fn said(language: Language, notice: Notice) -> String {
    match notice {
        Notice::Stopped { why, figures } => stopped(language, why, figures),
        Notice::Unread { lost, put_aside } => {
            let what = lost.map_or_else(
                || say!(language, notice.unread).to_owned(),
                |lost| say!(language, notice.unread_part, what = parts(language, lost)),
            );
            aside(&what, language, put_aside)
        }
        Notice::Newer => say!(language, notice.newer).to_owned(),
        Notice::Kept(Kept::FewerSteps) => say!(language, notice.fewer).to_owned(),
        Notice::Kept(Kept::Full) => say!(language, notice.full).to_owned(),
        Notice::Kept(Kept::Nowhere) => say!(language, notice.nowhere).to_owned(),
        // Nobody has to be told.
        Notice::Kept(Kept::Whole) => String::new(),
        Notice::ChangedTwice => say!(language, notice.twice).to_owned(),
        Notice::Elsewhere => say!(language, notice.elsewhere).to_owned(),
        Notice::Beside => say!(language, notice.beside).to_owned(),
        Notice::NotAsWritten => say!(language, notice.not_as_written).to_owned(),
        Notice::BrokeDown(put_aside) => aside(say!(language, notice.broke_down), language, put_aside),
        Notice::GuessedLetters(writing) => say!(language, notice.letters_guessed, writing = writing),
        Notice::LostLetters => say!(language, notice.letters_lost).to_owned(),
        Notice::MangledLetters => say!(language, notice.letters_mangled).to_owned(),
        Notice::NewVersion => say!(language, notice.new_version).to_owned(),
    }
}

/// The same, with what has become of what could not be read.
fn aside(what: &str, language: Language, put_aside: PutAside) -> String {
    match put_aside {
        PutAside::Aside => format!("{what} {}", say!(language, notice.aside)),
        PutAside::InTheWay => format!("{what} {}", say!(language, notice.in_the_way)),
        PutAside::Nothing => what.to_owned(),
    }
}

/// Why nothing is simulated, and of what the figures are.
fn stopped(language: Language, why: Stop, figures: FiguresOf) -> String {
    let why = match why {
        Stop::Unknown => say!(language, notice.broken),
        Stop::Replaced => say!(language, notice.replaced),
        Stop::NoWorkers => say!(language, notice.no_workers),
    };
    match figures {
        FiguresOf::Nothing => why.to_owned(),
        FiguresOf::Before => format!("{why} {}", old(language)),
        FiguresOf::Now => format!("{why} {}", say!(language, notice.holds)),
    }
}

/// Says of figures that they are older than the state.
pub fn old(language: Language) -> &'static str {
    say!(language, notice.old)
}

/// What is lost, as a list: "a journey of your own, steps to undo and settings of the page".
fn parts(language: Language, lost: LostParts) -> String {
    let all = [
        (lost.journeys, say!(language, notice.lost_journeys)),
        (lost.changes, say!(language, notice.lost_changes)),
        (lost.steps, say!(language, notice.lost_steps)),
        (lost.settings, say!(language, notice.lost_settings)),
    ];
    let words = all.into_iter().filter(|(is_lost, _)| *is_lost).map(|(_, words)| words.to_owned());
    number::list(words.collect(), say!(language, notice.and))
}
