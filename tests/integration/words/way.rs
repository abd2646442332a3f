use super::{assert_sound, of_telecom};
use kedja::app::{OnTheWay, WayToBuying};
use kedja::words::way::{cells, counted, days, parting, sample};

fn way(total: f64) -> WayToBuying {
    let link = |id: &str, days, failed_no| OnTheWay {
        link: id.into(),
        days,
        again: 0.25,
        failed_yes: Some(0.1),
        failed_no: Some(failed_no),
    };
    let links = vec![link("advert", 1.0, 0.6), link("compare", total - 1.0, 0.3)];
    WayToBuying { visitors: 10_000, buyers: 1_260, days: Some(total), links }
}

#[test]
fn the_way_says_where_the_days_go_and_what_they_are_today() {
    let said = of_telecom(|teller| days(teller, &way(9.0), None));
    assert_eq!(said[0], "Those who buy take 9.0 days, most of them at Compare plans: 8.0.");
    let said = of_telecom(|teller| days(teller, &way(9.0), Some(&way(5.5))));
    assert!(said[0].starts_with("Those who buy take 9.0 days (today 5.5), "), "{said:?}");
    assert!(said[1].starts_with("De som köper tar 9,0 dagar på sig (i dag 5,5), "), "{said:?}");
    let nobody = WayToBuying { days: None, ..way(9.0) };
    assert_eq!(of_telecom(|teller| days(teller, &nobody, None))[0], "Nobody buys, so there is no way to the purchase.");
}

#[test]
fn yes_and_no_part_where_failures_differ_most() {
    let said = of_telecom(|teller| parting(teller, &way(9.0)).unwrap_or_default());
    assert_eq!(
        said[0],
        "Yes and no differ most at Advert: it failed 60% of the visitors who met it and did not buy, and 10% of those who did buy."
    );
    let alike = WayToBuying { links: Vec::new(), ..way(9.0) };
    assert_eq!(of_telecom(|teller| parting(teller, &alike).unwrap_or_default())[0], "");
}

#[test]
fn the_figures_of_a_link_and_what_they_are_counted_on() {
    let way = way(9.0);
    let said = of_telecom(|teller| cells(teller, &way.links[0]).join(" "));
    assert_eq!(said, ["1.0 25% 10% 60%", "1,0 25 % 10 % 60 %"]);
    let unknown = OnTheWay { failed_yes: None, ..way.links[0].clone() };
    assert_eq!(of_telecom(|teller| cells(teller, &unknown)[2].clone())[0], "–");
    for said in of_telecom(|teller| sample(teller, &way)) {
        assert_sound(&said);
    }
    let lists = of_telecom(|teller| counted(teller, &[("invoice".into(), 501), ("support".into(), 48)]));
    assert_eq!(lists, ["Invoice (501), Support (48)", "Faktura (501), Kundservice (48)"]);
    assert_eq!(of_telecom(|teller| counted(teller, &[])), ["nothing", "inget"]);
}
