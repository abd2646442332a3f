//! Lives what a fit asks for, on all cores.

use kedja::analysis::records::Fit;
use kedja::model::{Scenario, apply};
use kedja::runner::{RunRequest, threads};

/// The same customers for every candidate.
const SEED: u64 = 1;

/// What a fit finds once all that it asks for has been lived.
pub fn lived<F: Fit>(mut fit: F) -> Option<F::Found> {
    loop {
        let round = fit.next();
        if round.is_empty() {
            return fit.found();
        }
        for ask in round {
            for (number, scenario) in &ask.scenarios {
                let journey = apply(&ask.journey, scenario);
                let request =
                    RunRequest { journey, scenario: Scenario::default(), seed: SEED, customers: ask.customers };
                fit.tell(*number, threads(&request).ok().map(|report| report.today).as_ref());
            }
        }
    }
}
