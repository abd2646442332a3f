//! What is left of a kept text that breaks off, or is no JSON from somewhere on.

use crate::exchange::tree::Tree;

/// How often something is cut off before the text is given up: what breaks it lies close to where it is met.
const CUTS: usize = 8;

/// What can be read of a text up to where it is damaged, and whether that is all of it; `None` if it is nothing.
pub(super) fn mended(text: &str) -> Option<(Tree, bool)> {
    let mut damage = match serde_json::from_str(text) {
        Ok(tree) => return Some((tree, true)),
        Err(error) => error,
    };
    let mut part = text.to_owned();
    for _ in 0..CUTS {
        part = closed(upto(&part, damage.line(), damage.column()))?;
        match serde_json::from_str(&part) {
            Ok(tree) => return Some((tree, false)),
            Err(error) => damage = error,
        }
    }
    None
}

/// The text before a place in it, a line and a byte of that line, both from 1.
fn upto(text: &str, line: usize, column: usize) -> &str {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let mut end = (before + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The text up to the last whole field of the state, or entry of one of its lists, closed again.
fn closed(text: &str) -> Option<String> {
    let (mut open, mut whole) = (Vec::new(), None);
    let (mut in_text, mut is_escaped) = (false, false);
    for (at, letter) in text.char_indices() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' if in_text => is_escaped = true,
            '"' => in_text = !in_text,
            _ if in_text => {}
            '{' => open.push('}'),
            '[' => open.push(']'),
            '}' | ']' => drop(open.pop()),
            // Half a step is none.
            ',' if matches!(open.as_slice(), ['}'] | ['}', ']']) => whole = Some((at, open.clone())),
            _ => {}
        }
    }
    let (end, open) = whole?;
    Some(text[..end].chars().chain(open.into_iter().rev()).collect())
}
