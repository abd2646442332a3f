//! What can be read on what (WCAG 2.2, AA): words at 4.5 to 1, large words and what has to be seen at 3 to 1, on paper
//! and on ink.

use super::super::tree::File;
use super::measure::{Colour, contrast};
use super::{Theme, Tokens, declarations, mixed, style_sheets, tokens, tokens_in};

const WORDS: f64 = 4.5;
const SHAPES: f64 = 3.0;

/// What stands on what, in which places, and how well it has to be seen. A ground that lets paper through lies on it.
const PAIRS: [(&str, &str, f64, &str); 29] = [
    ("ink", "paper", WORDS, "most words"),
    ("ink", "paper-deep", WORDS, "an entry of the menu under the pointer"),
    ("ink-soft", "paper", WORDS, "what stands under and beside a figure"),
    ("ink-soft", "paper-deep", WORDS, "the story of a ready journey under the pointer"),
    ("ink-soft", "accent-soft", WORDS, "the name of today's curve beside the band of the what-if"),
    ("accent", "paper", WORDS, "figures that are better"),
    ("accent", "accent-soft", WORDS, "the name of a curve on its band"),
    ("changed", "paper", WORDS, "figures that were changed, curves of the what-if"),
    ("changed", "changed-soft", WORDS, "the name of a curve on its band"),
    ("ink-soft", "changed-soft", WORDS, "the name of today's curve beside the band of the what-if"),
    ("today", "changed-soft", SHAPES, "today's curve over the band of the what-if"),
    ("signal", "paper", WORDS, "what breaks"),
    ("signal", "paper-deep", WORDS, "what breaks, in the menu"),
    ("paper", "ink", WORDS, "the way past the chain for those with a keyboard"),
    ("today", "paper", SHAPES, "today's curve, and the filled part of a slider"),
    ("today", "accent-soft", SHAPES, "today's curve over the band of the what-if"),
    ("line-firm", "paper", SHAPES, "the line under a field, around a switch and a dialog"),
    ("heat-1", "paper", SHAPES, "dots on the rungs of the ladder"),
    ("heat-2", "paper", SHAPES, "dots on the rungs of the ladder"),
    ("heat-3", "paper", SHAPES, "dots on the rungs of the ladder"),
    ("focus", "paper", SHAPES, "the ring around what has the focus"),
    ("code-ink", "code-paper", WORDS, "a code for telephones"),
    ("focus", "paper-deep", SHAPES, "the ring around an entry of the menu"),
    ("paper", "accent", SHAPES, "the knob of a switch that is on"),
    ("paper", "signal", SHAPES, "the crack in the weakest link"),
    ("paper", "line-firm", SHAPES, "inside a switch that is off"),
    ("ink", "accent-soft", WORDS, "words beside a band"),
    ("ink", "line", WORDS, "dots that are heard among those that are not"),
    ("ink", "signal-soft", WORDS, "words on what breaks"),
];

/// What parts things, or is under them, without having to be seen by itself.
const QUIET: [&str; 2] = ["line", "veil"];

/// Pairs that stand out too little, in words.
fn too_faint(tokens: &Tokens, pairs: &[(&str, &str, f64, &str)]) -> Vec<String> {
    let mut found = Vec::new();
    for theme in [Theme::Paper, Theme::Ink] {
        for &(front, ground, least, place) in pairs {
            let paper = tokens.colour("paper", theme);
            let ground_seen = tokens.colour(ground, theme).over(paper);
            let stands_out = contrast(tokens.colour(front, theme).over(ground_seen), ground_seen);
            if stands_out < least {
                found.push(format!(
                    "style/tokens.css: --{front} on --{ground} ({theme:?}) has {stands_out:.2} to 1 and needs {least} \
                     for {place}. Part them further"
                ));
            }
        }
    }
    found
}

