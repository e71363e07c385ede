//! The width of words set in IBM Plex Sans.

use crate::scene::Weight;

/// Advance widths of U+0020 to U+007E in thousandths of the type's size, from the font's `hmtx` table.
const REGULAR: [u16; 95] = [
    236, 284, 419, 713, 598, 927, 694, 242, 335, 335, 450, 600, 272, 399, 272, 383, 600, 600, 600, 600, 600, 600, 600,
    600, 600, 600, 292, 292, 600, 600, 600, 477, 891, 641, 653, 621, 671, 583, 559, 695, 707, 400, 510, 634, 501, 812,
    707, 708, 606, 708, 640, 581, 572, 678, 609, 891, 613, 593, 580, 317, 383, 317, 600, 565, 600, 534, 580, 503, 580,
    549, 324, 528, 568, 250, 250, 527, 272, 873, 568, 560, 580, 580, 367, 487, 351, 568, 492, 768, 507, 499, 464, 343,
    314, 343, 600,
];
/// The same of the semi-bold.
const STRONG: [u16; 95] = [
    236, 309, 471, 656, 600, 960, 713, 260, 337, 337, 556, 600, 298, 402, 298, 437, 600, 600, 600, 600, 600, 600, 600,
    600, 600, 600, 318, 318, 600, 600, 600, 493, 899, 672, 663, 642, 689, 600, 577, 712, 719, 423, 545, 678, 521, 816,
    719, 712, 641, 712, 664, 611, 580, 690, 638, 949, 655, 632, 599, 329, 437, 329, 600, 559, 600, 559, 600, 513, 600,
    558, 350, 545, 588, 276, 276, 562, 294, 888, 588, 563, 600, 600, 393, 499, 374, 588, 524, 819, 544, 524, 502, 363,
    376, 363, 600,
];
/// Of other letters: wider than almost all of them.
const OTHER: u16 = 700;
/// Of the scripts that fill a square, and of pictures.
const SQUARE: u16 = 1_000;

/// The width of one line, in the unit of `size`. Of letters that the table lacks it is an upper estimate.
pub(crate) fn text_width(text: &str, size: f64, weight: Weight) -> f64 {
    let table = match weight {
        Weight::Regular => &REGULAR,
        Weight::Strong => &STRONG,
    };
    let thousandths: u64 = text.chars().map(|c| u64::from(advance(table, c))).sum();
    thousandths as f64 * size / 1_000.0
}

fn advance(table: &[u16; 95], c: char) -> u16 {
    let place = (c as usize).checked_sub(0x20);
    match c {
        '–' => 588,
        '·' => 350,
        '…' => 868,
        '\u{2e80}'.. => SQUARE,
        _ => place.and_then(|place| table.get(place)).copied().unwrap_or(OTHER),
    }
}
