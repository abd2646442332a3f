//! Where customers are simulated: in this process, on threads, or in a pool of browser workers. The newest request wins.
//!
//! However the work is divided, the report is the same to the last bit: blocks of customers are lived whole, tallies
//! are sums of whole numbers, and reports are made of whole stages.
//!
//! A browser runs two modules. The page's holds the scheduler, the pool and the protocol, and none of what the engine
//! and the studies do; the workers' holds the executor. Somebody's files are read in a third (`files.rs`).

#[cfg(feature = "web")]
pub mod browser;
mod encoded;
mod events;
mod executor;
mod files;
mod in_process;
#[cfg(not(target_arch = "wasm32"))]
mod part;
#[cfg(not(target_arch = "wasm32"))]
mod part_file;
pub mod protocol;
mod scheduler;
#[cfg(not(target_arch = "wasm32"))]
mod threads;

pub use encoded::{Encoded, decode, encode};
pub use events::{Event, Progress};
pub use executor::JobExecutor;
pub use files::ReadsFiles;
pub use in_process::{answer, inline, live_here, serial};
#[cfg(not(target_arch = "wasm32"))]
pub use part::{PartProblem, PopulationPart};
pub use protocol::{QueryAnswer, QuickQuery, RunRequest};
pub use scheduler::{Order, Scheduler, WorkerId};
#[cfg(not(target_arch = "wasm32"))]
pub use threads::{answer_on_threads, live_on_threads, on_threads, tally_on_threads, threads};
