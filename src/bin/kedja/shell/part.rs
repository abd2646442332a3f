//! `tally` and `merge`: a population lived in parts, here or on many machines, and put together again.

use super::Failure;
use super::arguments::{Merge, Tally};
use super::changes::scenario;
use super::cohort::written;
use super::input::{counted, journey};
use kedja::runner::{PartProblem, PopulationPart};
use std::ops::Range;
use std::path::Path;

/// Lives some customers of a population, and writes what they lived as a part.
pub fn tally(arguments: &Tally) -> Result<String, Failure> {
    let Tally { from, to, out, change, threads, .. } = arguments;
    if from >= to {
        return Err(Failure(format!(
            "error: --from {from} --to {to} holds nobody\n  --to is the first customer who is no longer in the part: \
             it has to be more than --from."
        )));
    }
    let (journey, scenario) = (journey(&arguments.journey)?, scenario(change));
    let part = PopulationPart::live(&journey, &scenario, change.seed, *from..*to, *threads)
        .map_err(|problems| Failure::of(problems, &journey, &scenario))?;
    keep(&part, out)
}

/// Puts parts together: a report when nobody is missing, or a larger part.
pub fn merge(arguments: &Merge) -> Result<String, Failure> {
    let mut whole: Option<PopulationPart> = None;
    for file in &arguments.parts {
        let bytes =
            std::fs::read(file).map_err(|error| Failure(format!("error: {file} could not be read: {error}")))?;
        let refused = |problem| Failure(format!("error: {file} was not added\n  {}", said(&problem)));
        let part = PopulationPart::from_bytes(&bytes).map_err(refused)?;
        match &mut whole {
            None => whole = Some(part),
            Some(whole) => whole.add(&part).map_err(refused)?,
        }
    }
    // At least one part is asked for by the reader of the command line.
    let Some(whole) = whole else { return Ok(String::new()) };
    if let Some(to) = &arguments.into {
        return keep(&whole, to);
    }
    let missing = whole.missing();
    if !missing.is_empty() {
        return Err(Failure(format!(
            "error: some customers are in none of these parts\n  Missing: {}. Tally them, or write the parts that there are \
             as one with --into FILE.",
            missing.iter().map(customers).collect::<Vec<_>>().join("; ")
        )));
    }
    let (journey, report) = whole.report().ok_or_else(|| Failure(format!("error: {}", said(&PartProblem::Damaged))))?;
    Ok(written(arguments.out, &journey, &report))
}

/// Writes a part beside its place and moves it there, so that no part is ever seen half-written.
fn keep(part: &PopulationPart, to: &Path) -> Result<String, Failure> {
    let failed = |error| Failure(format!("error: {} could not be written: {error}", to.display()));
    let mut beside = to.as_os_str().to_owned();
    beside.push(format!(".{}", std::process::id()));
    std::fs::write(&beside, part.to_bytes()).map_err(failed)?;
    if let Err(error) = std::fs::rename(&beside, to) {
        let _ = std::fs::remove_file(&beside);
        return Err(failed(error));
    }
    let lived: u64 = part.lived().iter().map(|range| range.end - range.start).sum();
    let all = part.lived().iter().map(customers).collect::<Vec<_>>().join("; ");
    Ok(format!("{}: {} ({all})", to.display(), counted(lived as usize, "customer")))
}

/// "customers 0 to 999".
fn customers(range: &Range<u64>) -> String {
    format!("customers {} to {}", range.start, range.end - 1)
}

/// What is wrong with a part, and what to do.
fn said(problem: &PartProblem) -> String {
    match problem {
        PartProblem::NoPart => "It is no part of a population: `kedja tally` writes those.".to_owned(),
        PartProblem::Damaged => {
            "It is damaged: something is missing from it, or was changed. Tally these customers again.".to_owned()
        }
        PartProblem::OtherFormat => {
            "It is written in another way than this Kedja's parts. Use one version of Kedja for all of them.".to_owned()
        }
        PartProblem::OtherModel(model) => format!(
            "It is of version {model} of the model, which may give other numbers; this Kedja is of version {}. Use one \
             version for all parts.",
            kedja::engine::MODEL_VERSION
        ),
        PartProblem::OtherBuild => "It was written by another build of Kedja. Use one build for all parts.".to_owned(),
        PartProblem::OtherJourney => "It is of another journey than the parts before it.".to_owned(),
        PartProblem::OtherScenario => "It has another change than the parts before it.".to_owned(),
        PartProblem::OtherSeed(its, theirs) => format!("It has seed {its}, and the parts before it seed {theirs}."),
        PartProblem::Overlap(range) => {
            format!("It holds {} once more: each customer belongs in one part.", customers(range))
        }
    }
}
