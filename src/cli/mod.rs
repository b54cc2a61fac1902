//! (stands empty in the first commit)
