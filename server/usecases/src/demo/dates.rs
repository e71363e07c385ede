//! When the rounds of a demonstration were and are.

use domain::demo::Chance;

use crate::env::{DAY, day_of};
use crate::start::month_of;

/// When a round was made, opens and closes, in microseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dates {
    pub made: i64,
    pub opens: i64,
    pub closes: i64,
}

/// Nine in the morning, UTC.
const MORNING: i64 = DAY / 24 * 9;
/// Days between the rounds of a team.
const APART: i64 = 112;
/// Days for which a round is open.
const OPEN: i64 = 21;
/// Days for which the round that is open now has been so.
const SINCE: i64 = 8;

impl Dates {
    /// Those of the round that came so many before the last, which is open `now`.
    pub fn before_last(rounds: usize, now: i64) -> Self {
        let back = i64::try_from(rounds).unwrap_or(0) * APART + SINCE;
        let opens = day_of(now) - back * DAY + MORNING;
        Self { made: opens - 2 * DAY + MORNING / 2, opens, closes: opens + OPEN * DAY }
    }

    /// What the round is called: "April 2026".
    pub fn name(self) -> String {
        month_of(self.opens)
    }

    /// The day on which somebody answers: one of the first seven, so that it is not in the future.
    pub fn answered(self, person: usize) -> i64 {
        let days = Chance::at(&[self.opens.cast_unsigned(), person as u64]).below(7);
        day_of(self.opens) + i64::from(days) * DAY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 23 November 2026, 12:00 UTC.
    const NOON: i64 = 1_795_435_200_000_000;

    #[test]
    fn the_last_round_is_open_and_the_others_are_over() {
        let [first, second, last] = [2, 1, 0].map(|rounds| Dates::before_last(rounds, NOON));
        assert!(first.closes < second.made && second.closes < last.made);
        assert!(last.opens < NOON && NOON < last.closes);
        assert_eq!([first, second, last].map(Dates::name), ["April 2026", "July 2026", "November 2026"]);
    }

    #[test]
    fn nobody_answers_before_a_round_or_in_the_future() {
        for now in [NOON, day_of(NOON), day_of(NOON) + DAY - 1] {
            let last = Dates::before_last(0, now);
            for person in 0..100 {
                assert!(day_of(last.opens) <= last.answered(person) && last.answered(person) < day_of(now));
            }
        }
    }
}
