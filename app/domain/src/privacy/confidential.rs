//! Publishing a confidential round.

use std::sync::Arc;

use super::block::{Block, Wish, changed, complementary};
use super::importance::{self, Importance};
use super::ledger::{Content, Given, People, View};
use super::publication::{Figures, Past};
use super::redact::{self, FULL_FROM};
use super::{Cut, PARTS, Publication, Published, Refused, SealedAnswers, Told, comments, composites, part_of};
use crate::answer::{MetricCell, RespondentAnswers};
use crate::instrument::{ConstructIndex, Feeds, Instrument, ItemIndex, JobRole, MetricIndex, Ranked};
use crate::scoring::{ConstructScore, Counted, Detail, MetricScore, Scores, compose, compose_part, count};

pub(super) fn publish(
    instrument: &Instrument,
    answers: &SealedAnswers,
    k: u8,
    before: Option<&Past>,
    seed: u64,
) -> Result<Publication, Refused> {
    let round = Round::of(instrument, answers, k);
    let past = round.decide(before);
    if before.is_some_and(|before| changed_people(before, &past) < usize::from(k)) {
        return Err(Refused::TooFewChanged);
    }
    let told = Told {
        scores: round.scores(&past),
        cuts: round.cuts(&past),
        comments: comments::shuffled(answers, seed),
        importance: past.importance.iter().flat_map(|block| block.figures.iter().cloned()).collect(),
    };
    Ok(Publication { published: Published(told), past: Some(Arc::new(past)) })
}

/// How many people came, went or answered anything differently between two releases.
fn changed_people(before: &Past, now: &Past) -> usize {
    // A memory from before this was asked for says nothing of it, which is not that everybody has changed.
    let ranked = !before.importance.is_empty();
    let blocks = |past: &Past| -> Vec<Arc<People>> {
        let constructs = past.constructs.iter().map(|block| Arc::clone(&block.people));
        let metrics = past.metrics.iter().map(|block| Arc::clone(&block.people));
        let importance = past.importance.iter().filter(|_| ranked).map(|block| Arc::clone(&block.people));
        constructs.chain(metrics).chain(importance).collect()
    };
    let whole = |past: &Past| {
        let mut all = People::new();
        for people in blocks(past) {
            for (key, content) in people.iter() {
                let one = all.entry(Arc::clone(key)).or_insert(Content { part: content.part, given: Vec::new() });
                one.given.extend_from_slice(&content.given);
            }
        }
        all
    };
    changed(&whole(before), &whole(now))
}

/// A confidential round that is being published.
struct Round<'r> {
    instrument: &'r Instrument,
    answers: &'r SealedAnswers,
    k: u8,
    keys: Vec<Arc<str>>,
    whole: Counted,
    /// The parts that may be told of, with the number of their people.
    parts: Vec<(usize, Counted)>,
}

impl<'r> Round<'r> {
    fn of(instrument: &'r Instrument, answers: &'r SealedAnswers, k: u8) -> Self {
        let sheet = &answers.sheet;
        let mut sizes = [0; PARTS];
        sheet.respondents().iter().for_each(|respondent| sizes[part_of(respondent)] += 1);
        let mut shown: Vec<usize> = (0..PARTS).filter(|part| sizes[*part] >= usize::from(k)).collect();
        shown.sort_by_key(|part| (std::cmp::Reverse(sizes[*part]), *part));
        while !shown.is_empty() && !complementary(usize::from(k), &sizes, &shown) {
            shown.pop();
        }
        shown.sort_unstable();
        let counted = |part: usize| count(instrument, &sheet.only(|respondent| part_of(respondent) == part));
        Self {
            instrument,
            answers,
            k,
            keys: answers.keys.iter().map(|key| Arc::from(key.as_str())).collect(),
            whole: count(instrument, sheet),
            parts: shown.into_iter().map(|part| (part, counted(part))).collect(),
        }
    }

    fn decide(&self, before: Option<&Past>) -> Past {
        let constructs = self.instrument.construct_indices();
        let metrics = self.instrument.metric_indices();
        Past {
            constructs: constructs
                .map(|place| self.construct(place, before.and_then(|before| before.constructs.get(place.get()))))
                .collect(),
            metrics: metrics
                .map(|place| self.metric(place, before.and_then(|before| before.metrics.get(place.get()))))
                .collect(),
            importance: (self.instrument.ranked().enumerate())
                .map(|(place, question)| {
                    self.importance(&question, before.and_then(|before| before.importance.get(place)))
                })
                .collect(),
        }
    }

    fn people(&self, given: impl Fn(&RespondentAnswers) -> Vec<Given>) -> People {
        let respondents = self.answers.sheet.respondents().iter();
        let content = |one| Content { part: part_of(one), given: given(one) };
        self.keys.iter().cloned().zip(respondents.map(content)).collect()
    }

    fn construct(&self, place: ConstructIndex, before: Option<&Block<Figures>>) -> Block<Figures> {
        let items = self.instrument[place].items;
        let people = self.people(|one| items.iter().map(|item| Given::from(one.item(*item))).collect());
        // Gates last, for without them no level is told; else the question with the fewest answers first.
        let mut order: Vec<usize> = (0..items.len()).collect();
        order.sort_by_key(|question| {
            let item = items[*question];
            let gate = self.instrument.gates.contains(&item);
            (gate, self.whole.items[item.get()].n, std::cmp::Reverse(*question))
        });
        let parts: Vec<usize> = self.parts.iter().map(|(part, _)| *part).collect();
        let wish = Wish { k: usize::from(self.k), construct: true, parts: &parts, order };
        Block::next(before, people, &wish, |view| self.figures(place, view))
    }

