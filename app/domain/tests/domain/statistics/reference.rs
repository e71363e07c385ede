//! Random data sets against `SciPy`, pingouin and statsmodels; `scripts/reference-statistics.sh` makes the file.

use std::sync::LazyLock;

use domain::statistics::{
    Interval, MIN_POOLED, Pooled, Summary, TTest, detectable_difference, hedges_g, holm, mann_whitney, paired,
    percentile_rank, two_sided, welch, wilson,
};
use serde::Deserialize;

/// t, degrees of freedom, p, and both ends of the interval.
type Test = [f64; 5];

#[derive(Deserialize)]
struct Reference {
    compared: Vec<Compared>,
    pooled: Vec<PooledAnswers>,
    several: Vec<Several>,
    ranked: Vec<Ranked>,
    /// Degrees of freedom, t, and p.
    student: Vec<[f64; 3]>,
    /// Hits, number, and both ends.
    wilson: Vec<(u32, u32, f64, f64)>,
    detectable: Vec<(u32, f64)>,
}

/// Two sides, in whole numbers of which `unit` make 1.
#[derive(Deserialize)]
struct Compared {
    unit: f64,
    one: Vec<i32>,
    other: Vec<i32>,
    welch: Option<Test>,
    g: Option<f64>,
    /// U and p.
    ranks: [f64; 2],
    delta: f64,
    /// Only of sides of one size.
    paired: Option<Test>,
}

#[derive(Deserialize)]
struct PooledAnswers {
    rows: Vec<String>,
    alpha: f64,
    standardised: f64,
}

#[derive(Deserialize)]
struct Several {
    p: Vec<f64>,
    holm: Vec<f64>,
}

#[derive(Deserialize)]
struct Ranked {
    figure: f64,
    among: Vec<f64>,
    percentile: f64,
}

static REFERENCE: LazyLock<Reference> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../reference/statistics.json")).unwrap());

/// Nine digits: of the number itself where it is above 1 or a probability, however small, else behind the point.
fn same(found: f64, expected: f64, what: &str) {
    let within = 1e-9 * expected.abs().max(1.0);
    assert!((found - expected).abs() <= within, "{what}: expected {expected}, found {found}");
}

fn same_p(found: f64, expected: f64, what: &str) {
    assert!((found - expected).abs() <= 1e-9 * expected, "{what}: expected {expected}, found {found}");
}

fn same_test(found: Option<TTest>, expected: Option<Test>, what: &str) {
    assert_eq!(found.is_some(), expected.is_some(), "{what}: expected {expected:?}, found {found:?}");
    let (Some(found), Some([t, degrees, p, low, high])) = (found, expected) else { return };
    same(found.t, t, what);
    same(found.degrees, degrees, what);
    same_p(found.p, p, what);
    same(found.interval.low, low, what);
    same(found.interval.high, high, what);
}

impl Compared {
    fn values(&self, side: &[i32]) -> Vec<f64> {
        side.iter().map(|value| f64::from(*value) / self.unit).collect()
    }
}

#[test]
fn there_are_data_sets_of_every_kind() {
    let sets = &REFERENCE.compared;
    assert!(sets.len() >= 200);
    assert!(sets.iter().any(|set| set.one.len() == 2) && sets.iter().any(|set| set.other.len() == 40));
    assert!(sets.iter().filter(|set| set.paired.is_some()).count() >= 50);
    for unit in [1.0_f64, 6.0, 10.0] {
        assert!(sets.iter().filter(|set| set.unit.total_cmp(&unit).is_eq()).count() >= 60);
    }
}

#[test]
fn means_are_compared_as_elsewhere() {
    for (place, set) in REFERENCE.compared.iter().enumerate() {
        let (one, other) = (set.values(&set.one), set.values(&set.other));
        let sides = [&one, &other].map(|side| Summary::of(side).unwrap());
        same_test(welch(&sides[0], &sides[1]), set.welch, &format!("Welch, set {place}"));
        let g = hedges_g(&sides[0], &sides[1]);
        assert_eq!(g.is_some(), set.g.is_some());
        same(g.unwrap_or_default(), set.g.unwrap_or_default(), &format!("g, set {place}"));
        if set.one.len() == set.other.len() {
            let pairs: Vec<(f64, f64)> = one.into_iter().zip(other).collect();
            same_test(paired(&pairs), set.paired, &format!("pairs, set {place}"));
        }
    }
}

#[test]
fn ranks_are_compared_as_elsewhere() {
    for (place, set) in REFERENCE.compared.iter().enumerate() {
        let test = mann_whitney(&set.one, &set.other).unwrap();
        same(test.dominance.u(), set.ranks[0], &format!("U, set {place}"));
        same_p(test.p, set.ranks[1], &format!("p of U, set {place}"));
        same(test.dominance.delta(), set.delta, &format!("delta, set {place}"));
    }
}

#[test]
fn consistency_is_as_elsewhere() {
    for set in &REFERENCE.pooled {
        assert!(set.rows.len() >= MIN_POOLED);
        let rows: Vec<Vec<u8>> = set.rows.iter().map(|row| row.bytes().map(|digit| digit - b'0').collect()).collect();
        let pooled = Pooled::of(&rows).unwrap();
        same(pooled.alpha().unwrap(), set.alpha, "alpha");
        same(pooled.standardised_alpha().unwrap(), set.standardised, "standardised alpha");
    }
}

#[test]
fn adjusted_p_and_percentiles_are_as_elsewhere() {
    for set in &REFERENCE.several {
        assert_eq!(set.p.len(), set.holm.len());
        for (found, expected) in holm(&set.p).into_iter().zip(&set.holm) {
            same(found, *expected, "Holm");
        }
    }
    for set in &REFERENCE.ranked {
        same(percentile_rank(set.figure, &set.among).unwrap(), set.percentile, "percentile");
    }
}

#[test]
fn students_distribution_is_exact_from_the_middle_to_the_tails() {
    for [degrees, t, p] in &REFERENCE.student {
        same_p(two_sided(*t, *degrees).unwrap(), *p, &format!("t {t} of {degrees} degrees"));
    }
}

#[test]
fn proportions_are_as_elsewhere() {
    for (hits, n, low, high) in &REFERENCE.wilson {
        let Interval { low: found_low, high: found_high } = wilson(*hits, *n).unwrap();
        same(found_low, *low, "Wilson");
        same(found_high, *high, "Wilson");
    }
}

#[test]
fn the_table_of_detectable_differences_is_rounded_power() {
    for (n, difference) in &REFERENCE.detectable {
        let found = detectable_difference(*n).unwrap();
        // The row of 10 people is rounded up from 1.3249.
        assert!((found - difference).abs() <= 0.0052, "{n} people: expected {difference}, found {found}");
    }
}
