//! Counts as a file.

use crate::model::data::{CountedJourney, CountedStep};

/// Counts as a file in the full form, which is read back as it was.
pub fn counts_text(counted: &CountedJourney) -> String {
    let has_kinds = !counted.kinds.is_empty();
    let mut text = String::from("step,next,reached,went_on,ended,again,open,days");
    text.push_str(if has_kinds { ",persona\n" } else { "\n" });
    let quoted = |name: &str| {
        if name.contains([',', '"', '\n', '\r', ';']) {
            format!("\"{}\"", name.replace('"', "\"\""))
        } else {
            name.to_owned()
        }
    };
    // In powers of ten where all its digits would be no cell's number.
    let number = |days: f64| Some(days.to_string()).filter(|plain| plain.len() < 30).unwrap_or(format!("{days:e}"));
    let days = |days: Option<f64>| days.map_or_else(String::new, number);
    // Of kinds of customer it is told where they begin.
    let end = if has_kinds { ",\n" } else { "\n" };
    let of_step = |step: &CountedStep| {
        let ended = step.tries.failed.saturating_sub(step.again);
        let (name, reached) = (quoted(&step.name), step.reached);
        format!("{name},,{reached},,{ended},{},{},{}{end}", step.again, step.open, days(step.days))
    };
    // They are read in the order in which they come first. The last row is a full one, below which no table goes on.
    let (last, before) = counted.steps.split_last().map_or((None, &[][..]), |(last, before)| (Some(last), before));
    text.extend(before.iter().map(of_step));
    let begins_nowhere = counted.steps.iter().all(|step| step.begun == 0);
    for (at, step) in counted.steps.iter().enumerate() {
        let mut rest = step.begun;
        for kind in &counted.kinds {
            let begun = kind.begun.get(at).copied().unwrap_or(0);
            rest = rest.saturating_sub(begun);
            if begun > 0 {
                text.push_str(&format!(",{},,{begun},,,,,{}\n", quoted(&step.name), quoted(&kind.name)));
            }
        }
        // That nobody begins anywhere is said too: else it would be found from who came.
        if rest > 0 || (at == 0 && begins_nowhere) {
            text.push_str(&format!(",{},,{rest},,,,{end}", quoted(&step.name)));
        }
    }
    for (at, step) in counted.steps.iter().enumerate() {
        for way in counted.moves.iter().filter(|way| way.from == at) {
            let (held, ended, again) = match way.tries {
                Some(tries) => (tries.held, tries.failed.saturating_sub(way.again).to_string(), way.again.to_string()),
                None => (way.taken, String::new(), String::new()),
            };
            let (from, to) = (quoted(&step.name), quoted(&counted.steps[way.to].name));
            text.push_str(&format!("{from},{to},,{held},{ended},{again},,{}{end}", days(way.days)));
        }
    }
    text.extend(last.map(of_step));
    text
}
