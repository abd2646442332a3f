//! How much room words take, near enough to lay them out without a browser, and how they are broken into lines.

/// Widths in parts of the type size, measured on the page's own Inter at the weight of a link's name: what is lighter
/// takes a little less.
fn advance(c: char) -> f64 {
    match c {
        ' ' | '\u{a0}' => 0.26,
        'i' | 'j' | 'l' | 'I' => 0.28,
        '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.33,
        'f' | 't' => 0.36,
        'r' | '(' | ')' | '/' | '1' => 0.43,
        '-' => 0.47,
        's' => 0.55,
        'a' | 'å' | 'ä' | 'c' | 'e' | 'k' | 'v' | 'x' | 'y' | 'z' => 0.595,
        'E' | 'F' | 'J' | 'L' => 0.61,
        'w' => 0.85,
        'm' | 'M' => 0.925,
        '%' | '…' | '→' | '@' | 'W' => 1.04,
        c if c.is_uppercase() => 0.77,
        c if c.is_ascii_digit() => 0.67,
        _ => 0.63,
    }
}

/// The width of a line at a type size.
pub fn width(line: &str, size: f64) -> f64 {
    line.chars().map(advance).sum::<f64>() * size
}

/// Words broken into at most `lines` lines no wider than `limit`: between words, and in a word that is too long where a
/// syllable begins. What does not fit is shortened with "…": the second value tells whether it was.
pub fn wrap(words: &str, size: f64, limit: f64, lines: usize) -> (Vec<String>, bool) {
    let mut out: Vec<String> = Vec::new();
    let mut cut = false;
    let mut rest: Vec<String> = words.split_whitespace().rev().map(str::to_owned).collect();
    while let Some(word) = rest.pop() {
        let word = word.as_str();
        let fits = |line: &str| width(line, size) <= limit;
        let (full, has_next) = (out.len() == lines, out.len() + 1 < lines);
        match out.last_mut() {
            Some(line) if fits(&format!("{line} {word}")) => {
                line.push(' ');
                line.push_str(word);
            }
            Some(line) if full => {
                *line = shorten(&format!("{line} {word}"), size, limit);
                cut = true;
                break;
            }
            _ if fits(word) => out.push(word.to_owned()),
            _ if let Some((head, tail)) = hyphened(word, size, limit).filter(|_| has_next) => {
                out.push(head);
                rest.push(tail);
            }
            _ => {
                out.push(shorten(word, size, limit));
                cut = true;
                if out.len() == lines {
                    break;
                }
            }
        }
    }
    (out, cut)
}

/// A word in two, with a hyphen after as much of it as fits; `None` where no syllable begins early enough.
fn hyphened(word: &str, size: f64, limit: f64) -> Option<(String, String)> {
    let soft = soften_word(word);
    let mut parts: Vec<(usize, char)> = soft.char_indices().filter(|(_, c)| *c == '\u{ad}').collect();
    parts.reverse();
    let plain = |part: &str| part.replace('\u{ad}', "");
    parts.into_iter().find_map(|(at, hyphen)| {
        let head = format!("{}-", plain(&soft[..at]));
        (width(&head, size) <= limit).then(|| (head, plain(&soft[at + hyphen.len_utf8()..])))
    })
}

/// A line cut to a width, with "…" at its end when something is gone.
pub fn shorten(line: &str, size: f64, limit: f64) -> String {
    if width(line, size) <= limit {
        return line.to_owned();
    }
    let mut kept = String::new();
    for c in line.chars() {
        if width(&kept, size) + (advance(c) + advance('…')) * size > limit {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end())
}

/// Shorter words are never parted.
const LONG: usize = 8;
/// Letters that stay together before and after a break.
const BEFORE: usize = 3;
const AFTER: usize = 3;
/// Consonants that begin a syllable together.
const TOGETHER: [&str; 15] = ["bl", "br", "ch", "dr", "fl", "fr", "gr", "kl", "kr", "pl", "pr", "sk", "st", "th", "tr"];

/// The same words with soft hyphens in the long ones, where a syllable begins: a narrow column may break them there.
pub fn soften(words: &str) -> String {
    words.split(' ').map(soften_word).collect::<Vec<_>>().join(" ")
}

fn soften_word(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut soft = String::new();
    for (i, letter) in letters.iter().enumerate() {
        if letters.len() >= LONG && i >= BEFORE && letters.len() - i >= AFTER && begins(&letters, i) {
            soft.push('\u{ad}');
        }
        soft.push(*letter);
    }
    soft
}

/// Whether a syllable begins with this letter: a consonant, or two that go together, before a vowel.
fn begins(letters: &[char], i: usize) -> bool {
    let letter = |at: usize| letters.get(at).copied().unwrap_or(' ');
    let vowel = |at: usize| "aeiouyåäöéAEIOUYÅÄÖ".contains(letter(at));
    let consonant = |at: usize| letter(at).is_alphabetic() && !vowel(at);
    let together = |at: usize| TOGETHER.contains(&format!("{}{}", letter(at), letter(at + 1)).as_str());
    let pair = consonant(i + 1) && vowel(i + 2) && together(i);
    consonant(i) && (pair || vowel(i + 1) && !(consonant(i - 1) && together(i - 1)))
}
