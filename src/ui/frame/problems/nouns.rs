//! The names of what a problem is about, in the language of the page.

use crate::model::{Kind, Lever, List, Quantity, Role};
use crate::ui::say;
use crate::ui::state::Store;

pub fn kind(store: Store, kind: Kind) -> &'static str {
    match kind {
        Kind::Nothing => say!(store, problems.kinds.nothing),
        Kind::YesNo => say!(store, problems.kinds.yes_no),
        Kind::Number => say!(store, problems.kinds.number),
        Kind::Text => say!(store, problems.kinds.text),
        Kind::List => say!(store, problems.kinds.list),
        Kind::Object => say!(store, problems.kinds.object),
    }
}

/// The name of a list of a journey, in the reader's language.
pub fn list(store: Store, list: List) -> &'static str {
    match list {
        List::Phases => say!(store, problems.lists.phases),
        List::Channels => say!(store, problems.lists.channels),
        List::Owners => say!(store, problems.lists.owners),
        List::Touchpoints => say!(store, problems.lists.touchpoints),
        List::Handovers => say!(store, problems.lists.handovers),
        List::Personas => say!(store, problems.lists.personas),
        List::Entries => say!(store, problems.lists.entries),
        List::Improvements => say!(store, problems.lists.improvements),
        List::Changes => say!(store, problems.lists.changes),
    }
}

/// The name of a quantity, in the reader's language.
pub fn quantity(store: Store, quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Strength => say!(store, problems.quantities.strength),
        Quantity::LowStrength => say!(store, problems.quantities.low_strength),
        Quantity::HighStrength => say!(store, problems.quantities.high_strength),
        Quantity::Gain => say!(store, problems.quantities.gain),
        Quantity::Pain => say!(store, problems.quantities.pain),
        Quantity::ComplaintRate => say!(store, problems.quantities.complaint_rate),
        Quantity::Exposure => say!(store, problems.quantities.exposure),
        Quantity::HalvingCost => say!(store, problems.quantities.halving_cost),
        Quantity::Days => say!(store, problems.quantities.days),
        Quantity::Sensing => say!(store, problems.quantities.sensing),
        Quantity::Frequency => say!(store, problems.quantities.frequency),
        Quantity::Tenure => say!(store, problems.quantities.tenure),
        Quantity::Worth => say!(store, problems.quantities.worth),
        Quantity::Share => say!(store, problems.quantities.share),
        Quantity::Usefulness => say!(store, problems.quantities.usefulness),
        Quantity::Spread => say!(store, problems.quantities.spread),
        Quantity::PriceFeel => say!(store, problems.quantities.price_feel),
        Quantity::Elasticity => say!(store, problems.quantities.elasticity),
        Quantity::Patience => say!(store, problems.quantities.patience),
        Quantity::Tolerance => say!(store, problems.quantities.tolerance),
        Quantity::Memory => say!(store, problems.quantities.memory),
        Quantity::ChainFeel => say!(store, problems.quantities.chain_feel),
        Quantity::Remorse => say!(store, problems.quantities.remorse),
        Quantity::Leaning => say!(store, problems.quantities.leaning),
        Quantity::Price => say!(store, problems.quantities.price),
        Quantity::Disturbance => say!(store, problems.quantities.disturbance),
        Quantity::RivalPull => say!(store, problems.quantities.rival_pull),
        Quantity::Arrivals => say!(store, problems.quantities.arrivals),
        Quantity::Echo => say!(store, problems.quantities.echo),
        Quantity::Horizon => say!(store, problems.quantities.horizon),
        Quantity::WarmUp => say!(store, problems.quantities.warm_up),
        Quantity::Effort => say!(store, problems.quantities.effort),
        Quantity::Strain => say!(store, problems.quantities.strain),
        Quantity::Start => say!(store, problems.quantities.start),
    }
}

/// The name of a role, in the reader's language.
pub fn role(store: Store, role: Role) -> &'static str {
    match role {
        Role::Plain => say!(store, problems.roles.plain),
        Role::Purchase => say!(store, problems.roles.purchase),
        Role::Reckoning => say!(store, problems.roles.reckoning),
        Role::Offer => say!(store, problems.roles.offer),
    }
}

/// The name of a lever, in the reader's language.
pub fn lever(store: Store, lever: Lever) -> &'static str {
    match lever {
        Lever::Strength => say!(store, problems.levers.strength),
        Lever::Gain => say!(store, problems.levers.gain),
        Lever::Pain => say!(store, problems.levers.pain),
        Lever::Sensing => say!(store, problems.levers.sensing),
        Lever::Frequency => say!(store, problems.levers.frequency),
        Lever::Days => say!(store, problems.levers.days),
        Lever::Share => say!(store, problems.levers.share),
    }
}
