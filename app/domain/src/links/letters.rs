//! Bytes as they stand in links and in the database.

/// Crockford's base 32 in lower case: no i, l, o or u, so that a link can be read out.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Bytes in lower-case hexadecimal digits.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut hex = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// Bytes as letters and digits, eight for five bytes.
pub(super) fn encode(secret: &[u8]) -> String {
    let mut text = String::with_capacity(secret.len() * 8 / 5);
    for group in secret.chunks_exact(5) {
        let bits = group.iter().fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
        for place in (0..8).rev() {
            let index = usize::try_from((bits >> (place * 5)) & 31).unwrap_or(0);
            text.push(char::from(ALPHABET[index]));
        }
    }
    text
}

/// Reads what [`encode`] writes, in either case; `None` for anything else.
pub(super) fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut secret = [0; N];
    if text.len() != N * 8 / 5 {
        return None;
    }
    for (group, bytes) in text.as_bytes().chunks_exact(8).zip(secret.chunks_exact_mut(5)) {
        let mut bits = 0_u64;
        for letter in group {
            let lower = letter.to_ascii_lowercase();
            let index = ALPHABET.iter().position(|known| *known == lower)?;
            bits = (bits << 5) | u64::try_from(index).ok()?;
        }
        bytes.copy_from_slice(&bits.to_be_bytes()[3..]);
    }
    Some(secret)
}
