//! Putting what was made on the clipboard.

use super::ports::BrowserClipboard;
use crate::app::ports::Clipboard;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Puts a text on the clipboard, and says in `copied` whether it is there. Where it is not, `mark` marks it where it stands, so
/// that it can be copied by hand.
pub fn copy(text: &str, copied: RwSignal<Option<bool>>, mark: impl FnOnce() + 'static) {
    let written = BrowserClipboard.write(text);
    spawn_local(async move {
        let is_written = written.await.is_ok();
        copied.set(Some(is_written));
        if !is_written {
            mark();
        }
    });
}
