//! What is printed: medians of both sides, and the ratio with its range.

use crate::ROUNDS;

/// What two sides reached, round by round.
#[derive(Default)]
pub struct Figures {
    rounds: Vec<(f64, f64)>,
}

/// The line over the table.
pub fn head() {
    println!("{:<62}{:>10}{:>10}{:>8}   range in {ROUNDS} rounds", "", "measured", "limit", "ratio");
}

impl Figures {
    /// What was measured in one round, and what the limit was in it.
    pub fn add(&mut self, measured: f64, limit: f64) {
        self.rounds.push((measured, limit));
    }

    /// Prints a line. Ratios are those of single rounds, so that what slows down both sides for a while cancels out.
    pub fn print(&self, what: &str, digits: usize) {
        let sides: [fn((f64, f64)) -> f64; 3] = [|(a, _)| a, |(_, b)| b, |(a, b)| a / b];
        let [measured, limit, ratio] = sides.map(|side| self.sorted(side));
        let (middle, last) = (self.rounds.len() / 2, self.rounds.len() - 1);
        println!(
            "{what:<62}{:>10.digits$}{:>10.digits$}{:>8.2}   {:.2} to {:.2}",
            measured[middle], limit[middle], ratio[middle], ratio[0], ratio[last]
        );
    }

    fn sorted(&self, side: fn((f64, f64)) -> f64) -> Vec<f64> {
        let mut values: Vec<f64> = self.rounds.iter().copied().map(side).collect();
        values.sort_by(f64::total_cmp);
        values
    }
}
