//! What is said of somebody's own figures: what was left out of a file and why, what was noticed and assumed, and whether the
//! figures match.

use super::{number, phrase};
use crate::analysis::records::{Assumed, FittedCurve, Judged, JudgedFigure, LogCounts, hits};
use crate::app::Language;
use crate::app::records::CountsRead;
use crate::model::data::{
    CountedJourney, CountedKind, DataFault, LeftOutRow, LeftOutWhy, LogDoubts, RowsRead, WantedColumn,
};
use crate::model::{Field, OwnFigure};
use crate::say;

/// A count, what is said of one, and of several.
type CountedWords = (u64, fn(Language) -> &'static str, fn(Language, String) -> String);
/// Most names that are said in a sentence.
const MOST_NAMES: usize = 12;

/// Names in a row; of very many the first.
fn names(names: &[String]) -> String {
    let said: Vec<&str> = names.iter().take(MOST_NAMES).map(String::as_str).collect();
    let more = if names.len() > MOST_NAMES { ", …" } else { "" };
    format!("{}{more}", said.join(", "))
}

/// Why nothing could be made of a file, and what to do.
pub fn fault(language: Language, fault: &DataFault) -> String {
    let count = |n: u64| number::count(language, n);
    match fault {
        DataFault::Empty => say!(language, data.fault.empty).to_owned(),
        DataFault::TooLarge { most } => say!(language, data.fault.too_large, most = count(*most)),
        DataFault::TooManyCells { most } => say!(language, data.fault.too_many_cells, most = count(*most)),
        DataFault::NotATable => say!(language, data.fault.not_a_table).to_owned(),
        DataFault::Damaged => say!(language, data.fault.damaged).to_owned(),
        DataFault::Bomb { most } => say!(language, data.fault.bomb, most = count(*most)),
        DataFault::NoColumn { wanted, columns } => {
            let columns = names(columns);
            match wanted {
                WantedColumn::Step => say!(language, data.fault.no_column.step, columns = columns),
                WantedColumn::Count => say!(language, data.fault.no_column.count, columns = columns),
                WantedColumn::Case => say!(language, data.fault.no_column.case, columns = columns),
                WantedColumn::Time => say!(language, data.fault.no_column.time, columns = columns),
                WantedColumn::Period => say!(language, data.fault.no_column.period, columns = columns),
            }
        }
        DataFault::UnknownColumn { name, columns } => {
            say!(language, data.fault.unknown_column, name = name, columns = names(columns))
        }
        DataFault::UnknownStep { name } => say!(language, data.fault.unknown_step, name = name),
        DataFault::NoPurchase { steps } => say!(language, data.fault.no_purchase, steps = names(steps)),
        DataFault::NotAfterPurchase { name } => say!(language, data.fault.not_after_purchase, name = name),
        DataFault::UnknownPhase { name, phases } => {
            say!(language, data.fault.unknown_phase, name = name, phases = names(phases))
        }
        DataFault::PhaseOfOtherSide { step, phases } => {
            say!(language, data.fault.other_side, step = step, phases = names(phases))
        }
        DataFault::NoOffer { name } => say!(language, data.fault.no_offer, name = name),
        DataFault::WhichDecimals { example } => say!(language, data.fault.which_decimals, example = example),
        DataFault::WhichDay { example } => say!(language, data.fault.which_day, example = example),
        DataFault::NothingLeft => say!(language, data.fault.nothing_left).to_owned(),
        DataFault::TooManySteps { found, most } => {
            say!(language, data.fault.too_many_steps, found = count(*found), most = count(*most))
        }
        DataFault::TooManyKinds { most } => say!(language, data.fault.too_many_kinds, most = count(*most)),
        DataFault::TooManyEvents { most } => say!(language, data.fault.too_many_events, most = count(*most)),
        DataFault::NotWhole => say!(language, data.fault.not_whole).to_owned(),
        DataFault::NoXes => say!(language, data.fault.no_xes).to_owned(),
        DataFault::TooFewPeriods { found: 1 } => say!(language, data.fault.too_few_periods_one).to_owned(),
        DataFault::TooFewPeriods { found } => say!(language, data.fault.too_few_periods, found = count(*found)),
    }
}

/// Why a row was left out.
pub fn why_left_out(language: Language, why: &LeftOutWhy) -> &'static str {
    match why {
        LeftOutWhy::Blank => say!(language, data.why.blank),
        LeftOutWhy::Above => say!(language, data.why.above),
        LeftOutWhy::Below => say!(language, data.why.below),
        LeftOutWhy::AboutTheFile => say!(language, data.why.about),
        LeftOutWhy::HeadingAgain => say!(language, data.why.heading),
        LeftOutWhy::Total => say!(language, data.why.total),
        LeftOutWhy::TooShort => say!(language, data.why.short),
        LeftOutWhy::TooLong => say!(language, data.why.long),
        LeftOutWhy::OpenQuote => say!(language, data.why.quote),
        LeftOutWhy::NoStep => say!(language, data.why.no_step),
        LeftOutWhy::NoCase => say!(language, data.why.no_case),
        LeftOutWhy::NoTime => say!(language, data.why.no_time),
        LeftOutWhy::NoSuchTime => say!(language, data.why.no_such_time),
        LeftOutWhy::OtherOrder => say!(language, data.why.other_order),
        LeftOutWhy::NoCount => say!(language, data.why.no_count),
        LeftOutWhy::NoNumber => say!(language, data.why.no_number),
        LeftOutWhy::NotWhole => say!(language, data.why.not_whole),
        LeftOutWhy::Negative => say!(language, data.why.negative),
        LeftOutWhy::Doubled => say!(language, data.why.doubled),
        LeftOutWhy::MoreThanCame => say!(language, data.why.more),
        LeftOutWhy::EmptyCase => say!(language, data.why.empty_case),
    }
}

