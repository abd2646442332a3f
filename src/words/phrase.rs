//! Parts of sentences: capitals, and marks for what a reader should see at once.
//! In marked words `*…*` stands for a name, and `[…]` for what matters.

/// How a part of marked words stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// Not at all.
    Plain,
    /// A name, of a link or a proposal.
    Name,
    /// What the sentence is about.
    Matter,
}

const MARKS: [char; 3] = ['*', '[', ']'];

/// Marked words in their parts, without the marks.
pub fn parts(words: &str) -> Vec<(Emphasis, &str)> {
    let mut parts = Vec::new();
    let (mut name, mut matter) = (false, false);
    for part in words.split_inclusive(MARKS) {
        let text = part.trim_end_matches(MARKS);
        if !text.is_empty() {
            let mark = match (name, matter) {
                (true, _) => Emphasis::Name,
                (_, true) => Emphasis::Matter,
                _ => Emphasis::Plain,
            };
            parts.push((mark, text));
        }
        match part.chars().last() {
            Some('*') => name = !name,
            Some('[') => matter = true,
            Some(']') => matter = false,
            _ => {}
        }
    }
    parts
}

/// Words without marks, as they are spoken; also a name that is about to stand in marked words.
pub fn plain(words: &str) -> String {
    words.chars().filter(|c| !MARKS.contains(c)).collect()
}

/// The words with a capital at their beginning.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The words with a small letter at their beginning.
pub fn small(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
