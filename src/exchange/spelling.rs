//! The words by which files name a choice of the model.

use super::reading::Reading;
use super::shape::Choice;
use crate::model::{EffortCurve, EffortUnit, Field, Grounds, Nature, Payment, PeriodUnit, Role, Stage};

/// A choice of the model that files name by a word.
pub(super) trait Spelt: Copy + 'static {
    const ALL: &'static [Self];
    /// The words, in the order of all.
    const CHOICE: Choice;

    /// The word.
    fn spelt(self) -> &'static str;
}

/// The choice in a field of a part; the first one where the field has none of the words.
pub(super) fn chosen<T: Spelt>(part: &Reading, name: &str) -> T {
    T::ALL.get(part.choice(name)).copied().unwrap_or(T::ALL[0])
}

macro_rules! spelt {
    ($type:ident: $($variant:ident $word:literal),+ $(,)?) => {
        impl Spelt for $type {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const CHOICE: Choice = Choice { name: stringify!($type), words: &[$($word),+] };

            fn spelt(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    };
}

spelt!(PeriodUnit: Week "week", Month "month", Quarter "quarter", Year "year");
spelt!(Payment: EachPeriod "each_period", AtReckoning "at_reckoning");
spelt!(EffortUnit: Points "points", Hours "hours", Money "money");
spelt!(Stage: Before "before", After "after");
spelt!(Nature: Product "product", Service "service", Price "price", Sales "sales", Communication "communication");
spelt!(Role: Plain "plain", Purchase "purchase", Reckoning "reckoning", Offer "offer");
spelt!(Grounds: Measured "measured", Published "published", Estimated "estimated", Assumption "assumption");
spelt!(EffortCurve: Halving "halving", Line "line");

/// What a change may set on a link, and a scenario on a persona.
pub(super) static LEVER: Choice = Choice { name: "Lever", words: &names(Field::LEVERS) };
pub(super) static QUALITY: Choice = Choice { name: "Quality", words: &names(Field::QUALITIES) };

const fn names<const N: usize>(fields: [Field; N]) -> [&'static str; N] {
    let mut names = [""; N];
    let mut n = 0;
    while n < N {
        names[n] = fields[n].name();
        n += 1;
    }
    names
}

/// The lever in a field of a part; the first one where the field names none.
pub(super) fn lever(part: &Reading, name: &str) -> Field {
    Field::LEVERS.get(part.choice(name)).copied().unwrap_or(Field::LEVERS[0])
}

/// The quality in a field of a part; the first one where the field names none.
pub(super) fn quality(part: &Reading, name: &str) -> Field {
    Field::QUALITIES.get(part.choice(name)).copied().unwrap_or(Field::QUALITIES[0])
}

/// The fields that evidence may name, in the order of files.
pub(super) fn evidence_names() -> Vec<&'static str> {
    Field::ALL.iter().filter(|field| field.carries_evidence()).map(|field| field.name()).collect()
}

/// The field that evidence names; `None` if none is called so or carries evidence.
pub(super) fn evidence_named(name: &str) -> Option<Field> {
    Field::ALL.iter().copied().find(|field| field.carries_evidence() && field.name() == name)
}