/// The rows that were left out as a file that a spreadsheet opens: line, reason, and how each begins.
pub fn left_out_file(language: Language, rows: &[LeftOutRow]) -> String {
    let mut text = String::from('\u{feff}');
    for row in rows {
        // No spreadsheet takes what somebody else wrote for a formula.
        let safe = row.text.trim_start_matches(['=', '+', '-', '@', '\t', ' ']).replace('"', "\"\"");
        text.push_str(&format!("{};{};\"{safe}\"\r\n", row.line, why_left_out(language, &row.why)));
    }
    text
}

/// That not all rows that were left out are kept with their text, where that is so.
pub fn only_first(language: Language, rows: &RowsRead) -> Option<String> {
    let kept = rows.told.len() as u64;
    (rows.left_out > kept).then(|| say!(language, data.left_out_first, n = number::count(language, kept)))
}

/// What a journey made of counts had to assume.
pub fn assumed(language: Language, assumed: &Assumed) -> String {
    match assumed {
        Assumed::HandoversHold => say!(language, data.assume.hold).to_owned(),
        Assumed::Strengths(steps) => say!(language, data.assume.strengths, steps = names(steps)),
        Assumed::ReckoningAdded => say!(language, data.assume.reckoning).to_owned(),
        Assumed::Patience => say!(language, data.assume.patience).to_owned(),
        Assumed::Values => say!(language, data.assume.values).to_owned(),
        Assumed::Alike => say!(language, data.assume.alike).to_owned(),
        Assumed::Often(steps) => say!(language, data.assume.often, steps = names(steps)),
        Assumed::Unreached(steps) => say!(language, data.assume.unreached, steps = names(steps)),
        Assumed::Unplaced(steps) => say!(language, data.assume.unplaced, steps = names(steps)),
    }
}

