//! In a browser: the page's pool of workers, and what runs in a worker.

mod pool;
pub mod worker;

pub use pool::{Pool, WorkerUrls};
