//! The state of the page: commands, undo, keeping, the personas and the sentence.

mod advising;
mod asking;
mod calendar;
mod commands;
mod effects;
mod following;
mod kept;
mod lanes;
mod levers;
mod numbers;
mod personas;
mod proposals;
mod replay;
mod route;
mod saved;
mod sentences;
mod straining;
mod typing;
mod why;
