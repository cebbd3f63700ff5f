//! Placeholder until written.
use crate::ReadError;
use plenum_model::Reading;
/// Reads.
pub fn read(bytes: &[u8]) -> Result<Vec<Reading>, ReadError> { let _ = bytes; Ok(Vec::new()) }
