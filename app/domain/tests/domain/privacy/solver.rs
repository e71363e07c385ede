//! A reader who knows who answered what, takes every published mean for an exact sum, and solves for what it can.
//!
//! A mean that is shown as a whole-number index is an interval half a point wide on each side. With fewer than ten
//! answers a sum of items lies 2.5 points or more from the next, so the interval holds one sum only; of constructs, in
//! sixths, it holds few. The reader is therefore given the exact sum of every coarse figure too: whoever has less than
//! that can work out less.

use std::collections::BTreeMap;

/// Somebody's answer to a question, and which one.
pub type Unknown = (usize, usize, u32);

/// A published sum: which answers are in it, and with which weight.
pub type Sum = BTreeMap<Unknown, i64>;

const PRIME: i64 = 1_073_741_789;

/// What each answer weighs in each sum, by person.
fn columns(sums: &[Sum]) -> BTreeMap<usize, Vec<Vec<i64>>> {
    let mut unknowns: BTreeMap<&Unknown, Vec<i64>> = BTreeMap::new();
    for (row, sum) in sums.iter().enumerate() {
        for (unknown, weight) in sum.iter().filter(|(_, weight)| **weight != 0) {
            unknowns.entry(unknown).or_insert_with(|| vec![0; sums.len()])[row] = *weight;
        }
    }
    let mut people: BTreeMap<usize, Vec<Vec<i64>>> = BTreeMap::new();
    for (unknown, column) in unknowns {
        people.entry(unknown.0).or_default().push(column);
    }
    for columns in people.values_mut() {
        columns.sort_unstable();
    }
    people
}

/// Independent vectors, by Gauss over the whole numbers modulo a prime.
#[derive(Clone, Default)]
struct Basis(Vec<(usize, Vec<i64>)>);

impl Basis {
    fn add<'v>(&mut self, vectors: impl IntoIterator<Item = &'v Vec<i64>>) {
        for vector in vectors {
            let mut rest = vector.clone();
            for (lead, row) in &self.0 {
                let (factor, by) = (rest[*lead], row[*lead]);
                if factor != 0 {
                    rest.iter_mut().zip(row).for_each(|(a, b)| *a = (*a * by - factor * b) % PRIME);
                }
            }
            if let Some(lead) = rest.iter().position(|one| *one != 0) {
                self.0.push((lead, rest));
            }
        }
    }

    fn rank(&self) -> usize {
        self.0.len()
    }
}

/// Answers that follow from the sums: those whose weights are a combination of the sums'.
pub fn answers(sums: &[Sum]) -> usize {
    let columns: Vec<Vec<i64>> = columns(sums).into_values().flatten().collect();
    let mut all = Basis::default();
    all.add(&columns);
    let without = |left_out: usize| {
        let mut basis = Basis::default();
        basis.add(columns.iter().enumerate().filter(|(place, _)| *place != left_out).map(|(_, column)| column));
        basis.rank()
    };
    (0..columns.len()).filter(|place| without(*place) < all.rank()).count()
}

/// Whether anything follows that speaks of fewer than `k` people: one of them, or the sum over a few.
pub fn group(k: usize, sums: &[Sum]) -> bool {
    let mut sizes: BTreeMap<Vec<Vec<i64>>, usize> = BTreeMap::new();
    for columns in columns(sums).into_values() {
        *sizes.entry(columns).or_default() += 1;
    }
    let mut alike: Vec<(Vec<Vec<i64>>, usize)> = sizes.into_iter().collect();
    alike.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    let mut all = Basis::default();
    for (columns, _) in &alike {
        all.add(columns);
    }
    fewer(&alike, Basis::default(), all.rank(), k - 1)
}

/// Chooses whose answers cancel, until nothing but the zero combination is left or those that remain are few enough.
fn fewer(alike: &[(Vec<Vec<i64>>, usize)], cancelled: Basis, rank: usize, left: usize) -> bool {
    if cancelled.rank() == rank {
        return false;
    }
    let Some(((columns, size), rest)) = alike.split_first() else { return true };
    let mut more = cancelled.clone();
    more.add(columns);
    // Whose answers cancel with the others' anyhow need not be among the few.
    let free = more.rank() > cancelled.rank() && *size <= left;
    fewer(rest, more, rank, left) || (free && fewer(rest, cancelled, rank, left - size))
}

/// The same by trying every group of people: slow, and hard to get wrong.
pub fn group_by_trying(k: usize, sums: &[Sum]) -> bool {
    let people: Vec<Vec<Vec<i64>>> = columns(sums).into_values().collect();
    let rank = |out: u32| {
        let mut basis = Basis::default();
        let kept = people.iter().enumerate().filter(|(place, _)| out & (1 << place) == 0);
        for (_, columns) in kept {
            basis.add(columns);
        }
        basis.rank()
    };
    let all = rank(0);
    (1..1_u32 << people.len()).filter(|out| (out.count_ones() as usize) < k).any(|out| rank(out) < all)
}
