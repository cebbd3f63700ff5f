//! DOCX made here by hand, as small as they can be.
use super::*;
