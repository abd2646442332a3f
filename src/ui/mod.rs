//! The page. What is shown is decided in [`crate::app`] and [`crate::charts`].

mod frame;
mod places;
pub mod platform;
mod state;
#[cfg(feature = "style")]
mod styleguide;
mod widgets;

use std::rc::Rc;
/// Puts the page into the document.
pub fn mount() {
    #[cfg(feature = "style")]
    if styleguide::is_asked_for() {
        return styleguide::mount();
    }
    wasm_bindgen_futures::spawn_local(frame::mount(Rc::new(platform::ports::BrowserStorage)));
}
