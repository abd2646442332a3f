//! The engine: its draws in literal values and in quality, the calendar, and what living allocates.

mod allocation;
mod calendar;
mod draws;
