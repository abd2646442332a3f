//! The state of the page: commands, undo, keeping, the personas and the sentence.

mod commands;
mod following;
mod keeping;
mod personas;
mod sentences;
mod typing;
