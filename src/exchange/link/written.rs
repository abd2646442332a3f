//! From what is shared to the letters of a link, and back.

use super::fault::LinkFault;
use super::letters;
use super::packed::{packed, unpacked};
use super::squeezed::{squeezed, unsqueezed};
use super::work::{SharedJourney, SharedWork, tree_of, work_of};
use crate::model::{check, check_scenario};

/// What is shared as a link: the letters behind `#`. `None` if it is too much for any link.
pub fn link_of(work: &SharedWork) -> Option<String> {
    letters::link(&squeezed(&packed(&tree_of(work)))?)
}

/// What a link holds, out of a whole address or its end, as mail, chat or a hand has left it. A journey of its own is
/// without problems, and so is the scenario for it; of a ready one that only shows when it is at hand.
///
/// # Errors
/// What has become of the link.
pub fn read_link(text: &str) -> Result<SharedWork, LinkFault> {
    read_sized(text).0
}

/// The same, with how much the link unfolds to [bytes].
pub(super) fn read_sized(text: &str) -> (Result<SharedWork, LinkFault>, usize) {
    let bytes = match letters::bytes(text).map(|bytes| unsqueezed(&bytes)) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return (Err(LinkFault::Unfit(Vec::new())), 0),
        Err(fault) => return (Err(fault), 0),
    };
    (work_in(&bytes), bytes.len())
}

fn work_in(bytes: &[u8]) -> Result<SharedWork, LinkFault> {
    let tree = unpacked(bytes).ok_or(LinkFault::Unfit(Vec::new()))?;
    let work = work_of(tree).map_err(LinkFault::Unfit)?;
    if let SharedJourney::Own(journey) = &work.journey {
        let mut problems = check(journey);
        if problems.is_empty() {
            problems = check_scenario(journey, &work.scenario);
        }
        if !problems.is_empty() {
            return Err(LinkFault::Unfit(problems));
        }
    }
    Ok(work)
}
