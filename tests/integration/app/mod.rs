//! The state of the page: commands, undo, keeping, and the sentence.

mod commands;
mod keeping;
mod sentences;
mod typing;
