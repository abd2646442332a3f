//! Marked words as they are shown (`words::phrase`).

use crate::words::phrase::{Emphasis, parts};
use leptos::prelude::*;

/// Names stand out by themselves, and what matters in the colour of a tone.
pub fn marked(words: &str, tone: &'static str) -> Vec<AnyView> {
    let one = |(mark, text): (Emphasis, &str)| {
        let text = text.to_owned();
        match mark {
            Emphasis::Name => view! { <em>{text}</em> }.into_any(),
            Emphasis::Matter => view! { <strong class=tone>{text}</strong> }.into_any(),
            Emphasis::Plain => text.into_any(),
        }
    };
    parts(words).into_iter().map(one).collect()
}
