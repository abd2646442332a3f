//! The letters of an address, to be copied.

use crate::say;
use crate::ui::platform::copying::copy;
use crate::ui::state::Store;
use leptos::html;
use leptos::prelude::*;

/// An address with a button that puts it on the clipboard, and says whether it is there.
#[component]
pub fn LinkLetters(store: Store, link: String) -> impl IntoView {
    let copied = RwSignal::new(None::<bool>);
    let field: NodeRef<html::Input> = NodeRef::new();
    let text = link.clone();
    let copy = move |_| {
        copy(&text, copied, move || {
            if let Some(field) = field.get_untracked() {
                field.select();
            }
        });
    };
    let said = move || match copied.get() {
        Some(true) => say!(store, share.copied),
        Some(false) => say!(store, share.copy_by_hand),
        None => "",
    };
    view! {
        <div class="made-letters">
            <input class="letters" type="text" readonly=true node_ref=field value=link
                aria-label=move || say!(store, share.link)
            />
            <button class="firm" on:click=copy>{move || say!(store, share.copy)}</button>
        </div>
        <p class="share-said" role="status">{said}</p>
    }
}
