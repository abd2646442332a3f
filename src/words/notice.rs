//! What the reader should know beside the figures.

use super::number;
use crate::app::{Kept, Language, LostParts, Notice, PutAside};
use crate::say;

/// A notice as sentences.
pub fn said(language: Language, notice: Notice) -> String {
    match notice {
        Notice::Broken => say!(language, notice.broken).to_owned(),
        Notice::Unread { lost, put_aside } => {
            let what = lost.map_or_else(
                || say!(language, notice.unread).to_owned(),
                |lost| say!(language, notice.unread_part, what = parts(language, lost)),
            );
            match put_aside {
                PutAside::Aside => format!("{what} {}", say!(language, notice.aside)),
                PutAside::InTheWay => format!("{what} {}", say!(language, notice.in_the_way)),
                PutAside::Nothing => what,
            }
        }
        Notice::Newer => say!(language, notice.newer).to_owned(),
        Notice::Kept(Kept::FewerSteps) => say!(language, notice.fewer).to_owned(),
        Notice::Kept(Kept::Full) => say!(language, notice.full).to_owned(),
        Notice::Kept(Kept::Nowhere) => say!(language, notice.nowhere).to_owned(),
        // Nobody has to be told.
        Notice::Kept(Kept::Whole) => String::new(),
        Notice::ChangedTwice => say!(language, notice.twice).to_owned(),
        Notice::Elsewhere => say!(language, notice.elsewhere).to_owned(),
    }
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
