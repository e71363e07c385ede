//! Times as people and spreadsheets read them.

use time::macros::format_description;
use time::{Date, OffsetDateTime};

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

/// The microsecond since 1970 with which a day in UTC begins that is written as browsers send it, such as "2026-11-23";
/// `None` for what is no day.
#[must_use]
pub fn day_from(text: &str) -> Option<i64> {
    let date = Date::parse(text.trim(), format_description!("[year]-[month]-[day]")).ok()?;
    Some(date.midnight().assume_utc().unix_timestamp() * 1_000_000)
}

#[cfg(test)]
mod tests {
    #[test]
    fn moments_are_cut_and_not_rounded() {
        assert_eq!(super::second(1_795_435_200_999_999), "2026-11-23 12:00:00");
        assert_eq!(super::second(-1), "1969-12-31 23:59:59");
        assert_eq!(super::day(1_795_435_200_000_000), "2026-11-23");
        assert_eq!(super::day_from(" 2026-11-23 "), Some(1_795_392_000_000_000));
        assert_eq!([super::day_from(""), super::day_from("23.11.2026"), super::day_from("2026-02-30")], [None; 3]);
    }
}
