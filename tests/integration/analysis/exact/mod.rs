//! What has an exact answer: conversion, and a few lives after the purchase that are simple enough (docs/model.md,
//! "What must agree").

mod agreement;
mod laws;
mod monotone;
mod solved;
