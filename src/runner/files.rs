//! What reads files where that holds nobody up: in a browser in a worker of its own (`browser/reading.rs`).

use serde::Serialize;
use serde::de::DeserializeOwned;

/// What reads files, one after the other and each piece by piece.
pub trait ReadsFiles {
    /// What is asked of it, beside the file.
    type Asked: DeserializeOwned;
    /// What it makes of a file.
    type Made: Serialize;
    /// Takes what is asked. True if the file has to be read for it: else it has been read so already.
    fn begin(&mut self, asked: Self::Asked) -> bool;
    /// Takes a piece of the file. False if no more of it need be read.
    fn push(&mut self, piece: &[u8]) -> bool;
    /// How many rows have been read so far, where they are counted on the way.
    fn rows(&self) -> u64;
    /// What is made of the file. Half a file says nothing.
    fn finish(&mut self, is_whole: bool) -> Self::Made;
}
