use super::dashboards::changed;
use super::{BOTH, assert_sound, lived, studied};
use kedja::analysis::Estimate;
use kedja::analysis::studies::{BestOption, Goal, OptionFares, Part, Split};
use kedja::app::{
    BriefMoney, BriefOption, BriefOptionOf, Detection, Effects, Language, OptionJourney, Project, StudyFindings, Tried,
    brief_options, brief_verdict,
};
use kedja::model::{Kinship, NamedScenario};
use kedja::words::brief::{BriefSource, heads, made_of, next_check, notes, option, parts, question};
use kedja::words::money::of_option;
use kedja::words::tables::{self, TableSource};
use std::sync::Arc;

/// What a page is made of where nobody has said what effort costs, laid a bet, or told their own figures.
fn bare<'a>(work: &'a Project, goal: Goal, findings: &'a StudyFindings, options: &'a [BriefOption]) -> BriefSource<'a> {
    let verdict = brief_verdict(options);
    BriefSource { work, goal, findings, unit_cost: None, bets: &[], options, verdict, matches: &[] }
}

#[test]
fn a_page_to_sign_says_everything_soundly() {
    for lived in lived() {
        for goal in [Goal::Churn, Goal::Conversion, Goal::RevenuePerArrival] {
            let findings = StudyFindings::default();
            let effects = Effects::default();
            let work = &lived.session.work;
            let options = brief_options(work, goal, &findings, &effects, Some(&lived.report), &Tried::default());
            for teller in lived.tellers() {
                assert_sound(&question(&teller, goal));
                heads(&teller, goal, &options).iter().for_each(|head| assert_sound(head));
                for one in &options {
                    option(&teller, work, goal, one, &options).iter().for_each(|cell| assert_sound(cell));
                }
                let source = bare(work, goal, &findings, &options);
                let parts = parts(&teller, &source);
                parts.iter().flat_map(|part| &part.lines).for_each(|line| assert_sound(line));
                if options.iter().any(|option| option.of == BriefOptionOf::Together) {
                    let said = format!("{:?}", option(&teller, work, goal, options.last().unwrap(), &options));
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
            let units = brief_options(work, goal, &findings, &Effects::default(), None, &Tried::default());
            let said = bare(work, studied.ranking.outcome, &findings, &units);
            let source = BriefSource { unit_cost: Some(1_000.0), bets: &bets[..2], ..said };
            let parts = parts(&teller, &source);
            assert_eq!(parts.len(), 6, "{parts:?}");
            parts.iter().flat_map(|part| &part.lines).for_each(|line| assert_sound(line));
        }
    }
}

/// An option of one effort on today's journey that gives so much.
fn given(of: BriefOptionOf, gives: Option<f64>, best_in: Option<u32>) -> BriefOption {
    let gives = gives.map(|value| Estimate { value, low: value - 0.01, high: value + 0.01 });
    let (level, revenue, journey) = (None, None, OptionJourney::Todays);
    BriefOption { of, level, difference: gives, gives, revenue, effort: 1.0, best_in, journey }
}

/// A page about two options of the room that give something, of which one is better in most tries.
fn of_two(choice: Option<BestOption>, gives: [f64; 2]) -> [String; 2] {
    let work = &lived()[0].session.work;
    let studied = &studied()[0];
    let counted = choice.as_ref().filter(|choice| choice.worlds > 0).cloned();
    let of_links = studied.ranking.weakest[..2].iter().zip(gives).zip(0_usize..);
    let mut options = vec![given(BriefOptionOf::Nothing, None, counted.as_ref().map(|choice| choice.nothing_in))];
    options.extend(of_links.map(|((_, gives), at)| {
        let best_in = counted.as_ref().map(|choice| choice.options[at].best_in);
        given(BriefOptionOf::Together, Some(gives), best_in)
    }));
    let findings = StudyFindings { best_option: choice.map(Arc::new), ..StudyFindings::default() };
    studied.tellers().map(|teller| {
        let goal = Goal::Conversion;
        let source = bare(work, goal, &findings, &options);
        let width = heads(&teller, goal, &options).len();
        assert_eq!(width, if counted.is_some() { 6 } else { 5 });
        options.iter().for_each(|one| assert_eq!(option(&teller, work, goal, one, &options).len(), width));
        let how_sure = if teller.language == Language::Sv { "Hur säkert det är" } else { "How sure that is" };
        let part = parts(&teller, &source).into_iter().find(|part| part.title == how_sure).unwrap();
        part.lines.iter().for_each(|line| assert_sound(line));
        part.lines.join(" ")
    })
}

fn choice(worlds: u32, [nothing_in, first, second]: [u32; 3], noisy: u32) -> Option<BestOption> {
    let options = [first, second].map(|best_in| OptionFares { effect: None, gives: None, revenue: None, best_in });
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
    let said = |[nothing_in, best_in]: [u32; 2]| {
        let options = [
            given(BriefOptionOf::Nothing, None, Some(nothing_in)),
            given(BriefOptionOf::Together, Some(0.2), Some(best_in)),
        ];
        let findings = StudyFindings { sure: Some(Arc::new(studied.sure.clone())), ..StudyFindings::default() };
        studied.tellers().map(|teller| {
            let source = bare(work, Goal::Churn, &findings, &options);
            let parts = parts(&teller, &source);
            let lines = parts.iter().flat_map(|part| &part.lines);
            let mut said = lines.filter(|line| line.contains("50") && line.contains("all"));
            said.by_ref().take(1).inspect(|line| assert_sound(line)).count() == 1
        })
    };
    assert_eq!(said([0, 50]), [true, true]);
    assert_eq!(said([1, 49]), [false, false]);
}

/// Journeys of another structure among the options: the page says which of them are in no try, and which have visitors of
/// their own.
#[test]
fn what_is_different_about_options_of_another_structure_is_said() {
    let lived = &lived()[0];
    let structure = Some(Box::new(lived.session.work.journey.as_ref().clone()));
    let other = |id: &str| NamedScenario {
        id: id.into(),
        name: format!("Way {id}"),
        structure: structure.clone(),
        ..NamedScenario::default()
    };
    let work = Project { named: Arc::new(vec![other("a"), other("b")]), ..lived.session.work.clone() };
    let given = |of, journey, best_in| {
        let gives = Some(Estimate { value: 0.2, low: 0.1, high: 0.3 });
        BriefOption { of, level: None, difference: gives, gives, revenue: gives, effort: 1.0, best_in, journey }
    };
    let scenario =
        |id: &str, kinship| given(BriefOptionOf::Scenario(id.into()), OptionJourney::Another(Some(kinship)), None);
    let options = [
        given(BriefOptionOf::Nothing, OptionJourney::Todays, Some(4)),
        given(BriefOptionOf::Together, OptionJourney::Todays, Some(46)),
        scenario("a", Kinship::Twins),
        scenario("b", Kinship::Apart),
    ];
    for teller in lived.tellers() {
        let said = notes(&teller, &work, &options, &Tried::default());
        said.iter().for_each(|note| assert_sound(note));
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].contains("Way b") && !said[0].contains("Way a"), "{said:?}");
        assert!(said[1].contains("Way a") && said[1].contains("Way b"), "{said:?}");
        // Where nothing is tried nothing is in no try.
        let known =
            notes(&teller, &work, &options.clone().map(|o| BriefOption { best_in: None, ..o }), &Tried::default());
        assert_eq!(known.len(), 1);
        // A row has a cell for each head, whether or not it is in a try.
        let width = heads(&teller, Goal::Churn, &options).len();
        assert!(options.iter().all(|one| option(&teller, &work, Goal::Churn, one, &options).len() == width));
    }
}

