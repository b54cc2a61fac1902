//! A writer to memory for JSON, which is written a mark at a time: a mark is not worth the call that copies many bytes.

use std::io::{self, Write};

/// Appends what is written to a list of bytes.
#[derive(Debug)]
pub(super) struct Appended<'a>(pub(super) &'a mut Vec<u8>);

impl Write for Appended<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match bytes {
            [byte] => self.0.push(*byte),
            bytes => self.0.extend_from_slice(bytes),
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
