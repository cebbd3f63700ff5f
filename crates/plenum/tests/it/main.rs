//! The binary from outside: the verbs, the map, a kill in the middle of an import.

mod tidy;
