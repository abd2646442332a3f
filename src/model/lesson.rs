//! A lesson as plain data. What stands in it is what its makers say; every figure is measured when it is shown.

use super::{Field, LinkId, PersonaId, Scenario, Text};
use std::collections::BTreeMap;

/// The name of the world without any change, and of the world with what the learner has changed.
pub const TODAY: &str = "today";
pub const YOURS: &str = "yours";

/// A lesson of some minutes: a guess, a run, what was seen, what is behind it, and a goal to reach oneself.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    pub id: String,
    /// A case: the learner acts before anything is shown, and the rest is the debriefing.
    pub is_case: bool,
    pub title: Text,
    /// What somebody can do or say afterwards.
    pub aim: Text,
    /// [minutes]
    pub minutes: u16,
    /// The numbers of the claims that can be seen here (docs/claims.md).
    pub claims: Vec<u16>,
    /// Id of the journey that it is made for.
    pub journey: String,
    pub seed: u64,
    /// The worlds that are compared with today's, by their names.
    pub worlds: BTreeMap<String, Scenario>,
    /// What is measured, by the names under which texts and conditions speak of it.
    pub measures: BTreeMap<String, LessonMeasure>,
    /// What the lesson is about: it holds in a journey where all of these do.
    pub point: Vec<Condition>,
    pub guess: GuessBeat,
    pub run: RunBeat,
    pub see: SeeBeat,
    pub explain: ExplainBeat,
    pub attempt: TryBeat,
    pub teacher: ForTeachers,
}

/// A part of a lesson, in the order of a lesson. Progress is kept by these names and not by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Beat {
    Guess,
    Run,
    See,
    Explain,
    Try,
}

impl Beat {
    pub const ALL: [Self; 5] = [Self::Guess, Self::Run, Self::See, Self::Explain, Self::Try];

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Guess => "guess",
            Self::Run => "run",
            Self::See => "see",
            Self::Explain => "explain",
            Self::Try => "try",
        }
    }
}

impl Lesson {
    /// The beats in the order in which they are gone through.
    pub fn beats(&self) -> [Beat; 5] {
        if self.is_case { [Beat::Guess, Beat::Try, Beat::Run, Beat::See, Beat::Explain] } else { Beat::ALL }
    }

    /// The beat after another one; `None` after the last.
    pub fn after(&self, beat: Beat) -> Option<Beat> {
        let beats = self.beats();
        beats.iter().position(|one| *one == beat).and_then(|at| beats.get(at + 1).copied())
    }
}

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LessonFigure {
    /// Bought of those who came [0..1].
    Conversion,
    /// Left per customer and period [0..1].
    Churn,
    /// Still customers after 12 periods, of those who bought [0..1].
    Retention,
    /// Still customers at the horizon, of those who bought [0..1].
    Remaining,
    /// [money per visitor]
    Revenue,
    /// [-100..100]
    Recommendation,
    /// Offers that succeed, of those made [0..1].
    OfferSuccess,
    /// From the first contact to the purchase [days].
    Days,
    /// How many more of those who buy in any case stay [0..1 of them].
    Kept,
    /// How many more of those who come buy [0..1 of them].
    Won,
    /// How many more of those who come are customers at the horizon [0..1 of them].
    AtEnd,
    /// How often a link holds under the strain there is [0..1].
    Strength,
    /// Failures at a link, of all contacts with it [0..1].
    Failed,
    /// Visitors who drop out at a link, of all visitors [0..1].
    Dropped,
    /// Customers whose leaving is booked on a link, of all who left [0..1].
    LeftOver,
    /// Complaints voiced after the purchase, of all failures there [0..1].
    Heard,
    /// Silent failures after the purchase for each complaint that is voiced there.
    SilentPerHeard,
    /// Customers who stand on a rung of the phase-out ladder at the end of their second period, of all then [0..1].
    OnLadder,
    /// Of those who stay at each tenure, 0 to the horizon, by fifths of it [0..1 of those who bought].
    StayingCurve,
    /// The mean mood right after a touchpoint before the purchase [prices].
    Mood,
    /// The mean mood of customers at the end of their first period [prices].
    FirstMood,
    /// Visitors in the last period of the calendar, of those in its first [times].
    Crowd,
    /// The link where one unit of effort gives most.
    BestLink,
    /// What one unit of effort gives there, in the unit of what is asked.
    BestGain,
    /// What one unit of effort gives at a link, in the unit of what is asked.
    Gain,
    /// The link of the lowest strength.
    WeakestLink,
}

