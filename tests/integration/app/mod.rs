//! The state of the page: commands, undo, keeping, the personas and the sentence.

mod advice;
mod books;
mod bottleneck;
mod counting;
mod crowd;
mod dashboards;
mod effects;
mod kept;
mod lanes;
mod levers;
mod library;
mod numbers;
mod personas;
mod pool;
mod proposals;
mod qualities;
mod ready_made;
mod replay;
mod route;
mod saved;
mod sayings;
mod scenes;
mod sentence;
mod session;
mod sharing;
mod strained;
mod straining;
mod value_account;
mod which_studies;
mod why;

use kedja::app::Command;

/// Choosing the ready journey of an id.
pub fn choose(id: &str) -> Command {
    let journey = kedja::exchange::ready(id).expect("it is a ready journey").journey();
    Command::ChooseReady { id: id.to_owned(), journey: Box::new(journey) }
}
