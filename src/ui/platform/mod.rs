//! The browser: its address, its events, its files, its stores, its window. Past this folder nothing sees it but by
//! what a component draws.

pub mod address;
pub mod beside;
pub mod device;
pub mod events;
pub mod files;
pub mod ports;
pub mod press;
pub mod splash;
pub mod version;
pub mod wall;
pub mod width;