/// Declarations whose colour stands in no pair.
fn unpaired(file: &File) -> Vec<String> {
    const COLOURED: [&str; 6] = ["color", "fill", "stroke", "background", "border", "outline"];
    let mut found = Vec::new();
    for d in declarations(file) {
        let has_colour = COLOURED.iter().any(|name| d.property == *name || d.property.starts_with(&format!("{name}-")))
            || d.property.ends_with("-color");
        for token in tokens_in(&d.value).filter(|_| has_colour) {
            let is_words = d.property == "color" && !token.starts_with("heat-");
            let rows = PAIRS.iter().filter(|(front, ground, least, _)| match is_words {
                true => *front == token && *least >= WORDS,
                false => *front == token || *ground == token,
            });
            let is_colour = !["size", "space", "sample", "moved", "from", "to", "part", "heat", "low", "high"]
                .iter()
                .any(|other| token == *other || token.starts_with(&format!("{other}-")) && !token.starts_with("heat-"));
            if is_colour && rows.count() == 0 && (is_words || !QUIET.contains(&token)) {
                found.push(format!("{}:{}: --{token} stands in no pair of {}", d.file, d.line, file!()));
            }
        }
    }
    found
}

#[test]
fn everything_can_be_read_on_its_ground_on_paper_and_on_ink() {
    let found = too_faint(&tokens(), &PAIRS);
    assert!(found.is_empty(), "{} found:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_colour_that_is_used_stands_in_a_pair() {
    let found: Vec<String> = style_sheets().iter().flat_map(unpaired).collect();
    assert!(found.is_empty(), "{} found:\n{}", found.len(), found.join("\n"));
}

#[test]
fn a_planted_faint_colour_is_found_in_its_theme() {
    let planted = |ink_soft: &str| {
        let text = format!(
            ":root {{ --paper: light-dark(#ffffff, #000000); --ink: #888888;\n--ink-soft: {ink_soft};\n--veil: #00000080; }}"
        );
        Tokens::of(&File { path: "style/tokens.css".into(), text })
    };
    let pair = [("ink-soft", "paper", WORDS, "words")];
    let faint = |colour: &str| too_faint(&planted(colour), &pair);
    assert_eq!(faint("light-dark(#767676, #757575)"), [""; 0]);
    let grey = faint("light-dark(#777777, #757575)");
    assert_eq!(grey.len(), 1);
    assert!(grey[0].contains("(Paper) has 4.48"), "{grey:?}");
    assert_eq!(faint("var(--ink)").len(), 1);
    assert_eq!(faint("color-mix(in oklab, #ffffff 50%, #777777)").len(), 1);
    // Half of black over white is grey.
    let through = too_faint(&planted("#000000"), &[("ink-soft", "veil", SHAPES, "shapes")]);
    assert_eq!(through.len(), 1, "black on black: {through:?}");
}

#[test]
fn a_planted_colour_without_a_pair_is_found() {
    let planted = |text: &str| unpaired(&File { path: "style/x.css".into(), text: text.into() }).len();
    assert_eq!(planted("p { color: var(--line); }"), 1);
    assert_eq!(planted("p { border-top: 1px solid var(--line); color: var(--ink) }"), 0);
    assert_eq!(planted("/* color: var(--line) */ a:hover { fill: var(--mist); }"), 1);
    assert_eq!(planted("p { padding: var(--space-2); font-size: var(--size-body) }"), 0);
}

#[test]
fn contrast_is_that_of_the_standard() {
    let read = |text| Colour::read(text).expect(text);
    let close = |a: f64, b: f64| (a - b).abs() < 0.005;
    assert!(close(contrast(read("#000000"), read("#ffffff")), 21.0));
    assert!(close(contrast(read("#767676"), read("#ffffff")), 4.54));
    assert!(close(contrast(read("rgb(255, 0, 0)"), read("rgb(255 255 255 / 1)")), 4.0));
    // The middle of black and white in oklab is #636363.
    let middle = mixed(0.5, read("#ffffff"), read("#000000"));
    assert!(middle.0[..3].iter().all(|c| close(*c, 99.0 / 255.0)), "{middle:?}");
    assert!(close(contrast(read("oklab(0.5 0 0)"), middle), 1.0));
}
