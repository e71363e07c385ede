//! Times as people and spreadsheets read them.

use time::OffsetDateTime;

/// A moment in UTC to the second: "2026-11-23 12:00:00". Empty for what is no time. `micros` since 1970.
#[must_use]
pub fn second(micros: i64) -> String {
    OffsetDateTime::from_unix_timestamp(micros.div_euclid(1_000_000)).map_or_else(
        |_| String::new(),
        |at| format!("{} {:02}:{:02}:{:02}", at.date(), at.hour(), at.minute(), at.second()),
    )
}

/// A day in UTC: "2026-11-23". Empty for what is no time. `micros` since 1970.
#[must_use]
pub fn day(micros: i64) -> String {
    OffsetDateTime::from_unix_timestamp(micros.div_euclid(1_000_000))
        .map_or_else(|_| String::new(), |at| at.date().to_string())
}

#[cfg(test)]
mod tests {
    #[test]
    fn moments_are_cut_and_not_rounded() {
        assert_eq!(super::second(1_795_435_200_999_999), "2026-11-23 12:00:00");
        assert_eq!(super::second(-1), "1969-12-31 23:59:59");
        assert_eq!(super::day(1_795_435_200_000_000), "2026-11-23");
    }
}
