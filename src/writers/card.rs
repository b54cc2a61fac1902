//! `assets/card.png`: the picture beside a shared link. OpenGraph asks each page for one, by its address on the web, so
//! a site without an address has none. It shows what a newsbook looks like and no words: it is the same in every language.

use super::{Drawn, Look, Pieces};
use crate::model::{Newsbook, OutputFile};
use crate::pages::Page;

/// 1200 by 630 pixels, as previews show them; of our own making.
const CARD: &[u8] = include_bytes!("card.png");

/// Draws the picture, where the address of the site is known.
pub fn draw(book: &Newsbook, _pages: &[Page<'_>], _look: &Look) -> Drawn {
    let file = || OutputFile { path: "assets/card.png".into(), bytes: CARD.to_vec() };
    Ok(book.site.base_url.as_ref().map_or_else(Pieces::default, |_| vec![file()].into()))
}
