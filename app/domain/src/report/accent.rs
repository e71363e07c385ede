//! An organisation's colour on its reports.

use std::fmt;
use std::str::FromStr;

/// Least contrast of a text on white: that of WCAG 2.2, success criterion 1.4.3.
const LEAST_CONTRAST: f64 = 4.5;

/// A colour in which headings can be read on white paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent([u8; 3]);

/// Why a text is no accent.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum AccentFault {
    /// It is no colour.
    #[error("A colour is a # and six digits or letters from a to f, such as #17506b.")]
    NoColour,
    /// It is too pale on white; holds its contrast.
    #[error("This colour is too pale to be read on white: its contrast is {0:.1}, and {LEAST_CONTRAST} is needed.")]
    TooPale(f64),
}

impl Accent {
    /// Its contrast with white, 1 (white) to 21 (black), by WCAG 2.2.
    #[must_use]
    pub fn contrast(self) -> f64 {
        let [red, green, blue] = self.0.map(linear);
        1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    }
}

/// The light of a channel of sRGB, 0 to 1 (IEC 61966-2-1).
fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

impl FromStr for Accent {
    type Err = AccentFault;

    fn from_str(text: &str) -> Result<Self, AccentFault> {
        let digits = text.trim().strip_prefix('#').filter(|digits| digits.len() == 6);
        let digits = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).ok_or(AccentFault::NoColour)?;
        let [_, red, green, blue] = number.to_be_bytes();
        let accent = Self([red, green, blue]);
        let contrast = accent.contrast();
        if contrast < LEAST_CONTRAST { Err(AccentFault::TooPale(contrast)) } else { Ok(accent) }
    }
}

/// "#17506b"
impl fmt::Display for Accent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(text: &str) -> f64 {
        match text.parse::<Accent>() {
            Ok(accent) => accent.contrast(),
            Err(AccentFault::TooPale(contrast)) => contrast,
            Err(AccentFault::NoColour) => f64::NAN,
        }
    }

    #[test]
    fn contrast_is_that_of_the_standard() {
        // #767676 is the palest grey that passes, #777777 the darkest that does not.
        for (colour, expected) in [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#777777", 4.48)] {
            assert!((contrast(colour) - expected).abs() < 0.005, "{colour}: {}", contrast(colour));
        }
        assert!("#767676".parse::<Accent>().is_ok() && "#777777".parse::<Accent>().is_err());
    }

    #[test]
    fn only_a_colour_is_a_colour() {
        assert_eq!(" #17506B ".parse::<Accent>().map(|accent| accent.to_string()), Ok("#17506b".to_owned()));
        for odd in ["", "17506b", "#17506", "#17506b0", "#+7506b", "#17506g", "#é7506", "red"] {
            assert_eq!(odd.parse::<Accent>(), Err(AccentFault::NoColour), "{odd}");
        }
    }
}
