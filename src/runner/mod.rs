//! Where lives are lived: here, through serialisation, on threads, or in a pool of workers. The newest request wins.

mod messages;

pub use messages::{Ask, Event, Progress};
