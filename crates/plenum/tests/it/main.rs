//! The binary from outside: the verbs, the map, hostile files, a kill in the middle of an import.

mod hostile;
mod interrupted;
mod plenum;
#[path = "../../../plenum_store/tests/it/postgres.rs"]
mod postgres;
mod tidy;
mod verbs;
mod verbs_on_postgres;
