//! What the page has to know of a place: all that the frame asks of it.

use crate::app::Place;
use crate::ui::state::Store;
use leptos::prelude::*;

/// A place of the page. What is known of it without the page stands in [`Place`].
pub struct PlaceDef {
    pub place: Place,
    /// Class of the element that it fills.
    pub class: &'static str,
    /// Its name in the language of the page.
    pub name: fn(Store) -> &'static str,
    /// What stands there. It is made when somebody first comes, and stays while another place is looked at.
    pub view: fn() -> AnyView,
    /// What is said of it to those who listen; empty while there is nothing to say.
    pub spoken: fn(Store) -> String,
    /// Ways past what stands at the top, for whoever goes by keys.
    pub skips: fn(Store) -> Vec<Skip>,
    /// Takes the reader to what the address names in it.
    pub arrive: fn(Store),
}

/// A way past something.
pub struct Skip {
    pub words: &'static str,
    /// Id of the element that it leads to.
    pub target: &'static str,
    /// Takes the reader there.
    pub go: fn(),
}
