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

use serde::{Deserialize, Serialize};

use crate::answer::Cell;

/// What a person gave in a block: the place of the first job role, and the answers to the questions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct View {
    /// Everybody's content at that time.
    #[serde(with = "super::kept::people")]
    pub(super) people: Arc<People>,
    /// Which questions have a figure.
    pub(super) questions: Vec<bool>,
    /// Of which questions it is also told how many did not know, or said that it does not apply.
    pub(super) counts: Vec<bool>,
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
        2 * self.questions.len() + 1 + self.parts.len()
    }

    /// Enters the weights of one person's answer to a question in each functional of this view: the questions, the
    /// construct, its parts, and the counts.
    fn weights(&self, seen: &Seen, question: usize, row: &mut [i64]) {
        if !seen.answers[question].0 {
            return;
        }
        row[question] = i64::from(self.questions[question]);
        // Sixths: of three answers each weighs 2, of two 3. With one answer there is no score.
        let weight = match seen.answers.iter().filter(|answer| answer.0).count() {
            3 => 2,
            2 => 3,
            _ => return,
        };
        let construct = self.questions.len();
        row[construct] = if self.construct { weight } else { 0 };
        if let Some(part) = self.parts.iter().position(|part| Some(*part) == seen.part) {
            row[construct + 1 + part] = weight;
        }
    }

    /// Where a question's count stands.
    const fn count_column(&self, question: usize) -> usize {
        self.questions.len() + 1 + self.parts.len() + question
    }
}

/// People whose answers have the same weights everywhere: they cancel together.
struct Kind {
    size: usize,
    rows: Vec<Vec<i64>>,
}

/// Whether no combination of what the views show speaks of fewer than `k` people. `alike` are the views' people.
pub(super) fn safe(k: usize, views: &[&View], alike: &Alike) -> bool {
    let kinds = kinds(views, alike);
    let mut all = Space::default();
    for kind in &kinds {
        all.take(&kind.rows);
    }
    // What takes longer than this to decide counts as unsafe.
    let mut steps = 500;
    !leaks(&kinds, &Space::default(), all.0.len(), k - 1, &mut steps)
}

/// How many people are alike in all that decides their weights, whatever is shown of them.
pub(super) struct Alike(BTreeMap<Vec<Seen>, usize>);

impl Alike {
    /// Compares everybody over publications, the oldest first.
    pub(super) fn of(publications: &[&People]) -> Self {
        let mut keys: Vec<&Arc<str>> = publications.iter().flat_map(|people| people.keys()).collect();
        keys.sort_unstable();
        keys.dedup();
        let mut alike = BTreeMap::new();
        for key in keys {
            let contents: Vec<Option<&Content>> = publications.iter().map(|people| people.get(key)).collect();
            *alike.entry(seen(&contents)).or_default() += 1;
        }
        Self(alike)
    }
}

fn kinds(views: &[&View], alike: &Alike) -> Vec<Kind> {
    let mut sizes: BTreeMap<Vec<Vec<i64>>, usize> = BTreeMap::new();
    for (seen, size) in &alike.0 {
        *sizes.entry(rows(views, seen)).or_default() += size;
    }
    // Columns of what is not told are empty.
    let used = |column: usize| sizes.keys().flatten().any(|row| row[column] != 0);
    let width = sizes.keys().flatten().next().map_or(0, Vec::len);
    let used: Vec<usize> = (0..width).filter(|column| used(*column)).collect();
    let told = |row: &Vec<i64>| used.iter().map(|column| row[*column]).collect();
    let kinds = sizes.iter().filter(|(rows, _)| !rows.is_empty());
    let mut kinds: Vec<Kind> =
        kinds.map(|(rows, size)| Kind { size: *size, rows: rows.iter().map(told).collect() }).collect();
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.size));
    kinds
}

/// What decides the weights of one person's answers in one view.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Seen {
    /// The part that the person is in; nothing of somebody who was not there.
    part: Option<usize>,
    /// For each question whether it has a value, and the first view in which the answer was the same: an unknown.
    answers: Vec<(bool, usize)>,
}

