//! The shape of a lesson file (docs/lessons.md).

use crate::exchange::scenario_file::SCENARIO;
use crate::exchange::shape::{Choice, FieldShape, IfAbsent, PartShape, ValueShape, Whole, field};
use crate::exchange::spelling::{LEVER, Spelt};
use crate::model::lesson::{Beat, Gives, Is, LessonFigure};

const MANY: (i128, i128) = (0, u16::MAX as i128);
const SMALL: Whole = Whole { format: "uint16", holds: MANY, asked: (1, 1_000), stand_in: 1 };
const SEED: Whole = Whole { format: "uint64", holds: (0, u64::MAX as i128), asked: (0, i64::MAX), stand_in: 1 };

const ID: ValueShape = ValueShape::Word("");
static WORD: ValueShape = ID;
static CONDITIONS: ValueShape = ValueShape::List(&ValueShape::Part(&CONDITION));
static OPTIONS: ValueShape = ValueShape::List(&ValueShape::Part(&OPTION));

const fn texts(name: &'static str) -> FieldShape {
    field(name, ValueShape::Texts)
}

/// A list that may be left out.
const fn list(name: &'static str, of: &'static ValueShape) -> FieldShape {
    field(name, ValueShape::List(of)).or(IfAbsent::Empty)
}

pub(in crate::exchange) static LESSON: PartShape = PartShape {
    name: "Lesson",
    fields: &[
        field("version", ValueShape::Whole(SMALL)),
        field("id", ID),
        field("case", ValueShape::YesNo).or(IfAbsent::No),
        texts("title"),
        texts("aim"),
        field("minutes", ValueShape::Whole(SMALL)),
        field("claims", ValueShape::List(&ValueShape::Whole(SMALL))),
        field("journey", ID),
        field("seed", ValueShape::Whole(SEED)).or(IfAbsent::Whole(1)),
        field("worlds", ValueShape::Map(None, &ValueShape::Part(&SCENARIO))),
        field("measures", ValueShape::Map(None, &ValueShape::Part(&MEASURE))),
        field("point", CONDITIONS),
        field("guess", ValueShape::Part(&GUESS)),
        field("run", ValueShape::Part(&RUN)),
        field("see", ValueShape::Part(&SEE)),
        field("explain", ValueShape::Part(&EXPLAIN)),
        field("try", ValueShape::Part(&TRY)),
        field("teacher", ValueShape::Part(&TEACHER)),
    ],
};

pub(super) static MEASURE: PartShape = PartShape {
    name: "Measure",
    fields: &[
        texts("name"),
        field("figure", ValueShape::Choice(&LessonFigure::CHOICE)),
        field("world", ID).or(IfAbsent::Word("today")),
        field("beyond", ID).or(IfAbsent::Unset),
        field("link", ID).or(IfAbsent::Unset),
        field("persona", ID).or(IfAbsent::Unset),
        field("gives", ValueShape::Choice(&Gives::CHOICE)).or(IfAbsent::Word("kept")),
    ],
};

pub(super) static CONDITION: PartShape = PartShape {
    name: "Condition",
    fields: &[
        field("measure", ID),
        field("is", ValueShape::Choice(&Is::CHOICE)),
        field("than", ID).or(IfAbsent::Unset),
        field("times", ValueShape::Number).or(IfAbsent::Number(1.0)),
        field("number", ValueShape::Number).or(IfAbsent::Unset),
        field("link", ID).or(IfAbsent::Unset),
    ],
};

pub(super) static GUESS: PartShape =
    PartShape { name: "Guess", fields: &[texts("text"), field("ask", ValueShape::OneOf(&ASKS))] };

pub(super) static ASKS: [PartShape; 4] = [
    PartShape {
        name: "number",
        fields: &[
            field("answer", ID),
            field("least", ValueShape::Number),
            field("most", ValueShape::Number),
            field("step", ValueShape::Number).or(IfAbsent::Number(1.0)),
            texts("unit"),
        ],
    },
    PartShape { name: "choice", fields: &[field("options", OPTIONS)] },
    PartShape {
        name: "chips",
        fields: &[field("answer", ID), field("chips", ValueShape::Whole(SMALL)), list("links", &WORD)],
    },
    PartShape { name: "curve", fields: &[field("answer", ID)] },
];

pub(super) static OPTION: PartShape =
    PartShape { name: "Option", fields: &[field("id", ID), texts("text"), field("holds", CONDITIONS)] };

pub(super) static RUN: PartShape = PartShape {
    name: "Run",
    fields: &[
        texts("text"),
        field("world", ID),
        field("focus", ID).or(IfAbsent::Unset),
        field("show", ValueShape::List(&WORD)),
    ],
};

pub(super) static SEE: PartShape = PartShape { name: "See", fields: &[texts("text"), field("options", OPTIONS)] };

pub(super) static EXPLAIN: PartShape = PartShape { name: "Explain", fields: &[texts("text"), texts("otherwise")] };

pub(super) static TRY: PartShape = PartShape {
    name: "Try",
    fields: &[
        texts("text"),
        field("world", ID).or(IfAbsent::Word("today")),
        field("goal", CONDITIONS),
        field("best", ID),
        field("effort", ValueShape::Number),
        list("may", &ValueShape::Part(&TOUCHABLE)),
        field("ways", ValueShape::List(&ValueShape::Part(&SCENARIO))),
    ],
};

pub(super) static TOUCHABLE: PartShape =
    PartShape { name: "Touchable", fields: &[field("link", ID), field("lever", ValueShape::Choice(&LEVER))] };

pub(super) static TEACHER: PartShape = PartShape {
    name: "Teacher",
    fields: &[
        texts("question"),
        field("misconceptions", ValueShape::List(&ValueShape::Part(&MISCONCEPTION))),
        texts("left_out"),
        texts("debrief"),
    ],
};

pub(super) static MISCONCEPTION: PartShape =
    PartShape { name: "Misconception", fields: &[texts("thinks"), texts("ask")] };

macro_rules! spelt {
    ($type:ident, $name:literal: $($variant:ident $word:literal),+ $(,)?) => {
        impl Spelt for $type {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const CHOICE: Choice = Choice { name: $name, words: &[$($word),+] };

            fn spelt(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    };
}

spelt!(LessonFigure, "Figure":
    Conversion "conversion", Churn "churn", Retention "retention_12", Remaining "remaining", Revenue "revenue",
    Recommendation "recommendation", OfferSuccess "offer_success", Days "days", Kept "kept", Won "won", AtEnd "at_end",
    Strength "strength", Failed "failed", Dropped "dropped", LeftOver "left_over", Heard "heard",
    SilentPerHeard "silent_per_heard", OnLadder "on_ladder", StayingCurve "staying_curve", Mood "mood",
    FirstMood "first_mood", Crowd "crowd", BestLink "best_link", BestGain "best_gain", Gain "gain", WeakestLink "weakest_link",
);
spelt!(Gives, "Gives": Kept "kept", Won "won", AtEnd "at_end");
spelt!(Is, "Is":
    Above "above", Below "below", NotAbove "not_above", Link "link", Handover "handover", Touchpoint "touchpoint",
);
spelt!(Beat, "Beat": Guess "guess", Run "run", See "see", Explain "explain", Try "try");
