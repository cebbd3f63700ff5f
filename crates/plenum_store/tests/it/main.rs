//! The store, from outside, on both engines.
#![allow(clippy::unwrap_used, missing_docs)]

mod calendar;
mod care;
mod changes;
mod claims;
mod digests;
mod engines;
mod facts;
mod issues;
mod keeping;
mod pages;
mod postgres;
mod questions;
mod spoken;
mod statements;
mod subscriptions;
mod votes;
mod world;
