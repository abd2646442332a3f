use super::{about, assert_sound, of_telecom, studied, telecom};
use kedja::analysis::studies::{Fall, Rescue};
use kedja::words::rescue::{RescueFate, bars, finding, lowers, sure};

fn rescue(here: i64, net: i64, share: f64) -> Rescue {
    Rescue {
        link: "invoice".into(),
        customers: 10_000,
        rescued_here: here,
        net,
        net_share: Some(about(share, 0.001)),
        ..telecom().rescue.clone()
    }
}

#[test]
fn whom_the_effort_saves_and_how_many_stay_in_the_end() {
    let said = |rescue: Rescue| of_telecom(|teller| finding(teller, &rescue));
    assert_eq!(
        said(rescue(1_240, 96, 0.009_6)),
        [
            "Of 10,000 visitors, 1,240 are saved at Invoice. Some are lost later, so 96 more are customers after 24 months",
            "Av 10 000 besökare räddas 1 240 vid Faktura. En del tappas senare, så 96 fler är kunder efter 24 månader"
        ]
    );
    assert_eq!(
        said(rescue(83, 144, 0.014_4)),
        [
            "Of 10,000 visitors, 83 are saved at Invoice and 61 at other links: 144 more are customers after 24 months",
            "Av 10 000 besökare räddas 83 vid Faktura och 61 vid andra länkar: 144 fler är kunder efter 24 månader"
        ]
    );
    assert_eq!(
        said(rescue(1_240, -96, -0.009_6))[0],
        "1,240 saved at Invoice, and yet, net, 96 fewer are customers after 24 months"
    );
    assert!(said(rescue(1_240, 3, 0.000_3))[1].ends_with("om fler är kunder efter 24 månader"));
    assert_eq!(said(rescue(0, 0, 0.0))[0], "One more unit of effort on Invoice saves nobody there");
    assert_eq!(
        of_telecom(|teller| sure(teller, &rescue(1_240, 96, 0.009_6)))[0],
        "The net is +96 customers per 10,000 visitors (+86 to +106), from 10,000 simulated visitors. Each of them was simulated both with the effort and without it."
    );
}

#[test]
fn the_bars_name_those_who_are_saved_those_who_fall_later_and_the_net() {
    let fall = |id: &str, dropped| Fall { id: id.into(), dropped, left: 0 };
    let saved = Rescue { falls: vec![fall("support", 700), fall("price", 200)], ..rescue(1_240, 96, 0.009_6) };
    let teller = super::teller("telecom", super::BOTH[0]);
    let all = bars(&teller, &saved);
    let told: Vec<(&str, i64)> = all.iter().map(|bar| (bar.who.as_str(), bar.people)).collect();
    let support = format!("lost later at {}", teller.link_name(&"support".into()));
    let expected = [
        ("saved at Invoice", 1_240),
        (support.as_str(), 700),
        ("leave because of the price", 200),
        ("lost later at other links", 244),
        ("more customers after 24 months", 96),
    ];
    assert_eq!(told, expected);
    assert_eq!(all[0].fate, RescueFate::Saved);
    assert_eq!(all[1].fate, RescueFate::Lost);
    assert_eq!(all[4].fate, RescueFate::Net);
    let swedish = super::teller("telecom", super::BOTH[1]);
    assert_eq!(bars(&swedish, &saved)[2].who, "slutar på grund av priset");
}

#[test]
fn every_rescue_is_told_soundly() {
    for studied in studied() {
        for teller in studied.tellers() {
            [finding(&teller, &studied.rescue), sure(&teller, &studied.rescue)]
                .into_iter()
                .for_each(|words| assert_sound(&words));
            bars(&teller, &studied.rescue).iter().for_each(|bar| assert_sound(&bar.who));
            lowers(&teller, &studied.rescue).iter().for_each(|words| assert_sound(words));
        }
    }
    let mut lowering = rescue(1, 1, 0.01);
    lowering.let_in.lowers_retention = true;
    (lowering.let_in.newcomers_stay, lowering.let_in.others_stay) = (Some(0.0), Some(0.62));
    let said = of_telecom(|teller| lowers(teller, &lowering).unwrap_or_default());
    assert!(said[0].contains("(0% still there)") && said[0].contains("(62% still there)"), "{}", said[0]);
    lowering.let_in.newcomers_stay = None;
    assert!(
        of_telecom(|teller| lowers(teller, &lowering).unwrap_or_default())[0].ends_with("than those who buy anyway.")
    );
}
