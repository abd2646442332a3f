use super::{about, assert_sound, both, of_telecom, tellers};
use kedja::analysis::studies::Goal;
use kedja::words::gain::{as_told, counted_in, figure, gives, noise, signed, times};

#[test]
fn gains_are_counted_in_people_points_and_money() {
    assert_eq!(
        of_telecom(|teller| gives(teller, Goal::Churn, about(0.005_9, 0.000_5))),
        ["59 more of 10,000 customers stay for 24 months", "59 fler av 10 000 kunder stannar i 24 månader"]
    );
    assert_eq!(
        of_telecom(|teller| gives(teller, Goal::Conversion, about(0.000_1, 0.0)))[0],
        "1 more of 10,000 visitors buys"
    );
    assert_eq!(
        of_telecom(|teller| gives(teller, Goal::Retention12, about(0.02, 0.0)))[1],
        "200 fler av 10 000 kunder stannar i 12 månader"
    );
    assert_eq!(
        of_telecom(|teller| gives(teller, Goal::Recommendation, about(3.24, 0.5))),
        ["the recommendation score rises by 3.2", "rekommendationstalet stiger med 3,2"]
    );
    for teller in tellers() {
        for goal in Goal::ALL {
            assert_sound(&counted_in(&teller, goal));
            [-0.01, 0.0, 0.01, 100.0]
                .into_iter()
                .for_each(|value| assert_sound(&gives(&teller, goal, about(value, 0.001))));
        }
    }
}

#[test]
fn a_counted_gain_is_a_number_with_its_noise_and_nothing_has_no_sign() {
    let of = |value, half| {
        of_telecom(|teller| {
            let told = as_told(teller, Goal::Churn, about(value, half));
            let parts = [
                figure(teller, Goal::Churn, &told),
                signed(teller, Goal::Churn, &told),
                noise(teller, Goal::Churn, &told),
            ];
            parts.join(" ")
        })
    };
    assert_eq!(of(0.124, 0.000_5), ["1,240 +1,240 ±5", "1 240 +1 240 ±5"]);
    assert_eq!(of(-0.000_01, 0.000_5), ["0 0 ±5", "0 0 ±5"]);
    assert_eq!(of(-0.002, 0.000_5), ["−20 −20 ±5", "−20 −20 ±5"]);
}

#[test]
fn how_many_times_as_much() {
    assert_eq!(both(|language| times(language, 2.34)), ["2.3", "2,3"]);
    assert_eq!(both(|language| times(language, 9.96)), ["10", "10"]);
    assert_eq!(both(|language| times(language, 1_240.0)), ["1,240", "1 240"]);
}
