//! One part of the page inside somebody else's: which part, with what a hand can do there, and what it is about. All of it
//! stands behind the `#` of the frame's address.

use crate::app::Language;

/// What an embedded page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EmbedView {
    /// The chain with its crowd.
    #[default]
    Chain,
    /// The sentence, with what it is told of.
    Sentence,
    /// Every link by what effort does there.
    Ranking,
    /// How many stay, period by period.
    Staying,
}

impl EmbedView {
    pub const ALL: [Self; 4] = [Self::Chain, Self::Sentence, Self::Ranking, Self::Staying];

    /// Its word in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Chain => "chain",
            Self::Sentence => "sentence",
            Self::Ranking => "ranking",
            Self::Staying => "staying",
        }
    }
}

/// What a hand can do in an embedded page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmbedControl {
    /// Strengthen the link that is chosen, which can be any.
    Strength,
    /// Put the journey under strain.
    Strain,
    /// Take back everything that was changed.
    Reset,
}

impl EmbedControl {
    pub const ALL: [Self; 3] = [Self::Strength, Self::Strain, Self::Reset];

    /// Its word in addresses.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Strength => "strength",
            Self::Strain => "strain",
            Self::Reset => "reset",
        }
    }
}

/// What stands in the address of an embedded page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embed {
    pub view: EmbedView,
    /// In the order of [`EmbedControl::ALL`].
    pub controls: Vec<EmbedControl>,
    /// `None` where the reader's browser chooses.
    pub language: Option<Language>,
    /// The work that it is about, as a link holds it; empty for the first ready journey.
    pub link: String,
}

/// Between the words of an address.
const BETWEEN: char = '.';

impl Embed {
    /// Reads the part of an address from `#` on: `#chain.strength.sv/k1…`. A word that says nothing is passed over.
    pub fn parse(hash: &str) -> Self {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        // What begins as a link is one, also where somebody has left the words out.
        let (words, link) =
            path.split_once('/').unwrap_or(if path.starts_with("k1") { ("", path) } else { (path, "") });
        let words: Vec<&str> = words.split(BETWEEN).collect();
        let says = |slug: &str| words.contains(&slug);
        Self {
            view: EmbedView::ALL.into_iter().find(|view| says(view.slug())).unwrap_or_default(),
            controls: EmbedControl::ALL.into_iter().filter(|control| says(control.slug())).collect(),
            language: Language::ALL.into_iter().find(|language| says(language.code())),
            link: link.to_owned(),
        }
    }

    /// The part of an address from `#` on.
    pub fn written(&self) -> String {
        let words = std::iter::once(self.view.slug())
            .chain(self.controls.iter().map(|control| control.slug()))
            .chain(self.language.map(Language::code));
        let words: Vec<&str> = words.collect();
        format!("#{}/{}", words.join("."), self.link)
    }

    /// How high its frame is until it has said so itself [CSS pixels].
    pub fn first_height(&self) -> u32 {
        match self.view {
            EmbedView::Chain => 720,
            EmbedView::Sentence => 360,
            EmbedView::Ranking => 520,
            EmbedView::Staying => 420,
        }
    }
}

/// What somebody pastes into a page of their own: a frame that may run scripts and open Kedja itself, and nothing else.
/// `address` is that of the embedded page with its `#` and what follows; `title` is read to those who cannot see the frame.
pub fn embed_code(address: &str, title: &str, height: u32) -> String {
    let sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
    let (address, title) = (in_attribute(address), in_attribute(title));
    format!(
        "<iframe src=\"{address}\" title=\"{title}\" width=\"100%\" height=\"{height}\" style=\"border:0\" \
         loading=\"lazy\" sandbox=\"{sandbox}\"></iframe>"
    )
}

/// A text as it stands between the quotes of an attribute.
fn in_attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
