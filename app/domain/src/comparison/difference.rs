//! What is said of a difference, depending on how many people are behind it.

use crate::statistics::{Interval, Magnitude, Summary, TTest, hedges_g, holm, pooled_sd};

/// Fewest people a side for a p-value: with fewer, chance decides too much for one to be of use.
pub const MIN_FOR_P: u32 = 10;

/// Something of two sides.
#[derive(Clone, Debug, PartialEq)]
pub enum Compared<T> {
    /// It was put to people in another way: a visible break, across which nothing is compared.
    Reworded,
    /// A side has too few published values.
    Unknown,
    /// What was found.
    Found(T),
}

/// How large an effect is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// Hedges' g, in standard deviations.
    pub g: f64,
    /// The same in a word.
    pub word: Magnitude,
}

/// How likely a difference at least as large would be by chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct P {
    /// Of this test alone, 0 to 1.
    pub alone: f64,
    /// Adjusted by Holm for everything that is compared with it, 0 to 1.
    pub adjusted: f64,
}

/// What speaks for a difference being more than chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Evidence<Probability> {
    /// Ten people or more on both sides.
    Tested(Probability),
    /// Fewer on a side: the smallest standardised difference that so many would mostly show. `None` below five a side,
    /// and of the same people twice, of whom it is not known.
    TooFew(Option<f64>),
    /// Enough people, and all of them of one mind: there is nothing to hold a difference against.
    NoSpread,
}

/// A difference of two means, the first less the second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// How many people are behind the two sides.
    pub people: [u32; 2],
    /// In points of the scale from 1 to 5: -4 to 4.
    pub difference: f64,
    /// Its 95 % interval, within -4 to 4; `None` where there is no spread.
    pub interval: Option<Interval>,
    /// Its size; `None` where there is no spread.
    pub effect: Option<Effect>,
    /// The standard deviation that both sides have in common, in points of the scale from 1 to 5: 0 or more.
    pub spread: f64,
    /// Whether it is more than chance.
    pub evidence: Evidence<P>,
}

impl Difference {
    /// Before it is adjusted for the others.
    pub(super) fn of([one, other]: [Summary; 2], test: Option<TTest>, too_few: impl Fn(u32) -> Option<f64>) -> Self {
        Self {
            people: [one.n(), other.n()],
            difference: one.mean() - other.mean(),
            interval: test.map(|test| test.interval.clipped(-4.0, 4.0)),
            effect: hedges_g(&one, &other).map(|g| Effect { g, word: Magnitude::of_difference(g) }),
            spread: pooled_sd(&one, &other),
            evidence: Evidence::of(
                [one.n(), other.n()],
                test.map(|test| P { alone: test.p, adjusted: test.p }),
                too_few,
            ),
        }
    }
}

impl<Probability> Evidence<Probability> {
    pub(super) fn of(people: [u32; 2], p: Option<Probability>, too_few: impl Fn(u32) -> Option<f64>) -> Self {
        let fewer = people[0].min(people[1]);
        match p {
            _ if fewer < MIN_FOR_P => Self::TooFew(too_few(fewer)),
            Some(p) => Self::Tested(p),
            None => Self::NoSpread,
        }
    }
}

/// Adjusts the p of all differences that were tested together.
pub(super) fn adjust<'d>(differences: impl Iterator<Item = &'d mut Difference>) {
    let mut tested: Vec<&mut P> = differences
        .filter_map(|difference| match &mut difference.evidence {
            Evidence::Tested(p) => Some(p),
            Evidence::TooFew(_) | Evidence::NoSpread => None,
        })
        .collect();
    let alone: Vec<f64> = tested.iter().map(|p| p.alone).collect();
    for (p, adjusted) in tested.iter_mut().zip(holm(&alone)) {
        p.adjusted = adjusted;
    }
}
