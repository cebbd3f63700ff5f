//! Placeholder until written.
use crate::ReadError;
use plenum_model::Reading;
/// Reads.
pub fn read(bytes: &[u8]) -> Result<Reading, ReadError> { let _ = bytes; Ok(Reading::empty()) }
