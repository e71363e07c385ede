//! Codes of the second factor (RFC 6238: SHA-1, six digits, thirty seconds, as every app for it expects).

use totp_rs::{Algorithm, Secret, TOTP};

use crate::Error;

/// Seconds that a code lasts.
const STEP: u64 = 30;

fn totp(secret: &str) -> Result<TOTP, Error> {
    let broken = |what: String| Error::Broken(format!("second factor: {what}"));
    let bytes = Secret::Encoded(secret.to_owned()).to_bytes().map_err(|error| broken(error.to_string()))?;
    TOTP::new(Algorithm::SHA1, 6, 1, STEP, bytes).map_err(|error| broken(error.to_string()))
}

/// A new shared secret in base 32, from random bytes.
pub(super) fn encoded(bytes: [u8; 20]) -> String {
    Secret::Raw(bytes.to_vec()).to_encoded().to_string()
}

/// The time step that a code belongs to: the present one, or its neighbours, since clocks differ. `now` in microseconds.
pub(super) fn step_of(secret: &str, code: &str, now: i64) -> Result<Option<i64>, Error> {
    let totp = totp(secret)?;
    let present = u64::try_from(now / 1_000_000).unwrap_or(0) / STEP;
    // All three are compared, and each digit by digit, so that the time tells nothing.
    let mut found = None;
    for step in present.saturating_sub(1)..=present + 1 {
        let expected = totp.generate(step * STEP);
        let differs = expected.bytes().zip(code.bytes()).fold(0, |differs, (a, b)| differs | (a ^ b));
        if differs == 0 && expected.len() == code.len() {
            found = i64::try_from(step).ok();
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// "12345678901234567890", the secret of the RFC's test vectors.
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn codes_are_those_of_the_rfc() {
        // Appendix B of RFC 6238, the last six of its eight digits.
        for (seconds, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")]
        {
            assert_eq!(step_of(SECRET, code, seconds * 1_000_000).unwrap(), Some(seconds / 30), "{seconds}");
        }
    }

    #[test]
    fn neighbours_count_and_strangers_do_not() {
        let at = |seconds: i64| step_of(SECRET, "287082", seconds * 1_000_000).unwrap();
        assert_eq!([at(0), at(30), at(60), at(89), at(90)], [Some(1), Some(1), Some(1), Some(1), None]);
        assert_eq!(step_of(SECRET, "28708", 59_000_000).unwrap(), None);
        assert_eq!(step_of(SECRET, "2870820", 59_000_000).unwrap(), None);
    }

    #[test]
    fn a_new_secret_can_be_read() {
        assert!(step_of(&encoded([7; 20]), "000000", 0).is_ok());
    }
}
