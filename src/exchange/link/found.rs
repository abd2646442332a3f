//! Links in any text: a chat, a mail thread, what a form has gathered.

use super::fault::LinkFault;
use super::letters::is_like_a_link;
use super::work::SharedWork;
use super::written::{link_of, read_sized};

/// A link that was found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundLink {
    /// On which line of the text it begins, from 1.
    pub line: usize,
    /// What it holds, or what has become of it.
    pub work: Result<SharedWork, LinkFault>,
}

/// The links of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundLinks {
    /// In the order of the text.
    pub links: Vec<FoundLink>,
    /// How many of them had been there before.
    pub again: usize,
    /// How many more there are than are looked at at once.
    pub beyond: usize,
}

/// Most links that are looked at at once [count], and most that they may unfold to [bytes]: many times what thirty have.
const MOST: usize = 1_000;
const MOST_UNFOLDED: usize = 8_000_000;

/// All links in a text. A link begins behind `#`; what follows it is the text's own.
pub fn links_in(text: &str) -> FoundLinks {
    // Some programs write the signs of an address as percents.
    let plain = text.replace("%23k", "#k");
    let mut begins =
        plain.match_indices('#').map(|(at, _)| at).filter(|at| is_like_a_link(&plain[at + 1..])).peekable();
    let mut found = FoundLinks::default();
    let (mut known, mut unfolded, mut line, mut counted) = (Vec::new(), 0, 1, 0);
    while let Some(begin) = begins.next() {
        if found.links.len() + found.again >= MOST || unfolded > MOST_UNFOLDED {
            found.beyond = 1 + begins.count();
            break;
        }
        line += plain[counted..begin].matches('\n').count();
        counted = begin;
        let end = begins.peek().copied().unwrap_or(plain.len());
        let (work, size) = read_sized(&plain[begin..end]);
        unfolded += size;
        let letters = work.as_ref().ok().and_then(link_of);
        if letters.is_some() && known.contains(&letters) {
            found.again += 1;
            continue;
        }
        known.push(letters);
        found.links.push(FoundLink { line, work });
    }
    found
}
