//! Files read through the memory map, so that only what is used of them is in memory.

use std::fs::File;
use std::io;

use memmap2::Mmap;

/// Maps the first `length` bytes of a file for reading.
///
/// In: a file that nobody shortens or writes into at these places while it is mapped. The callers keep to that: the
/// encoder's own file is written under another name, renamed when whole, and never changed; the vectors' rows are only
/// ever appended behind the mapped part, and a file that is given up is unlinked, not shortened.
/// Errors: where the file is shorter than `length`, or the system refuses.
pub(super) fn map(file: &File, length: usize) -> io::Result<Mmap> {
    if (file.metadata()?.len() as usize) < length {
        return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the file is shorter than it should be"));
    }
    #[expect(unsafe_code, reason = "reading a mapped file has no safe form; its one condition is proved here")]
    // SAFETY: the bytes must not change while they are borrowed. Only this process writes these files (the index
    // folder's lock), and by the rule above it never changes or cuts off what is mapped.
    unsafe {
        memmap2::MmapOptions::new().len(length).map(file)
    }
}
