//! What a part of the page in somebody else's page is called.

use crate::app::{EmbedControl, EmbedView, Language};
use crate::say;

/// What it shows.
pub fn view(language: Language, view: EmbedView) -> &'static str {
    match view {
        EmbedView::Chain => say!(language, embed.chain),
        EmbedView::Sentence => say!(language, embed.sentence),
        EmbedView::Ranking => say!(language, embed.ranking),
        EmbedView::Staying => say!(language, embed.staying),
    }
}

/// What a hand can do there.
pub fn control(language: Language, control: EmbedControl) -> &'static str {
    match control {
        EmbedControl::Strength => say!(language, embed.strength),
        EmbedControl::Strain => say!(language, embed.strain),
        EmbedControl::Reset => say!(language, embed.reset),
    }
}

/// A language by its own name.
pub fn own_name(language: Language) -> &'static str {
    match language {
        Language::En => "English",
        Language::Sv => "Svenska",
    }
}
