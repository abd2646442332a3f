//! Names by which the parts of a journey refer to each other. Typed, so that a phase is never taken for a link.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

id! {
    /// A link: a touchpoint or a handover. One name space for both, since both have a strength.
    LinkId,
    /// A phase of the journey.
    PhaseId,
    /// A persona.
    PersonaId,
    /// A channel in which touchpoints are met (shop, web, letter…).
    ChannelId,
    /// An owner: who answers for a link.
    OwnerId,
    /// An improvement in a scenario.
    ImprovementId,
}
