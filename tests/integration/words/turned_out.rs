use super::{assert_sound, of_telecom, studied, tellers};
use kedja::app::{Session, turned_out as found_out};
use kedja::exchange::ready;
use kedja::words::turned_out::{believed, besides, counted_in, decisive, finding, list_of};

#[test]
fn every_ready_journey_is_told_how_it_turned_out() {
    for found in studied() {
        let id = &found.journey.id;
        let session = Session::first_with(id, ready(id).expect("a ready journey").journey());
        let out = found_out(&session.work, &found.ranking);
        for teller in tellers().filter(|teller| teller.journey.id == *id) {
            let mut said = finding(&teller, &found.ranking);
            said.extend(believed(&teller, &found.ranking, &out.believed));
            said.extend(besides(&teller, &out));
            for list in &out.decisive {
                said.extend([list_of(&teller, list), counted_in(&teller, list)]);
                said.extend(list.links.iter().flat_map(|one| decisive(&teller, list, one)));
            }
            said.iter().for_each(|words| assert_sound(words));
        }
    }
}

#[test]
fn the_bottleneck_is_told_with_what_it_gives_and_its_noise() {
    let telecom = studied().iter().find(|found| found.journey.id == "telecom").expect("it is ready");
    let [english, swedish] = of_telecom(|teller| finding(teller, &telecom.ranking).join(" "));
    assert!(english.contains("is the bottleneck") && english.contains("1 unit of effort at ") && english.contains('±'));
    assert!(swedish.contains("är flaskhalsen") && swedish.contains("1 insatsenhet på ") && swedish.contains('±'));
}
