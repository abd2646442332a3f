//! Parts of a population as files. docs/scale.md says the same in words.

use super::encoded::{decode, encode};
use super::part::{PartProblem, PopulationPart};
use super::protocol::BUILD;
use crate::engine::{Cell, MODEL_VERSION, Tally};
use crate::model::digest;
use serde::{Deserialize, Serialize};

/// How each part begins, up to the version of the format.
const BEGINS: &[u8] = b"KEDJA PART ";

/// The version of the format, and the end of the line.
const FORMAT: &[u8] = b"2\n";

/// Bytes of the checksum, at the end.
const CHECKSUM: usize = 8;

/// Who made it: read before all else.
#[derive(Serialize, Deserialize)]
struct MadeBy {
    model: u32,
    build: String,
}

#[derive(Serialize, Deserialize)]
struct Written {
    journey: Vec<u8>,
    scenario: Vec<u8>,
    seed: u64,
    /// First and end of each range.
    lived: Vec<(u64, u64)>,
    tally: Tally,
    open: Vec<(u64, Cell)>,
}

impl PopulationPart {
    /// The bytes of its file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = [BEGINS, FORMAT].concat();
        bytes.extend(encode(&MadeBy { model: MODEL_VERSION, build: BUILD.to_owned() }));
        bytes.extend(encode(&Written {
            journey: self.journey.clone(),
            scenario: self.scenario.clone(),
            seed: self.seed,
            lived: self.lived.iter().map(|range| (range.start, range.end)).collect(),
            tally: self.tally.clone(),
            open: self.open.iter().map(|(first, cell)| (*first, cell.clone())).collect(),
        }));
        bytes.extend(digest(&bytes).to_le_bytes());
        bytes
    }

    /// The part in the bytes of a file.
    ///
    /// # Errors
    /// When it is none, is damaged, or comes from a Kedja whose parts this one cannot add up.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, PartProblem> {
        let rest = bytes.strip_prefix(BEGINS).ok_or(PartProblem::NoPart)?;
        let rest = rest.strip_prefix(FORMAT).ok_or(PartProblem::OtherFormat)?;
        let (held, sum) = bytes.split_last_chunk::<CHECKSUM>().ok_or(PartProblem::Damaged)?;
        if digest(held).to_le_bytes() != *sum || rest.len() < CHECKSUM {
            return Err(PartProblem::Damaged);
        }
        let rest = rest.get(..rest.len() - CHECKSUM).ok_or(PartProblem::Damaged)?;
        let (by, rest) = postcard::take_from_bytes::<MadeBy>(rest).map_err(|_| PartProblem::Damaged)?;
        if by.model != MODEL_VERSION {
            return Err(PartProblem::OtherModel(by.model));
        }
        if by.build != BUILD {
            return Err(PartProblem::OtherBuild);
        }
        let written: Written = decode(rest).map_err(|_| PartProblem::Damaged)?;
        let is_in_order = written.lived.iter().all(|(first, end)| first < end)
            && written.lived.windows(2).all(|pair| matches!(pair, [(_, end), (first, _)] if end < first));
        if !is_in_order || !written.open.iter().all(|(_, cell)| cell.fits(&written.tally.noise)) {
            return Err(PartProblem::Damaged);
        }
        Ok(Self {
            journey: written.journey,
            scenario: written.scenario,
            seed: written.seed,
            lived: written.lived.into_iter().map(|(first, end)| first..end).collect(),
            tally: written.tally,
            open: written.open.into_iter().collect(),
        })
    }
}
