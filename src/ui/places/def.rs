//! What the page has to know of a place: all that the frame asks of it.

use crate::app::Place;
use crate::ui::state::Store;
use crate::ui::widgets::Coming;
use leptos::prelude::*;

/// A place of the page. What is known of it without the page stands in [`Place`].
pub struct PlaceDef {
    pub place: Place,
    /// Class of the element that it fills.
    pub class: &'static str,
    /// Its name in the language of the page.
    pub name: fn(Store) -> &'static str,
    /// What stands there.
    pub view: Arrives,
    /// Ways past what stands at the top, for whoever goes by keys.
    pub skips: fn(Store) -> Vec<Skip>,
    /// Takes the reader to what the address names in it.
    pub arrive: fn(Store),
}

/// When the code and the texts of a place arrive.
#[derive(Clone, Copy)]
pub enum Arrives {
    /// In the page's module, for a first visit begins there.
    WithThePage(PlaceView),
    /// In a module of their own, which is fetched when somebody comes.
    WhenWanted(fn() -> Coming<PlaceView>),
}

/// What stands in a place. It is made when somebody first comes, and stays while another place is looked at.
#[derive(Clone, Copy)]
pub struct PlaceView {
    pub view: fn() -> AnyView,
    /// What is said of it to those who listen; empty while there is nothing to say.
    pub spoken: fn(Store) -> String,
}

/// A way past something.
pub struct Skip {
    pub words: &'static str,
    /// Id of the element that it leads to.
    pub target: &'static str,
    /// Takes the reader there.
    pub go: fn(),
}
