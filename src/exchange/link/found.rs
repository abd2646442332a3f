//! Links in any text: a chat, a mail thread, what a form has gathered.

use super::fault::LinkFault;
use super::letters::is_like_a_link;
use super::work::SharedWork;
use super::written::{link_of, read_link};

/// A link that was found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundLink {
    /// On which line of the text it begins, from 1.
    pub line: usize,
    /// What it holds, or what has become of it.
    pub work: Result<SharedWork, LinkFault>,
}

/// All links in a text, in its order, and how many of them had been there before. A link begins behind `#`; what follows it
/// is the text's own.
pub fn links_in(text: &str) -> (Vec<FoundLink>, usize) {
    // Some programs write the signs of an address as percents.
    let plain = text.replace("%23k", "#k");
    let begins: Vec<usize> =
        plain.match_indices('#').map(|(at, _)| at).filter(|at| is_like_a_link(&plain[at + 1..])).collect();
    let mut found: Vec<FoundLink> = Vec::new();
    let (mut known, mut again) = (Vec::new(), 0);
    for (n, begin) in begins.iter().enumerate() {
        let end = begins.get(n + 1).copied().unwrap_or(plain.len());
        let work = read_link(&plain[*begin..end]);
        let letters = work.as_ref().ok().and_then(link_of);
        if letters.is_some() && known.contains(&letters) {
            again += 1;
            continue;
        }
        known.push(letters);
        found.push(FoundLink { line: plain[..*begin].matches('\n').count() + 1, work });
    }
    (found, again)
}
