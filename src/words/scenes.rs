//! Scenes in words: what each shows, and the line and the notes that it begins with.

use crate::app::{Language, Shows};
use crate::say;

/// What a scene shows.
pub fn shows(language: Language, shows: Shows) -> &'static str {
    match shows {
        Shows::Question => say!(language, wall.shows_question),
        Shows::Journey => say!(language, wall.shows_journey),
        Shows::Bets => say!(language, wall.shows_bets),
        Shows::Ranking => say!(language, wall.shows_ranking),
        Shows::Proposals => say!(language, wall.shows_proposals),
        Shows::Race => say!(language, wall.shows_race),
        Shows::Decision => say!(language, wall.shows_decision),
        Shows::Brief => say!(language, wall.shows_brief),
    }
}

/// The line over a scene, until somebody writes another.
pub fn caption(language: Language, shows: Shows) -> &'static str {
    match shows {
        Shows::Question => say!(language, wall.caption_question),
        Shows::Journey => say!(language, wall.caption_journey),
        Shows::Bets => say!(language, wall.caption_bets),
        Shows::Ranking => say!(language, wall.caption_ranking),
        Shows::Proposals => say!(language, wall.caption_proposals),
        Shows::Race => say!(language, wall.caption_race),
        Shows::Decision => say!(language, wall.caption_decision),
        Shows::Brief => say!(language, wall.caption_brief),
    }
}

/// The notes to whoever leads, of a scene of a whole meeting.
pub fn note(language: Language, shows: Shows) -> &'static str {
    match shows {
        Shows::Question => say!(language, wall.note_question),
        Shows::Journey => say!(language, wall.note_journey),
        Shows::Bets => say!(language, wall.note_bets),
        Shows::Ranking => say!(language, wall.note_ranking),
        Shows::Proposals => say!(language, wall.note_proposals),
        Shows::Race => say!(language, wall.note_race),
        Shows::Decision => say!(language, wall.note_decision),
        Shows::Brief => say!(language, wall.note_brief),
    }
}
