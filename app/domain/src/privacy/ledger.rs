//! Whether what was published of a block of questions can be taken apart.
//!
//! Every published mean tells a reader who knows who answered what (the strongest reader there can be) a sum over
//! people: a linear functional of their answers. Means of coarse figures are taken to be exact too, for with few people
//! a whole-number index has only one sum behind it. What else can be worked out by adding and subtracting is a
//! combination of these functionals, and a combination speaks of those people whose answers do not cancel in it. So the
//! block is safe exactly if **every combination that does not vanish speaks of at least k people**. This one test
//! covers the figures of three questions beside their construct's, a whole beside its parts, and one publication
//! after another.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::answer::Cell;

/// What a person gave in a block: the place of the first job role, and the answers to the questions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Content {
    pub(super) part: usize,
    pub(super) given: Vec<Given>,
}

/// An answer as it is compared between publications: metrics and items alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Given {
    Value(u64),
    DontKnow,
    NotApplicable,
    Blank,
}

impl From<Cell> for Given {
    fn from(cell: Cell) -> Self {
        match cell {
            Cell::Value(value) => Self::Value(u64::from(value)),
            Cell::DontKnow => Self::DontKnow,
            Cell::NotApplicable => Self::NotApplicable,
            Cell::Blank => Self::Blank,
        }
    }
}

impl Content {
    pub(super) fn has(&self, question: usize) -> bool {
        matches!(self.given.get(question), Some(Given::Value(_)))
    }

    pub(super) fn answered(&self) -> usize {
        (0..self.given.len()).filter(|question| self.has(*question)).count()
    }
}

pub(super) type People = BTreeMap<Arc<str>, Content>;

/// What one publication shows of a block.
#[derive(Clone, Debug)]
pub(super) struct View {
    /// Everybody's content at that time.
    pub(super) people: Arc<People>,
    /// Which questions have a figure.
    pub(super) questions: Vec<bool>,
    /// Whether the construct has one: the mean over people of the mean of two or three answers.
    pub(super) construct: bool,
    /// The parts, by job role, for which the construct has one.
    pub(super) parts: Vec<usize>,
}

impl View {
    pub(super) fn is_empty(&self) -> bool {
        !self.construct && !self.questions.contains(&true)
    }

    fn columns(&self) -> usize {
        self.questions.len() + 1 + self.parts.len()
    }

    /// Enters the weights of one person's answer to a question in each functional of this view.
    fn weights(&self, content: &Content, question: usize, row: &mut [i128]) {
        if !content.has(question) {
            return;
        }
        row[question] = i128::from(self.questions[question]);
        // Sixths: of three answers each weighs 2, of two 3. With one answer there is no score.
        let weight = match content.answered() {
            3 => 2,
            2 => 3,
            _ => return,
        };
        let construct = self.questions.len();
        row[construct] = if self.construct { weight } else { 0 };
        for (column, part) in row[construct + 1..].iter_mut().zip(&self.parts) {
            *column = if *part == content.part { weight } else { 0 };
        }
    }
}

/// People whose answers have the same weights everywhere: they cancel together.
struct Kind {
    size: usize,
    rows: Vec<Vec<i128>>,
}

/// Whether no combination of what the views show speaks of fewer than `k` people.
pub(super) fn safe(k: usize, views: &[&View]) -> bool {
    let kinds = kinds(views);
    let mut all = Space::default();
    kinds.iter().for_each(|kind| all.take(&kind.rows));
    // What takes longer than this to decide counts as unsafe.
    let mut steps = 4_000;
    !leaks(&kinds, &Space::default(), all.0.len(), k - 1, &mut steps)
}

fn kinds(views: &[&View]) -> Vec<Kind> {
    let width = views.iter().map(|view| view.columns()).sum();
    let mut sizes: BTreeMap<Vec<Vec<i128>>, usize> = BTreeMap::new();
    let mut keys: Vec<&Arc<str>> = views.iter().flat_map(|view| view.people.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        // One unknown for each answer that the person gave at any time.
        let mut unknowns: BTreeMap<(&Content, usize), Vec<i128>> = BTreeMap::new();
        let mut from = 0;
        for view in views {
            let to = from + view.columns();
            if let Some(content) = view.people.get(key) {
                for question in 0..content.given.len() {
                    let row = unknowns.entry((content, question)).or_insert_with(|| vec![0; width]);
                    view.weights(content, question, &mut row[from..to]);
                }
            }
            from = to;
        }
        let mut rows: Vec<Vec<i128>> = unknowns.into_values().filter(|row| row.iter().any(|one| *one != 0)).collect();
        rows.sort_unstable();
        rows.dedup();
        if !rows.is_empty() {
            *sizes.entry(rows).or_default() += 1;
        }
    }
    let mut kinds: Vec<Kind> = sizes.into_iter().map(|(rows, size)| Kind { size, rows }).collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.size));
    kinds
}

/// Whether a combination exists that is zero on all that is in `zero`, does not vanish, and speaks of at most `left` of
/// the people in `kinds`.
fn leaks(kinds: &[Kind], zero: &Space, rank: usize, left: usize, steps: &mut u32) -> bool {
    if zero.0.len() == rank {
        return false;
    }
    let Some((kind, rest)) = kinds.split_first() else { return true };
    *steps = steps.saturating_sub(1);
    if *steps == 0 {
        return true;
    }
    let mut more = zero.clone();
    more.take(&kind.rows);
    leaks(rest, &more, rank, left, steps) || (kind.size <= left && leaks(rest, zero, rank, left - kind.size, steps))
}

/// 2^61 - 1. The weights are at most 3, so a determinant of sixteen of them is below it (Hadamard): a rank modulo this
/// prime is the rank.
const PRIME: i128 = (1 << 61) - 1;

/// A space of rows in echelon form, each with 1 at its pivot.
#[derive(Clone, Default)]
struct Space(Vec<(usize, Vec<i128>)>);

impl Space {
    fn take(&mut self, rows: &[Vec<i128>]) {
        for row in rows {
            let mut row = row.clone();
            for (pivot, base) in &self.0 {
                let times = row[*pivot];
                if times != 0 {
                    row.iter_mut().zip(base).for_each(|(a, b)| *a = (*a - times * b).rem_euclid(PRIME));
                }
            }
            if let Some(pivot) = row.iter().position(|one| *one != 0) {
                let inverse = power(row[pivot], PRIME - 2);
                row.iter_mut().for_each(|one| *one = *one * inverse % PRIME);
                self.0.push((pivot, row));
            }
        }
    }
}

fn power(base: i128, exponent: i128) -> i128 {
    let (mut result, mut base, mut exponent) = (1, base.rem_euclid(PRIME), exponent);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    result
}
