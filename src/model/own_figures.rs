//! What a company has counted of its journey as it is, in its own books.

use super::KeptCheck;

/// A figure that a company may know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnFigure {
    /// Bought, of those who came [0..1].
    Conversion,
    /// Of customers, who leave in a period [0..1].
    Churn,
    /// Of those who bought, still customers after 12 periods [0..1].
    Retention12,
    /// Promoters minus detractors [-100..100].
    Recommendation,
    /// Complaints voiced of 100 customers in a period [complaints].
    Complaints,
    /// From first contact to purchase [days].
    Days,
    /// Of those who came, each, within the horizon [money].
    Revenue,
}

impl OwnFigure {
    /// In the order in which they are asked for.
    pub const ALL: [Self; 7] = [
        Self::Conversion,
        Self::Churn,
        Self::Retention12,
        Self::Recommendation,
        Self::Complaints,
        Self::Days,
        Self::Revenue,
    ];

    /// Its name in a file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Conversion => "conversion",
            Self::Churn => "churn",
            Self::Retention12 => "retention_12",
            Self::Recommendation => "recommendation",
            Self::Complaints => "complaints",
            Self::Days => "days_to_purchase",
            Self::Revenue => "revenue",
        }
    }

    /// Least and most that it can be, in its own unit. Days end where journeys do, complaints and revenue somewhere:
    /// assumptions.
    pub fn bounds(self) -> (f64, f64) {
        match self {
            Self::Recommendation => (-100.0, 100.0),
            Self::Days | Self::Complaints => (0.0, 10_000.0),
            Self::Revenue => (0.0, 1e12),
            _ => (0.0, 1.0),
        }
    }
}

/// A figure as it was counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnCount {
    /// In the figure's own unit.
    pub value: f64,
    /// How many people it was counted of, where it is known: it then counts to the last of them. A figure that somebody has
    /// typed is as exact as it is written.
    pub of: Option<f64>,
    /// Over how long it was counted [periods], where that is a part of it.
    pub over: Option<u16>,
}

impl OwnCount {
    /// A figure as somebody has typed it, of customers who are followed for so long [periods].
    pub fn typed(figure: OwnFigure, value: f64, horizon: u16) -> Self {
        Self { value, of: None, over: (figure == OwnFigure::Revenue).then_some(horizon) }
    }

    /// Whether it can be set beside customers who are followed for so long [periods].
    pub fn is_over(&self, horizon: u16) -> bool {
        self.over.is_none_or(|over| over == horizon)
    }
}

/// All that a company has said, in any order, each figure once.
#[derive(Clone, Debug, Default)]
pub struct OwnFigures(Vec<(OwnFigure, OwnCount)>);

impl OwnFigures {
    pub fn get(&self, figure: OwnFigure) -> Option<OwnCount> {
        self.said().find(|(said, _)| *said == figure).map(|(_, count)| count)
    }

    /// Says a figure, or takes it back.
    pub fn set(&mut self, figure: OwnFigure, count: Option<OwnCount>) {
        self.0.retain(|(said, _)| *said != figure);
        self.0.extend(count.map(|count| (figure, count)));
    }

    /// Those that are said.
    pub fn said(&self) -> impl Iterator<Item = (OwnFigure, OwnCount)> {
        self.0.iter().copied()
    }

    /// True where nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl PartialEq for OwnFigures {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.said().all(|(figure, count)| other.get(figure) == Some(count))
    }
}

/// What a company's own books say of a journey.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnBooks {
    /// What was counted of today, for seeing whether the journey does the same.
    pub today: OwnFigures,
    /// What was predicted and what came, oldest first.
    pub checks: Vec<KeptCheck>,
}
