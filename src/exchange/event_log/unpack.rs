//! What is packed with gzip, unpacked as it comes.

use crate::model::data::DataFault;
use flate2::write::MultiGzDecoder;
use std::io::Write;

/// Most that is read when it is unpacked [bytes].
const MOST: u64 = 1_000_000_000;

/// Unpacks what is packed and leaves as it is what is not.
pub enum Unpacker {
    /// Too little has come to say.
    Unknown(Vec<u8>),
    Plain,
    Packed {
        decoder: Box<MultiGzDecoder<Vec<u8>>>,
        all: u64,
    },
}

impl Unpacker {
    /// Takes a piece of the file and gives what it says. Pieces are small, so that what is let in by one stays in bounds.
    ///
    /// # Errors
    /// That it is damaged, or grows beyond measure.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Vec<u8>, DataFault> {
        match self {
            Self::Unknown(seen) => {
                seen.extend_from_slice(bytes);
                if seen.len() < 2 {
                    return Ok(Vec::new());
                }
                let seen = std::mem::take(seen);
                *self = if seen.starts_with(&[0x1f, 0x8b]) {
                    Self::Packed { decoder: Box::new(MultiGzDecoder::new(Vec::new())), all: 0 }
                } else {
                    Self::Plain
                };
                self.push(&seen)
            }
            Self::Plain => Ok(bytes.to_vec()),
            Self::Packed { decoder, all } => {
                let mut unpacked = Vec::new();
                // A small piece of a file made to do harm still holds a thousand times as much.
                for piece in bytes.chunks(4_096) {
                    decoder.write_all(piece).map_err(|_| DataFault::Damaged)?;
                    let mut more = std::mem::take(decoder.get_mut());
                    *all += more.len() as u64;
                    if *all > MOST {
                        return Err(DataFault::Bomb { most: MOST / 1_000_000 });
                    }
                    unpacked.append(&mut more);
                }
                Ok(unpacked)
            }
        }
    }

    /// What is left at the end of the file.
    ///
    /// # Errors
    /// That it is cut off.
    pub fn finish(&mut self) -> Result<Vec<u8>, DataFault> {
        match self {
            Self::Unknown(seen) => Ok(std::mem::take(seen)),
            Self::Plain => Ok(Vec::new()),
            Self::Packed { decoder, .. } => {
                decoder.try_finish().map_err(|_| DataFault::Damaged)?;
                Ok(std::mem::take(decoder.get_mut()))
            }
        }
    }
}
