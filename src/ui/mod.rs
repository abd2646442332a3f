//! The page. What is shown is decided in [`crate::app`] and [`crate::charts`].

mod frame;
mod places;
mod platform;
mod state;
#[cfg(feature = "style")]
mod styleguide;
mod widgets;

/// Puts the page into the document.
pub fn mount() {
    #[cfg(feature = "style")]
    if styleguide::is_asked_for() {
        return styleguide::mount();
    }
    leptos::mount::mount_to_body(frame::Frame);
}