/// What was noticed in counts: steps where they rise, that nobody came to, and that rest on few.
pub fn of_counts(language: Language, read: &CountsRead) -> Vec<String> {
    let (rises, empty, few) = (&read.rises, &read.empty, &read.few);
    let mut said = of_kinds(language, &read.counted);
    if let [first, .., last] = read.periods.as_slice() {
        let n = number::count(language, read.periods.len() as u64);
        said.push(say!(language, data.periods_added, n = n, first = first, last = last));
    }
    if !rises.is_empty() {
        said.push(say!(language, data.rises, steps = names(rises)));
    }
    if !empty.is_empty() {
        said.push(say!(language, data.empty_step, steps = names(empty)));
    }
    if !few.is_empty() {
        said.push(say!(language, data.few, steps = names(few)));
    }
    said
}

/// What was noticed in a log, and what became of its cases.
pub fn of_log(language: Language, counts: &LogCounts, doubts: &LogDoubts) -> Vec<String> {
    let count = |n: u64| number::count(language, n);
    let cases = counts.cases;
    let mut said = vec![
        say!(
            language,
            data.cases,
            all = count(cases.all),
            bought = count(cases.bought),
            ended = count(cases.ended),
            open = count(cases.open),
            cut = count(cases.cut)
        ),
        match number::decimal(language, counts.silent_days, 1) {
            days if days == number::decimal(language, 1.0, 1) => say!(language, data.silent_for_one).to_owned(),
            days => say!(language, data.silent_for, days = days),
        },
    ];
    if counts.is_short {
        said.push(say!(language, data.short_log).to_owned());
    }
    if doubts.newest_first {
        said.push(say!(language, data.newest_first).to_owned());
    }
    if doubts.without_zone {
        said.push(say!(language, data.without_zone).to_owned());
    }
    let folded = &counts.counted;
    if folded.folded_moves > 0 {
        let taken = count(folded.folded_taken);
        said.push(match (folded.folded_moves, folded.folded_taken) {
            (1, 1) => say!(language, data.folded_once).to_owned(),
            (1, _) => say!(language, data.folded_one, taken = taken),
            (n, _) => say!(language, data.folded, n = count(n), taken = taken),
        });
    }
    said.extend(of_kinds(language, &counts.counted));
    let counted: [CountedWords; 6] = [
        (doubts.mixed_kinds, |l| say!(l, data.mixed_kinds_one), |l, n| say!(l, data.mixed_kinds, n = n)),
        (doubts.same_moment, |l| say!(l, data.ties_one), |l, n| say!(l, data.ties, n = n)),
        (doubts.near_names, |l| say!(l, data.near_names_one), |l, n| say!(l, data.near_names, n = n)),
        (doubts.unnamed_cases, |l| say!(l, data.unnamed_one), |l, n| say!(l, data.unnamed, n = n)),
        (doubts.lifecycle, |l| say!(l, data.lifecycle_one), |l, n| say!(l, data.lifecycle, n = n)),
        (counts.aside, |l| say!(l, data.aside_one), |l, n| say!(l, data.aside, n = n)),
    ];
    said.extend(counted.iter().filter(|(n, ..)| *n > 0).map(|(n, one, several)| match n {
        1 => one(language).to_owned(),
        n => several(language, count(*n)),
    }));
    said
}

/// The kinds of customer that become personas, and how many are of none of them.
fn of_kinds(language: Language, counted: &CountedJourney) -> Vec<String> {
    let count = |n: u64| number::count(language, n);
    let kinds = &counted.kinds;
    if kinds.len() < 2 {
        return Vec::new();
    }
    let one = |kind: &CountedKind| format!("{} ({})", kind.name, count(kind.cases()));
    let mut said = vec![say!(language, data.kinds, kinds = names(&kinds.iter().map(one).collect::<Vec<_>>()))];
    let all: u64 = counted.steps.iter().map(|step| step.begun).sum();
    match all.saturating_sub(kinds.iter().map(CountedKind::cases).sum()) {
        0 => {}
        1 => said.push(say!(language, data.no_kind_one).to_owned()),
        n => said.push(say!(language, data.no_kind, n = count(n))),
    }
    said
}

/// A row in which a curve rises.
pub fn rise(language: Language, line: u64, period: usize) -> String {
    say!(language, data.curve_rises, line = line, period = period)
}

/// That nobody has said how many people are behind shares.
pub fn shares_only(language: Language) -> String {
    say!(language, data.shares_only, n = number::count(language, 1_000))
}

