//! How much room words take, near enough to lay them out without a browser, and how they are broken into lines.

/// Widths in parts of the type size, for a humanist sans such as Inter; on the generous side, so that what fits here
/// fits on the page.
fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'I' => 0.30,
        'f' | 't' | 'r' | '(' | ')' | ' ' | '\u{a0}' | '-' | '/' => 0.40,
        'm' | 'w' | 'M' | 'W' | '%' | '…' | '→' | '@' => 0.92,
        c if c.is_uppercase() => 0.72,
        c if c.is_ascii_digit() => 0.64,
        _ => 0.60,
    }
}

/// The width of a line at a type size.
pub fn width(line: &str, size: f64) -> f64 {
    line.chars().map(advance).sum::<f64>() * size
}

/// Words broken into at most `lines` lines no wider than `limit`. What does not fit is shortened with "…": the second
/// value tells whether it was.
pub fn wrap(words: &str, size: f64, limit: f64, lines: usize) -> (Vec<String>, bool) {
    let mut out: Vec<String> = Vec::new();
    let mut cut = false;
    for word in words.split_whitespace() {
        let fits = |line: &str| width(line, size) <= limit;
        let full = out.len() == lines;
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
