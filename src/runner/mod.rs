//! Where lives are lived: here, through serialisation, on threads, or in a pool of workers. The newest request wins.
//!
//! However the work is divided, the report is the same to the last bit: blocks of customers are lived whole, tallies
//! are sums of whole numbers, and reports are made of whole stages.

pub mod answers;
mod clerk;
mod inline;
mod inquest;
mod messages;
#[cfg(feature = "web")]
mod pool;
mod questions;
mod schedule;
mod serial;
#[cfg(not(target_arch = "wasm32"))]
mod threads;
pub mod wire;
mod work;
#[cfg(feature = "web")]
pub mod worker;

pub use clerk::Clerk;
pub use inline::inline;
pub use messages::{Answer, Ask, Event, Progress, Question};
#[cfg(feature = "web")]
pub use pool::{Pool, Site};
pub use schedule::{Order, Scheduler, WorkerId};
pub use serial::serial;
#[cfg(not(target_arch = "wasm32"))]
pub use threads::{answer_on_threads, live_on_threads, on_threads, tally_on_threads, threads};
