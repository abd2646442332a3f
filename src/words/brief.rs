//! A page to sign, in words: what is decided, between what, on what it rests, and when it is looked at again.

use super::{Teller, advice, bets, gain, goal, money, number, phrase, sure, unit};
use crate::analysis::studies::Goal;
use crate::app::{
    BriefOption, BriefOptionOf, Project, StudyFindings, Unsaid, advice as advised, bets as laid, strengths_by_grounds,
};
use crate::model::LinkId;
use crate::say;

/// A part of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefPart {
    pub title: String,
    pub lines: Vec<String>,
}

/// A row of the options: what it is, where the outcome would stand, what it changes, what it gives, what it takes.
pub type OptionRow = [String; 5];

/// What the page is made of.
pub struct BriefSource<'a> {
    pub work: &'a Project,
    pub goal: Goal,
    pub findings: &'a StudyFindings,
    pub unit_cost: Option<f64>,
    pub bets: &'a [LinkId],
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

/// Heads of the columns of the options.
pub fn heads(teller: &Teller, outcome: Goal) -> OptionRow {
    [
        say!(teller, brief.option).to_owned(),
        goal::capital(teller, outcome),
        say!(teller, brief.change).to_owned(),
        phrase::capital(&gain::counted_in(teller, outcome)),
        say!(teller, brief.effort).to_owned(),
    ]
}

/// A row of the options.
pub fn option(teller: &Teller, work: &Project, outcome: Goal, option: &BriefOption) -> OptionRow {
    let dash = || "–".to_owned();
    let awaited = || if option.of == BriefOptionOf::Nothing { dash() } else { "…".to_owned() };
    let gives = option.gives.map(|gives| {
        let told = gain::as_told(teller, outcome, gives);
        format!("{} ({})", gain::signed(teller, outcome, &told), gain::noise(teller, outcome, &told))
    });
    [
        name(teller, work, &option.of),
        option.level.map_or_else(awaited, |level| goal::level(teller, outcome, level)),
        option.difference.map_or_else(awaited, |difference| goal::told(teller, outcome, &difference)),
        gives.unwrap_or_else(awaited),
        if option.effort > 0.0 { number::decimal(teller.language, option.effort, 1) } else { dash() },
    ]
}

fn name(teller: &Teller, work: &Project, of: &BriefOptionOf) -> String {
    match of {
        BriefOptionOf::Nothing => say!(teller, brief.nothing).to_owned(),
        BriefOptionOf::Together => say!(teller, brief.together).to_owned(),
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

/// All that the studies say, in the order in which it is read. What is still being worked out is not there.
pub fn parts(teller: &Teller, source: &BriefSource) -> Vec<BriefPart> {
    let BriefSource { goal, findings, .. } = *source;
    let told = advice::told(teller, goal, false, || advised(findings));
    let recommendation = told.map_or_else(Vec::new, |(headline, under)| vec![phrase::plain(&headline), under]);
    let sure_of = findings.sure.as_deref().map(|found| sure::finding(teller, found));
    let in_money = findings.budget.as_deref().and_then(|budget| money::money(teller, budget, source.unit_cost));
    let part = |title: &'static str, lines: Vec<String>| {
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        (!lines.is_empty()).then(|| BriefPart { title: title.to_owned(), lines })
    };
    [
        part(say!(teller, brief.recommendation), recommendation),
        part(say!(teller, brief.how_sure), sure_of.into_iter().map(stop).collect()),
        part(say!(teller, brief.money), in_money.into_iter().collect()),
        part(say!(teller, brief.would_change), would_change(teller, findings)),
        part(say!(teller, brief.grounds), vec![grounds(teller)]),
        part(say!(teller, brief.bets), of_bets(teller, source)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A finding as a sentence.
fn stop(finding: String) -> String {
    if finding.ends_with(['.', '?', '!']) { finding } else { finding + "." }
}

/// What would change the verdict: the figure to measure first.
fn would_change(teller: &Teller, findings: &StudyFindings) -> Vec<String> {
    let Some(found) = findings.sure.as_deref() else { return Vec::new() };
    match sure::measure(teller, found) {
        Some((measure, swing)) => [Some(measure), swing].into_iter().flatten().map(stop).collect(),
        None => vec![say!(teller, brief.no_ranges).to_owned()],
    }
}

/// How many strengths were measured, estimated and guessed.
fn grounds(teller: &Teller) -> String {
    let [measured, estimated, guessed] = strengths_by_grounds(&teller.journey).map(|n| teller.count(n));
    say!(teller, brief.of_strengths, measured = measured, estimated = estimated, guessed = guessed)
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
