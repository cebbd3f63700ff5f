//! The binary from outside: the verbs, the map, hostile files, a kill in the middle of an import.

mod digests;
mod forgetting;
mod hidden;
mod hostile;
mod interrupted;
mod letters;
mod plenum;
#[allow(clippy::unwrap_used, reason = "lent from the suite of the store, where a panic is a failure with its place")]
#[path = "../../../plenum_store/tests/it/postgres.rs"]
mod postgres;
mod tidy;
mod verbs;
mod verbs_on_postgres;
mod writing;
