//! The state of the page without the page: what a reader can do is one [`Command`], one place applies it, and what
//! the page says is a typed value here before it is a word there. No signals, no DOM, no words of the screen.

mod agenda;
mod anchor;
mod applying;
mod building;
mod chafes;
mod changes;
mod checks;
mod command;
mod crowd;
mod dashboards;
mod edits;
mod effects;
mod fitting;
mod half_made;
mod history;
mod kept;
mod lanes;
mod lesson;
mod levers;
pub mod library;
mod link_facts;
mod notice;
mod options;
mod origin;
mod outcomes;
mod panel;
mod personas;
mod place;
pub mod ports;
mod preferences;
mod prioritise;
mod project;
mod proposals;
mod proposed;
mod qualities;
mod ready_made;
mod recorded;
pub mod records;
mod replay;
mod retention;
mod route;
mod saved;
mod sayings;
mod scene;
mod scenes;
mod sentence;
mod session;
mod sharing;
mod steps;
mod strained;
mod strength;
mod telling;
mod tried;
mod turned_out;
mod value_account;
mod way;
mod when;
mod why;
mod word_of_mouth;
mod worth;

pub use agenda::{PrioritiseSettings, UNITS};
pub use anchor::on_today_of;
pub use building::{Built, begun, built};
pub use chafes::{Chafes, chafes};
pub use changes::{ListedChange, changes, is_changed};
pub use checks::keep_check;
pub use command::{Changed, Command};
pub use crowd::{CROWD, CROWD_AT_ONCE, Trails, Wanted, next};
pub use dashboards::{Dashboards, Detection, Series, calendar_size, calendar_with, dashboards};
pub use effects::{Alone, Effects, FIRM, Net, OutOf, Together, alone, together};
pub use half_made::HalfMade;
pub use kept::{
    BROKE_DOWN, Keeper, NoJourney, Opened, Settled, first, forget_aside, keep, open, open_work, release, set_aside,
};
pub use lanes::{Emotion, Lane, emotion};
#[cfg(not(target_arch = "wasm32"))]
pub use lesson::answer_lesson;
pub use lesson::{
    ClassLesson, HandedIn, Held3, LESSON_CUSTOMERS, LessonAnswers, LessonAsk, LessonFound, LessonView, PastedCodes,
    PointFound, best_of, class_of, curve_tenures, curves, effort_of, forget_class, keep_progress, kept_progress,
    lesson_asks, measures_of_yours, measures_shown, numbers, pasted, saw_right, spread,
};
pub use levers::{Doubt, SliderScale, doubt, levers, room, scale};
pub use link_facts::{FACTS_OF, Facts, LinkFacts, dropped_in_handovers, link_facts};
pub use notice::{FiguresOf, Kept, LostParts, Notice, PutAside, Stop};
pub use options::{BriefOptionOf, is_tried_beside, own_options};
pub use origin::Origin;
pub use outcomes::{OutcomeKind, OutcomeRow, People, Verdict, half_width, outcomes, outcomes_at};
pub use panel::Panel;
pub use personas::{Opposite, opposite, report_of};
pub use place::Place;
pub use preferences::{Language, Theme};
pub use prioritise::{
    Advice, AdviceEvidence, Allocation, BestIn, Bets, ChipsOnLink, Counted, DOES_NOT_HOLD, Example, GivesWay, HOLDS,
    Harm, Interaction, Multiplies, Saved, Strategy, StudyCache, StudyFindings, advice, as_counted, best_in, bets,
    carries, carries_for_persona, chips_on, counted, gives_for, gives_way, harm, is_first_look, is_mostly_noise,
    multiplies, pair_of, payback, race_levels, saved as saved_and_lost, stands_at, strain_levels, times_as_much,
    who_gets,
};
pub use project::{AsIs, Project};
pub use proposals::{Fault, LONGEST_NAME, MOST_CHANGES, MOST_PROPOSALS, Proposal};
pub use proposed::{
    Portion, ProposalWorth, Proposed, Whose, all_together, by_worth, portions, proposed, that_save_nobody,
};
pub use qualities::{quality_bounds, quality_scale};
pub use ready_made::{ReadyMade, ready_made};
pub use replay::Move;
pub use retention::{Finding, Remaining, StayBound, followed, remaining, retention_finding, stay_bound};
pub use route::{PageAddress, Route, Step};
#[cfg(not(target_arch = "wasm32"))]
pub use saved::restore;
pub use saved::{restored, save};
pub use sayings::{Ladders, OnLadder, Rate, SameMoments, Switching, ladders, same_moments, switching};
pub use scene::{Scene, Shows};
pub use scenes::{
    COUNTDOWN, LONGEST_CAPTION, LONGEST_NOTE, MOST_SCENES, add_meeting, add_scene, change_scene, drop_scene,
    move_scene, retake_scene, scene_of,
};
pub use sentence::{Cause, Days, Effect, InAll, Sentence, Share, cause, in_all, sentence};
pub use session::{CUSTOMERS, STRAIN, Session, StrainLevel, UNIT_COST, strain_level};
pub use sharing::{
    Arrived, BriefMoney, BriefOption, BriefVerdict, Embed, EmbedControl, EmbedView, Fits, LinkNotes, LinkTrouble,
    OptionJourney, Pooled, PooledLever, Unsaid, Visit, arrived, brief_level, brief_money, brief_options, brief_verdict,
    embed_code, fits, kept_copy, pooled, sent, unsaid,
};
pub use steps::{DoneStep, Rebuilt, rebuilt, step_between};
pub use strained::{Held, under_this_strain};
pub use strength::{NamedRange, Weakest, effort_spent, settle, weakest};
pub use telling::{Chapter, Ending, LifeRow, Told, chapters, ending, same_time, side_by_side, stops};
pub use tried::{ScenarioQuestion, TRIED_ON, Tried, TriedScenario};
pub use turned_out::{Believed, Decisive, DecisiveFor, TurnedOut, turned_out};
pub use value_account::{AccountEntry, EntryOf, Judgement, ValueAccount, Weighing, account_changes, balance};
pub use way::{OnTheWay, WayToBuying, findings_of, longest_stall, most_again, way_to_buying};
pub use when::When;
pub use why::{Basis, Grounded, Stand, WhyLink, WhyOutcomes, Worst, strengths_by_grounds, why_link, why_outcomes};
pub use word_of_mouth::WordOfMouth;
pub use worth::{Worth, WorthPoint, worth};
