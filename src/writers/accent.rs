//! A colour of the user's choice in the style sheet, tuned so that everything stays readable.
//!
//! `look.accent` is one colour; the style sheet needs it as text on light and on dark paper, as a ground under text, and
//! in three steps of heat under numerals. Each is made by mixing with black, white or paper, as little as keeps the
//! contrast that WCAG asks of text (4.5 to 1). Nothing else of the look changes.

use std::fmt::Write as _;

/// Contrast of text with its ground, as WCAG 2.2 asks in 1.4.3.
const ENOUGH: f64 = 4.5;

/// The grounds and inks of `style.css`, light and dark.
const LIGHT: Ground = Ground {
    paper: Colour([0xfb, 0xfa, 0xf6]),
    panel: Colour([0xf3, 0xf0, 0xe8]),
    ink: Colour([0x1c, 0x1b, 0x19]),
    away: Colour([0; 3]),
};
const DARK: Ground = Ground {
    paper: Colour([0x14, 0x17, 0x1a]),
    panel: Colour([0x1d, 0x21, 0x25]),
    ink: Colour([0xeb, 0xe8, 0xe1]),
    away: Colour([255; 3]),
};

struct Ground {
    paper: Colour,
    panel: Colour,
    ink: Colour,
    /// What a colour is mixed with to stand out.
    away: Colour,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Colour([u8; 3]);

/// Returns the rule that sets the custom properties for an accent such as `#0a5563`; `None` for what is no colour.
pub fn rule(accent: &str) -> Option<String> {
    let accent = Colour::parse(accent)?;
    let (light, dark) = (LIGHT.tuned(accent), DARK.tuned(accent));
    let mut rule = String::from(":root{");
    for (name, (light, dark)) in ["accent", "wash", "h1", "h2", "h3"].iter().zip(light.iter().zip(dark)) {
        let _ = write!(rule, "--{name}:light-dark({light},{dark});");
    }
    rule.pop();
    rule.push_str("}\n");
    Some(rule)
}

impl Ground {
    /// Returns the accent as text, its wash, and three steps of heat.
    fn tuned(&self, accent: Colour) -> [Colour; 5] {
        let steps = |n: u32| f64::from(n) / 100.0;
        let wash = |text: Colour| self.paper.mixed(text, 0.1);
        let readable = |text: &Colour| {
            [self.paper, self.panel, wash(*text)].iter().all(|ground| contrast(*text, *ground) >= ENOUGH)
        };
        let text = (0..=100).map(|n| accent.mixed(self.away, steps(n))).find(readable).unwrap_or(self.ink);
        // A ground under ink: as much of the accent as leaves the numerals on it readable.
        let under_ink = |most: u32| {
            let grounds = (0..=most).rev().map(|n| self.paper.mixed(text, steps(n)));
            grounds.into_iter().find(|ground| contrast(self.ink, *ground) >= ENOUGH).unwrap_or(self.paper)
        };
        [text, wash(text), under_ink(30), under_ink(60), text]
    }
}

impl Colour {
    fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.is_ascii())?;
        let long: String = match digits.len() {
            3 => digits.chars().flat_map(|c| [c, c]).collect(),
            _ => digits.to_owned(),
        };
        let part = |n: usize| u8::from_str_radix(long.get(n..n + 2)?, 16).ok();
        (long.len() == 6).then_some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// Returns the colour with a share, 0 to 1, of another.
    fn mixed(self, other: Self, share: f64) -> Self {
        let mix = |n: usize| (f64::from(self.0[n]) * (1.0 - share) + f64::from(other.0[n]) * share).round() as u8;
        Self([mix(0), mix(1), mix(2)])
    }

    /// Relative luminance, 0 to 1, as WCAG defines it.
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0[0]) + 0.7152 * linear(self.0[1]) + 0.0722 * linear(self.0[2])
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Contrast of two colours, 1 to 21.
fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (a.luminance(), b.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn contrast_is_as_wcag_counts_it() {
        let of = |a: &str, b: &str| contrast(Colour::parse(a).unwrap(), Colour::parse(b).unwrap());
        assert!((of("#000", "#ffffff") - 21.0).abs() < 1e-9);
        assert!((of("#777777", "#ffffff") - 4.478).abs() < 0.001);
    }

    #[test]
    fn a_colour_that_is_readable_as_it_is_stays_as_it_is() {
        let css = rule("#7a1f3d").expect("a colour");
        assert!(css.starts_with(":root{--accent:light-dark(#7a1f3d,#"), "{css}");
        assert_eq!(rule("red"), None);
        assert_eq!(rule("#12345é"), None);
    }

    proptest! {
        #[test]
        fn whatever_the_colour_text_stays_readable(accent in any::<[u8; 3]>()) {
            for ground in [LIGHT, DARK] {
                let [text, wash, mild, busy, most] = ground.tuned(Colour(accent));
                for under in [ground.paper, ground.panel, wash] {
                    prop_assert!(contrast(text, under) >= ENOUGH);
                }
                prop_assert!(contrast(ground.ink, mild) >= ENOUGH && contrast(ground.ink, busy) >= ENOUGH);
                prop_assert!(contrast(ground.paper, most) >= ENOUGH);
            }
        }
    }
}
