use kedja::analysis::studies::{Goal, Part, Split};
use kedja::app::{
    Command, Effects, Fault, LONGEST_NAME, ListedChange, MOST_CHANGES, MOST_PROPOSALS, Proposal, Proposed, Session,
    Whose, by_worth, changes, portions, proposed, restore, save,
};
use kedja::model::{Change, Field, ImprovementId};
use kedja::runner::{QuickQuery, RunRequest, inline};

fn by_effort(link: &str, effort: f64) -> Change {
    Change::Strengthen { link: link.into(), effort }
}

fn to(link: &str, lever: Field, value: f64) -> Change {
    Change::Set { link: link.into(), lever, value }
}

fn proposal(name: &str, changes: Vec<Change>) -> Proposal {
    Proposal { name: name.into(), owner: Some("finance".into()), effort: 2.0, changes }
}

fn explain() -> Proposal {
    proposal("Explain the invoice", vec![by_effort("invoice", 2.0), to("invoice", Field::Pain, 0.1)])
}

fn ids(session: &Session) -> Vec<ImprovementId> {
    session.work.proposals().map(|p| p.id.clone()).collect()
}

fn with(proposals: &[Proposal]) -> Session {
    let mut session = Session::first();
    proposals.iter().for_each(|p| _ = session.apply(Command::AddProposal(p.clone())));
    session
}

#[test]
fn a_proposal_is_one_entry_and_one_step_however_much_it_changes() {
    let mut session = with(&[explain()]);
    let invoice = "invoice".into();
    assert!(session.work.now(&invoice) > session.work.today(&invoice));
    assert!(matches!(changes(&session.work).as_slice(), [ListedChange::Proposal { off: false, .. }]));
    session.apply(Command::Undo);
    assert!(session.work.scenario.is_empty() && !session.can_undo());
    session.apply(Command::Redo);
    assert_eq!(ids(&session).len(), 1);
}

#[test]
fn it_is_changed_switched_and_removed_and_each_can_be_undone() {
    let mut session = with(&[explain()]);
    let id = ids(&session).remove(0);
    let other = proposal("Call back", vec![by_effort("support", 3.0)]);
    session.apply(Command::SetProposal { id: id.clone(), proposal: other });
    assert_eq!(session.work.proposals().next().unwrap().name.get("en"), "Call back");
    assert_eq!(ids(&session), std::slice::from_ref(&id), "it stays the same one");
    session.apply(Command::SwitchProposal { id: id.clone(), off: true });
    assert_eq!(session.work.now(&"support".into()), session.work.today(&"support".into()));
    session.apply(Command::RemoveProposal(id.clone()));
    assert_eq!(ids(&session), []);
    session.apply(Command::Undo);
    session.apply(Command::Undo);
    assert!(session.work.proposals().all(|p| !p.off));
    session.apply(Command::Undo);
    assert_eq!(session.work.proposals().next().unwrap().name.get("en"), "Explain the invoice");
}

#[test]
fn what_cannot_be_is_told_and_changes_nothing() {
    let work = Session::first().work;
    let of = |proposal: Proposal| work.faults(None, &proposal);
    assert_eq!(of(explain()), []);
    assert_eq!(of(Proposal { name: "  ".into(), ..explain() }), [Fault::NoName]);
    assert_eq!(of(Proposal { name: "x".repeat(LONGEST_NAME + 1), ..explain() }), [Fault::NameTooLong]);
    assert_eq!(of(Proposal { effort: f64::NAN, ..explain() }), [Fault::NoEffort]);
    assert_eq!(of(Proposal { effort: -1.0, ..explain() }), [Fault::NoEffort]);
    assert_eq!(of(Proposal { owner: Some("nobody".into()), ..explain() }), [Fault::UnknownOwner]);
    assert_eq!(of(Proposal { changes: vec![], ..explain() }), [Fault::NothingChanged]);
    assert_eq!(of(proposal("Many", vec![by_effort("invoice", 1.0); MOST_CHANGES + 1])), [Fault::TooManyChanges]);
    let wrong = vec![
        by_effort("invoice", 1.0),
        by_effort("invoice", f64::NAN),
        by_effort("nowhere", 1.0),
        to("invoice", Field::Strength, 1.5),
        to("invoice", Field::Share, 0.5),
        by_effort("invoice", 1e9),
    ];
    assert_eq!(of(proposal("Wrong", wrong.clone())), [1, 2, 3, 4, 5].map(Fault::Change));
    let mut session = Session::first();
    session.apply(Command::AddProposal(proposal("Wrong", wrong)));
    assert!(session.work.scenario.is_empty() && !session.can_undo());
}

