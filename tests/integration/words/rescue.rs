use super::{about, assert_sound, of_telecom, studied, telecom};
use kedja::analysis::studies::Rescue;
use kedja::app::saved_and_lost;
use kedja::words::rescue::{falls, finding, lowers, sure};

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
            "1,240 saved at Invoice, 96 more still customers at the end",
            "1 240 räddas vid Faktura, 96 fler är kvar som kunder vid slutet"
        ]
    );
    assert_eq!(
        said(rescue(1_240, -96, -0.009_6))[0],
        "1,240 saved at Invoice, and yet 96 fewer are customers at the end"
    );
    assert!(said(rescue(1_240, 3, 0.000_3))[1].ends_with("om fler är kunder vid slutet är för jämnt för att avgöra"));
    assert_eq!(said(rescue(0, 0, 0.0))[0], "One unit on Invoice saves nobody there");
    assert_eq!(
        of_telecom(|teller| sure(teller, &rescue(1_240, 96, 0.009_6)))[0],
        "The net is +96 of 10,000 (+86 to +106), the same 10,000 customers with and without."
    );
}

#[test]
fn every_rescue_is_told_soundly() {
    assert_eq!(
        of_telecom(|teller| falls(teller, &"price".into())),
        ["leave over the price", "lämnar för prisets skull"]
    );
    for studied in studied() {
        for teller in studied.tellers() {
            [finding(&teller, &studied.rescue), sure(&teller, &studied.rescue)]
                .into_iter()
                .for_each(|words| assert_sound(&words));
            saved_and_lost(&studied.rescue).falls.iter().for_each(|(id, _)| assert_sound(&falls(&teller, id)));
            lowers(&teller, &studied.rescue).iter().for_each(|words| assert_sound(words));
        }
    }
    let mut lowering = rescue(1, 1, 0.01);
    lowering.let_in.lowers_retention = true;
    (lowering.let_in.newcomers_stay, lowering.let_in.others_stay) = (Some(0.0), Some(0.62));
    let said = of_telecom(|teller| lowers(teller, &lowering).unwrap_or_default());
    assert!(said[0].contains("(0% still there)") && said[0].contains("(62%)"), "{}", said[0]);
    lowering.let_in.newcomers_stay = None;
    assert!(
        of_telecom(|teller| lowers(teller, &lowering).unwrap_or_default())[0].ends_with("other customers are let in.")
    );
}
