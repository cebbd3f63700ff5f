//! The web: conversion in, conversion out. Routes, headers, error pages, JSON bodies and feeds; no rule and no SQL.
//!
//! Read in this order: `app` (what the pages are served from), `router`, `delivery` (the way of every request),
//! `routes` (one module a noun), `view` (rows become pages), `fault` (what went wrong, said to a person).

mod addresses;
mod administrator;
mod answer;
mod app;
pub mod ask;
mod assembly;
mod compress;
mod cookies;
mod counts;
mod delivery;
pub mod digest;
mod fault;
mod feeds;
mod guard;
mod json;
mod json_ld;
mod kept;
pub mod letters;
mod names;
mod nearby;
mod openapi;
mod pending;
mod reader;
pub mod reading_json;
mod router;
mod routes;
mod seal;
pub mod search_json;
mod throttle;
mod times;
mod view;

pub use administrator::Administrator;
pub use app::{App, Formats, Limits, ReadFile, ReadingFuture, Refusal};
pub use router::router;
