//! The scales: sizes of type, and spaces.

use super::frame::Part;
use leptos::prelude::*;

/// Every size of type of style/tokens.css, with the family in which it is mostly set.
const SIZES: [(&str, &str); 20] = [
    ("size-root", "sans"),
    ("size-tiny", "sans"),
    ("size-small", "sans"),
    ("size-tool", "sans"),
    ("size-body", "sans"),
    ("size-name", "sans"),
    ("size-field", "sans"),
    ("size-brand", "sans"),
    ("size-title", "serif"),
    ("size-quote", "serif"),
    ("size-headline-small", "serif"),
    ("size-headline", "serif"),
    ("size-figure", "sans"),
    ("size-picture", "sans"),
    ("size-picture-note", "sans"),
    ("drawn-count", "sans"),
    ("drawn-small", "sans"),
    ("drawn-value", "sans"),
    ("drawn-word", "sans"),
    ("drawn-name", "sans"),
];
/// Set in figures.
const COUNTS: [&str; 2] = ["size-figure", "drawn-count"];

/// Every space of style/tokens.css.
const SPACES: [&str; 18] = [
    "space-0",
    "space-1",
    "space-2",
    "space-3",
    "space-4",
    "space-5",
    "space-6",
    "space-7",
    "inset",
    "gutter",
    "hand",
    "figures",
    "plot-end",
    "track-end",
    "names-end",
    "touch",
    "quick",
    "breath",
];

#[component]
pub fn Scales() -> impl IntoView {
    let size = |(name, family): (&'static str, &'static str)| {
        view! {
            <li style=("--sample", format!("var(--{name})")) style=("--family", format!("var(--{family})"))>
                <span class="style-size">{if COUNTS.contains(&name) { "10 000" } else { "Who stays, 1 240" }}</span>
                <span class="hint">{name}</span>
            </li>
        }
    };
    let sizes = SIZES.map(size);
    let space = |name: &'static str| {
        view! {
            <li style=("--sample", format!("var(--{name})"))>
                <span class=if is_time(name) { "style-time" } else { "style-space" }></span>
                <span class="hint">{name}</span>
            </li>
        }
    };
    view! {
        <Part name="Type"><ul class="style-sizes">{sizes}</ul></Part>
        <Part name="Spaces and times"><ul class="style-spaces">{SPACES.map(space)}</ul></Part>
    }
}

/// Whether a token is a time: its sample has no width, and fades under the pointer.
fn is_time(name: &str) -> bool {
    matches!(name, "quick" | "breath")
}