#[test]
fn there_is_room_for_so_many_and_no_more() {
    let mut session = with(&vec![explain(); MOST_PROPOSALS + 3]);
    assert_eq!(ids(&session).len(), MOST_PROPOSALS);
    assert_eq!(session.work.faults(None, &explain()), [Fault::Full]);
    let id = ids(&session).remove(0);
    assert_eq!(session.work.faults(Some(&id), &explain()), [], "one that is there can still be changed");
    session.apply(Command::RemoveProposal(id));
    assert_eq!(session.work.faults(None, &explain()), []);
}

#[test]
fn ids_never_collide_with_those_of_edits_or_of_each_other() {
    let mut session = with(&[explain(), explain()]);
    session.apply(Command::SetLever { link: "support".into(), lever: Field::Strength, value: 0.9 });
    session.apply(Command::RemoveProposal(ids(&session).remove(0)));
    session.apply(Command::AddProposal(explain()));
    let all: Vec<_> = session.work.scenario.improvements.iter().map(|i| i.id.clone()).collect();
    for (n, id) in all.iter().enumerate() {
        assert!(!all[..n].contains(id), "{all:?}");
    }
    assert_eq!(all.len(), 3);
}

#[test]
fn proposals_come_back_after_a_reload() {
    let mut session = with(&[explain(), proposal("Call back", vec![by_effort("support", 3.0)])]);
    let id = ids(&session).remove(1);
    session.apply(Command::SwitchProposal { id, off: true });
    session.apply(Command::SetUnitCost(Some(12_000.0)));
    assert_eq!(restore(&save(&session)).unwrap().0, session);
}

#[test]
fn a_reset_in_the_journey_leaves_what_the_room_has_proposed() {
    let mut session = with(&[explain()]);
    let (link, edited) =
        ("invoice".into(), Command::SetLever { link: "invoice".into(), lever: Field::Gain, value: 0.4 });
    session.apply(edited);
    assert!(session.work.is_edited(&link));
    session.apply(Command::ResetLink(link.clone()));
    assert!(!session.work.is_edited(&link));
    assert_eq!(ids(&session).len(), 1);
    session.apply(Command::ResetAll);
    assert!(session.work.proposals().all(|p| p.off), "kept, and off: it is today again");
    assert_eq!(session.work.now(&link), session.work.today(&link));
    assert_eq!(ids(&session).len(), 1);
}

#[test]
fn a_hand_on_the_slider_has_the_last_word() {
    let mut session = Session::first();
    let set = |value| Command::SetLever { link: "invoice".into(), lever: Field::Strength, value };
    session.apply(set(0.5));
    session.apply(Command::AddProposal(explain()));
    session.apply(set(0.6));
    assert_eq!(session.work.now(&"invoice".into()), Some(0.6));
    assert_eq!(ids(&session).len(), 1);
}

