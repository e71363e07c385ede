//! Days and moments in words.

use time::OffsetDateTime;

fn at(micros: i64) -> Option<OffsetDateTime> {
    OffsetDateTime::from_unix_timestamp(micros.div_euclid(1_000_000)).ok()
}

/// "26 November 2026"; `micros` since 1970.
pub fn day(micros: i64) -> String {
    at(micros).map_or_else(|| "an unknown day".to_owned(), |at| format!("{} {} {}", at.day(), at.month(), at.year()))
}

/// "26 November 2026, 12:04 UTC"
pub fn moment(micros: i64) -> String {
    at(micros).map_or_else(
        || "an unknown time".to_owned(),
        |at| format!("{}, {:02}:{:02} UTC", day(micros), at.hour(), at.minute()),
    )
}

/// The last whole day before a moment: what ends at midnight ends with the day before.
pub fn last_day(micros: i64) -> String {
    day(micros - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_told_in_words() {
        assert_eq!(moment(1_795_435_200_000_000), "23 November 2026, 12:00 UTC");
        assert_eq!(last_day(1_795_392_000_000_000), "22 November 2026");
    }
}
