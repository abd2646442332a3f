//! Single values as they are typed, each refused with how to write it.

use kedja::analysis::studies::Goal;
use kedja::model::{Field, LinkId, PersonaId};

pub fn outcome(text: &str) -> Result<Goal, String> {
    Goal::ALL.into_iter().find(|goal| goal.name() == text.trim()).ok_or_else(|| {
        let names: Vec<&str> = Goal::ALL.iter().map(|goal| goal.name()).collect();
        format!("there is no outcome '{text}': use one of {}", names.join(", "))
    })
}

pub fn number(text: &str) -> Result<f64, String> {
    text.trim().parse().map_err(|_| format!("'{text}' is no number: write it like 1 or 0.5"))
}

pub fn threads(text: &str) -> Result<usize, String> {
    let is_wrong = || format!("'{text}' is no number of threads: write a whole number from 1 to 1024");
    text.trim().parse().ok().filter(|count| (1..=1_024).contains(count)).ok_or_else(is_wrong)
}

pub fn level(text: &str) -> Result<f64, String> {
    let (digits, scale) = text.trim().strip_suffix('%').map_or((text, 1.0), |digits| (digits, 100.0));
    match digits.trim().parse::<f64>() {
        Ok(level) if level.is_finite() => Ok(level / scale),
        _ => Err(format!("'{text}' is no level: write it like 2% or 0.02")),
    }
}

pub fn separator(text: &str) -> Result<u8, String> {
    match text.trim() {
        "tab" | "\\t" | "" => Ok(b'\t'),
        one if one.len() == 1 => Ok(one.as_bytes()[0]),
        _ => Err(format!("'{text}' is no separator: write ; or , or tab or |")),
    }
}

pub fn step_and_phase(text: &str) -> Result<(String, String), String> {
    let (step, phase) = text.rsplit_once('=').ok_or("write it as STEP=PHASE, like \"Visit=Awareness\"")?;
    Ok((step.trim().to_owned(), phase.trim().to_owned()))
}

pub fn cost(text: &str) -> Result<f64, String> {
    let cost = number(text)?;
    if cost.is_finite() && cost > 0.0 { Ok(cost) } else { Err(format!("'{text}' is no cost: write it like 250")) }
}

pub fn link(text: &str) -> Result<LinkId, String> {
    Ok(text.trim().into())
}

pub fn effort(text: &str) -> Result<(LinkId, f64), String> {
    let (link, effort) = text.rsplit_once('=').ok_or("write it as LINK=EFFORT, like invoice=1")?;
    Ok((link.trim().into(), number(effort)?))
}

pub fn setting(text: &str) -> Result<(LinkId, Field, f64), String> {
    const FORM: &str = "write it as LINK.FIELD=VALUE, like invoice.pain=0.3";
    let (place, value) = text.rsplit_once('=').ok_or(FORM)?;
    let (link, field) = place.rsplit_once('.').ok_or(FORM)?;
    let lever = Field::lever_named(field.trim()).ok_or_else(|| {
        let names: Vec<&str> = Field::LEVERS.iter().map(|lever| lever.name()).collect();
        format!("there is no field '{field}': use one of {}", names.join(", "))
    })?;
    Ok((link.trim().into(), lever, number(value)?))
}

pub fn quality(text: &str) -> Result<(PersonaId, Field, f64), String> {
    const FORM: &str = "write it as PERSONA.QUALITY=VALUE, like amir.memory=4";
    let (place, value) = text.rsplit_once('=').ok_or(FORM)?;
    let (persona, field) = place.rsplit_once('.').ok_or(FORM)?;
    let quality = Field::quality_named(field.trim()).ok_or_else(|| {
        let names: Vec<&str> = Field::QUALITIES.iter().map(|quality| quality.name()).collect();
        format!("there is no quality '{field}': use one of {}", names.join(", "))
    })?;
    Ok((persona.trim().into(), quality, number(value)?))
}