#[test]
fn one_proposal_by_itself_does_the_same_switched_on_or_off() {
    let mut session = with(&[explain(), proposal("Call back", vec![by_effort("support", 3.0)])]);
    let mut effects = Effects::default();
    for question in effects.ask(&session.work) {
        let QuickQuery::Other { number, scenario, customers } = question else { panic!("{question:?}") };
        let (journey, seed) = ((*session.work.journey).clone(), session.work.seed);
        effects.take_in(number, inline(&RunRequest { journey, scenario: *scenario, seed, customers }).ok());
    }
    let told = |session: &Session| -> Vec<(ImprovementId, Proposed)> {
        let of = |p: &kedja::model::Improvement| proposed(&session.work, p, Goal::Churn, &effects, None);
        session.work.proposals().map(|p| (p.id.clone(), of(p))).collect()
    };
    let on = told(&session);
    let worth = |p: &Proposed| if let Proposed::Known(worth) = p { *worth } else { panic!("{p:?}") };
    assert!(worth(&on[0].1).difference.unwrap().high < 0.0, "a better invoice lowers churn");
    assert!(worth(&on[0].1).per_effort.unwrap() > 0.0, "told so that more is better");
    let best = on.iter().max_by(|a, b| {
        let per = |p: &Proposed| worth(p).per_effort.unwrap_or(f64::NEG_INFINITY);
        per(&a.1).total_cmp(&per(&b.1))
    });
    assert_eq!(by_worth(&on).first(), best.map(|(id, _)| id));
    session.apply(Command::SwitchProposal { id: ids(&session).remove(0), off: true });
    assert_eq!(told(&session), on);
}

#[test]
fn the_parts_of_an_owner_are_added_up_and_shares_are_told_only_where_they_make_sense() {
    let mut session = with(&[explain(), proposal("Pay by one press", vec![by_effort("invoice", 1.0)])]);
    session.apply(Command::SetLever { link: "support".into(), lever: Field::Strength, value: 0.9 });
    let parts = |values: [f64; 3]| {
        let all = session.work.scenario.improvements.iter().zip(values);
        let exact = |value| kedja::analysis::Estimate { value, low: value - 0.001, high: value + 0.001 };
        Split {
            model: 1,
            journey: "telecom".into(),
            outcome: Goal::Churn,
            seed: 1,
            customers: 1,
            together: Some(exact(values.iter().sum())),
            apart: None,
            all_orders: true,
            parts: all
                .map(|(i, value)| Part {
                    id: i.id.clone(),
                    alone: None,
                    part: Some(exact(value)),
                    apart: None,
                    effort: i.effort,
                })
                .collect(),
        }
    };
    let [by_proposal, by_owner] = portions(&session.work, &parts([0.03, 0.01, 0.04]));
    assert_eq!(by_proposal.len(), 3);
    let finance = by_owner.iter().find(|p| p.whose == Whose::Owner("finance".into())).unwrap();
    assert!((finance.part - 0.04).abs() < 1e-12 && (finance.share.unwrap() - 0.5).abs() < 1e-12);
    assert!(by_owner.iter().any(|p| p.whose == Whose::Edits));
    let [_, against] = portions(&session.work, &parts([0.03, 0.03, -0.01]));
    assert!(against.iter().all(|p| p.share.is_none()), "a part of −10 % would mislead");
}

#[test]
fn a_share_that_grows_again_switches_off_the_proposal_that_took_its_room() {
    let mut session = Session::first();
    let online = "compare-price-faq";
    session.apply(Command::SetLever { link: online.into(), lever: Field::Share, value: 0.1 });
    let more = proposal("Sell it in the shop", vec![to("compare-shop", Field::Share, 0.7)]);
    session.apply(Command::AddProposal(more));
    assert!(session.work.proposals().all(|p| !p.off));
    session.apply(Command::ResetLever { link: online.into(), lever: Field::Share });
    assert!(session.work.proposals().all(|p| p.off));
    let id = ids(&session).remove(0);
    assert!(!session.work.can_switch_on(&id));
    session.apply(Command::SwitchProposal { id, off: false });
    assert!(session.work.proposals().all(|p| p.off), "it stays off");
}
