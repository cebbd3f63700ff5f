//! The index as its callers see it.
