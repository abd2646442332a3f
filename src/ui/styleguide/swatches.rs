//! The colours: each as a surface, as words on the paper around it, and how well it stands out there.

use super::contrast::{Colour, contrast};
use super::frame::Part;
use leptos::html;
use leptos::prelude::*;

/// Every colour of style/tokens.css.
const COLOURS: [&str; 20] = [
    "paper",
    "paper-deep",
    "ink",
    "ink-soft",
    "today",
    "line",
    "line-firm",
    "accent",
    "accent-soft",
    "changed",
    "changed-soft",
    "signal",
    "signal-soft",
    "focus",
    "veil",
    "code-paper",
    "code-ink",
    "heat-1",
    "heat-2",
    "heat-3",
];

#[component]
pub fn Swatches() -> impl IntoView {
    let all = COLOURS.map(|name| view! { <Swatch name=name/> });
    view! { <Part name="Colours"><ul class="style-swatches">{all}</ul></Part> }
}

#[component]
fn Swatch(name: &'static str) -> impl IntoView {
    let words: NodeRef<html::B> = NodeRef::new();
    let figure = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Some(words) = words.get() {
            figure.set(stands_out(&words).map_or_else(String::new, |c| format!("{c:.1} : 1")));
        }
    });
    view! {
        <li style=("--sample", format!("var(--{name})"))>
            <span class="style-surface"></span>
            <b class="style-words" node_ref=words>"Aa 1 240"</b>
            <span class="style-name">{name}</span>
            <span>{figure}</span>
        </li>
    }
}

/// The contrast of words with the half of the page around them, as the browser has it.
fn stands_out(words: &web_sys::HtmlElement) -> Option<f64> {
    let window = web_sys::window()?;
    let seen = |element: &web_sys::Element, property: &str| {
        let style = window.get_computed_style(element).ok()??;
        Colour::read(&style.get_property_value(property).ok()?)
    };
    let half = words.closest(".half").ok()??;
    let paper = seen(&half, "background-color")?;
    Some(contrast(seen(words, "color")?.over(paper), paper))
}
