//! A page to sign, in words: what is decided, between what, on what it rests, and when it is looked at again.

use super::{Teller, advice, bets, change, gain, goal, matching, money, number, phrase, sure, unit};
use crate::analysis::records::Judged;
use crate::analysis::studies::Goal;
use crate::app::{
    Advice, AdviceEvidence, BriefOption, BriefOptionOf, BriefVerdict, ListedChange, OptionJourney, Project,
    StudyFindings, Tried, TriedScenario, Unsaid, advice as advised, bets as laid, brief_money, changes,
    library::has_moved, strengths_by_grounds,
};
use crate::model::{Kinship, LinkId};
use crate::say;

/// A part of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefPart {
    pub title: String,
    pub lines: Vec<String>,
}

/// A row of the options: what it is, where the outcome would stand, what it changes, what it gives, what it takes, and, where
/// that is known, in how many tries it is the best.
pub type OptionRow = Vec<String>;

/// What the page is made of.
pub struct BriefSource<'a> {
    pub work: &'a Project,
    pub goal: Goal,
    pub findings: &'a StudyFindings,
    pub unit_cost: Option<f64>,
    pub bets: &'a [LinkId],
    /// What is decided between, and what that comes to.
    pub options: &'a [BriefOption],
    pub verdict: BriefVerdict,
    /// The company's own figures of today beside the simulated ones.
    pub matches: &'a [Judged],
}

/// What still has to be said before there is a page to sign.
pub fn unsaid(teller: &Teller, unsaid: Unsaid) -> &'static str {
    match unsaid {
        Unsaid::Owner => say!(teller, brief.owner_missing),
        Unsaid::CheckOn => say!(teller, brief.check_missing),
    }
}

/// The question where nobody has written another.
pub fn question(teller: &Teller, outcome: Goal) -> String {
    say!(
        teller,
        brief.question_usual,
        outcome = goal::the(teller, outcome),
        journey = teller.named(&teller.journey.name)
    )
}

/// Tries in which the best of the options was looked for; `None` while they are under way, and where nothing is uncertain.
/// Journeys of another structure are not among them.
fn tries(options: &[BriefOption]) -> Option<u32> {
    options.iter().filter(|option| option.journey == OptionJourney::Todays).map(|option| option.best_in).sum()
}

/// Whether an option is a journey of another structure.
fn is_another(option: &BriefOption) -> bool {
    matches!(option.journey, OptionJourney::Another(_))
}

/// What the options are told from: today's journey, whatever lies on the desk.
pub fn of_today(teller: &Teller, work: &Project) -> Teller {
    Teller { language: teller.language, journey: work.today_journey().clone() }
}

/// Heads of the columns of the options.
pub fn heads(teller: &Teller, outcome: Goal, options: &[BriefOption]) -> OptionRow {
    let mut heads = vec![
        say!(teller, brief.option).to_owned(),
        goal::capital(teller, outcome),
        say!(teller, brief.change).to_owned(),
        phrase::capital(&gain::counted_in(teller, outcome)),
        say!(teller, brief.effort).to_owned(),
    ];
    heads.extend(tries(options).map(|tries| say!(teller, brief.best_in, of = tries)));
    heads
}

/// A row of the options; `options` are all of them.
pub fn option(
    teller: &Teller,
    work: &Project,
    outcome: Goal,
    option: &BriefOption,
    options: &[BriefOption],
) -> OptionRow {
    let teller = &of_today(teller, work);
    let dash = || "–".to_owned();
    let awaited = || if option.of == BriefOptionOf::Nothing { dash() } else { "…".to_owned() };
    let gives = option.gives.map(|gives| {
        let told = gain::as_told(teller, outcome, gives);
        format!("{} ({})", gain::signed(teller, outcome, &told), gain::noise(teller, outcome, &told))
    });
    let mut row = vec![
        name(teller, work, &option.of),
        option.level.map_or_else(awaited, |level| goal::level(teller, outcome, level)),
        option.difference.map_or_else(awaited, |difference| goal::told(teller, outcome, &difference)),
        gives.unwrap_or_else(awaited),
        if option.effort > 0.0 { number::decimal(teller.language, option.effort, 1) } else { dash() },
    ];
    row.extend(tries(options).map(|_| option.best_in.map_or_else(dash, |best_in| best_in.to_string())));
    row
}

