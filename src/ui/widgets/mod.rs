//! What several panels are made of, and what knows none of them.

pub mod bar;
mod field;
mod later;
mod link_code;
mod link_letters;
mod marked;
mod range;
mod slider;
mod thin_line;
mod typed;

pub use field::TypedField;
pub use later::{Coming, FetchView, Fetched, NotFetched, fetch, later, later_with, missing, on_its_way};
pub use link_code::CodePicture;
pub use link_letters::LinkLetters;
pub use marked::marked;
pub use range::{Hold, RangeInput};
pub use slider::Slider;
pub use thin_line::ThinLine;
pub use typed::TypedInput;