#[test]
fn an_option_in_money_says_more_or_less_with_its_bounds_or_that_it_cannot_be_told() {
    let lived = &lived()[0];
    let said = |value: f64, low: f64, high: f64, cost: Option<f64>, payback: Option<f64>| {
        let around = |value: f64| Estimate { value, low: 0.5 * value, high: 2.0 * value };
        let its = BriefMoney { more: Estimate { value, low, high }, cost, payback: payback.map(around) };
        lived.tellers().map(|teller| of_option(&teller, "A call", &its))
    };
    for words in said(12_345.0, 9_876.0, 15_432.0, None, None) {
        assert_sound(&words);
        let digits: String = words.chars().filter(char::is_ascii_digit).collect();
        assert!(digits.starts_with("12300988015400"), "three digits of each are told: {words}");
        assert!(words.contains(" more (") || words.contains(" mer ("), "{words}");
    }
    for words in said(-12_345.0, -15_432.0, -9_876.0, None, None) {
        assert_sound(&words);
        assert!(!words.contains('−') && (words.contains("less") || words.contains("mindre")), "{words}");
    }
    for words in said(100.0, -5_000.0, 5_200.0, Some(1_000.0), None) {
        assert_sound(&words);
        assert!(words.contains('−') && words.contains('+'), "{words}");
    }
    for words in said(12_345.0, 9_876.0, 15_432.0, Some(50_000.0), Some(4.0)) {
        assert_sound(&words);
        let told = |parts: [&str; 3]| parts.iter().all(|part| words.contains(part));
        assert!(told(["4.0", "2.0", "8.0"]) || told(["4,0", "2,0", "8,0"]), "{words}");
    }
    // What loses for certain is never earned back; of what may be chance that cannot be said.
    let ends = |value: f64, low: f64, high: f64| said(value, low, high, Some(1_000.0), None);
    let [never, unsure] = [ends(-100.0, -110.0, -90.0), ends(100.0, -5_000.0, 5_200.0)];
    assert!(never.iter().all(|words| words.contains("never") || words.contains("aldrig")), "{never:?}");
    assert!(unsure.iter().all(|words| !words.contains("never") && !words.contains("aldrig")), "{unsure:?}");
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
    let both = changed(1, Detection::Never, Detection::Never);
    for lived in lived() {
        for studied in studied() {
            let findings = StudyFindings {
                ranking: Some(Arc::new(studied.ranking.clone())),
                budget: Some(Arc::new(studied.budget.clone())),
                sure: Some(Arc::new(studied.sure.clone())),
                chain: Some(Arc::new(studied.chain.clone())),
                strain: Some(Arc::new(studied.strain.clone())),
                rescue: Some(Arc::new(studied.rescue.clone())),
                ..StudyFindings::default()
            };
            for language in BOTH {
                let teller = lived.tellers().into_iter().find(|teller| teller.language == language).unwrap();
                let (work, goal, report) = (&lived.session.work, studied.ranking.outcome, &lived.report);
                let (effects, tried) = (Effects::default(), Tried::default());
                let options = brief_options(work, goal, &findings, &effects, Some(report), &tried);
                let (findings, dashboards, options) = (&findings, Some(&both), options.as_slice());
                let source = TableSource { work, goal, report, findings, dashboards, options };
                let all = tables::all(&teller, &source);
                assert_eq!(all.len(), 16, "{:?}", all.iter().map(|table| table.file).collect::<Vec<_>>());
                for table in all {
                    let heads = table.rows.iter().position(Vec::is_empty).unwrap() + 1;
                    let width = table.rows[heads].len();
                    assert!(table.rows[heads..].iter().all(|row| row.len() == width), "{}", table.file);
                    assert!(table.rows.len() > heads + 1, "{}", table.file);
                }
            }
        }
    }
}

