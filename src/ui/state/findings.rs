//! Reads what studies found. Workers send it as bytes, and what reads them comes with what stands below the first view,
//! for which the first figures need not wait.

use crate::analysis::studies::StudyResult;
use crate::runner::Encoded;
use gloo::timers::callback::Timeout;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use wasm_bindgen_futures::spawn_local;

/// How long it takes until a file that did not come is asked for again [ms].
const AGAIN_AFTER: u32 = 2_000;

type Reader = fn(&Encoded<StudyResult>) -> Option<StudyResult>;

#[wasm_split(below, fallible, wasm_split_path = ::leptos::wasm_split)]
fn reader() -> Result<Reader, SplitLoaderError> {
    Ok(|result| result.read().ok())
}

/// Reads a finding and hands it on, unless by then it is not wanted any more.
pub fn read_finding(
    result: Encoded<StudyResult>,
    is_wanted: impl Fn() -> bool + 'static,
    then: impl FnOnce(StudyResult) + 'static,
) {
    spawn_local(async move {
        let reader = reader().await;
        if !is_wanted() {
            return;
        }
        match reader {
            Ok(read) => {
                if let Some(found) = read(&result) {
                    then(found);
                }
            }
            Err(_) => {
                Timeout::new(AGAIN_AFTER, move || read_finding(result, is_wanted, then)).forget();
            }
        }
    });
}
