//! Keeping what a learner has done, through whatever store the machine has.

use crate::app::ports::{Storage, StorageFault};
use crate::exchange::{LearnProgress, learn_progress_json, read_learn_progress};

/// Under this name it is kept; what could not be read lies under the other.
const KEPT: &str = "kedja.learn";
const ASIDE: &str = "kedja.learn.aside";

/// What was kept. What cannot be read is put aside, and the rest comes back.
///
/// # Errors
/// Why the store gives nothing.
pub async fn kept_progress(storage: &dyn Storage) -> Result<LearnProgress, StorageFault> {
    let Some(text) = storage.get(KEPT).await? else { return Ok(LearnProgress::default()) };
    let (progress, is_damaged) = read_learn_progress(&text);
    if is_damaged {
        storage.put(ASIDE, &text).await?;
    }
    Ok(progress)
}

/// Keeps what was done here without what a class has handed in, whatever another window has kept of that.
///
/// # Errors
/// Why nothing is kept.
pub async fn forget_class(storage: &dyn Storage, progress: LearnProgress) -> Result<(), StorageFault> {
    let kept = LearnProgress { class: Vec::new(), ..kept_progress(storage).await? };
    storage.put(KEPT, &learn_progress_json(&progress.joined(kept, None))).await
}

/// Keeps what was done here, and takes over what another window has kept of other lessons meanwhile. `here` is the lesson
/// that is open in this window.
///
/// # Errors
/// Why nothing is kept.
pub async fn keep_progress(
    storage: &dyn Storage,
    progress: LearnProgress,
    here: Option<&str>,
) -> Result<LearnProgress, StorageFault> {
    let joined = progress.joined(kept_progress(storage).await?, here);
    storage.put(KEPT, &learn_progress_json(&joined)).await?;
    Ok(joined)
}
