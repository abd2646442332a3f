//! Work that goes from one reader to another in a link, without a server between them.

mod arrived;
mod beside;
mod brief;
mod embed;
mod option;
mod pool;
mod sent;
mod visit;

pub use arrived::{Arrived, arrived, kept_copy};
pub use brief::{BriefMoney, BriefVerdict, Unsaid, brief_level, brief_money, brief_options, brief_verdict, unsaid};
pub use embed::{Embed, EmbedControl, EmbedView, embed_code};
pub use option::{BriefOption, OptionJourney};
pub use pool::{Pooled, PooledLever, pooled};
pub use sent::{Fits, fits, sent};
pub use visit::{LinkNotes, LinkTrouble, Visit};
