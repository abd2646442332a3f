//! What was read, used, left out and assumed, as a table or as JSON.

use crate::shell::arguments::Told;
use crate::shell::input::{LANGUAGE, counted};
use crate::shell::table::{Table, fixed};
use kedja::analysis::records::{CaseKinds, LogCounts, range_of};
use kedja::app::records::MadeJourney;
use kedja::model::data::{CountedJourney, LeftOutRow, RowsRead, Tries};
use kedja::words::data;
use serde_json::{Value, json};

/// Rows that are told in the table; JSON has all that were kept.
const FIRST: usize = 8;

pub struct Report {
    rows: RowsRead,
    counts: CountedJourney,
    cases: Option<(CaseKinds, f64)>,
    noticed: Vec<String>,
    assumed: Vec<String>,
}

impl Report {
    pub fn of(rows: &RowsRead, counts: &CountedJourney, noticed: Vec<String>, made: &MadeJourney) -> Self {
        let assumed = made.assumed.iter().map(|assumed| data::assumed(LANGUAGE, assumed)).collect();
        Self { rows: rows.clone(), counts: counts.clone(), cases: None, noticed, assumed }
    }

    pub fn with_cases(mut self, counts: &LogCounts) -> Self {
        self.cases = Some((counts.cases, counts.silent_days));
        self
    }

    pub fn written(&self, how: Told) -> String {
        match how {
            Told::Json => serde_json::to_string_pretty(&self.json()).unwrap_or_default(),
            Told::Table => self.table(),
        }
    }

    fn json(&self) -> Value {
        let name = |at: usize| self.counts.steps.get(at).map_or("", |step| step.name.as_str());
        let step = |step: &kedja::model::data::CountedStep| {
            json!({
                "step": step.name,
                "stage": step.stage,
                "begun": step.begun,
                "reached": step.reached,
                "held": step.tries.held,
                "failed": step.tries.failed,
                "tried_again": step.again,
                "open": step.open,
                "days": step.days,
                "strength": strength(step.tries, step.is_strength_known),
            })
        };
        let way = |way: &kedja::model::data::CountedMove| {
            json!({
                "from": name(way.from),
                "to": name(way.to),
                "taken": way.taken,
                "days": way.days,
                "strength": way.tries.map(|tries| strength(tries, true)),
            })
        };
        json!({
            "read": self.rows.read,
            "used": self.rows.used,
            "left_out": self.rows.left_out,
            "rows_left_out": self.rows.told.iter().map(row).collect::<Vec<_>>(),
            "cases": self.cases.map(|(cases, silent)| json!({
                "all": cases.all, "bought": cases.bought, "ended": cases.ended, "open": cases.open, "cut": cases.cut,
                "left": cases.left, "silent_days": silent,
            })),
            "purchase": name(self.counts.purchase),
            "steps": self.counts.steps.iter().map(step).collect::<Vec<_>>(),
            "ways": self.counts.moves.iter().map(way).collect::<Vec<_>>(),
            "noticed": self.noticed,
            "assumed": self.assumed,
        })
    }

    fn table(&self) -> String {
        let RowsRead { read, used, left_out, told } = &self.rows;
        let mut text = format!("{} read: {used} used, {left_out} left out\n", counted(*read as usize, "row"));
        for LeftOutRow { line, text: row, why } in told.iter().take(FIRST) {
            text.push_str(&format!("  row {line}: {} | {}\n", data::why_left_out(LANGUAGE, why), row.trim()));
        }
        if *left_out as usize > FIRST {
            text.push_str("  … all of them with --report json\n");
        }
        text.push('\n');
        let mut table = Table::default();
        table.row(["step", "came", "held", "failed", "open", "strength", "likely between"]);
        for step in &self.counts.steps {
            let (share, range) = match strength(step.tries, step.is_strength_known) {
                Value::Null => ("not known".to_owned(), String::new()),
                known => {
                    let part = |key: &str| fixed(known[key].as_f64().unwrap_or(0.0) * 100.0, 1);
                    (format!("{}%", part("likely")), format!("{}-{}%", part("low"), part("high")))
                }
            };
            let counts = [step.reached, step.tries.held, step.tries.failed, step.open].map(|count| count.to_string());
            let [came, held, failed, open] = counts;
            table.row([step.name.clone(), came, held, failed, open, share, range]);
        }
        text.push_str(&table.right_aligned());
        for (heading, sentences) in [("Noticed", &self.noticed), ("Assumed", &self.assumed)] {
            if !sentences.is_empty() {
                text.push_str(&format!("\n{heading}\n"));
            }
            sentences.iter().for_each(|sentence| text.push_str(&format!("  {sentence}\n")));
        }
        text
    }
}

fn strength(tries: Tries, is_known: bool) -> Value {
    if !is_known || tries.all() == 0 {
        return Value::Null;
    }
    let (held, failed) = (tries.held as f64, tries.failed as f64);
    let (low, high) = range_of(held, failed);
    json!({ "likely": held / (held + failed), "low": low, "high": high })
}

fn row(row: &LeftOutRow) -> Value {
    json!({ "row": row.line, "text": row.text, "why": data::why_left_out(LANGUAGE, &row.why) })
}