/// What a fit says: how many fit as well, or that none does, and what the curve leaves open.
pub fn of_fit(language: Language, fit: &FittedCurve) -> Vec<String> {
    let count = |n: usize| number::count(language, n as u64);
    let mut said = Vec::new();
    if fit.is_made {
        said.push(say!(language, data.fit_made, n = count(fit.as_well), tried = count(fit.tried)));
    } else {
        let worst = fit.residuals.iter().enumerate().max_by(|(_, a), (_, b)| a.abs().total_cmp(&b.abs()));
        let (at, off) = worst.map_or((0, 0.0), |(at, off)| (at + 1, *off));
        let off = number::decimal(language, off.abs() * 100.0, 1);
        said.push(say!(language, data.fit_not_made, period = at, off = off));
    }
    if !fit.unknown.is_empty() {
        said.push(say!(language, data.fit_unknown, fields = fields(language, &fit.unknown)));
    }
    if let (Some(own), Some(fitted)) = (fit.recommendation, fit.best.recommendation) {
        let [own, fitted] = [own, fitted].map(|score| number::decimal(language, score, 1));
        said.push(say!(language, data.fit_score, own = own, fitted = fitted));
    }
    said
}

/// What a recommendation score of one's own does to a fit to a curve of so many periods, where customers are followed for so many.
pub fn score_in_fit(language: Language, own: f64, periods: usize, horizon: u16) -> String {
    if periods > usize::from(horizon) {
        return say!(language, data.fit_score_left).to_owned();
    }
    say!(language, data.fit_score_used, own = number::decimal(language, own, 1))
}

/// What is fitted of customers, in words.
pub fn fields(language: Language, fields: &[Field]) -> String {
    let field = |field: &Field| match field {
        Field::Usefulness => say!(language, data.fit_fields.usefulness),
        Field::Spread => say!(language, data.fit_fields.spread),
        Field::Memory => say!(language, data.fit_fields.memory),
        _ => say!(language, data.fit_fields.tolerance),
    };
    let all: Vec<String> = fields.iter().map(|one| field(one).to_owned()).collect();
    names(&all)
}

/// What is compared.
pub fn judged(language: Language, figure: &JudgedFigure) -> String {
    let said = match figure {
        JudgedFigure::Own(OwnFigure::Conversion) => say!(language, data.judged.conversion).to_owned(),
        JudgedFigure::Strength(step) => say!(language, data.judged.strength, step = step),
        JudgedFigure::Staying(1) => say!(language, data.judged.staying_one).to_owned(),
        JudgedFigure::Staying(period) => say!(language, data.judged.staying, period = period),
        JudgedFigure::Own(OwnFigure::Churn) => say!(language, data.judged.churn).to_owned(),
        JudgedFigure::Own(OwnFigure::Complaints) => say!(language, data.judged.complaints).to_owned(),
        JudgedFigure::Own(OwnFigure::Days) => say!(language, data.judged.days).to_owned(),
        JudgedFigure::Own(OwnFigure::Revenue) => say!(language, data.judged.revenue).to_owned(),
        JudgedFigure::Own(OwnFigure::Retention12) => say!(language, data.judged.staying, period = 12),
        JudgedFigure::Own(OwnFigure::Recommendation) => say!(language, data.judged.recommendation).to_owned(),
    };
    phrase::plain(&said)
}

/// Whether a journey does what the company's own figures say.
pub fn matches(language: Language, judged: &[Judged]) -> String {
    let (hit, all, _) = hits(judged);
    let count = |n: u64| number::count(language, n);
    if hit == all {
        say!(language, data.match_yes, n = count(all))
    } else {
        say!(language, data.match_no, hit = count(hit), n = count(all))
    }
}

/// How many figures came as they were predicted.
pub fn held(language: Language, judged: &[Judged]) -> String {
    let (hit, all, _) = hits(judged);
    say!(language, data.backtest_said, hit = number::count(language, hit), n = number::count(language, all))
}
