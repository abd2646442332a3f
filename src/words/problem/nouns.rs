//! The names of what a problem is about.

use crate::app::Language;
use crate::model::{Field, FileFormat, Kind, Role};
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

/// What a file of another kind is called.
pub fn format(language: Language, format: FileFormat) -> &'static str {
    match format {
        FileFormat::Word => say!(language, problems.formats.word),
        FileFormat::Excel => say!(language, problems.formats.excel),
        FileFormat::OldOffice => say!(language, problems.formats.old_office),
        FileFormat::Zip => say!(language, problems.formats.zip),
        FileFormat::Pdf => say!(language, problems.formats.pdf),
        FileFormat::WebPage => say!(language, problems.formats.web_page),
        FileFormat::Xml => say!(language, problems.formats.xml),
        FileFormat::RichText => say!(language, problems.formats.rich_text),
        FileFormat::Picture => say!(language, problems.formats.picture),
        FileFormat::Table => say!(language, problems.formats.table),
        FileFormat::Script => say!(language, problems.formats.script),
    }
}

/// The name of a list of a journey.
pub fn list(language: Language, list: Field) -> &'static str {
    match list {
        Field::Phases => say!(language, problems.lists.phases),
        Field::Channels => say!(language, problems.lists.channels),
        Field::Owners => say!(language, problems.lists.owners),
        Field::Touchpoints => say!(language, problems.lists.touchpoints),
        Field::Handovers => say!(language, problems.lists.handovers),
        Field::Personas => say!(language, problems.lists.personas),
        Field::Entries => say!(language, problems.lists.entries),
        Field::Improvements => say!(language, problems.lists.improvements),
        Field::Changes => say!(language, problems.lists.changes),
        Field::Qualities => say!(language, problems.lists.qualities),
        other => other.name(),
    }
}

/// The name of a quantity.
pub fn quantity(language: Language, quantity: Field) -> &'static str {
    match quantity {
        Field::Strength => say!(language, problems.quantities.strength),
        Field::LowStrength => say!(language, problems.quantities.low_strength),
        Field::HighStrength => say!(language, problems.quantities.high_strength),
        Field::Gain => say!(language, problems.quantities.gain),
        Field::Pain => say!(language, problems.quantities.pain),
        Field::ComplaintRate => say!(language, problems.quantities.complaint_rate),
        Field::Exposure => say!(language, problems.quantities.exposure),
        Field::HalvingCost => say!(language, problems.quantities.halving_cost),
        Field::Days => say!(language, problems.quantities.days),
        Field::Sensing => say!(language, problems.quantities.sensing),
        Field::Frequency => say!(language, problems.quantities.frequency),
        Field::Tenure => say!(language, problems.quantities.tenure),
        Field::Worth => say!(language, problems.quantities.worth),
        Field::Share => say!(language, problems.quantities.share),
        Field::Usefulness => say!(language, problems.quantities.usefulness),
        Field::Spread => say!(language, problems.quantities.spread),
        Field::PriceFeel => say!(language, problems.quantities.price_feel),
        Field::Elasticity => say!(language, problems.quantities.elasticity),
        Field::Patience => say!(language, problems.quantities.patience),
        Field::Tolerance => say!(language, problems.quantities.tolerance),
        Field::Memory => say!(language, problems.quantities.memory),
        Field::ChainFeel => say!(language, problems.quantities.chain_feel),
        Field::Remorse => say!(language, problems.quantities.remorse),
        Field::ToleranceSpread => say!(language, problems.quantities.tolerance_spread),
        Field::Binding => say!(language, problems.quantities.binding),
        Field::Leaning => say!(language, problems.quantities.leaning),
        Field::Price => say!(language, problems.quantities.price),
        Field::Disturbance => say!(language, problems.quantities.disturbance),
        Field::RivalPull => say!(language, problems.quantities.rival_pull),
        Field::Arrivals => say!(language, problems.quantities.arrivals),
        Field::Echo => say!(language, problems.quantities.echo),
        Field::Horizon => say!(language, problems.quantities.horizon),
        Field::WarmUp => say!(language, problems.quantities.warm_up),
        Field::Effort => say!(language, problems.quantities.effort),
        Field::Strain => say!(language, problems.quantities.strain),
        Field::Start => say!(language, problems.quantities.start),
        other => other.name(),
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
pub fn lever(language: Language, lever: Field) -> &'static str {
    match lever {
        Field::Strength => say!(language, problems.levers.strength),
        Field::Gain => say!(language, problems.levers.gain),
        Field::Pain => say!(language, problems.levers.pain),
        Field::Sensing => say!(language, problems.levers.sensing),
        Field::Frequency => say!(language, problems.levers.frequency),
        Field::Days => say!(language, problems.levers.days),
        Field::Share => say!(language, problems.levers.share),
        other => other.name(),
    }
}
