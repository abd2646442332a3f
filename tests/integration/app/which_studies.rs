//! What is asked in which place, and what is not asked twice.

use kedja::analysis::studies::{Goal, Study, StudyKind};
use kedja::app::{Command, Place, Session, StudyCache, StudyFindings};
use kedja::runner::{answer, live_here};

struct Reader {
    session: Session,
    asked: StudyCache,
    findings: StudyFindings,
}

impl Reader {
    fn new() -> Self {
        Self { session: Session::first(), asked: StudyCache::default(), findings: StudyFindings::default() }
    }

    fn does(&mut self, command: Command) -> Vec<(u64, Study)> {
        let _ = self.session.apply(command);
        self.asked.take_up(&self.session, &mut self.findings)
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
    reader.asked.is_answered(*number);

    let open = reader.goes_to(Place::Prioritise);
    assert_eq!(rankings(&open), 2, "the first one is answered, those with more customers are not");
    assert!(reader.findings.ranking.is_some());
    for (number, _) in &open {
        reader.asked.is_answered(*number);
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
    reader.asked.is_answered(*number);
    assert_eq!(reader.does(Command::SetGoal(Goal::Conversion)).len(), all);
    assert_eq!(reader.findings, StudyFindings::default());

    for (number, _) in reader.goes_to(Place::Prioritise) {
        reader.asked.is_answered(number);
    }
    assert_eq!(reader.does(Command::SetStrain(1.0)).len(), all);
}

#[test]
fn other_units_ask_for_the_race_alone() {
    let mut reader = Reader::new();
    for (number, _) in reader.goes_to(Place::Prioritise) {
        reader.asked.is_answered(number);
    }
    let open = reader.does(Command::SetUnits(4));
    assert!(matches!(open.as_slice(), [(1, Study { kind: StudyKind::Budget { units: 4, .. }, .. })]), "{}", open.len());
}
