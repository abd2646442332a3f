//! The link that binds: where the same effort does most, as the simulation found it. Marked on the chain once somebody has
//! asked which it is; and the signs of that link and of the weakest.

use crate::charts::chain::{ChainDrawing, Sign, thickness};
use crate::say;
use crate::ui::state::use_store;
use leptos::prelude::*;
use std::sync::Arc;

/// From the rim of a link to the line around it [px].
const CLEAR: f64 = 4.5;

/// The line around the binding link.
#[component]
pub fn BindingMark(chain: Arc<ChainDrawing>) -> impl IntoView {
    let store = use_store();
    move || {
        let link = store.binding.get()?;
        let shape = chain.shape(&link)?;
        let around = shape.rings.iter().map(|r| r.grown(thickness(shape.kind, 1.0) / 2.0 + CLEAR).path());
        let path = around.collect::<Vec<_>>().join(" ");
        Some(view! { <path class="binding" d=path/> })
    }
}

/// The signs of the weakest link and of the one that binds, each with its word, over the crowd.
#[component]
pub fn Signs(chain: Arc<ChainDrawing>) -> impl IntoView {
    let store = use_store();
    let size = chain.lettering.small;
    let one = move |Sign { words, place, .. }: Sign, class: &'static str| {
        view! {
            <g class=class>
                <rect x=place.x y=place.y width=place.width height=place.height rx=place.height / 2.0/>
                <text x=place.center().x y=place.center().y + size * 0.36 text-anchor="middle">{words}</text>
            </g>
        }
    };
    let signs = move || {
        let (weakest, binding) = (store.weakest.get(), store.binding.get());
        let weakest = weakest.iter().map(|link| (link, say!(store, chain.weakest_sign), "sign weakest"));
        let wanted: Vec<_> =
            weakest.chain(binding.iter().map(|link| (link, say!(store, binding.sign), "sign binding"))).collect();
        let signs = chain.signs(wanted.iter().map(|(link, words, _)| (*link, (*words).to_owned())));
        let class =
            |sign: &Sign| wanted.iter().find(|w| *w.0 == sign.link && w.1 == sign.words).map_or("sign", |w| w.2);
        signs.into_iter().map(|sign| (class(&sign), sign)).map(|(class, sign)| one(sign, class)).collect_view()
    };
    view! { <g aria-hidden="true">{signs}</g> }
}
