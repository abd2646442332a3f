//! The button that makes a course package, wherever it stands; what makes it is fetched when it is pressed.

use super::package::{CoursePack, offered};
use crate::app::ports::Pending;
use crate::say;
use crate::ui::state::Store;
use crate::ui::widgets::NotFetched;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use wasm_bindgen_futures::spawn_local;

/// How a package is made.
type Packer = fn(CoursePack) -> Pending<bool>;

#[wasm_split(share, fallible, wasm_split_path = ::leptos::wasm_split)]
fn packer() -> Result<Packer, NotFetched> {
    Ok(|what| Box::pin(offered(what)))
}

/// How far a package has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Making {
    Nothing,
    OnItsWay,
    Failed,
}

/// `what` says what is packed when the button is pressed; `None` where that cannot be.
#[component]
pub fn TakeCourse(store: Store, what: Callback<(), Option<CoursePack>>) -> impl IntoView {
    let making = RwSignal::new(Making::Nothing);
    let take = move |_| {
        if making.get_untracked() == Making::OnItsWay {
            return;
        }
        let Some(what) = untrack(|| what.run(())) else { return making.set(Making::Failed) };
        making.set(Making::OnItsWay);
        spawn_local(async move {
            let is_there = match packer().await {
                Ok(pack) => pack(what).await,
                Err(NotFetched) => false,
            };
            making.set(if is_there { Making::Nothing } else { Making::Failed });
        });
    };
    let said = move || match making.get() {
        Making::Nothing => "",
        Making::OnItsWay => say!(store, course.going),
        Making::Failed => say!(store, course.failed),
    };
    view! {
        <p>
            <button class="firm" aria-disabled=move || (making.get() == Making::OnItsWay).to_string() on:click=take>
                {move || say!(store, course.take)}
            </button>
        </p>
        <p class="share-said" role="status">{said}</p>
    }
}
