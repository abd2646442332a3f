//! The address that holds what is worked on.

use crate::app::{Route, Session, sent};
use crate::exchange::link_of;
use crate::ui::platform::address;

/// The address; `None` if the journey is too large for any.
pub fn made_link(session: &Session, route: &Route, is_bare: bool) -> Option<String> {
    let letters = link_of(&sent(session, route, is_bare))?;
    Some(format!("{}#{letters}", address::page()))
}
