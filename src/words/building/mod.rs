//! What is said where a journey is built: labels, choices, help.

mod problems;

pub use problems::{about, part_name, problems_at, problems_of_ways, what_and_fix};

use super::typed::NumberKind;
use super::{Speaks, Teller, problem, unit};
use crate::app::{DoneStep, Language};
use crate::model::edit::{Beginnings, can_lead, starting_of};
use crate::model::fields::{FieldDef, PartKind, Unit};
use crate::model::{
    EffortUnit, Evidence, Field, Grounds, Journey, LinkId, Nature, PartId, Payment, PeriodUnit, Role, Stage, Text,
    plausible_range,
};
use crate::say;

/// Every language's words for the same thing.
pub(super) fn in_all(words: impl Fn(Language) -> String) -> Text {
    Text(crate::model::order::map(Language::ALL.map(|language| (language.code().to_owned(), words(language)))))
}

/// What a beginning is called, in every language.
pub fn beginnings() -> Beginnings {
    let all = |words: fn(Language) -> &'static str| in_all(|language| words(language).to_owned());
    let cues = |words: fn(Language) -> &'static str| {
        let each = Language::ALL.into_iter().flat_map(|language| words(language).split(' '));
        each.map(str::to_owned).collect()
    };
    Beginnings {
        journey: all(|l| say!(l, build.begin.journey)),
        currency: all(|l| say!(l, build.begin.currency)),
        phases: [
            all(|l| say!(l, build.begin.awareness)),
            all(|l| say!(l, build.begin.consideration)),
            all(|l| say!(l, build.begin.decision)),
            all(|l| say!(l, build.begin.delivery)),
            all(|l| say!(l, build.begin.advocacy)),
        ],
        channel: all(|l| say!(l, build.begin.channel)),
        owner: all(|l| say!(l, build.begin.owner)),
        persona: all(|l| say!(l, build.begin.persona)),
        purchase: all(|l| say!(l, build.begin.purchase)),
        reckoning: all(|l| say!(l, build.begin.reckoning)),
        purchase_words: cues(|l| say!(l, build.begin.purchase_words)),
        reckoning_words: cues(|l| say!(l, build.begin.reckoning_words)),
        phase_words: [
            cues(|l| say!(l, build.begin.phase_words.awareness)),
            cues(|l| say!(l, build.begin.phase_words.consideration)),
            cues(|l| say!(l, build.begin.phase_words.decision)),
            cues(|l| say!(l, build.begin.phase_words.delivery)),
            cues(|l| say!(l, build.begin.phase_words.advocacy)),
        ],
    }
}

/// What the copy of a ready journey is called.
pub fn copy_name(journey: &Journey) -> Text {
    in_all(|language| say!(language, build.copy_name, name = journey.name.get(language.code())))
}

/// The name of a role.
pub fn role(language: Language, role: Role) -> &'static str {
    match role {
        Role::Plain => say!(language, build.role.plain),
        Role::Purchase => say!(language, build.role.purchase),
        Role::Reckoning => say!(language, build.role.reckoning),
        Role::Offer => say!(language, build.role.offer),
    }
}

/// The roles that a touchpoint can have on its side of the purchase.
pub fn roles_of(stage: Stage) -> &'static [Role] {
    match stage {
        Stage::Before => &[Role::Plain, Role::Purchase],
        Stage::After => &[Role::Plain, Role::Reckoning, Role::Offer],
    }
}

/// All roles.
pub const ROLES: [Role; 4] = [Role::Plain, Role::Purchase, Role::Reckoning, Role::Offer];

/// All natures, the farthest from the product first.
pub const NATURES: [Nature; 5] =
    [Nature::Communication, Nature::Sales, Nature::Price, Nature::Service, Nature::Product];

/// The name of a nature.
pub fn nature(language: Language, nature: Nature) -> &'static str {
    match nature {
        Nature::Product => say!(language, build.nature.product),
        Nature::Service => say!(language, build.nature.service),
        Nature::Price => say!(language, build.nature.price),
        Nature::Sales => say!(language, build.nature.sales),
        Nature::Communication => say!(language, build.nature.communication),
    }
}

/// Which side of the purchase.
pub fn stage(language: Language, stage: Stage) -> &'static str {
    match stage {
        Stage::Before => say!(language, build.stage.before),
        Stage::After => say!(language, build.stage.after),
    }
}

/// What a period is.
pub fn period(language: Language, period: PeriodUnit) -> &'static str {
    match period {
        PeriodUnit::Week => say!(language, unit.week),
        PeriodUnit::Month => say!(language, unit.month),
        PeriodUnit::Quarter => say!(language, unit.quarter),
        PeriodUnit::Year => say!(language, unit.year),
    }
}

