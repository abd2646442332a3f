//! In a browser: the page's pool of workers, and what runs in a worker.

mod pool;
mod reading;
pub mod worker;

pub use pool::{Pool, WorkerUrls};
pub use reading::{Heard, Reader, serve as serve_files};
