use super::{BOTH, assert_sound, lived, studied};
use kedja::analysis::studies::Goal;
use kedja::app::{Effects, StudyFindings, brief_options};
use kedja::words::brief::{BriefSource, heads, made_of, next_check, option, parts, question};
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
                heads(&teller, goal).iter().for_each(|head| assert_sound(head));
                for one in &options {
                    option(&teller, work, goal, one).iter().for_each(|cell| assert_sound(cell));
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
            let source = BriefSource {
                work,
                goal: studied.ranking.outcome,
                findings: &findings,
                unit_cost: Some(1_000.0),
                bets: &bets[..2],
            };
            let parts = parts(&teller, &source);
            assert_eq!(parts.len(), 6, "{parts:?}");
            parts.iter().flat_map(|part| &part.lines).for_each(|line| assert_sound(line));
        }
    }
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
