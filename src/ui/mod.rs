//! The page. One store, one folder per panel; what is shown is decided in [`crate::app`] and [`crate::charts`].

mod chain;
mod changes;
mod crowd;
mod dashboards;
mod device;
mod files;
mod frame;
mod headline;
mod inspector;
mod lanes;
mod lever;
mod life;
mod live;
mod outcomes;
mod personas;
mod prioritise;
mod problems;
mod progress;
mod retention;
mod store;
#[cfg(feature = "style")]
mod style;
mod top;
mod unit;
mod why;
mod width;
mod world;

pub(crate) use crate::say;
pub(crate) use crate::words::number as format;

/// Puts the page into the document.
pub fn mount() {
    #[cfg(feature = "style")]
    if style::is_asked_for() {
        return style::mount();
    }
    leptos::mount::mount_to_body(frame::Frame);
}
