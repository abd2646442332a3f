use super::{about, assert_sound, of_telecom};
use kedja::analysis::LeftOver;
use kedja::app::{Chafes, OnTheWay, WayToBuying};
use kedja::words::way::{again, cells, counted, days, louder, parting, sample, shared, stall, title};

fn way(total: f64) -> WayToBuying {
    let link = |id: &str, days, failed_no| OnTheWay {
        is_purchase: false,
        link: id.into(),
        days,
        again: 0.25,
        stall: 4.0 * days,
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
        "Buyers and the others differ most at Advert. Of the visitors who got there, it failed 60% of those who did not buy and 10% of those who did."
    );
    // Whoever is failed at the purchase does not buy: that is no finding.
    let mut bought = way(9.0);
    bought.links[0].is_purchase = true;
    assert!(of_telecom(|teller| parting(teller, &bought).unwrap_or_default())[0].contains(" at Compare plans. "));
    let alike = WayToBuying { links: Vec::new(), ..way(9.0) };
    assert_eq!(of_telecom(|teller| parting(teller, &alike).unwrap_or_default())[0], "");
}

#[test]
fn the_figures_of_a_link_and_what_they_are_counted_on() {
    let way = way(9.0);
    let said = of_telecom(|teller| cells(teller, &way.links[0]).join(" "));
    assert_eq!(said, ["1.0 4.0 25% 10% 60%", "1,0 4,0 25 % 10 % 60 %"]);
    let unknown = OnTheWay { failed_yes: None, ..way.links[0].clone() };
    assert_eq!(of_telecom(|teller| cells(teller, &unknown)[3].clone())[0], "–");
    for said in of_telecom(|teller| sample(teller, &way)) {
        assert_sound(&said);
    }
    let lists = of_telecom(|teller| counted(teller, &[("invoice".into(), 501), ("support".into(), 48)]));
    assert_eq!(lists, ["Invoice (501), Support (48)", "Faktura (501), Kundservice (48)"]);
    assert_eq!(of_telecom(|teller| counted(teller, &[])), ["nothing", "inget"]);
}

#[test]
fn how_long_it_takes_stands_over_the_rest_with_its_noise_and_today() {
    let said = |now, today| of_telecom(|teller| title(teller, now, today));
    let rest = ": where they go, second tries, and what separates yes from no";
    assert_eq!(said(Some(about(9.2, 0.01)), None)[0], format!("9.2 days to the purchase{rest}"));
    assert_eq!(said(Some(about(9.2, 0.3)), Some(about(9.2, 0.3)))[0], format!("9.2 (±0.3) days to the purchase{rest}"));
    let [english, swedish] = said(Some(about(19.2, 0.01)), Some(about(9.24, 0.01)));
    assert_eq!(english, format!("19.2 days to the purchase, today 9.2{rest}"));
    assert!(swedish.starts_with("19,2 dagar till köpet, i dag 9,2: "), "{swedish}");
    assert_eq!(said(None, None)[0], "The way to the purchase: days, second tries, and what separates yes from no");
}

#[test]
fn where_visitors_stand_still_longest_is_told_and_nothing_where_nobody_stands() {
    let said = of_telecom(|teller| stall(teller, &way(9.0)).unwrap_or_default());
    assert_eq!(
        said,
        [
            "Visitors stand still longest at Compare plans: one in ten of those who get there stays 32.0 days or longer, whether they buy or not.",
            "Längst blir besökarna stående vid Jämförelsesida: var tionde av dem som kommer dit blir kvar i 32,0 dagar eller längre, vare sig de köper eller inte."
        ]
    );
    let mut at_once = way(9.0);
    at_once.links.iter_mut().for_each(|link| link.stall = 0.0);
    assert_eq!(of_telecom(|teller| stall(teller, &at_once).unwrap_or_default())[1], "");
}

#[test]
fn second_tries_are_told_where_most_are_made() {
    assert!(
        of_telecom(|teller| again(teller, &way(9.0)).unwrap_or_default())[0]
            .ends_with(": 25% of those who met it tried again.")
    );
    let none = WayToBuying { links: Vec::new(), ..way(9.0) };
    assert_eq!(of_telecom(|teller| again(teller, &none).unwrap_or_default())[0], "");
}

#[test]
fn where_it_chafes_stands_beside_the_inbox_and_is_told_where_they_differ() {
    let found = |inbox: &str| Chafes {
        inbox: vec![(inbox.into(), 501)],
        chafes: vec![("invoice".into(), 0.41), ("support".into(), 0.2)],
        lost: Vec::new(),
        left_over: LeftOver::default(),
    };
    let lists = of_telecom(|teller| shared(teller, &found("invoice").chafes));
    assert_eq!(lists, ["Invoice (41%), Support (20%)", "Faktura (41 %), Kundservice (20 %)"]);
    assert_eq!(of_telecom(|teller| shared(teller, &[]))[1], "inget");
    let said = |inbox| of_telecom(|teller| louder(teller, &found(inbox)).unwrap_or_default());
    assert_eq!(said("newsletter")[0], "The inbox is loudest about Newsletter, but it chafes most at Invoice.");
    assert_eq!(said("invoice")[0], "");
}
