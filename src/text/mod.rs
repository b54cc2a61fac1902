//! Small questions about plain text: where sentences end, what a slug is, how alike two texts are.
//!
//! Knows nothing of articles. Everything here is a pure function over `&str`; offsets are bytes.
