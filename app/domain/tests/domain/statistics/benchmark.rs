//! Where one stands among others.

use std::collections::BTreeMap;

use domain::statistics::{Benchmark, Place, Quarter, Standing, percentile_rank};

use super::close;

const DAY: &str = "2026-06-30";

/// Organisations 1 to `n`, whose figure is their number.
fn organisations(n: u32) -> Benchmark<&'static str> {
    Benchmark::of(DAY, &(1..=n).map(|id| (id, f64::from(id))).collect())
}

#[test]
fn equal_figures_count_half() {
    close(percentile_rank(3.0, &[1.0, 2.0, 3.0, 3.0, 4.0]).unwrap(), 60.0, 0.0);
    close(percentile_rank(0.0, &[1.0, 2.0]).unwrap(), 0.0, 0.0);
    close(percentile_rank(9.0, &[1.0, 2.0]).unwrap(), 100.0, 0.0);
    assert_eq!(percentile_rank(1.0, &[]), None);
}

#[test]
fn quarters_have_words() {
    let said = [Quarter::Lowest, Quarter::Second, Quarter::Third, Quarter::Highest].map(Quarter::word);
    assert_eq!(said, ["lowest quarter", "second quarter", "third quarter", "highest quarter"]);
}

#[test]
fn few_organisations_give_no_standing() {
    assert_eq!(organisations(9).standing(5.0), None);
    assert_eq!(organisations(0).standing(5.0), None);
    let standing = |n, place| Some(Standing { organisations: n, as_of: DAY, place });
    assert_eq!(organisations(10).standing(5.0), standing(10, Place::Quarter(Quarter::Second)));
    assert_eq!(organisations(19).standing(5.0), standing(19, Place::Quarter(Quarter::Lowest)));
    assert_eq!(organisations(20).standing(5.0), standing(20, Place::Percentile(22.5)));
}

#[test]
fn an_organisation_without_a_figure_is_none() {
    let mut votes: BTreeMap<u32, f64> = (1..=9).map(|id| (id, f64::from(id))).collect();
    votes.insert(10, f64::NAN);
    assert_eq!(Benchmark::of(DAY, &votes).standing(5.0), None);
}

#[test]
fn quarters_begin_at_their_bounds() {
    use Quarter::{Highest, Lowest, Second, Third};
    // Among ten, figure 3 has rank 25 exactly and figure 8 rank 75.
    let ten = organisations(10);
    let quarters = [0.0, 2.9, 3.0, 5.4, 5.5, 7.9, 8.0, 99.0].map(|figure| ten.standing(figure).unwrap().place);
    let expected = [Lowest, Lowest, Second, Third, Third, Third, Highest, Highest].map(Place::Quarter);
    assert_eq!(quarters, expected);
    assert_eq!(ten.standing(5.0).unwrap().place, Place::Quarter(Second));
}
