//! Numbers as words: one place for rounding, ranges, lists and plurals.

use super::Figure;
use crate::statistics::Interval;

/// Said where a number would stand if enough were answered.
pub const TOO_FEW: &str = "Too few to tell";

/// Said of what was asked of nobody, or does not apply to anybody.
pub const NOT_ASKED: &str = "Not asked";

/// A number on 0 to 100 as it is shown: whole.
pub fn whole(value: f64) -> String {
    // Adding zero turns -0 into 0.
    format!("{:.0}", value.round() + 0.0)
}

/// A mean on 1 to 5, or a percentage given as an answer: one decimal, none where it is whole.
pub fn decimal(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// "likely 41 to 58"; nothing where both ends are shown alike, for that is no range to speak of.
pub fn likely(range: Interval) -> String {
    if whole(range.low) == whole(range.high) {
        return String::new();
    }
    format!("likely {} to {}", whole(range.low), whole(range.high))
}

/// "1 person", "8 people"
pub fn people(n: usize) -> String {
    count(n, "person", "people")
}

/// "1 answer", "8 answers"
pub fn answers(n: usize) -> String {
    count(n, "answer", "answers")
}

/// A number with its noun.
pub fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// "a, b and c"
pub fn list<T: AsRef<str>>(parts: &[T]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// "Monitoring" inside a sentence; an abbreviation such as "DevOps" or "CI" stays as it is.
pub fn inside(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next();
    let is_lower = |letter: char| letter.is_lowercase() || letter == '-';
    let rest_is_lower = name.split(' ').next().unwrap_or("").chars().skip(1).all(is_lower);
    match first {
        Some(first) if rest_is_lower => first.to_lowercase().chain(letters).collect(),
        _ => name.to_owned(),
    }
}

/// A team's name inside a sentence. Only the name that a round has when none was given is written small.
pub fn inside_team(team: &str) -> &str {
    if team == crate::round::UNNAMED_TEAM { "our team" } else { team }
}

/// A sentence's first letter in upper case.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

impl Figure {
    /// A number with its range, or the words that stand for none.
    pub(super) fn new(value: Option<f64>, range: Option<Interval>, absent: &str, why: String) -> Self {
        Self {
            value,
            text: value.map_or_else(|| absent.to_owned(), whole),
            range: range.map(|range| (range.low, range.high)),
            range_text: range.map(likely).unwrap_or_default(),
            why,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_whole_and_never_minus_nothing() {
        assert_eq!([whole(49.83), whole(0.0), whole(-0.2), whole(99.5)], ["50", "0", "0", "100"]);
        assert_eq!([decimal(3.0), decimal(3.25), decimal(12.5)], ["3", "3.2", "12.5"]);
    }

    #[test]
    fn lists_and_plurals_read_like_sentences() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(people(1), "1 person");
        assert_eq!(answers(2), "2 answers");
    }

    #[test]
    fn names_fit_into_a_sentence() {
        assert_eq!(inside("Return on investment"), "return on investment");
        assert_eq!(inside("Data-quality checks"), "data-quality checks");
        assert_eq!(inside("DevOps integration"), "DevOps integration");
        assert_eq!(sentence("pipelines and tests"), "Pipelines and tests");
    }
}
