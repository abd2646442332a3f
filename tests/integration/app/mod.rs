//! The state of the page: commands, undo, keeping, the personas and the sentence.

mod commands;
mod effects;
mod following;
mod keeping;
mod levers;
mod personas;
mod replay;
mod sentences;
mod typing;
mod why;
