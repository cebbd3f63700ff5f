//! The pages as a visitor meets them, over HTTP, on a small world in a database of its own.

#![allow(clippy::unwrap_used, reason = "a panic in a test is a failure with its place")]

mod acts;
mod asking;
mod calendar;
mod claiming;
mod delivering;
mod digesting;
mod feedback;
mod following;
mod framing;
mod hiding;
mod keeping;
mod placing;
mod reading;
mod refusing;
mod searching;
mod speaking;
mod subscribing;
mod uploading;
mod voting;
mod world;
mod writing;
