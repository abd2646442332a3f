//! Where a figure comes from.

use super::{Field, Text};
use serde::de::{DeserializeSeed, EnumAccess, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;

/// What a figure stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Grounds {
    /// Counted in real data.
    Measured,
    /// Somebody who should know says so.
    Estimated,
    /// Nobody knows; it had to be something.
    Assumption,
}

/// Where one figure comes from: its grounds, and by whom or from what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Evidence {
    pub grounds: Grounds,
    /// The source in words; may be empty for an assumption.
    #[serde(default)]
    pub source: Text,
}

/// Evidence by field, as files have it: only fields that may carry evidence are read.
pub(super) type OfFields = BTreeMap<Key, Evidence>;

/// A field that may carry evidence.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(Field);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let all = Field::ALL.iter().copied().filter(|field| field.carries_evidence());
        named(deserializer, all).map(Self)
    }
}

/// Reads evidence by field.
///
/// # Errors
/// Where a field may carry no evidence, or the form is another.
pub(super) fn of_fields<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<Field, Evidence>, D::Error> {
    Ok(OfFields::deserialize(deserializer)?.into_iter().map(|(Key(field), evidence)| (field, evidence)).collect())
}

/// Reads one of these fields by its name.
///
/// # Errors
/// Where it is none of them, in the words that readers of files know from serde.
pub(super) fn named<'de, D: Deserializer<'de>>(
    deserializer: D,
    fields: impl Iterator<Item = Field> + Clone,
) -> Result<Field, D::Error> {
    if deserializer.is_human_readable() {
        return deserializer.deserialize_enum("Field", &[], Named(fields));
    }
    let found = Field::deserialize(deserializer)?;
    one_of(found.name(), fields)
}

/// Reads the name of one of these fields.
struct Named<F>(F);

impl<'de, F: Iterator<Item = Field> + Clone> Visitor<'de> for Named<F> {
    type Value = Field;

    fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
        formatter.write_str("the name of a field")
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Field, A::Error> {
        let (field, form) = data.variant_seed(self)?;
        form.unit_variant()?;
        Ok(field)
    }

    fn visit_str<E: serde::de::Error>(self, found: &str) -> Result<Field, E> {
        one_of(found, self.0)
    }
}

impl<'de, F: Iterator<Item = Field> + Clone> DeserializeSeed<'de> for Named<F> {
    type Value = Field;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Field, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

fn one_of<E: serde::de::Error>(found: &str, fields: impl Iterator<Item = Field> + Clone) -> Result<Field, E> {
    fields.clone().find(|field| field.name() == found).ok_or_else(|| {
        let names: Vec<String> = fields.map(|field| format!("`{}`", field.name())).collect();
        E::custom(format!("unknown variant `{found}`, expected one of {}", names.join(", ")))
    })
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Key {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "EvidenceField".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let names = Field::ALL.iter().filter(|field| field.carries_evidence()).map(|field| field.name());
        schemars::json_schema!({"type": "string", "enum": names.collect::<Vec<_>>()})
    }
}
