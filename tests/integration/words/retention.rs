use super::{assert_sound, lived, of_telecom};
use kedja::app::{Finding, retention_finding};
use kedja::words::retention::finding;

#[test]
fn the_curve_has_a_finding_of_each_kind() {
    let of = |found: Finding| of_telecom(|teller| finding(teller, found));
    assert_eq!(
        of(Finding::HalfBy { periods: 1 }),
        ["Half of those who leave do so within 1 month", "Hälften av dem som slutar gör det inom 1 månad"]
    );
    assert_eq!(
        of(Finding::More { today: 0.4, now: 0.62, periods: 24 }),
        [
            "After 24 months, 62% of customers are still there instead of 40%",
            "Efter 24 månader är 62 % av kunderna kvar i stället för 40 %"
        ]
    );
    assert_eq!(
        of(Finding::Fewer { today: 0.4, now: 0.0, periods: 24 })[1],
        "Efter 24 månader är bara 0 % av kunderna kvar i stället för 40 %"
    );
    assert_eq!(of(Finding::NobodyLeaves), ["Nobody leaves", "Ingen slutar"]);
    [Finding::NoCustomers, Finding::Alike]
        .into_iter()
        .for_each(|found| of(found).into_iter().for_each(|words| assert_sound(&words)));
}

#[test]
fn every_curve_of_every_ready_journey_has_a_sound_finding() {
    for lived in lived() {
        for teller in lived.tellers() {
            for changed in [false, true] {
                assert_sound(&finding(&teller, retention_finding(&lived.report, changed)));
            }
        }
    }
}
