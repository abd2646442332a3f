//! What could not be read is put aside: it is never written over, and never said to be kept where it is not.

use super::text::KEPT;
use crate::app::PutAside;
use crate::app::ports::{Storage, StorageFault};

/// Where it is put, one after the other.
const ASIDE: [&str; 5] = ["kedja-damaged", "kedja-damaged-2", "kedja-damaged-3", "kedja-damaged-4", "kedja-damaged-5"];

/// Puts a text that is kept aside, beside those that lie there.
pub(super) async fn put_aside(storage: &dyn Storage, text: &str) -> PutAside {
    if text.trim().is_empty() {
        return PutAside::Nothing;
    }
    for place in ASIDE {
        match storage.get(place).await {
            Ok(Some(there)) if there == text => return PutAside::Aside,
            Ok(Some(there)) if !there.is_empty() => {}
            Ok(_) if is_moved(storage, place, text).await => return PutAside::Aside,
            _ => return PutAside::InTheWay,
        }
    }
    PutAside::InTheWay
}

/// True if the text lies in that place. Where there is no room for it twice, it gives up its own.
async fn is_moved(storage: &dyn Storage, place: &str, text: &str) -> bool {
    match storage.put(place, text).await {
        Ok(()) => {}
        Err(StorageFault::Refused) => return false,
        Err(StorageFault::Full) => {
            if storage.remove(KEPT).await.is_err() {
                return false;
            }
            if storage.put(place, text).await.is_err() {
                // There was room for it a moment ago.
                let _ = storage.put(KEPT, text).await;
                return false;
            }
        }
    }
    matches!(storage.get(place).await, Ok(Some(there)) if there == text)
}

/// The texts that could not be read and lie aside, the oldest first.
pub async fn set_aside(storage: &dyn Storage) -> Vec<String> {
    let mut texts = Vec::new();
    for place in ASIDE {
        if let Ok(Some(text)) = storage.get(place).await {
            texts.extend(Some(text).filter(|text| !text.is_empty()));
        }
    }
    texts
}

/// Throws away what lies aside.
pub async fn forget_aside(storage: &dyn Storage) {
    for place in ASIDE {
        // Where it cannot be thrown away, it is still there to be fetched.
        let _ = storage.remove(place).await;
    }
}
