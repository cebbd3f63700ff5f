//! The binary from outside: the verbs, the map, hostile files, a kill in the middle of an import.

mod hostile;
mod interrupted;
mod plenum;
mod tidy;
mod verbs;
