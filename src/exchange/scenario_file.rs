//! Scenario files: what is changed in the world as it is, as JSON.

use super::journey_file::texts;
use super::problems::{Problems, of_shape};
use super::reading::Reading;
use super::shape::{IfAbsent, PartShape, ValueShape, count, field, number};
use super::spelling::{LEVER, QUALITY, Spelt, chosen, lever, quality};
use super::text::parse;
use super::tree::{Fields, Tree};
use crate::model::fields::PartKind;
use crate::model::{
    Change, EffortCurve, Field, Improvement, Journey, PersonaChange, Problem, Scenario, check_scenario, in_file,
};

const I32: (i128, i128) = (i32::MIN as i128, i32::MAX as i128);

pub(super) static SCENARIO: PartShape = PartShape {
    name: "Scenario",
    fields: &[
        field("improvements", ValueShape::List(&ValueShape::Part(&IMPROVEMENT))).or(IfAbsent::Empty),
        field("qualities", ValueShape::List(&ValueShape::Part(&QUALITY_CHANGE))).or(IfAbsent::Empty),
        field("effort_curve", ValueShape::Choice(&EffortCurve::CHOICE)).or(IfAbsent::Word("halving")),
        number("strain", PartKind::Scenario, Field::Strain),
        number("price", PartKind::Scenario, Field::Price),
        number("arrivals", PartKind::Scenario, Field::Arrivals),
        number("echo", PartKind::Scenario, Field::Echo),
        count("start", PartKind::Scenario, Field::Start, "int32", I32),
    ],
};

static IMPROVEMENT: PartShape = PartShape {
    name: "Improvement",
    fields: &[
        field("id", ValueShape::Word("")),
        field("name", ValueShape::Texts).or(IfAbsent::Empty),
        field("owner", ValueShape::Word("")).or(IfAbsent::Unset),
        number("effort", PartKind::Improvement, Field::Effort),
        field("changes", ValueShape::List(&ValueShape::OneOf(&CHANGES))),
        field("off", ValueShape::YesNo).or(IfAbsent::No),
    ],
};

static QUALITY_CHANGE: PartShape = PartShape {
    name: "PersonaChange",
    fields: &[
        field("persona", ValueShape::Word("")),
        field("quality", ValueShape::Choice(&QUALITY)),
        field("value", ValueShape::Number),
    ],
};

static CHANGES: [PartShape; 2] = [
    PartShape {
        name: "strengthen",
        fields: &[field("link", ValueShape::Word("")), field("effort", ValueShape::Number)],
    },
    PartShape {
        name: "set",
        fields: &[
            field("link", ValueShape::Word("")),
            field("lever", ValueShape::Choice(&LEVER)),
            field("value", ValueShape::Number),
        ],
    },
];

/// Reads a scenario for a journey from the bytes of a file.
///
/// # Errors
/// Everything that is wrong with the file; never empty.
pub fn open_scenario(file: &[u8], journey: &Journey) -> Result<Scenario, Vec<Problem>> {
    let file = parse(file)?;
    let found = of_shape(&file, &SCENARIO);
    let is_readable = found.unreadable.is_empty();
    let mut problems: Problems = found.unreadable;
    problems.add_all(found.unknown);
    if !is_readable {
        return Err(problems.told());
    }
    let scenario = scenario(&file);
    problems.add_each(in_file(check_scenario(journey, &scenario), journey, &scenario));
    if problems.is_empty() { Ok(scenario) } else { Err(problems.told()) }
}

/// A scenario as the text of a file, in one line.
pub fn scenario_json(scenario: &Scenario) -> String {
    written(scenario).to_json()
}

/// The scenario in a tree of its shape.
pub(super) fn scenario(tree: &Tree) -> Scenario {
    let part = Reading::new(tree, &SCENARIO);
    Scenario {
        improvements: part.list("improvements", improvement),
        qualities: part.list("qualities", quality_change),
        effort_curve: chosen(&part, "effort_curve"),
        strain: part.number("strain"),
        price: part.number_or_none("price"),
        arrivals: part.number_or_none("arrivals"),
        echo: part.number_or_none("echo"),
        start: part.whole("start") as i32,
    }
}

fn improvement(tree: &Tree) -> Improvement {
    let part = Reading::new(tree, &IMPROVEMENT);
    Improvement {
        id: part.word("id").into(),
        name: part.texts("name"),
        owner: part.word_or_none("owner").map(Into::into),
        effort: part.number("effort"),
        changes: part.list("changes", change),
        off: part.yes("off"),
    }
}

fn quality_change(tree: &Tree) -> PersonaChange {
    let part = Reading::new(tree, &QUALITY_CHANGE);
    PersonaChange {
        persona: part.word("persona").into(),
        quality: quality(&part, "quality"),
        value: part.number("value"),
    }
}

fn change(tree: &Tree) -> Change {
    let [strengthen, set] = &CHANGES;
    match tree.get(set.name) {
        Some(tree) => {
            let part = Reading::new(tree, set);
            Change::Set { link: part.word("link").into(), lever: lever(&part, "lever"), value: part.number("value") }
        }
        None => {
            let part = Reading::new(tree.get(strengthen.name).unwrap_or(tree), strengthen);
            Change::Strengthen { link: part.word("link").into(), effort: part.number("effort") }
        }
    }
}

/// A scenario as a tree. What is left out: what is not set.
pub(super) fn written(scenario: &Scenario) -> Tree {
    let fields = Fields::default().put_list("improvements", &scenario.improvements, written_improvement);
    // Left out where there are none, as they were before they could be set.
    let fields = if scenario.qualities.is_empty() {
        fields
    } else {
        fields.put_list("qualities", &scenario.qualities, written_quality)
    };
    fields
        .put("effort_curve", scenario.effort_curve.spelt())
        .put("strain", scenario.strain)
        .put_some("price", scenario.price)
        .put_some("arrivals", scenario.arrivals)
        .put_some("echo", scenario.echo)
        .put("start", i64::from(scenario.start))
        .into()
}

fn written_improvement(improvement: &Improvement) -> Tree {
    Fields::default()
        .put("id", improvement.id.as_str())
        .put("name", texts(&improvement.name))
        .put_some("owner", improvement.owner.as_ref().map(|id| id.as_str()))
        .put("effort", improvement.effort)
        .put_list("changes", &improvement.changes, written_change)
        .put("off", Tree::YesNo(improvement.off))
        .into()
}

fn written_quality(change: &PersonaChange) -> Tree {
    Fields::default()
        .put("persona", change.persona.as_str())
        .put("quality", change.quality.name())
        .put("value", change.value)
        .into()
}

fn written_change(change: &Change) -> Tree {
    let [strengthen, set] = &CHANGES;
    match change {
        Change::Strengthen { link, effort } => {
            let fields = Fields::default().put("link", link.as_str()).put("effort", *effort);
            Fields::default().put(strengthen.name, fields)
        }
        Change::Set { link, lever, value } => {
            let fields = Fields::default().put("link", link.as_str()).put("lever", lever.name()).put("value", *value);
            Fields::default().put(set.name, fields)
        }
    }
    .into()
}
