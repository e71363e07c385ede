//! How quickly somebody answers: what flags hasty answers, and tells how long the rest will take.

/// Nobody reads a question and its stages in less (seconds).
const FASTEST: i64 = 2;
/// Reading five stages and choosing one takes about so long (seconds).
const USUAL: i64 = 15;
/// The usual pace counts like so many questions of one's own, so that a first quick answer promises nothing.
const USUAL_ITEMS: i64 = 10;
/// Longest time that a page counts as being read (seconds): whoever leaves it open for lunch is not slow.
const LONGEST_PAGE: i64 = 600;

/// Questions answered, and how long the pages were open on which that was done. The sum of two paces is the pace of
/// both together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// Seconds that the pages were open, rounded up for each.
    pub seconds: i64,
    /// Scored questions answered on them.
    pub items: i64,
}

impl Pace {
    /// The pace on one page that was open for so many microseconds.
    #[must_use]
    pub fn of_page(micros: i64, items: i64) -> Self {
        // Rounded up, so that a page that was sent at once still counts.
        Self { seconds: ((micros + 999_999) / 1_000_000).clamp(1, LONGEST_PAGE), items }
    }

    /// Whether the questions cannot have been read.
    #[must_use]
    pub const fn is_too_fast(self) -> bool {
        self.seconds < FASTEST * self.items
    }

    /// Minutes that so many questions will take at this pace, rounded up. The usual pace weighs in at first and loses
    /// weight with every answer.
    #[must_use]
    pub fn minutes_for(self, questions: usize) -> usize {
        let seconds = usize::try_from(USUAL * USUAL_ITEMS + self.seconds).unwrap_or(0);
        let items = usize::try_from(USUAL_ITEMS + self.items).unwrap_or(1).max(1);
        (questions * seconds).div_ceil(items * 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_an_answer_the_usual_pace_counts() {
        assert_eq!(Pace::default().minutes_for(66), 17);
        assert_eq!(Pace::default().minutes_for(4), 1);
        assert_eq!(Pace::default().minutes_for(5), 2);
        assert_eq!(Pace::default().minutes_for(0), 0);
    }

    #[test]
    fn the_estimate_learns_from_the_pace() {
        let pace = |seconds, items| Pace { seconds, items };
        // (150 + 60) / 40 seconds a question.
        assert_eq!(pace(60, 30).minutes_for(40), 4);
        // (150 + 1350) / 40 seconds a question.
        assert_eq!(pace(1350, 30).minutes_for(40), 25);
        assert!(pace(5, 1).minutes_for(60) > 13, "one quick answer promises little");
    }

    #[test]
    fn two_seconds_a_question_is_the_least() {
        assert!(Pace { seconds: 5, items: 3 }.is_too_fast());
        assert!(!Pace { seconds: 6, items: 3 }.is_too_fast());
        assert!(!Pace::default().is_too_fast());
    }

    #[test]
    fn a_page_counts_at_least_a_second_and_at_most_ten_minutes() {
        assert_eq!(Pace::of_page(0, 3).seconds, 1);
        assert_eq!(Pace::of_page(1_000_001, 3).seconds, 2);
        assert_eq!(Pace::of_page(86_400_000_000, 3).seconds, 600);
        assert_eq!(Pace::of_page(-5, 3).seconds, 1);
    }
}