    fn figures(&self, place: ConstructIndex, view: &View) -> Figures {
        let item = |(item, shown): (&ItemIndex, &bool)| {
            let score = &self.whole.items[item.get()];
            let mut told = if *shown { redact::without_blanks(score) } else { redact::hidden_item(&score.id) };
            if *shown && score.n < FULL_FROM {
                told.detail = Detail::Coarse;
            }
            told
        };
        let whole = &self.whole.constructs[place.get()];
        let parts = self.parts.iter().filter(|(part, _)| view.parts.contains(part));
        let parts: Vec<(usize, ConstructScore)> =
            parts.map(|(part, counted)| (*part, redact::construct(&counted.constructs[place.get()], self.k))).collect();
        let mut construct =
            if view.construct { redact::construct(whole, self.k) } else { redact::hidden_construct(&whole.id) };
        construct.role_balanced_mean = role_balanced(view, &parts);
        Figures {
            items: self.instrument[place].items.iter().zip(&view.questions).map(item).collect(),
            construct,
            parts,
        }
    }

    fn metric(&self, place: MetricIndex, before: Option<&Block<MetricScore>>) -> Block<MetricScore> {
        let people = self.people(|one| {
            vec![match one.metric(place) {
                MetricCell::Band(band) => Given::Value(u64::from(band)),
                MetricCell::Percent(percent) => Given::Value(percent.to_bits()),
                MetricCell::DontKnow => Given::DontKnow,
                MetricCell::NotApplicable => Given::NotApplicable,
                MetricCell::Blank => Given::Blank,
            }]
        });
        let wish = Wish { k: usize::from(self.k), construct: false, parts: &[], order: vec![0] };
        Block::next(before, people, &wish, |view| {
            let score = &self.whole.metrics[place.get()];
            if view.questions[0] {
                redact::metric(score, &self.instrument[place].kind, self.k)
            } else {
                redact::hidden_metric(&score.id)
            }
        })
    }

    fn importance(&self, question: &Ranked, before: Option<&Block<Vec<Importance>>>) -> Block<Vec<Importance>> {
        let everybody = self.answers.sheet.respondents().iter().zip(&self.answers.chosen);
        let content =
            everybody.map(|(one, chosen)| Content { part: part_of(one), given: importance::given(question, chosen) });
        let people: People = self.keys.iter().cloned().zip(content).collect();
        let order = (0..question.constructs.len()).rev().collect();
        let wish = Wish { k: usize::from(self.k), construct: false, parts: &[], order };
        Block::next(before, people, &wish, |view| {
            let counts = importance::of_question(self.instrument, question, self.answers.chosen.iter());
            counts.into_iter().zip(&view.questions).map(|(count, may)| importance::told(count, *may)).collect()
        })
    }

    /// The whole, composed of what is told of the blocks.
    fn scores(&self, past: &Past) -> Scores {
        let mut counted = self.whole.clone();
        for (place, block) in self.instrument.construct_indices().zip(&past.constructs) {
            for (item, told) in self.instrument[place].items.iter().zip(&block.figures.items) {
                counted.items[item.get()] = told.clone();
            }
            counted.constructs[place.get()] = block.figures.construct.clone();
        }
        counted.metrics = past.metrics.iter().map(|block| block.figures.clone()).collect();
        let mut scores = compose(self.instrument, counted);
        scores.threshold = Some(self.k);
        // Counts of items that are coarse were needed for what is met, and go now.
        scores.items = scores.items.into_iter().map(|item| redact::item(item, self.k)).collect();
        composites::dimensions(self.instrument, &scores.constructs, &mut scores.dimensions);
        let mut practices = self.instrument.constructs_feeding(Feeds::Maturity);
        let kept = practices.any(|place| past.constructs[place.get()].kept);
        composites::maturity(self.instrument, &mut scores, kept, self.k);
        composites::delivery(&mut scores.delivery);
        scores
    }

    fn cuts(&self, past: &Past) -> Vec<Cut> {
        self.parts.iter().map(|(part, counted)| self.cut(past, *part, counted.respondents)).collect()
    }

    fn cut(&self, told: &Past, part: usize, size: usize) -> Cut {
        let constructs: Vec<ConstructScore> = told
            .constructs
            .iter()
            .map(|block| {
                let told = block.figures.parts.iter().find(|(one, _)| *one == part).map(|(_, score)| score.clone());
                told.unwrap_or_else(|| redact::hidden_construct(&block.figures.construct.id))
            })
            .collect();
        let (mut dimensions, index) = compose_part(self.instrument, &constructs);
        composites::dimensions(self.instrument, &constructs, &mut dimensions);
        let coarse = constructs.iter().any(|score| score.detail == Detail::Coarse);
        Cut {
            role: JobRole::ALL.get(part).copied(),
            respondents: if size < FULL_FROM as usize { usize::from(self.k) } else { size },
            constructs,
            dimensions,
            maturity_index: if coarse { index.map(f64::round) } else { index },
        }
    }
}

/// The mean of the parts' means as they are told, where every part that has a score is told.
fn role_balanced(view: &View, parts: &[(usize, ConstructScore)]) -> Option<f64> {
    let scored = view.people.values().filter(|content| content.answered() >= 2);
    let complete = scored.into_iter().all(|content| view.parts.contains(&content.part));
    let means: Vec<f64> = parts.iter().filter_map(|(_, score)| score.mean).collect();
    crate::statistics::mean(&means).filter(|_| complete && view.construct)
}