/// What more is better of is a gain; in a table it is the difference that its head names.
#[test]
fn in_the_table_of_proposals_what_lowers_churn_is_a_difference_below_nothing() {
    let lived = &lived()[0];
    let gain = Some(Estimate { value: 0.01, low: 0.005, high: 0.015 });
    let part = Part { id: "a".into(), alone: gain, part: gain, apart: None, effort: 1.0 };
    let split = Split {
        model: 1,
        journey: lived.session.work.journey.id.clone(),
        outcome: Goal::Churn,
        seed: 1,
        customers: 1_000,
        together: gain,
        apart: None,
        all_orders: true,
        parts: vec![part],
    };
    let findings = StudyFindings { split: Some(Arc::new(split)), ..StudyFindings::default() };
    for teller in lived.tellers() {
        let (work, report) = (&lived.session.work, &lived.report);
        let source =
            TableSource { work, goal: Goal::Churn, report, findings: &findings, dashboards: None, options: &[] };
        let table = tables::all(&teller, &source).into_iter().find(|table| table.file == "proposals").unwrap();
        let numbers = table.rows.last().unwrap().iter().filter_map(|cell| match cell {
            tables::TableCell::Number(number) => Some(*number),
            _ => None,
        });
        assert_eq!(numbers.collect::<Vec<_>>(), [1.0, -0.01, -0.015, -0.005, -0.01, -0.015, -0.005]);
    }
}
