//! What is seen before the page stands (index.html).

use crate::app::NoJourney;
use web_sys::Element;

/// Takes it away where the page stands, and says there that it could not start where it does not.
pub fn end(begun: Result<(), NoJourney>) {
    let splash = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("splash"));
    match begun {
        Ok(()) => splash.as_ref().map(Element::remove),
        Err(NoJourney) => splash.map(|splash| splash.set_class_name("stopped")),
    };
}
