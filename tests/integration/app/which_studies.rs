//! What is asked in which place, and what is not asked twice.

use kedja::analysis::studies::{Goal, Study, StudyKind};
use kedja::app::{Command, Panel, Place, Session, StudyCache, StudyFindings};
use kedja::model::Field;
use kedja::runner::{answer, live_here};

struct Reader {
    session: Session,
    asked: StudyCache,
    findings: StudyFindings,
    open: Panel,
}

impl Reader {
    fn new() -> Self {
        Self {
            session: Session::first(),
            asked: StudyCache::default(),
            findings: StudyFindings::default(),
            open: Panel::FIRST,
        }
    }

    fn does(&mut self, command: Command) -> Vec<(u64, Study)> {
        let _ = self.session.apply(command);
        self.asked.take_up(&self.session, self.open, &mut self.findings)
    }

    fn goes_to(&mut self, place: Place) -> Vec<(u64, Study)> {
        self.does(Command::GoTo(place))
    }
}

fn rankings(questions: &[(u64, Study)]) -> usize {
    questions.iter().filter(|(_, question)| question.kind == StudyKind::Ranking).count()
}

#[test]
fn what_is_known_is_not_asked_again_in_the_other_place() {
    let mut reader = Reader::new();
    let open = reader.goes_to(Place::Journey);
    assert_eq!((open.len(), rankings(&open)), (2, 2));
    let (number, first) = &open[0];
    let found = answer(&first.terms.journey, |rounds| first.ask(rounds), live_here).unwrap();
    reader.findings.take_in(found);
    reader.asked.on_answer(*number);

    let open = reader.goes_to(Place::Prioritise);
    assert_eq!(rankings(&open), 2, "the first one is answered, those with more customers are not");
    assert!(reader.findings.ranking.is_some());
    for (number, _) in &open {
        reader.asked.on_answer(*number);
    }
    assert_eq!(reader.goes_to(Place::Journey), []);
    assert_eq!(reader.goes_to(Place::Prioritise), []);
    assert!(reader.findings.ranking.is_some());
}

#[test]
fn another_outcome_or_another_state_makes_everything_unknown() {
    let mut reader = Reader::new();
    let open = reader.goes_to(Place::Prioritise);
    let all = open.len();
    let (number, first) = &open[0];
    let found = answer(&first.terms.journey, |rounds| first.ask(rounds), live_here).unwrap();
    reader.findings.take_in(found);
    reader.asked.on_answer(*number);
    assert_eq!(reader.does(Command::SetGoal(Goal::Conversion)).len(), all);
    assert_eq!(reader.findings, StudyFindings::default());

    for (number, _) in reader.goes_to(Place::Prioritise) {
        reader.asked.on_answer(number);
    }
    assert_eq!(reader.does(Command::SetStrain(1.0)).len(), all);
}

#[test]
fn other_units_ask_for_the_race_alone() {
    let mut reader = Reader::new();
    for (number, _) in reader.goes_to(Place::Prioritise) {
        reader.asked.on_answer(number);
    }
    let open = reader.does(Command::SetUnits(4));
    assert!(matches!(open.as_slice(), [(1, Study { kind: StudyKind::Budget { units: 4, .. }, .. })]), "{}", open.len());
}

#[test]
fn what_is_open_is_asked_first_after_a_first_look() {
    for (open, is) in [
        (Panel::Sure, (|kind| matches!(kind, StudyKind::Sure { .. })) as fn(&StudyKind) -> bool),
        (Panel::Strain, |kind| matches!(kind, StudyKind::Strain { .. })),
        (Panel::Logic, |kind| matches!(kind, StudyKind::Chain { .. })),
        (Panel::Race, |kind| matches!(kind, StudyKind::Budget { .. })),
        (Panel::Rescue, |kind| matches!(kind, StudyKind::Rescue { .. })),
    ] {
        let mut reader = Reader { open, ..Reader::new() };
        let asked = reader.goes_to(Place::Prioritise);
        assert!(is(&asked[1].1.kind), "{open:?}: {:?}", asked[1].1.kind);
    }
}

#[test]
fn the_largest_runs_are_asked_only_for_the_panel_that_shows_them() {
    let largest = |open: Panel| {
        let mut reader = Reader { open, ..Reader::new() };
        reader.goes_to(Place::Prioritise).into_iter().filter(|(_, study)| study.terms.customers > 50_000).count()
    };
    assert_eq!([Panel::Ranking, Panel::Logic, Panel::Race, Panel::Sure].map(largest), [1, 2, 0, 0]);
}

#[test]
fn what_is_known_stands_while_another_panel_is_open() {
    let mut reader = Reader::new();
    let asked = reader.goes_to(Place::Prioritise);
    let first = &asked[0].1;
    let found = answer(&first.terms.journey, |rounds| first.ask(rounds), live_here).unwrap();
    reader.findings.take_in(found);
    for (number, _) in &asked {
        reader.asked.on_answer(*number);
    }
    reader.open = Panel::Logic;
    let more = reader.goes_to(Place::Prioritise);
    assert!(more.iter().all(|(_, study)| matches!(study.kind, StudyKind::Chain { .. })), "{}", more.len());
    assert!(reader.findings.ranking.is_some());
}

#[test]
fn an_answer_that_is_read_when_the_state_is_another_is_not_taken() {
    let mut reader = Reader::new();
    let asked = reader.goes_to(Place::Prioritise);
    let question = reader.asked.on_answer(asked[0].0).expect("it is asked");
    assert_eq!(question, asked[0].1);
    assert!(reader.asked.is_answered(&question));
    assert_eq!(reader.asked.on_answer(asked[0].0), None, "nobody asks it twice");
    reader.does(Command::SetStrain(1.0));
    assert!(!reader.asked.is_answered(&question));
}

/// What the brief asks of the room's own options.
fn options_asked(reader: &mut Reader, command: Command) -> Option<usize> {
    reader.does(command).into_iter().find_map(|(_, study)| match study.kind {
        StudyKind::BestOption { options, .. } => Some(options.len()),
        _ => None,
    })
}

#[test]
fn the_brief_asks_which_option_is_the_best_where_the_room_has_any() {
    let mut reader = Reader::new();
    assert_eq!(options_asked(&mut reader, Command::GoTo(Place::Share)), None);
    let lever = |value| Command::SetLever { link: "invoice".into(), lever: Field::Strength, value };
    assert_eq!(options_asked(&mut reader, lever(0.9)), Some(1));
    // What is known of it stands while the reader looks at other places, and is not asked again.
    let open = reader.goes_to(Place::Share);
    for (number, _) in &open {
        reader.asked.on_answer(*number);
    }
    reader.goes_to(Place::Prioritise);
    assert_eq!(options_asked(&mut reader, Command::GoTo(Place::Share)), None);
    assert_eq!(options_asked(&mut reader, lever(0.8)), Some(1));
}