/// What an option is called.
pub(super) fn name(teller: &Teller, work: &Project, of: &BriefOptionOf) -> String {
    match of {
        BriefOptionOf::Nothing => say!(teller, brief.nothing).to_owned(),
        BriefOptionOf::Scenario(id) => {
            work.named.iter().find(|named| named.id == *id).map_or_else(String::new, |named| named.name.clone())
        }
        BriefOptionOf::Together => say!(teller, brief.together, changes = switched_on(teller, work)),
        BriefOptionOf::Unit(link) => {
            say!(teller, brief.unit, effort = unit::effort(teller, 1.0), link = teller.link_name(link))
        }
        BriefOptionOf::Proposal(id) => {
            let Some(proposal) = work.proposals().find(|proposal| proposal.id == *id) else { return String::new() };
            let name = teller.named(&proposal.name);
            match &proposal.owner {
                Some(owner) => say!(teller, brief.owned, name = name, owner = teller.owner_name(owner)),
                None => name,
            }
        }
    }
}

/// Changes that are named one by one.
const NAMED: usize = 3;

/// What is switched on, change by change.
fn switched_on(teller: &Teller, work: &Project) -> String {
    let entries: Vec<ListedChange> = changes(work).into_iter().filter(ListedChange::is_active).collect();
    let named = entries.iter().take(NAMED).map(|entry| match change::name_and_detail(teller, entry) {
        (name, detail) if detail.is_empty() => name,
        (name, detail) => format!("{name} {detail}"),
    });
    let named = named.collect::<Vec<_>>().join("; ");
    match entries.len().saturating_sub(NAMED) {
        0 => named,
        more => say!(teller, brief.and_more, changes = named, n = teller.count(more as u64)),
    }
}

/// Which of the options to take, and how sure that is.
fn verdict(teller: &Teller, source: &BriefSource) -> (Vec<String>, Vec<String>) {
    let BriefSource { work, options, goal, .. } = *source;
    let teller = &of_today(teller, work);
    let named = |at: usize| options.get(at).map_or_else(String::new, |option| name(teller, work, &option.of));
    let gives = |at: usize| {
        let gives = options.get(at).and_then(|option| option.gives).map(|gives| gain::as_told(teller, goal, gives));
        gives.map_or_else(String::new, |told| {
            format!("{} ({})", gain::signed(teller, goal, &told), gain::noise(teller, goal, &told))
        })
    };
    match source.verdict {
        BriefVerdict::Awaited => (vec![say!(teller, brief.awaited).to_owned()], Vec::new()),
        BriefVerdict::Nothing => (vec![say!(teller, brief.best_nothing).to_owned()], in_tries(teller, source, &[0])),
        BriefVerdict::Best { at, chance } => {
            let best = say!(
                teller,
                brief.best,
                option = named(at),
                gives = gives(at),
                counted = gain::counted_in(teller, goal)
            );
            let chance = if chance >= 0.995 {
                say!(teller, brief.chance_over, percent = number::percent(teller.language, 0.99, 0))
            } else {
                say!(teller, brief.chance, percent = number::percent(teller.language, chance, 0))
            };
            let mut sure = in_tries(teller, source, &[at]);
            sure.push(chance);
            (vec![best], sure)
        }
        BriefVerdict::TooClose { at, or } => {
            let either = say!(
                teller,
                brief.too_close,
                one = named(at),
                other = named(or),
                gives = gives(at),
                second = gives(or)
            );
            (vec![either], in_tries(teller, source, &[at, or]))
        }
    }
}