/// When it is paid.
pub fn payment(language: Language, payment: Payment) -> &'static str {
    match payment {
        Payment::EachPeriod => say!(language, build.payment.each_period),
        Payment::AtReckoning => say!(language, build.payment.at_reckoning),
    }
}

/// What effort is counted in.
pub fn effort_unit(language: Language, unit: EffortUnit) -> &'static str {
    match unit {
        EffortUnit::Points => say!(language, build.effort_unit.points),
        EffortUnit::Hours => say!(language, build.effort_unit.hours),
        EffortUnit::Money => say!(language, build.effort_unit.money),
    }
}

/// The grounds of a figure, the firmest first.
pub const GROUNDS: [Grounds; 4] = [Grounds::Measured, Grounds::Published, Grounds::Estimated, Grounds::Assumption];

/// What a figure stands on.
pub fn grounds(language: Language, grounds: Grounds) -> &'static str {
    match grounds {
        Grounds::Measured => say!(language, build.grounds.measured),
        Grounds::Published => say!(language, build.grounds.published),
        Grounds::Estimated => say!(language, build.grounds.estimated),
        Grounds::Assumption => say!(language, build.grounds.guessed),
    }
}

/// How a figure of a part is read and written.
pub fn kind(teller: &Teller, row: &FieldDef, bounds: (f64, f64)) -> NumberKind {
    let kind = match row.unit {
        Unit::Share => NumberKind::share(teller.language, bounds),
        Unit::Money => NumberKind::money(teller, bounds),
        Unit::Customers => NumberKind::customers(teller.language, bounds.1),
        Unit::Effort => NumberKind::effort(teller, bounds),
        Unit::Prices | Unit::Days | Unit::PerPeriod => NumberKind::lever(teller, row.field, bounds),
        Unit::Periods | Unit::Rungs if row.whole.is_some() => NumberKind::whole(teller.language, bounds),
        Unit::Periods | Unit::Rungs | Unit::Times | Unit::Plain => NumberKind::plain(teller.language, bounds),
    };
    if row.is_above_least { kind.above() } else { kind }
}

/// How an end of a range is read and written: from the figure to the figure's own bound, the figure itself included.
pub fn end_kind(teller: &Teller, row: &FieldDef, (least, most): (f64, f64), value: f64, is_high: bool) -> NumberKind {
    let row = FieldDef { is_above_least: row.is_above_least && !is_high, ..*row };
    kind(teller, &row, if is_high { (value, most) } else { (least, value) })
}

/// That a figure is what Kedja begins with, and why; `None` where somebody has said it, or where it comes from.
pub fn usual_said(
    teller: &Teller,
    part: &PartId,
    field: Field,
    value: f64,
    evidence: Option<&Evidence>,
) -> Option<String> {
    let is_said = |e: &Evidence| e.grounds != Grounds::Assumption || !e.source.is_empty() || e.has_range();
    let PartId::Touchpoint(link) = part else { return None };
    let touchpoint = teller.journey.touchpoint(link).filter(|_| !evidence.is_some_and(is_said))?;
    let side = teller.journey.stage(&touchpoint.phase)?;
    let usual = starting_of(side, touchpoint.nature, touchpoint.role);
    let its = match field {
        Field::Gain => usual.gain,
        Field::Pain => usual.pain,
        Field::Days => usual.days,
        Field::Frequency => usual.frequency,
        _ => return None,
    };
    let kind = match touchpoint.role {
        Role::Plain | Role::Purchase => nature(teller.language, touchpoint.nature),
        special => role(teller.language, special),
    };
    (its == value).then(|| say!(teller, build.form.usual, kind = kind, stage = stage(teller.language, side)))
}

/// What is tried of a figure when what is guessed is varied.
pub fn range_said(
    teller: &Teller,
    row: &FieldDef,
    bounds: (f64, f64),
    value: f64,
    evidence: Option<&Evidence>,
) -> String {
    if evidence.is_some_and(Evidence::has_range) {
        return say!(teller, build.form.range_own).to_owned();
    }
    let range = plausible_range(row.field, value, bounds, evidence);
    match range.and_then(|range| range.low.zip(range.high)) {
        Some((low, high)) => {
            let told = |end| kind(teller, row, bounds).write(two_digits(end));
            say!(teller, build.form.range_by_grounds, low = told(low), high = told(high))
        }
        None => say!(teller, build.form.range_certain).to_owned(),
    }
}

/// To two digits that mean something: what is said in passing.
fn two_digits(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let scale = libm::pow(10.0, 1.0 - libm::log10(value.abs()).floor());
    (value * scale).round() / scale
}

/// What a field is called.
pub fn field(language: Language, field: Field) -> &'static str {
    match field {
        Field::Name => say!(language, build.field.name),
        Field::Summary => say!(language, build.field.summary),
        Field::Currency => say!(language, build.field.currency),
        Field::About => say!(language, build.field.about),
        Field::Words => say!(language, build.field.words),
        Field::Notes => say!(language, build.field.notes),
        Field::TenureFrom => say!(language, build.field.tenure_from),
        Field::TenureUntil => say!(language, build.field.tenure_until),
        other => problem::quantity(language, other),
    }
}

