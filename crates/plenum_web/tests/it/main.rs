//! The pages as a visitor meets them, over HTTP, on a small world in a database of its own.

mod delivering;
mod reading;
mod refusing;
mod searching;
mod uploading;
mod world;