/// In how many tries the options at these places are the best, the first of all of which that is told; and which is more often,
/// where another one is. Where nothing is uncertain that is said, and no chance is told.
fn in_tries(teller: &Teller, source: &BriefSource, told: &[usize]) -> Vec<String> {
    let BriefSource { work, options, findings, .. } = *source;
    let is_other = |at: &usize| work.as_is.is_some() || options.get(*at).is_some_and(is_another);
    // Doing nothing is in tries only where there is something else in them.
    let are_all_others = (1..options.len()).all(|at| is_other(&at));
    if are_all_others || told.iter().any(is_other) {
        return vec![say!(teller, brief.not_tried).to_owned()];
    }
    let Some(choice) = findings.best_option.as_deref() else {
        return vec![say!(teller, brief.tries_awaited).to_owned()];
    };
    if choice.worlds == 0 {
        return vec![say!(teller, brief.certain).to_owned()];
    }
    let best_in = |at: usize| options.get(at).and_then(|option| option.best_in).unwrap_or(0);
    let named = |at: usize| options.get(at).map_or_else(String::new, |option| name(teller, work, &option.of));
    let Some((first, rest)) = told.split_first() else { return Vec::new() };
    let most = told.iter().map(|at| best_in(*at)).max().unwrap_or(0);
    // Of as many the first.
    let more_often = (0..options.len()).rev().filter(|at| best_in(*at) > most).max_by_key(|at| best_in(*at));
    let mut said = say!(teller, brief.in_tries, option = named(*first), n = best_in(*first), of = choice.worlds);
    for at in rest.iter().copied().chain(more_often) {
        said += " ";
        said += &say!(teller, brief.other_in_tries, option = named(at), n = best_in(at));
    }
    if choice.noisy > 0 {
        said += " ";
        said += &say!(teller, brief.noisy_tries, n = choice.noisy);
    }
    vec![said]
}

