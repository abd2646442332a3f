//! The browser: its store, its files, its window.

pub mod device;
pub mod files;
pub mod width;
