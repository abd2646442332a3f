use kedja::app::{FiguresOf, Kept, Language, LostParts, Notice, PutAside, Stop};
use kedja::words::notice::said;

#[test]
fn what_is_lost_is_named_as_a_list_and_nothing_else_is() {
    let told = |lost| said(Language::En, Notice::Unread { lost: Some(lost), put_aside: PutAside::Nothing });
    let one = LostParts { journeys: false, changes: false, steps: true, settings: false };
    assert!(told(one).contains("could not be read: steps to undo."));
    let three = LostParts { journeys: true, settings: true, ..one };
    assert!(told(three).contains("could not be read: a journey of your own, steps to undo and settings of the page."));
}

#[test]
fn only_what_is_put_aside_is_said_to_be() {
    for language in Language::ALL {
        let told = |put_aside| said(language, Notice::Unread { lost: None, put_aside });
        let [aside, in_the_way, nothing] = [PutAside::Aside, PutAside::InTheWay, PutAside::Nothing].map(told);
        let words = if language == Language::En { "has been put aside" } else { "är undanlagt" };
        assert!(aside.contains(words) && !in_the_way.contains(words) && !nothing.contains(words));
    }
}

#[test]
fn every_notice_is_said_in_sentences() {
    let unread = Notice::Unread { lost: None, put_aside: PutAside::Aside };
    let kept = [Kept::FewerSteps, Kept::Full, Kept::Nowhere].map(Notice::Kept);
    let stopped = [Stop::Unknown, Stop::Replaced, Stop::NoWorkers]
        .map(|why| Notice::Stopped { why, figures: FiguresOf::Nothing });
    let letters = [Notice::GuessedLetters("CP850"), Notice::LostLetters, Notice::MangledLetters];
    let others = [unread, Notice::Newer, Notice::ChangedTwice, Notice::Elsewhere];
    for notice in kept.into_iter().chain(others).chain(stopped).chain(letters) {
        for language in Language::ALL {
            assert!(said(language, notice).ends_with('.'), "{notice:?}");
        }
    }
}

#[test]
fn figures_of_the_state_before_are_never_said_to_hold() {
    for why in [Stop::Unknown, Stop::Replaced, Stop::NoWorkers] {
        let told = |figures| said(Language::En, Notice::Stopped { why, figures });
        assert!(
            told(FiguresOf::Before).contains("before your last change") && !told(FiguresOf::Before).contains("holds")
        );
        assert!(told(FiguresOf::Now).ends_with("What you see still holds."));
        assert!(!told(FiguresOf::Nothing).contains("see"));
    }
}
