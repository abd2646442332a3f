//! The names of what a problem is about.

use crate::app::Language;
use crate::model::{Kind, Lever, List, Quantity, Role};
use crate::say;

/// What a value in a file is called.
pub fn kind(language: Language, kind: Kind) -> &'static str {
    match kind {
        Kind::Nothing => say!(language, problems.kinds.nothing),
        Kind::YesNo => say!(language, problems.kinds.yes_no),
        Kind::Number => say!(language, problems.kinds.number),
        Kind::Text => say!(language, problems.kinds.text),
        Kind::List => say!(language, problems.kinds.list),
        Kind::Object => say!(language, problems.kinds.object),
    }
}

/// The name of a list of a journey.
pub fn list(language: Language, list: List) -> &'static str {
    match list {
        List::Phases => say!(language, problems.lists.phases),
        List::Channels => say!(language, problems.lists.channels),
        List::Owners => say!(language, problems.lists.owners),
        List::Touchpoints => say!(language, problems.lists.touchpoints),
        List::Handovers => say!(language, problems.lists.handovers),
        List::Personas => say!(language, problems.lists.personas),
        List::Entries => say!(language, problems.lists.entries),
        List::Improvements => say!(language, problems.lists.improvements),
        List::Changes => say!(language, problems.lists.changes),
    }
}

/// The name of a quantity.
pub fn quantity(language: Language, quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Strength => say!(language, problems.quantities.strength),
        Quantity::LowStrength => say!(language, problems.quantities.low_strength),
        Quantity::HighStrength => say!(language, problems.quantities.high_strength),
        Quantity::Gain => say!(language, problems.quantities.gain),
        Quantity::Pain => say!(language, problems.quantities.pain),
        Quantity::ComplaintRate => say!(language, problems.quantities.complaint_rate),
        Quantity::Exposure => say!(language, problems.quantities.exposure),
        Quantity::HalvingCost => say!(language, problems.quantities.halving_cost),
        Quantity::Days => say!(language, problems.quantities.days),
        Quantity::Sensing => say!(language, problems.quantities.sensing),
        Quantity::Frequency => say!(language, problems.quantities.frequency),
        Quantity::Tenure => say!(language, problems.quantities.tenure),
        Quantity::Worth => say!(language, problems.quantities.worth),
        Quantity::Share => say!(language, problems.quantities.share),
        Quantity::Usefulness => say!(language, problems.quantities.usefulness),
        Quantity::Spread => say!(language, problems.quantities.spread),
        Quantity::PriceFeel => say!(language, problems.quantities.price_feel),
        Quantity::Elasticity => say!(language, problems.quantities.elasticity),
        Quantity::Patience => say!(language, problems.quantities.patience),
        Quantity::Tolerance => say!(language, problems.quantities.tolerance),
        Quantity::Memory => say!(language, problems.quantities.memory),
        Quantity::ChainFeel => say!(language, problems.quantities.chain_feel),
        Quantity::Remorse => say!(language, problems.quantities.remorse),
        Quantity::Leaning => say!(language, problems.quantities.leaning),
        Quantity::Price => say!(language, problems.quantities.price),
        Quantity::Disturbance => say!(language, problems.quantities.disturbance),
        Quantity::RivalPull => say!(language, problems.quantities.rival_pull),
        Quantity::Arrivals => say!(language, problems.quantities.arrivals),
        Quantity::Echo => say!(language, problems.quantities.echo),
        Quantity::Horizon => say!(language, problems.quantities.horizon),
        Quantity::WarmUp => say!(language, problems.quantities.warm_up),
        Quantity::Effort => say!(language, problems.quantities.effort),
        Quantity::Strain => say!(language, problems.quantities.strain),
        Quantity::Start => say!(language, problems.quantities.start),
    }
}

/// The name of a role.
pub fn role(language: Language, role: Role) -> &'static str {
    match role {
        Role::Plain => say!(language, problems.roles.plain),
        Role::Purchase => say!(language, problems.roles.purchase),
        Role::Reckoning => say!(language, problems.roles.reckoning),
        Role::Offer => say!(language, problems.roles.offer),
    }
}

/// The name of a lever.
pub fn lever(language: Language, lever: Lever) -> &'static str {
    match lever {
        Lever::Strength => say!(language, problems.levers.strength),
        Lever::Gain => say!(language, problems.levers.gain),
        Lever::Pain => say!(language, problems.levers.pain),
        Lever::Sensing => say!(language, problems.levers.sensing),
        Lever::Frequency => say!(language, problems.levers.frequency),
        Lever::Days => say!(language, problems.levers.days),
        Lever::Share => say!(language, problems.levers.share),
    }
}
