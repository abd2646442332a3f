//! What was read says of today: kept with the journey, for seeing whether it does the same.

use crate::model::OwnFigures;
use crate::ui::places::prioritise::books;
use crate::ui::state::Store;

/// Says what was counted; what somebody has typed stays as it is.
pub fn say_own(store: Store, own: &OwnFigures) {
    books::change(store, |books| {
        for (figure, counted) in own.said() {
            if books.today.get(figure).is_none_or(|said| said.of.is_some()) {
                books.today.set(figure, Some(counted));
            }
        }
    });
}
