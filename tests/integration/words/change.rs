use super::{assert_sound, both, lived, of_telecom};
use kedja::app::{Alone, ListedChange, Net, OutOf, OutcomeKind, Together, changes};
use kedja::model::{Field, Text};
use kedja::words::change::{effect, name_and_detail, sum};

fn told(alone: Alone) -> [String; 2] {
    of_telecom(|teller| effect(teller, &alone))
}

fn out_of(count: u64, of: u64) -> OutOf {
    OutOf { count, noise: 0, of }
}

#[test]
fn an_entry_says_from_what_to_what() {
    let of = |entry: ListedChange| {
        of_telecom(|teller| {
            let (name, detail) = name_and_detail(teller, &entry);
            format!("{name}: {detail}")
        })
    };
    let lever = |lever, today, value| ListedChange::Lever { link: "invoice".into(), lever, today, value, off: false };
    assert_eq!(of(lever(Field::Strength, 0.42, 0.715)), ["Invoice: 42% → 71.5%", "Faktura: 42 % → 71,5 %"]);
    assert_eq!(
        of(lever(Field::Pain, 0.5, 0.25)),
        ["Invoice, pain: 0.5 → 0.25 × the monthly price", "Faktura, minus: 0,5 → 0,25 månadspriser"]
    );
    assert_eq!(of(ListedChange::Price { today: 299.0, value: 1_349.5 })[0], "Price: 299 → 1,349.50 kr");
    assert_eq!(of(ListedChange::Price { today: 299.0, value: 1_349.5 })[1], "Pris: 299 → 1 349,50 kr");
    assert_eq!(of(ListedChange::Strain(0.5)), ["Strain: 0.5", "Påfrestning: 0,5"]);
    assert_eq!(of(ListedChange::Arrivals { today: 900.0, value: 1_000.0 })[1], "Besökare: 900 → 1 000");
    assert_eq!(of(ListedChange::Echo { today: 0.1, value: 0.25 })[0], "Word of mouth: 10% → 25%");
    assert_eq!(of(ListedChange::Start(4)), ["The change begins: in month 4", "Ändringen börjar: i månad 4"]);
    let proposal = ListedChange::Proposal { id: "p1".into(), name: Text::same("Call back"), off: false };
    assert_eq!(of(proposal), ["Call back: ", "Call back: "]);
}

#[test]
fn an_effect_by_itself_counts_people_none_one_and_many() {
    let stay = |more, count| told(Alone::Known(Net::Stay { more, people: out_of(count, 10_000) }));
    let buy = |more, count, of| told(Alone::Known(Net::Buy { more, people: out_of(count, of) }));
    assert_eq!(stay(true, 1_240), ["1,240 more stay", "1 240 fler stannar"]);
    assert_eq!(stay(true, 1), ["1 more stays", "1 till stannar"]);
    assert_eq!(stay(false, 12), ["12 fewer stay", "12 färre stannar"]);
    assert_eq!(stay(false, 1), ["1 fewer stays", "1 färre stannar"]);
    assert_eq!(buy(true, 96, 10_000), ["96 more buy", "96 fler köper"]);
    assert_eq!(buy(false, 1, 10_000), ["1 fewer buys", "1 färre köper"]);
    // A crowd other than the usual one is named.
    assert_eq!(buy(true, 7, 1_000_000), ["7 more buy of 1,000,000", "7 fler köper av 1 000 000"]);
}

#[test]
fn an_effect_that_is_no_count_is_told_too() {
    assert_eq!(told(Alone::Awaited), ["counting …", "räknas …"]);
    assert_eq!(
        told(Alone::OnlyTogether),
        ["possible only together with another change", "går bara ihop med en annan ändring"]
    );
    assert_eq!(told(Alone::Known(Net::TooClose)), ["no clear difference", "ingen säker skillnad"]);
    assert_eq!(told(Alone::Known(Net::Same)), ["changes nothing for anyone", "ändrar inget för någon"]);
    let revenue = Net::Outcome { kind: OutcomeKind::Revenue, by: -125.0, better: false };
    assert_eq!(told(Alone::Known(revenue)), ["Revenue per visitor −125 kr", "Intäkt per besökare −125 kr"]);
}

#[test]
fn the_sum_says_whether_changes_carry_each_other() {
    let of = |stay, beyond| both(|language| sum(language, &Together { stay, beyond }));
    assert!(of(true, Some(0.25))[0].contains(
        "Together the changes save 25% more customers than their separate effects add up to: they reinforce"
    ));
    assert!(
        of(false, Some(-0.1))[1]
            .contains("Tillsammans vinner ändringarna 10 % färre köpare än summan av vad de gör var för sig:")
    );
    assert!(of(true, None)[0].ends_with("do something other than what each does alone."));
    for together in [(true, Some(0.3)), (true, Some(-0.3)), (false, Some(0.3)), (false, Some(-0.3)), (true, None)] {
        of(together.0, together.1).into_iter().for_each(|words| assert_sound(&words));
    }
}

#[test]
fn every_change_of_every_ready_journey_is_told_soundly() {
    for lived in lived() {
        for entry in changes(&lived.session.work) {
            for teller in lived.tellers() {
                let (name, detail) = name_and_detail(&teller, &entry);
                [name, detail].into_iter().for_each(|words| assert_sound(&words));
            }
        }
    }
}