/// The unit that stands after a figure; empty where the figure has it with it.
pub fn after(teller: &Teller, row: &FieldDef) -> String {
    match row.unit {
        Unit::Prices => unit::prices(teller).to_owned(),
        Unit::Money => teller.currency().to_owned(),
        Unit::Days => say!(teller, levers.unit_days).to_owned(),
        Unit::PerPeriod => say!(teller, levers.unit_times, period = unit::period(teller)),
        _ => String::new(),
    }
}

/// The touchpoints to which a handover from one can lead, in journey order.
pub fn ends_for(journey: &Journey, from: &LinkId) -> Vec<LinkId> {
    let is_new = |to: &LinkId| !journey.handovers.iter().any(|h| h.from == *from && h.to == *to);
    let all = journey.touchpoints.iter().map(|t| t.id.clone());
    all.filter(|to| is_new(to) && can_lead(journey, from, to)).collect()
}

/// "1 thing to see to"
pub fn how_many(speaker: &impl Speaks, n: usize) -> String {
    match n {
        1 => say!(speaker, build.problems_one).to_owned(),
        n => say!(speaker, build.problems_many, n = n),
    }
}

/// "Show 3 more"
pub fn how_many_more(speaker: &impl Speaks, n: usize) -> String {
    say!(speaker, build.problems_more, n = n)
}

/// What a step did; the names are those of before and after it.
pub fn step(before: &Teller, after: &Teller, step: &DoneStep) -> String {
    match step {
        DoneStep::Added(part) => say!(after, build.step.added, name = part_name(after, part)),
        DoneStep::Removed(part) => say!(after, build.step.removed, name = part_name(before, part)),
        DoneStep::Renamed(part) => {
            say!(after, build.step.renamed, before = part_name(before, part), name = part_name(after, part))
        }
        DoneStep::Figure(part, its) => {
            let field = field(after.language, *its);
            say!(after, build.step.field, name = part_name(after, part), field = field)
        }
        DoneStep::Changed(part) => say!(after, build.step.changed, name = part_name(after, part)),
        DoneStep::Moved => say!(after, build.step.moved).to_owned(),
        DoneStep::Journey => say!(after, build.step.journey).to_owned(),
        DoneStep::Scenario => say!(after, build.step.scenario).to_owned(),
        DoneStep::Scenes => say!(after, build.step.scenes).to_owned(),
        DoneStep::Many => say!(after, build.step.many).to_owned(),
    }
}

/// What a field of a kind of part means, in a sentence; empty where its name says it.
pub fn help(language: Language, part: PartKind, field: Field) -> &'static str {
    match field {
        Field::Share if part == PartKind::Persona => say!(language, build.help.persona_share),
        Field::Strength => say!(language, build.help.strength),
        Field::LowStrength | Field::HighStrength => say!(language, build.help.range),
        Field::Gain => say!(language, build.help.gain),
        Field::Pain => say!(language, build.help.pain),
        Field::ComplaintRate => say!(language, build.help.complaint_rate),
        Field::Exposure => say!(language, build.help.exposure),
        Field::HalvingCost => say!(language, build.help.halving_cost),
        Field::Days => say!(language, build.help.days),
        Field::Sensing => say!(language, build.help.sensing),
        Field::Frequency => say!(language, build.help.frequency),
        Field::TenureFrom | Field::TenureUntil => say!(language, build.help.tenure),
        Field::Worth => say!(language, build.help.worth),
        Field::Share => say!(language, build.help.share),
        Field::Usefulness => say!(language, build.help.usefulness),
        Field::Spread => say!(language, build.help.spread),
        Field::PriceFeel => say!(language, build.help.price_feel),
        Field::Elasticity => say!(language, build.help.elasticity),
        Field::Patience => say!(language, build.help.patience),
        Field::Tolerance => say!(language, build.help.tolerance),
        Field::Memory => say!(language, build.help.memory),
        Field::ChainFeel => say!(language, build.help.chain_feel),
        Field::Remorse => say!(language, build.help.remorse),
        Field::ToleranceSpread => say!(language, build.help.tolerance_spread),
        Field::Binding => say!(language, build.help.binding),
        Field::Leaning => say!(language, build.help.leaning),
        Field::Price => say!(language, build.help.price),
        Field::Disturbance => say!(language, build.help.disturbance),
        Field::RivalPull => say!(language, build.help.rival_pull),
        Field::Arrivals => say!(language, build.help.arrivals),
        Field::Echo => say!(language, build.help.echo),
        Field::Horizon => say!(language, build.help.horizon),
        Field::WarmUp => say!(language, build.help.warm_up),
        _ => "",
    }
}
