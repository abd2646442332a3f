//! The engine: its draws in literal values and in quality, the calendar, and what living allocates.

mod allocation;
mod blame;
mod calendar;
mod draws;
mod patience_and_contract;
