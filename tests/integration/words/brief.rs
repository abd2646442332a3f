use super::{BOTH, assert_sound, lived, studied};
use kedja::analysis::Estimate;
use kedja::analysis::studies::{BestOption, Goal, OptionFares};
use kedja::app::{BriefOption, BriefOptionOf, Effects, Language, Project, StudyFindings, brief_options, brief_verdict};
use kedja::model::NamedScenario;
use kedja::words::brief::{BriefSource, heads, left_out, made_of, next_check, option, parts, question};
use kedja::words::tables;
use std::sync::Arc;

#[test]
fn a_page_to_sign_says_everything_soundly() {
    for lived in lived() {
        for goal in [Goal::Churn, Goal::Conversion, Goal::RevenuePerArrival] {
            let findings = StudyFindings::default();
            let effects = Effects::default();
            let work = &lived.session.work;
            let options = brief_options(work, goal, &findings, &effects, Some(&lived.report));
            for teller in lived.tellers() {
                assert_sound(&question(&teller, goal));
                heads(&teller, goal, &options).iter().for_each(|head| assert_sound(head));
                for one in &options {
                    option(&teller, work, goal, one).iter().for_each(|cell| assert_sound(cell));
                }
                let verdict = brief_verdict(&options);
                let source = BriefSource {
                    work,
                    goal,
                    findings: &findings,
                    unit_cost: None,
                    bets: &[],
                    options: &options,
                    verdict,
                };
                let parts = parts(&teller, &source);
                parts.iter().flat_map(|part| &part.lines).for_each(|line| assert_sound(line));
                if options.iter().any(|option| option.of == BriefOptionOf::Together) {
                    let said = format!("{:?}", option(&teller, work, goal, options.last().unwrap()));
                    let link = lived.session.work.scenario.improvements.iter().find_map(|one| one.changes.first());
                    assert!(link.is_none_or(|change| said.contains(&teller.link_name(change.link()))), "{said}");
                }
                assert_sound(&next_check(&teller, goal, Some(0.1), "2027-03-01"));
                assert_sound(&made_of(&teller, 1, 1));
            }
        }
    }
}

#[test]
fn what_the_studies_say_is_on_it_with_what_would_change_the_verdict() {
    let work = &lived()[0].session.work;
    for studied in studied() {
        let findings = StudyFindings {
            ranking: Some(Arc::new(studied.ranking.clone())),
            budget: Some(Arc::new(studied.budget.clone())),
            sure: Some(Arc::new(studied.sure.clone())),
            ..StudyFindings::default()
        };
        for teller in studied.tellers() {
            let bets = studied.ranking.weakest.clone();
            let goal = studied.ranking.outcome;
            let units = brief_options(work, goal, &findings, &Effects::default(), None);
            let source = BriefSource {
                work,
                goal: studied.ranking.outcome,
                findings: &findings,
                unit_cost: Some(1_000.0),
                bets: &bets[..2],
                options: &units,
                verdict: brief_verdict(&units),
            };
            let parts = parts(&teller, &source);
            assert_eq!(parts.len(), 6, "{parts:?}");
            parts.iter().flat_map(|part| &part.lines).for_each(|line| assert_sound(line));
        }
    }
}

/// A page about two options of the room that give something, of which one is better in most tries.
fn of_two(choice: Option<BestOption>, gives: [f64; 2]) -> [String; 2] {
    let work = &lived()[0].session.work;
    let studied = &studied()[0];
    let counted = choice.as_ref().filter(|choice| choice.worlds > 0).cloned();
    let given = |of, gives: Option<f64>, best_in| {
        let gives = gives.map(|value| Estimate { value, low: value - 0.01, high: value + 0.01 });
        BriefOption { of, level: None, difference: gives, gives, effort: 1.0, best_in }
    };
    let of_links = studied.ranking.weakest[..2].iter().zip(gives).zip(0_usize..);
    let mut options = vec![given(BriefOptionOf::Nothing, None, counted.as_ref().map(|choice| choice.nothing_in))];
    options.extend(of_links.map(|((_, gives), at)| {
        let best_in = counted.as_ref().map(|choice| choice.options[at].best_in);
        given(BriefOptionOf::Together, Some(gives), best_in)
    }));
    let findings = StudyFindings { best_option: choice.map(Arc::new), ..StudyFindings::default() };
    studied.tellers().map(|teller| {
        let verdict = brief_verdict(&options);
        let (goal, bets) = (Goal::Conversion, &[]);
        let source = BriefSource { work, goal, findings: &findings, unit_cost: None, bets, options: &options, verdict };
        let width = heads(&teller, goal, &options).len();
        assert_eq!(width, if counted.is_some() { 6 } else { 5 });
        options.iter().for_each(|one| assert_eq!(option(&teller, work, goal, one).len(), width));
        let how_sure = if teller.language == Language::Sv { "Hur säkert det är" } else { "How sure that is" };
        let part = parts(&teller, &source).into_iter().find(|part| part.title == how_sure).unwrap();
        part.lines.iter().for_each(|line| assert_sound(line));
        part.lines.join(" ")
    })
}

