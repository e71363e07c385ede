//! The day of a report, for the file's own data about itself.

use typst::foundations::Datetime;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "23 November 2026" as a date; `None` for anything else.
pub(crate) fn parse(text: &str) -> Option<Datetime> {
    let mut parts = text.split_whitespace();
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let month = MONTHS.iter().zip(1..).find_map(|(name, number)| (*name == month).then_some(number))?;
    // The year has four digits in a PDF.
    Datetime::from_ymd(year.parse().ok().filter(|year| (0..=9999).contains(year))?, month, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_words_is_read_and_nothing_else() {
        assert_eq!(parse("23 November 2026"), Datetime::from_ymd(2026, 11, 23));
        assert_eq!(parse("29 February 2028"), Datetime::from_ymd(2028, 2, 29));
        for odd in ["", "soon", "31 February 2026", "2026-11-23", "23 November 2026 noon", "1 May 20260"] {
            assert_eq!(parse(odd), None, "{odd}");
        }
    }
}
