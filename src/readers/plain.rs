//! Plain text as pasted. Front matter is read where the file opens with it; all else is text, whatever it looks like.

use super::front_matter;
use super::paragraphs;
use super::{Draft, Source};
use crate::diag::Diagnostic;

pub(super) fn read(source: Source) -> (Draft, Vec<Diagnostic>) {
    let (about, body, first_line, diagnostics) = front_matter::read(source);
    (Draft { text: body.to_owned(), blocks: paragraphs::split(body, first_line), about }, diagnostics)
}
