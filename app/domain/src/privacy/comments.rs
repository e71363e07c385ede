//! Comments without whose they are.

use super::{Comment, FULL_FROM, SealedAnswers};

/// Comments in an order that only the seed decides; none below ten respondents.
pub(super) fn shuffled(answers: &SealedAnswers, seed: u64) -> Vec<Comment> {
    if answers.keys.len() < FULL_FROM as usize {
        return Vec::new();
    }
    let written = answers.comments.iter();
    let mut comments: Vec<Comment> =
        written.map(|one| Comment { field: one.field.clone(), text: one.text.clone() }).collect();
    // First an order that does not depend on people, then chance.
    comments.sort_unstable();
    let mut state = seed;
    for last in (1..comments.len()).rev() {
        let place = next(&mut state) % (last as u64 + 1);
        comments.swap(last, usize::try_from(place).unwrap_or(0));
    }
    comments
}

/// The next number of a `SplitMix64` sequence (Steele, Lea & Flood 2014).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
