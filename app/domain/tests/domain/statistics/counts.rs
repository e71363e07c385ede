//! What follows from how often each value was given.

use domain::scoring::ConstructValues;
use domain::statistics::{Agreement, jackknife_error, mean, median, rwg, sd, t_interval};

use super::{Answers, close};

#[test]
fn agreement_follows_the_published_bounds() {
    let one = Answers::of(&[4, 4, 5, 3, 4]);
    close(rwg(one.variance().unwrap()), 0.75, 1e-12);
    close(one.average_deviation().unwrap(), 0.40, 1e-12);
    assert_eq!(one.agreement(), Some(Agreement::Agree));
    let other = Answers::of(&[1, 1, 3, 5, 5]);
    close(other.variance().unwrap(), 4.0, 1e-12);
    close(rwg(other.variance().unwrap()), 0.0, 0.0);
    close(other.average_deviation().unwrap(), 1.6, 1e-12);
    assert_eq!(other.agreement(), Some(Agreement::Disagree));
}

#[test]
fn agreement_on_a_bound_is_decided_on_whole_numbers() {
    // AD is exactly 5/6: n = 12, S = 28, sum |12 x - 28| = 120 = 5/6 x 144.
    let values = [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 4];
    assert_eq!(Answers::of(&values).agreement(), Some(Agreement::Disagree));
    // AD is exactly 1/2.
    assert_eq!(Answers::of(&[3, 4]).agreement(), Some(Agreement::Differ));
    assert_eq!(Answers::of(&[3]).agreement(), None);
    assert_eq!(Answers::of(&[3, 3]).agreement(), Some(Agreement::Agree));
}

#[test]
fn agreement_is_said_in_words() {
    let said = [Agreement::Agree, Agreement::Differ, Agreement::Disagree].map(Agreement::in_words);
    assert_eq!(said, ["agree", "differ", "disagree: talk first"]);
}

#[test]
fn values_in_sixths_deviate_in_points_of_the_scale() {
    // 3 and 4, each counted in sixths, lie half a point from their mean.
    close(ConstructValues::of(&[18, 24]).average_deviation().unwrap(), 0.5, 1e-15);
}

#[test]
fn medians_of_even_numbers_lie_between() {
    let counted = Answers::of(&[3, 2, 4, 2]);
    assert_eq!((counted.median(), counted.lower_median()), (Some(2.5), Some(2)));
    assert_eq!(median(&[4.0, 1.0, 3.0, 2.0]), Some(2.5));
    assert_eq!(median(&[7.0]), Some(7.0));
}

#[test]
fn nothing_has_no_figures() {
    let nothing = Answers::default();
    assert_eq!((nothing.mean(), nothing.median(), nothing.lower_median()), (None, None, None));
    assert_eq!((nothing.sd(), nothing.average_deviation(), nothing.agreement()), (None, None, None));
    assert_eq!((mean(&[]), median(&[]), sd(&[]), sd(&[1.0])), (None, None, None, None));
    assert_eq!((t_interval(0, 1.0, 1.0), t_interval(1, 1.0, 1.0), jackknife_error(&[1.0])), (None, None, None));
}

#[test]
fn values_outside_the_scale_are_not_counted() {
    assert_eq!(Answers::of(&[0, 6, 255]).n(), 0);
}