fn seen(contents: &[Option<&Content>]) -> Vec<Seen> {
    let one = |content: Option<&Content>| {
        let answers = content.map_or_else(Vec::new, |content| {
            let answer = |(question, given): (usize, &Given)| {
                let same =
                    |other: Option<&Content>| other.is_some_and(|other| other.given.get(question) == Some(given));
                (content.has(question), contents.iter().position(|other| same(*other)).unwrap_or(0))
            };
            content.given.iter().enumerate().map(answer).collect()
        });
        Seen { part: content.map(|content| content.part), answers }
    };
    contents.iter().copied().map(one).collect()
}

/// The weights of each unknown of a person in every functional; unknowns without any are left out.
fn rows(views: &[&View], seen: &[Seen]) -> Vec<Vec<i64>> {
    let width = views.iter().map(|view| view.columns()).sum();
    // Of each answer, at any time, two: what it is, and whether it is a value at all.
    let mut unknowns: BTreeMap<(usize, usize, bool), Vec<i64>> = BTreeMap::new();
    let mut from = 0;
    for (view, seen) in views.iter().zip(seen) {
        let to = from + view.columns();
        for (question, (_, first)) in seen.answers.iter().enumerate() {
            let row = unknowns.entry((question, *first, true)).or_insert_with(|| vec![0; width]);
            view.weights(seen, question, &mut row[from..to]);
            let row = unknowns.entry((question, *first, false)).or_insert_with(|| vec![0; width]);
            row[from + view.count_column(question)] = i64::from(view.counts[question]);
        }
        from = to;
    }
    let mut rows: Vec<Vec<i64>> = unknowns.into_values().filter(|row| row.iter().any(|one| *one != 0)).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// Whether a combination exists that is zero on all that is in `zero`, does not vanish, and speaks of at most `left` of
/// the people in `kinds`.
fn leaks(kinds: &[Kind], zero: &Space, rank: usize, left: usize, steps: &mut u32) -> bool {
    if zero.0.len() == rank {
        return false;
    }
    if zero.0.len() + 1 == rank {
        // Only one combination is left: it speaks of whoever does not cancel in it.
        let speaks = kinds.iter().filter(|kind| zero.grows(&kind.rows));
        return speaks.map(|kind| kind.size).sum::<usize>() <= left;
    }
    let Some((kind, rest)) = kinds.split_first() else { return true };
    *steps = steps.saturating_sub(1);
    if *steps == 0 {
        return true;
    }
    let mut more = zero.clone();
    more.take(&kind.rows);
    // Who cancels with those before anyhow need not be left over.
    let free = more.0.len() > zero.0.len() && kind.size <= left;
    leaks(rest, &more, rank, left, steps) || (free && leaks(rest, zero, rank, left - kind.size, steps))
}

/// A prime, 2^31 - 1. In one publication a row of weights is (1, 3, 3) at most, so the determinant of fourteen of them
/// is below it (Hadamard), in two that of eleven: a rank of so much modulo this prime is the rank. Beyond that it could
/// only be smaller if a determinant happened to be a multiple.
const PRIME: i64 = (1 << 31) - 1;

/// A space of rows in echelon form.
#[derive(Clone, Default)]
struct Space(Vec<(usize, Vec<i64>)>);

impl Space {
    /// The rest of a row that is not in the space; all zero if it is.
    fn rest(&self, row: &[i64]) -> Vec<i64> {
        let mut row = row.to_vec();
        for (pivot, base) in &self.0 {
            let (times, by) = (row[*pivot], base[*pivot]);
            if times != 0 {
                // Without a division: a multiple of the row spans the same.
                for (a, b) in row.iter_mut().zip(base) {
                    *a = (*a * by - times * b) % PRIME;
                }
            }
        }
        row
    }

    fn grows(&self, rows: &[Vec<i64>]) -> bool {
        rows.iter().any(|row| self.rest(row).iter().any(|one| *one != 0))
    }

    fn take(&mut self, rows: &[Vec<i64>]) {
        for row in rows {
            let row = self.rest(row);
            if let Some(pivot) = row.iter().position(|one| *one != 0) {
                self.0.push((pivot, row));
            }
        }
    }
}