/// All that the studies say, in the order in which it is read. What is still being worked out is not there.
pub fn parts(teller: &Teller, source: &BriefSource) -> Vec<BriefPart> {
    let BriefSource { goal, findings, .. } = *source;
    // How often its link is the best stands in the sentence of how sure that is.
    let known = advised(findings).map(|(advice, rests)| (advice, AdviceEvidence { best_in: None, ..rests }));
    let is_unsure = matches!(known, Some((Advice::Unsure { .. }, _)));
    let told = advice::told(teller, goal, false, || known);
    let advice = told.map_or_else(Vec::new, |(headline, under)| vec![phrase::plain(&headline), under]);
    let sure_of: Vec<String> =
        findings.sure.as_deref().map(|found| stop(sure::finding(teller, found))).into_iter().collect();
    // Where the room compares something of its own, the advice on where effort does most is about something else.
    let is_of_units = source.work.as_is.is_none()
        && source.options.iter().all(|option| matches!(option.of, BriefOptionOf::Nothing | BriefOptionOf::Unit(_)));
    let (recommendation, how_sure, next_effort) = if is_of_units {
        (advice, sure_of, Vec::new())
    } else {
        let (recommendation, chance) = verdict(teller, source);
        let sure_of = sure_of.into_iter().filter(|_| !is_unsure);
        (recommendation, chance, advice.into_iter().chain(sure_of).collect())
    };
    let of_budget = findings.budget.as_deref().filter(|_| is_of_units);
    let of_budget = of_budget.and_then(|budget| money::money(teller, budget, source.unit_cost));
    let in_money = money_of_the_best(teller, source).into_iter().chain(of_budget).collect();
    let part = |title: &'static str, lines: Vec<String>| {
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        (!lines.is_empty()).then(|| BriefPart { title: title.to_owned(), lines })
    };
    [
        part(say!(teller, brief.recommendation), recommendation),
        part(say!(teller, brief.how_sure), how_sure),
        part(say!(teller, brief.next_effort), next_effort),
        part(say!(teller, brief.money), in_money),
        part(say!(teller, brief.would_change), would_change(teller, source)),
        part(say!(teller, brief.grounds), vec![grounds(&of_today(teller, source.work)), today_matches(teller, source)]),
        part(say!(teller, brief.bets), of_bets(teller, source)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What is recommended, in money: more or less, with its interval, and when its effort is earned back.
fn money_of_the_best(teller: &Teller, source: &BriefSource) -> Vec<String> {
    let BriefSource { work, options, .. } = *source;
    let teller = &of_today(teller, work);
    let told = match source.verdict {
        BriefVerdict::Awaited | BriefVerdict::Nothing => Vec::new(),
        BriefVerdict::Best { at, .. } => vec![at],
        BriefVerdict::TooClose { at, or } => vec![at, or],
    };
    let one = |option: &BriefOption| {
        let its = brief_money(work, option, source.unit_cost)?;
        Some(money::of_option(teller, &name(teller, work, &option.of), &its))
    };
    told.into_iter().filter_map(|at| one(options.get(at)?)).collect()
}

/// A finding as a sentence.
fn stop(finding: String) -> String {
    if finding.ends_with(['.', '?', '!']) { finding } else { finding + "." }
}

/// What would change the verdict: the figure to measure first, and that nothing would, where it is the best in all tries.
fn would_change(teller: &Teller, source: &BriefSource) -> Vec<String> {
    let Some(found) = source.findings.sure.as_deref() else { return Vec::new() };
    let is_of_one_structure = !source.options.iter().any(is_another);
    let tries = tries(source.options).filter(|tries| is_of_one_structure && *tries > 0);
    let is_best_in_all = |at: usize| tries.is_some() && source.options.get(at).and_then(|o| o.best_in) == tries;
    let in_no_try = match source.verdict {
        BriefVerdict::Best { at, .. } if is_best_in_all(at) => tries.map(|of| say!(teller, brief.in_no_try, of = of)),
        _ => None,
    };
    match sure::measure(teller, found) {
        Some((measure, swing)) => {
            let more = [swing, sure::cases(teller, found), sure::then(teller, found)];
            in_no_try.into_iter().chain([measure]).chain(more.into_iter().flatten()).map(stop).collect()
        }
        None => vec![say!(teller, brief.no_ranges).to_owned()],
    }
}

/// What has to be known of the options that are of another structure: which have visitors of their own, which are in no
/// try, which cannot be set beside today, and that what has moved since is not counted.
pub fn notes(teller: &Teller, work: &Project, options: &[BriefOption], tried: &Tried) -> Vec<String> {
    let quoted = |names: Vec<String>| {
        let quoted = names.iter().map(|name| say!(teller, inspector.quote, words = name)).collect::<Vec<_>>();
        (!quoted.is_empty()).then(|| quoted.join(", "))
    };
    let of = |is: &dyn Fn(&BriefOption) -> bool| {
        quoted(options.iter().filter(|option| is(option)).map(|option| name(teller, work, &option.of)).collect())
    };
    let apart = of(&|option| option.journey == OptionJourney::Another(Some(Kinship::Apart)));
    let in_no_try = of(&is_another).filter(|_| tries(options).is_some());
    let cannot = |found| !matches!(found, None | Some(TriedScenario::Known(..)));
    let left_out = quoted(work.named.iter().filter(|n| cannot(tried.answer_for(n))).map(|n| n.name.clone()).collect());
    let moved = work.as_is.is_some() && has_moved(work);
    [
        apart.map(|names| say!(teller, brief.apart, names = names)),
        in_no_try.map(|names| say!(teller, brief.in_no_try_of, names = names)),
        left_out.map(|names| say!(teller, brief.left_out, names = names)),
        moved.then(|| say!(teller, brief.moved).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whether today does what the company has counted; nothing where it has said nothing.
fn today_matches(teller: &Teller, source: &BriefSource) -> String {
    matching::finding(teller, source.matches).map_or_else(String::new, |finding| format!("{finding}."))
}

/// How many strengths were measured, published, estimated and guessed.
fn grounds(teller: &Teller) -> String {
    let [measured, published, estimated, guessed] = strengths_by_grounds(&teller.journey).map(|n| teller.count(n));
    say!(
        teller,
        brief.of_strengths,
        measured = measured,
        published = published,
        estimated = estimated,
        guessed = guessed
    )
}

fn of_bets(teller: &Teller, source: &BriefSource) -> Vec<String> {
    let held = laid(source.bets, source.findings.ranking.as_deref());
    if held.all == 0 {
        return vec![say!(teller, brief.no_bets).to_owned()];
    }
    let each: Vec<String> = held.laid.iter().map(|chips| bets::laid_on(teller, chips)).collect();
    vec![stop(bets::title(teller, &held)), stop(each.join("; "))]
}

/// The next check: the day, and the figure to look at.
pub fn next_check(teller: &Teller, outcome: Goal, level: Option<f64>, day: &str) -> String {
    let figure = goal::the(teller, outcome);
    match level {
        Some(level) => {
            say!(teller, brief.check, day = day, outcome = figure, level = goal::level(teller, outcome, level))
        }
        None => say!(teller, brief.check_bare, day = day, outcome = figure),
    }
}

/// By what the figures can be made again.
pub fn made_of(teller: &Teller, seed: u64, model: u32) -> String {
    say!(teller, brief.made_of, seed = seed, model = model)
}
