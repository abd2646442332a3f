//! What the parts of the place know each other by: ids of elements, and the columns of the table.

use crate::model::LinkId;
use crate::words::sheet::Column;

/// Where whoever goes by keys comes to the rows.
pub const TABLE: &str = "build-table";
/// The form's heading, where whoever comes to it begins to read.
pub const FORM: &str = "build-form";
/// Where a new way is chosen in the form.
pub const LEAD_ON: &str = "build-lead-on";
/// What keys do.
pub const KEYS: &str = "build-keys";
/// Takes pasted rows in.
pub const PASTE: &str = "build-paste-go";
/// Lists of what channels and owners there are.
pub const CHANNELS: &str = "build-channels";
pub const OWNERS: &str = "build-owners";

/// The columns that are seen, in their order: the phase stands above its rows, the words in the form.
pub const SEEN: [Column; 10] = [
    Column::Name,
    Column::Role,
    Column::Nature,
    Column::Strength,
    Column::Grounds,
    Column::Gain,
    Column::Pain,
    Column::Channel,
    Column::Owner,
    Column::Next,
];

/// The place of a column among those that are seen.
pub fn place(column: Column) -> usize {
    SEEN.iter().position(|seen| *seen == column).unwrap_or(0)
}

/// Id of the field in a cell.
pub fn field_id(link: &LinkId, column: Column) -> String {
    format!("cell-{link}-{}", place(column))
}

/// Id of a link in the drawing.
pub fn hit_id(link: &LinkId) -> String {
    format!("build-link-{link}")
}