fn choice(worlds: u32, [nothing_in, first, second]: [u32; 3], noisy: u32) -> Option<BestOption> {
    let options = [first, second].map(|best_in| OptionFares { effect: None, gives: None, best_in });
    Some(BestOption { worlds, nothing_in, options: options.to_vec(), noisy })
}

#[test]
fn the_chance_of_the_best_choice_is_told_with_its_base() {
    for said in of_two(choice(50, [2, 41, 7], 0), [0.2, 0.1]) {
        assert!(said.contains("41") && said.contains("50") && !said.contains('7'), "{said}");
    }
    // Another one is the best in more tries: that is said too, and so is what chance may have decided.
    for said in of_two(choice(50, [2, 7, 41], 3), [0.2, 0.1]) {
        assert!(["7", "50", "41", "3"].iter().all(|part| said.contains(part)), "{said}");
    }
    // Of what cannot be told apart both are told.
    for said in of_two(choice(50, [2, 26, 22], 0), [0.1, 0.1]) {
        assert!(["26", "50", "22"].iter().all(|part| said.contains(part)), "{said}");
    }
    // Doing nothing is recommended.
    for said in of_two(choice(50, [44, 4, 2], 0), [-0.1, -0.2]) {
        assert!(said.contains("44") && said.contains("50"), "{said}");
    }
}

#[test]
fn where_it_is_the_best_in_every_try_nothing_would_change_the_verdict_and_the_page_says_so() {
    let work = &lived()[0].session.work;
    let studied = &studied()[0];
    let given = |of, gives: Option<f64>, best_in| {
        let gives = gives.map(|value| Estimate { value, low: value - 0.01, high: value + 0.01 });
        BriefOption { of, level: None, difference: gives, gives, effort: 1.0, best_in: Some(best_in) }
    };
    let said = |[nothing_in, best_in]: [u32; 2]| {
        let options =
            [given(BriefOptionOf::Nothing, None, nothing_in), given(BriefOptionOf::Together, Some(0.2), best_in)];
        let findings = StudyFindings { sure: Some(Arc::new(studied.sure.clone())), ..StudyFindings::default() };
        studied.tellers().map(|teller| {
            let (verdict, goal) = (brief_verdict(&options), Goal::Churn);
            let source =
                BriefSource { work, goal, findings: &findings, unit_cost: None, bets: &[], options: &options, verdict };
            let parts = parts(&teller, &source);
            let lines = parts.iter().flat_map(|part| &part.lines);
            let mut said = lines.filter(|line| line.contains("50") && line.contains("all"));
            said.by_ref().take(1).inspect(|line| assert_sound(line)).count() == 1
        })
    };
    assert_eq!(said([0, 50]), [true, true]);
    assert_eq!(said([1, 49]), [false, false]);
}

#[test]
fn scenarios_of_another_structure_are_named_as_left_out() {
    let lived = &lived()[0];
    let other = |id: &str| NamedScenario {
        id: id.into(),
        name: format!("Way {id}"),
        structure: Some(Box::new(lived.session.work.journey.as_ref().clone())),
        ..NamedScenario::default()
    };
    let with = |named: Vec<NamedScenario>| Project { named: Arc::new(named), ..lived.session.work.clone() };
    for teller in lived.tellers() {
        assert_eq!(left_out(&teller, &with(Vec::new())), None);
        let one = left_out(&teller, &with(vec![other("a")])).unwrap();
        let two = left_out(&teller, &with(vec![other("a"), other("b")])).unwrap();
        assert_sound(&one);
        assert_sound(&two);
        assert!(one.contains("Way a") && two.contains("Way a") && two.contains("Way b"), "{one} {two}");
    }
}

#[test]
fn where_nothing_is_uncertain_the_page_says_so_and_tells_no_chance_of_tries() {
    let [en, sv] = of_two(choice(0, [0, 0, 0], 0), [0.2, 0.1]);
    assert!(en.contains("no chance to tell") && sv.contains("ingen chans att ange"), "{en} {sv}");
    let [en, sv] = of_two(None, [0.2, 0.1]);
    assert!(en.contains("still being worked out") && sv.contains("räknas fortfarande"), "{en} {sv}");
}

#[test]
fn tables_have_a_head_for_every_column() {
    for lived in lived() {
        for language in BOTH {
            let teller = lived.tellers().into_iter().find(|teller| teller.language == language).unwrap();
            let all = tables::all(&teller, &lived.session.work, &lived.report, Some(&studied()[0].ranking));
            assert_eq!(all.len(), 4);
            for table in all {
                let heads = table.rows.iter().position(Vec::is_empty).unwrap() + 1;
                let width = table.rows[heads].len();
                assert!(table.rows[heads..].iter().all(|row| row.len() == width), "{}", table.file);
                assert!(table.rows.len() > heads + 1);
            }
        }
    }
}