/// What one unit of effort is to give, where links are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    Kept,
    Won,
    AtEnd,
}

/// A figure of a world.
#[derive(Clone, Debug, PartialEq)]
pub struct LessonMeasure {
    /// What it is called on the page, with what it is counted of.
    pub name: Text,
    pub figure: LessonFigure,
    /// A world of the lesson, `today` or `yours`.
    pub world: String,
    /// A world whose figure is taken away from it; `None` where the figure stands by itself.
    pub beyond: Option<String>,
    pub link: Option<LinkId>,
    /// Whose customers; `None` for everybody's.
    pub persona: Option<PersonaId>,
    /// What links are compared by.
    pub gives: Gives,
}

/// How a measure is held against something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// By more than the noise of both.
    Above,
    Below,
    /// Not above by more than the noise.
    NotAbove,
    /// This very link.
    Link,
    Handover,
    Touchpoint,
}

/// What has to hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Name of a measure.
    pub measure: String,
    pub is: Is,
    /// Name of the measure that it is held against.
    pub than: Option<String>,
    /// So many times that measure.
    pub times: f64,
    /// The number that it is held against, in the figure's own unit.
    pub number: Option<f64>,
    pub link: Option<LinkId>,
}

/// The guess before anything is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct GuessBeat {
    pub text: Text,
    pub asks: Ask,
}

/// How a guess is given.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// A number on a slider, in the unit in which the measure is shown.
    Number { answer: String, least: f64, most: f64, step: f64, unit: Text },
    /// One of several.
    Choice { options: Vec<SaidOption> },
    /// Chips on links.
    Chips { answer: String, chips: u16, links: Vec<LinkId> },
    /// A curve, drawn point by point in per cent.
    Curve { answer: String },
}

/// Something that can be said, and when it is right.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidOption {
    pub id: String,
    pub text: Text,
    /// It is right where all of these hold.
    pub holds: Vec<Condition>,
}

/// What is run, and what is shown of it.
#[derive(Clone, Debug, PartialEq)]
pub struct RunBeat {
    pub text: Text,
    /// The world that is put on the stage.
    pub world: String,
    /// The link that is looked at.
    pub focus: Option<LinkId>,
    /// Names of measures, in the order in which they are shown.
    pub show: Vec<String>,
}

/// What was seen.
#[derive(Clone, Debug, PartialEq)]
pub struct SeeBeat {
    pub text: Text,
    pub options: Vec<SaidOption>,
}

/// What is behind it: where the point holds, and where it does not.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplainBeat {
    pub text: Text,
    pub otherwise: Text,
}

/// A goal for the learner.
#[derive(Clone, Debug, PartialEq)]
pub struct TryBeat {
    pub text: Text,
    /// The world that it begins with.
    pub world: String,
    /// It is met where all of these hold.
    pub goal: Vec<Condition>,
    /// Name of the measure by which one way is better than another.
    pub best: String,
    /// Effort that may be spent [effort]; a lever other than strength counts as one.
    pub effort: f64,
    /// What may be touched; the strength of every link where it is empty.
    pub may: Vec<Touchable>,
    /// Ways that reach it, for whoever checks the lesson; the page does not show them.
    pub ways: Vec<Scenario>,
}

/// A lever of a link that may be touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touchable {
    pub link: LinkId,
    pub lever: Field,
}

/// What stands on the teacher's page.
#[derive(Clone, Debug, PartialEq)]
pub struct ForTeachers {
    /// To ask the class before it begins.
    pub question: Text,
    pub misconceptions: Vec<Misconception>,
    /// What the model leaves out here.
    pub left_out: Text,
    /// To talk about afterwards.
    pub debrief: Text,
}

/// What people often think, and the question that catches it.
#[derive(Clone, Debug, PartialEq)]
pub struct Misconception {
    pub thinks: Text,
    pub ask: Text,
}

/// The names between braces in a text: the measures that it speaks of.
pub fn names_in(text: &str) -> Vec<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name).collect()
}
