//! What is said of a difference. Everything is on 0 to 100 like the figures that it is the difference of.

use super::{Compared, Difference, Effect, Evidence, P};
use crate::figures::Figure;
use crate::report::words::{TOO_FEW, whole};
use crate::scoring::index;
use crate::statistics::Interval;

/// Below this an adjusted p counts as more than chance (Fisher 1925).
const RARE: f64 = 0.05;
/// Points of 0 to 100 in one of the scale from 1 to 5.
const POINTS: f64 = 25.0;

/// Said across a break.
const REWORDED: &str = "Asked in another way: not compared";

/// Said of what a test calls rare.
const MORE_THAN_CHANCE: &str = "More than chance";
/// Said where there are too few for a test.
const LEAVES_OUT_NOTHING: &str = "The likely range leaves out 0; too few for a test";
/// Said where a test has nothing to go by.
const NO_SPREAD: &str = "Everybody on a side says the same";

/// A difference in words, each empty where there is nothing to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contrast {
    /// "+12", "\u{2212}5", "0", or why nothing is compared.
    pub difference: String,
    /// "likely \u{2212}3 to 27".
    pub range: String,
    /// "medium (g 0.62)".
    pub size: String,
    /// Whether it is more than chance: "Could be chance (p .21)", "Too few to tell; ...".
    pub chance: String,
}

impl Contrast {
    /// Nothing is compared, and this is why.
    fn none(why: &str) -> Self {
        Self { difference: why.to_owned(), ..Self::default() }
    }

    /// Where something was put to people in another way.
    pub(super) fn reworded() -> Self {
        Self::none(REWORDED)
    }

    /// Whether the line from one figure to the other is broken, for they were asked for in different ways.
    #[must_use]
    pub fn is_break(&self) -> bool {
        self.difference == REWORDED
    }

    /// Whether there is a difference and not only words for none.
    #[must_use]
    pub fn is_number(&self) -> bool {
        self.difference != TOO_FEW && !self.is_break()
    }

    /// Whether what is said of chance lets the difference be called one: a test or the likely range speaks for it, or all on
    /// each side say the same.
    #[must_use]
    pub fn is_told_from_chance(&self) -> bool {
        [MORE_THAN_CHANCE, LEAVES_OUT_NOTHING, NO_SPREAD].iter().any(|words| self.chance.starts_with(words))
    }

    /// Of a construct. `sides` are the figures that are shown, of which at least something may be said where there is
    /// too little to compare them.
    pub(super) fn construct(compared: &Compared<Difference>, sides: [Option<&Figure>; 2]) -> Self {
        match compared {
            Compared::Reworded => Self::reworded(),
            Compared::Unknown => Self::unknown(sides),
            Compared::Found(found) => Self {
                difference: signed(found.difference * POINTS),
                range: found.interval.map(|interval| range(interval.map(|mean| mean * POINTS))).unwrap_or_default(),
                size: found.effect.map(size).unwrap_or_default(),
                chance: chance(found),
            },
        }
    }

    /// Of the maturity index, a composite that no test of two groups fits: only the ranges are compared.
    pub(super) fn index(sides: [Option<&Figure>; 2]) -> Self {
        let [Some(one), Some(other)] = sides else { return Self::unknown(sides) };
        exact([one, other]).map_or_else(
            || Self::unknown(sides),
            |difference| Self { difference, chance: ranges(one, other), ..Self::default() },
        )
    }

    /// Of the secured level.
    pub(super) fn level(sides: [Option<&Figure>; 2]) -> Self {
        let value = |side: Option<&Figure>| side.and_then(|figure| figure.value);
        let (Some(one), Some(other)) = (value(sides[0]), value(sides[1])) else { return Self::unknown(sides) };
        let (steps, way) = ((one - other).abs(), if one > other { "higher" } else { "lower" });
        Self::none(&match steps {
            none if none < 0.5 => "the same".to_owned(),
            one if one < 1.5 => format!("1 level {way}"),
            more => format!("{} levels {way}", whole(more)),
        })
    }

