//! What is told of one block: a construct with its questions, or a delivery metric.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::ledger::{Alike, Content, People, View, safe};

/// A block as it was published, and all that was ever published of it.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Block<F> {
    /// Everybody's content at the last release, whether or not it was published anew.
    #[serde(with = "super::kept::people")]
    pub(super) people: Arc<People>,
    views: Vec<View>,
    pub(super) figures: F,
    /// Whether the figures are those of an earlier release, although somebody has changed since.
    pub(super) kept: bool,
}

/// What a block may tell beyond its own numbers.
pub(super) struct Wish<'w> {
    pub(super) k: usize,
    /// Whether the questions make up a construct.
    pub(super) construct: bool,
    /// The parts of which something may be told at all.
    pub(super) parts: &'w [usize],
    /// The questions in the order in which they are given up first.
    pub(super) order: Vec<usize>,
}

impl<F: Clone> Block<F> {
    /// Decides what is told of `people` after all that was told before, and has `figures` made of it. Where fewer than k
    /// people have changed since it was last told, or nothing new can be told safely, it stays as it was.
    pub(super) fn next(
        before: Option<&Self>,
        people: People,
        wish: &Wish<'_>,
        figures: impl FnOnce(&View) -> F,
    ) -> Self {
        let people = Arc::new(people);
        let views = before.map_or(&[][..], |before| &before.views);
        let changed = views.last().map_or(usize::MAX, |last| changed(&last.people, &people));
        let view = if changed < wish.k { None } else { wish.view(&people, views) };
        match (view, before) {
            (Some(view), _) => {
                let figures = figures(&view);
                let views = views.iter().cloned().chain((!view.is_empty()).then_some(view)).collect();
                Self { people, views, figures, kept: false }
            }
            (None, Some(before)) => Self { people, kept: changed > 0, ..before.clone() },
            // Without a past there is always a view, if an empty one.
            (None, None) => Self { figures: figures(&wish.nothing(&people)), people, views: Vec::new(), kept: false },
        }
    }
}

impl<F> Block<F> {
    /// Whoever was there, at the last release and in every view.
    pub(super) fn people_mut(&mut self) -> impl Iterator<Item = &mut Arc<People>> {
        [&mut self.people].into_iter().chain(self.views.iter_mut().map(|view| &mut view.people))
    }
}

/// How many people came, went, or gave something else.
pub(super) fn changed(before: &People, now: &People) -> usize {
    let differ = now.iter().filter(|(key, content)| before.get(*key) != Some(content)).count();
    differ + before.keys().filter(|key| !now.contains_key(*key)).count()
}

fn scored(people: &People) -> impl Iterator<Item = &Content> {
    people.values().filter(|content| content.answered() >= 2)
}

impl Wish<'_> {
    fn nothing(&self, people: &Arc<People>) -> View {
        let questions = vec![false; self.order.len()];
        View { people: Arc::clone(people), counts: questions.clone(), questions, construct: false, parts: Vec::new() }
    }

    /// As much as is safe: questions are given up one by one until the whole is safe, then parts until they are.
    /// `None` if something was told before and nothing can be added.
    fn view(&self, people: &Arc<People>, past: &[View]) -> Option<View> {
        let all: Vec<&People> = past.iter().map(|view| &*view.people).chain([&**people]).collect();
        let alike = Alike::of(&all);
        let is_safe = |view: &View| {
            let views: Vec<&View> = past.iter().chain([view]).collect();
            safe(self.k, &views, &alike)
        };
        let mut view = self.nothing(people);
        for question in 0..self.order.len() {
            let n = people.values().filter(|content| content.has(question)).count();
            view.questions[question] = n >= self.k;
            view.counts[question] = self.construct && n >= super::FULL_FROM as usize;
        }
        view.construct = self.construct && scored(people).count() >= self.k;
        let mut order = self.order.iter();
        while !is_safe(&view) {
            let question = *order.next()?;
            view.questions[question] = false;
            view.counts[question] = false;
        }
        if view.is_empty() && !past.is_empty() {
            return None;
        }
        if view.construct {
            self.add_parts(&mut view, is_safe);
        }
        Some(view)
    }

    /// Adds the parts with k scores or more. What they leave of the whole is refused unless it is nobody or at least k
    /// people; and one hidden part alone takes the next smallest with it.
    fn add_parts(&self, view: &mut View, is_safe: impl Fn(&View) -> bool) {
        let mut sizes = [0; super::PARTS];
        scored(&view.people).for_each(|content| sizes[content.part] += 1);
        let mut parts: Vec<usize> = self.parts.iter().copied().filter(|part| sizes[*part] >= self.k).collect();
        // The smallest last, of equal ones the later.
        parts.sort_by_key(|part| (std::cmp::Reverse(sizes[*part]), *part));
        loop {
            view.parts.clone_from(&parts);
            if parts.is_empty() || (complementary(self.k, &sizes, &parts) && is_safe(view)) {
                return;
            }
            parts.pop();
        }
    }
}

/// Whether what `shown` leaves of the parts is nobody, or two parts or more with at least k people together.
pub(super) fn complementary(k: usize, sizes: &[usize], shown: &[usize]) -> bool {
    let hidden = || sizes.iter().enumerate().filter(|(part, n)| **n > 0 && !shown.contains(part)).map(|(_, n)| *n);
    match hidden().count() {
        0 => true,
        1 => false,
        _ => hidden().sum::<usize>() >= k,
    }
}
