//! A number to type.

use crate::app::Command;
use crate::ui::platform::events::{input_of, undo_of};
use crate::ui::platform::press::Press;
use crate::ui::state::use_store;
use crate::words::typed::Misread;
use leptos::html;
use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

/// A number to type: `read` answers with what is to be done, and `misread` is why nothing is, from when words were
/// typed that cannot be taken until something else is meant. The old value stays meanwhile.
///
/// Undo by the keys takes back what was typed and not yet taken in; then it is the page's own undo. The browser's would
/// bring back old words, which leaving the field would take for typed ones.
#[component]
pub fn TypedInput(
    label: Signal<String>,
    value: Signal<String>,
    /// How wide it is [characters].
    #[prop(into)]
    size: Signal<String>,
    read: Callback<String, Result<Command, Misread>>,
    misread: RwSignal<Option<Misread>>,
    /// Id of what says more about it.
    #[prop(optional, into)]
    described_by: Option<String>,
    #[prop(optional, into)] id: Option<String>,
) -> impl IntoView {
    let store = use_store();
    let press = use_context::<Press>();
    let node: NodeRef<html::Input> = NodeRef::new();
    let put_back = move || {
        if misread.with_untracked(Option::is_some) {
            misread.set(None);
        }
        if let Some(input) = node.get_untracked() {
            input.set_value(&value.get_untracked());
        }
    };
    let take_in = move |command: Command| {
        let taken = Callback::new(move |()| {
            store.run(command.clone());
            store.run(Command::LetGo);
            put_back();
        });
        match press {
            Some(press) => press.after(taken),
            None => taken.run(()),
        }
    };
    let typed = move |event: Event| {
        let Some(input) = input_of(&event) else { return };
        if input.value() == value.get_untracked() {
            misread.set(None);
            return;
        }
        match read.run(input.value()) {
            Ok(command) => take_in(command),
            Err(why) => misread.set(Some(why)),
        }
    };
    let by_key = move |event: KeyboardEvent| {
        let (Some(command), Some(input)) = (undo_of(&event), input_of(&event)) else { return };
        event.prevent_default();
        if input.value() == value.get_untracked() {
            store.run(command);
        }
        put_back();
    };
    Effect::new(move |before: Option<_>| {
        let (language, _) = (store.language.get(), value.get());
        store.turned.track();
        // In another language the same words are wrong in that language.
        let is_retold = before.is_some_and(|before| before != language) && misread.with_untracked(Option::is_some);
        if !is_retold {
            put_back();
        }
        language
    });
    view! {
        <input
            class="typed" type="text" inputmode="decimal" id=id size=size autocomplete="off" aria-label=label node_ref=node
            aria-invalid=move || misread.with(Option::is_some).to_string() aria-describedby=described_by
            on:change=typed on:keydown=by_key
        />
    }
}