    /// Too little is known of a side to say what a difference means; what is shown of both may still be held beside
    /// each other.
    fn unknown(sides: [Option<&Figure>; 2]) -> Self {
        let [Some(one), Some(other)] = sides else { return Self::none(TOO_FEW) };
        match exact([one, other]) {
            Some(difference) => Self { difference, chance: TOO_FEW.to_owned(), ..Self::default() },
            None => Self { chance: ranges(one, other), ..Self::none(TOO_FEW) },
        }
    }

    /// Difference and chance in one line, for where there is little room: "+12 · could be chance".
    #[must_use]
    pub fn short(&self) -> String {
        // What is in brackets or behind a stop stands in a comparison of two.
        let chance = self.chance.split([';', '(']).next().unwrap_or_default().trim();
        match (chance, self.difference.as_str()) {
            (_, TOO_FEW) => TOO_FEW.to_lowercase(),
            ("", difference) => difference.to_owned(),
            (chance, difference) => format!("{difference} · {}", crate::report::words::inside(chance)),
        }
    }
}

/// The difference of two figures that are told in full.
fn exact([one, other]: [&Figure; 2]) -> Option<String> {
    let full = one.detail.is_full() && other.detail.is_full();
    one.value.zip(other.value).filter(|_| full).map(|(first, second)| signed(first - second))
}

fn ranges(one: &Figure, other: &Figure) -> String {
    match (one.interval, other.interval) {
        (Some(first), Some(second)) if first.high < second.low || second.high < first.low => {
            "The ranges do not overlap".to_owned()
        }
        (Some(_), Some(_)) => "The ranges overlap".to_owned(),
        _ => String::new(),
    }
}

/// With its sign; no sign at what is shown as 0.
fn signed(points: f64) -> String {
    match whole(points.abs()).as_str() {
        "0" => "0".to_owned(),
        shown if points < 0.0 => format!("\u{2212}{shown}"),
        shown => format!("+{shown}"),
    }
}

fn range(Interval { low, high }: Interval) -> String {
    format!("likely {} to {}", signed(low), signed(high))
}

fn size(Effect { g, word }: Effect) -> String {
    let minus = if g <= -0.005 { "\u{2212}" } else { "" };
    format!("{} (g {minus}{:.2})", word.word(), g.abs())
}

fn chance(found: &Difference) -> String {
    match found.evidence {
        Evidence::Tested(P { adjusted, .. }) if adjusted < RARE => format!("{MORE_THAN_CHANCE} ({})", p(adjusted)),
        Evidence::Tested(P { adjusted, .. }) => format!("Could be chance ({})", p(adjusted)),
        // A range is there with fewer people too, and a large difference is not called too few to tell.
        Evidence::TooFew(_) if found.interval.is_some_and(|range| range.low > 0.0 || range.high < 0.0) => {
            LEAVES_OUT_NOTHING.to_owned()
        }
        Evidence::TooFew(Some(detectable)) => {
            let points = (detectable * found.spread * POINTS).ceil();
            // A difference cannot be larger than the scale.
            if (1.0..=index(5.0)).contains(&points) {
                format!("{TOO_FEW}; it would mostly show from {} points on", whole(points))
            } else {
                TOO_FEW.to_owned()
            }
        }
        Evidence::TooFew(None) => TOO_FEW.to_owned(),
        Evidence::NoSpread => NO_SPREAD.to_owned(),
    }
}

/// "p < .001", "p .034", "p .21"
fn p(p: f64) -> String {
    let digits = match p {
        p if p < 0.001 => return "p < .001".to_owned(),
        p if p < 0.1 => format!("{p:.3}"),
        p if p < 0.995 => format!("{p:.2}"),
        _ => return "p 1".to_owned(),
    };
    format!("p {}", digits.trim_start_matches('0'))
}
