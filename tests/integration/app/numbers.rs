//! The numbers on the chain account for everybody who comes.

use kedja::app::{FACTS_OF, Session, dropped_in_handovers};
use kedja::exchange::READY;
use kedja::runner::inline;

#[test]
fn who_buys_and_who_drops_out_at_touchpoints_and_in_handovers_are_all_who_come() {
    for ready in READY {
        let mut session = Session::first();
        session.apply(crate::app::choose(ready.id));
        let mut ask = session.ask();
        ask.customers = FACTS_OF;
        let report = inline(&ask).unwrap();
        let at_touchpoints: u64 =
            session.work.journey.touchpoints.iter().filter_map(|t| report.today.dropped_by_link.get(&t.id)).sum();
        let between = dropped_in_handovers(&session.work, &report);
        assert!(between > 0);
        assert_eq!(report.today.bought + at_touchpoints + between, FACTS_OF, "{}", ready.id);
    }
}
