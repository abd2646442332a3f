use super::{about, assert_sound, lived, of_telecom};
use kedja::analysis::Estimate;
use kedja::app::{OutcomeKind, OutcomeRow, People, Share, Verdict, outcomes};
use kedja::words::outcome::{difference, figure, name, people, today};

fn row(kind: OutcomeKind, verdict: Verdict, was: f64, now: f64) -> OutcomeRow {
    let half = was.abs() / 40.0;
    let counted = |count| Share { count, noise: 3, of: 10_000 };
    OutcomeRow {
        kind,
        today: Some(about(was, half)),
        now: Some(about(now, half)),
        difference: Some(about(now - was, half)),
        verdict,
        people: Some(People { gained: counted(1_240), lost: counted(12) }),
    }
}

fn told(row: &OutcomeRow) -> [[String; 2]; 2] {
    [of_telecom(|teller| figure(teller, row)), of_telecom(|teller| difference(teller, row))]
}

#[test]
fn each_figure_is_told_in_its_own_unit_with_its_difference() {
    assert_eq!(
        told(&row(OutcomeKind::Churn, Verdict::Better, 0.031, 0.019)),
        [["1.9%", "1,9 %"], ["−1.20 percentage points (±0.08)", "−1,20 procentenheter (±0,08)"]]
    );
    assert_eq!(
        told(&row(OutcomeKind::Revenue, Verdict::Worse, 1_006.0, 881.0)),
        [["881 kr", "881 kr"], ["−125 kr (±25)", "−125 kr (±25)"]]
    );
    assert_eq!(
        told(&row(OutcomeKind::Recommendation, Verdict::Better, -31.0, -30.0)),
        [["−30", "−30"], ["+1.0 (±0.8)", "+1,0 (±0,8)"]]
    );
    assert_eq!(
        told(&row(OutcomeKind::Conversion, Verdict::TooClose, 0.126, 0.127)),
        [["12.7%", "12,7 %"], ["no clear difference", "ingen säker skillnad"]]
    );
    assert_eq!(
        told(&row(OutcomeKind::Conversion, Verdict::Same, 0.126, 0.126)),
        [["12.6%", "12,6 %"], ["unchanged", "oförändrat"]]
    );
    // Without a change there is the noise alone.
    assert_eq!(
        told(&row(OutcomeKind::Conversion, Verdict::Alone, 0.12, 0.12)),
        [["12.0%", "12,0 %"], ["±0.30", "±0,30"]]
    );
    // Of too few there is none to tell.
    let untold = Estimate { value: 0.12, low: f64::NEG_INFINITY, high: f64::INFINITY };
    let few = OutcomeRow { now: Some(untold), ..row(OutcomeKind::Churn, Verdict::Alone, 0.12, 0.12) };
    assert_eq!(told(&few), [["12.0%", "12,0 %"], ["too few to tell", "för få för att säga"]]);
    let nothing = OutcomeRow { now: None, today: None, ..row(OutcomeKind::Churn, Verdict::Alone, 0.0, 0.0) };
    assert_eq!(told(&nothing), [["–", "–"], ["", ""]]);
}

#[test]
fn todays_figure_stands_beside_another_one_only() {
    let of = |row: &OutcomeRow| of_telecom(|teller| today(teller, row).unwrap_or_default());
    assert_eq!(of(&row(OutcomeKind::Churn, Verdict::Better, 0.031, 0.019)), ["today 3.1%", "i dag 3,1 %"]);
    assert_eq!(of(&row(OutcomeKind::Churn, Verdict::Alone, 0.031, 0.031)), ["", ""]);
}

#[test]
fn people_are_won_and_lost_or_stay_and_leave() {
    let of = |row: &OutcomeRow| of_telecom(|teller| people(teller, row).unwrap_or_default());
    assert_eq!(
        of(&row(OutcomeKind::Conversion, Verdict::Better, 0.1, 0.2)),
        ["per 10,000 visitors: 1,240 won, 12 lost", "per 10 000 besökare: 1 240 vunna, 12 förlorade"]
    );
    assert_eq!(
        of(&row(OutcomeKind::Churn, Verdict::Better, 0.2, 0.1)),
        ["per 10,000 customers: 1,240 saved, 12 lost", "per 10 000 kunder: 1 240 räddade, 12 förlorade"]
    );
    assert_eq!(of(&row(OutcomeKind::Revenue, Verdict::Better, 1.0, 2.0)), ["", ""]);
    assert_eq!(of(&row(OutcomeKind::Churn, Verdict::TooClose, 0.2, 0.1)), ["", ""]);
}

#[test]
fn every_state_of_every_ready_journey_is_told_soundly() {
    for lived in lived() {
        for row in outcomes(&lived.session.work, &lived.report) {
            for teller in lived.tellers() {
                assert_sound(&name(&teller, row.kind));
                assert_sound(&figure(&teller, &row));
                if row.now.is_some() {
                    assert_sound(&difference(&teller, &row));
                }
                let rest = [today(&teller, &row), people(&teller, &row)];
                rest.into_iter().flatten().for_each(|words| assert_sound(&words));
            }
        }
    }
}
