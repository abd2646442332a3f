//! The colours of dots, as the style sheet has them: a canvas knows nothing of custom properties.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Steps from well to about to leave.
pub const HEATS: usize = 5;

/// What a dot can look like.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Colours {
    pub paper: String,
    pub heats: Vec<String>,
    pub failed: String,
    pub better: String,
    pub worse: String,
}

/// The classes of one sample each, in the order of the fields above.
fn classes() -> impl Iterator<Item = String> {
    let heats = (0..HEATS).map(|heat| format!("heat-{heat}"));
    ["paper".to_owned()].into_iter().chain(heats).chain(["failed", "better", "worse"].map(str::to_owned))
}

/// Elements that carry the colours, unseen.
pub fn samples() -> impl IntoView {
    classes().map(|class| view! { <i class=class></i> }).collect_view()
}

impl Colours {
    /// Read off the samples in an element.
    pub fn of(samples: &web_sys::HtmlElement) -> Self {
        let window = web_sys::window();
        let colour = |i: u32| {
            let sample = samples.children().item(i)?;
            let style = window.as_ref()?.get_computed_style(&sample.unchecked_into()).ok()??;
            style.get_property_value("color").ok()
        };
        let mut colours = (0..).map(|i| colour(i).unwrap_or_default());
        let mut next = || colours.next().unwrap_or_default();
        Self {
            paper: next(),
            heats: (0..HEATS).map(|_| next()).collect(),
            failed: next(),
            better: next(),
            worse: next(),
        }
    }
}
