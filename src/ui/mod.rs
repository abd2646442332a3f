//! The page. What is shown is decided in [`crate::app`] and [`crate::charts`].

mod embed;
mod frame;
mod places;
pub mod platform;
mod present;
mod state;
#[cfg(feature = "style")]
mod styleguide;
mod widgets;

use platform::outside::{PageKind, page_kind};
use platform::ports::{BrowserJourneys, BrowserStorage};
use std::rc::Rc;

pub use platform::starting::broke_down;

/// Puts the page into the document, and takes away what stood there meanwhile.
pub fn mount() {
    wasm_bindgen_futures::spawn_local(async {
        #[cfg(feature = "style")]
        if styleguide::is_asked_for() {
            return platform::splash::end(styleguide::mount(&BrowserJourneys).await);
        }
        let journeys = Rc::new(BrowserJourneys);
        platform::splash::end(match page_kind() {
            PageKind::Whole => frame::mount(Rc::new(BrowserStorage), journeys).await,
            PageKind::Embed | PageKind::Course(_) => embed::mount(journeys).await,
        });
    });
}
