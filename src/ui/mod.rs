//! The page. One store, one folder per panel; what is shown is decided in [`crate::app`] and [`crate::charts`].
#![allow(clippy::expect_used, reason = "what leptos_i18n_build writes expects that its own locales' names are read")]

mod chain;
mod changes;
mod crowd;
mod dashboards;
mod device;
mod files;
mod format;
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

include!(concat!(env!("OUT_DIR"), "/i18n/mod.rs"));

/// A text of `locales/` in the language of the page; to be called where a signal may be read.
macro_rules! say {
    ($store:expr, $($key:tt)+) => { leptos_i18n::td_string!($store.locale.get(), $($key)+) };
}
pub(crate) use say;

/// Puts the page into the document.
pub fn mount() {
    #[cfg(feature = "style")]
    if style::is_asked_for() {
        return style::mount();
    }
    leptos::mount::mount_to_body(frame::Frame);
}
