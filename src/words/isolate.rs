//! Names that run from right to left, in sentences that run from left to right.

/// The beginning and the end of a part of a sentence whose direction is its own.
const FROM: char = '\u{2068}';
const TO: char = '\u{2069}';

/// A name that does not turn what stands beside it: "24" after a name in Hebrew stays after it. Names in other scripts
/// are as they are; signs that turn the direction are left out of all.
pub fn isolated(name: &str) -> String {
    let plain: String = name.chars().filter(|c| !turns(*c)).collect();
    if plain.chars().any(is_leftward) { format!("{FROM}{plain}{TO}") } else { plain }
}

/// A sign that is not seen and turns what follows.
fn turns(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A letter of a script that runs from right to left: Hebrew, Arabic and those akin to them.
fn is_leftward(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}'
    )
}
