//! The two dashboards, period by period.

use super::table::{TableCell, TakenTable, head};
use crate::analysis::Report;
use crate::app::Dashboards;
use crate::say;
use crate::words::dashboards::DashboardFigure;
use crate::words::{Teller, phrase, unit};

/// What the company sees, and what is so.
pub(super) fn both(teller: &Teller, report: &Report, both: &Dashboards) -> TakenTable {
    let mut rows = head(teller, both.simulated, report.seed);
    let mut heads = vec![TableCell::Text(phrase::capital(unit::period(teller)))];
    for figure in DashboardFigure::ALL {
        let name = figure.name(teller);
        heads.push(TableCell::Text(format!("{name} ({})", phrase::small(say!(teller, tables.today)))));
        heads.push(say!(teller, tables.swings).into());
        if figure.series(both).what_if.is_some() {
            heads.push(TableCell::Text(format!("{name} ({})", phrase::small(say!(teller, tables.now)))));
        }
    }
    rows.push(heads);
    // Counted from now on, which is 0.
    for period in 0..both.customers.today.len() {
        let mut cells = vec![TableCell::Number(period as f64)];
        for figure in DashboardFigure::ALL {
            let series = figure.series(both);
            let at = |values: &[f64]| TableCell::from(values.get(period).copied());
            cells.extend([at(&series.today), at(&series.noise)]);
            cells.extend(series.what_if.as_deref().map(at));
        }
        rows.push(cells);
    }
    TakenTable { file: "dashboards", title: say!(teller, tables.dashboards), rows }
}
