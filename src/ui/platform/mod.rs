//! The browser: its address, its events, its files, its stores, its window. Past this folder nothing sees it but by
//! what a component draws.

pub mod address;
pub mod beside;
pub mod copying;
pub mod device;
pub mod events;
pub mod files;
pub mod keeping;
pub mod lms;
pub mod offline;
pub mod outside;
pub mod picture;
pub mod ports;
pub mod press;
pub mod records;
pub mod scroll;
pub mod sheet;
pub mod splash;
pub mod starting;
pub mod unsent;
pub mod version;
pub mod wall;
pub mod width;
