//! Publishing a confidential round.

use std::sync::Arc;

use super::block::{Block, Wish, changed, complementary};
use super::ledger::{Content, Given, People, View};
use super::publication::{Figures, Past};
use super::redact::{self, FULL_FROM};
use super::{Comment, Cut, PARTS, Publication, Published, Refused, SealedAnswers, part_of};
use crate::answer::{MetricCell, RespondentAnswers};
use crate::instrument::{ConstructIndex, Feeds, Instrument, ItemIndex, JobRole, MetricIndex, Scale};
use crate::scoring::{
    ConstructScore, Counted, DeliveryScore, Detail, DimensionScore, MetricScore, Scores, Status, compose, compose_part,
    count,
};

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
    let published =
        Published { scores: round.scores(&past), cuts: round.cuts(&past), comments: comments(answers, seed) };
    Ok(Publication { published, past: Some(Arc::new(past)) })
}

/// How many people came, went or answered anything differently between two releases.
fn changed_people(before: &Past, now: &Past) -> usize {
    let blocks = |past: &Past| -> Vec<Arc<People>> {
        let constructs = past.constructs.iter().map(|block| Arc::clone(&block.people));
        constructs.chain(past.metrics.iter().map(|block| Arc::clone(&block.people))).collect()
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
            let mut told = if *shown { score.clone() } else { redact::hidden_item(&score.id) };
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
        round_dimensions(self.instrument, &scores.constructs, &mut scores.dimensions);
        self.maturity(past, &mut scores);
        round_delivery(&mut scores.delivery);
        scores
    }

    fn maturity(&self, past: &Past, scores: &mut Scores) {
        let practices: Vec<ConstructIndex> = self.instrument.constructs_feeding(Feeds::Maturity).collect();
        let any = |detail: Detail| practices.iter().any(|place| scores.constructs[place.get()].detail == detail);
        let (coarse, hidden) = (any(Detail::Coarse), any(Detail::Suppressed));
        let kept = practices.iter().any(|place| past.constructs[place.get()].kept);
        let maturity = &mut scores.maturity;
        if coarse {
            maturity.index = maturity.index.map(f64::round);
            maturity.equal_dimension_index = maturity.equal_dimension_index.map(f64::round);
        }
        if hidden && maturity.status == Status::Withheld {
            maturity.status = Status::Suppressed;
        }
        // The interval would take in changes that the index does not show.
        maturity.ci95 = maturity.ci95.filter(|_| !kept);
        if coarse || maturity.n < FULL_FROM {
            maturity.ci95 = maturity.ci95.map(redact::widened);
            maturity.n = u32::from(self.k);
        }
        let mut items = self.instrument.items.iter().zip(&scores.items);
        let hidden = items.any(|(item, score)| item.scale == Scale::M5 && score.detail == Detail::Suppressed);
        let level = &mut maturity.level;
        if hidden && level.level_status == Status::Withheld {
            level.level_status = Status::Suppressed;
        }
        // Only whether a gate is met at the secured level and the next is part of the level.
        let secured = level.secured_level.unwrap_or(1);
        for gate in &mut level.basis.gates {
            gate.met_at = gate.met_at.map(|met| met.clamp(secured, (secured + 1).min(5)));
        }
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
        round_dimensions(self.instrument, &constructs, &mut dimensions);
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

fn round_dimensions(instrument: &Instrument, constructs: &[ConstructScore], dimensions: &mut [DimensionScore]) {
    for score in dimensions {
        let Some(dimension) = instrument.dimensions.iter().find(|dimension| dimension.id == score.id) else { continue };
        let any = |detail| dimension.constructs.iter().any(|place| constructs[place.get()].detail == detail);
        if any(Detail::Coarse) {
            score.index = score.index.map(f64::round);
        }
        if any(Detail::Suppressed) && score.status == Status::Withheld {
            score.status = Status::Suppressed;
        }
    }
}

fn round_delivery(delivery: &mut DeliveryScore) {
    let any = |detail: Detail| delivery.metrics.iter().any(|metric| metric.detail == detail);
    let (coarse, hidden) = (any(Detail::Coarse), any(Detail::Suppressed));
    if coarse {
        delivery.index = delivery.index.map(f64::round);
    }
    if hidden && delivery.status == Status::Withheld {
        delivery.status = Status::Suppressed;
    }
}

/// Comments in an order that only the seed decides; none below ten respondents.
fn comments(answers: &SealedAnswers, seed: u64) -> Vec<Comment> {
    if answers.keys.len() < FULL_FROM as usize {
        return Vec::new();
    }
    let written = answers.comments.iter();
    let mut comments: Vec<Comment> =
        written.map(|one| Comment { field: one.field.clone(), text: one.text.clone() }).collect();
    // First an order that does not depend on people, then chance.
    comments.sort_unstable();
    let mut state = seed;
    for last in (1..comments.len()).rev() {
        let place = next(&mut state) % (last as u64 + 1);
        comments.swap(last, usize::try_from(place).unwrap_or(0));
    }
    comments
}

/// The next number of a `SplitMix64` sequence (Steele, Lea & Flood 2014).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}
