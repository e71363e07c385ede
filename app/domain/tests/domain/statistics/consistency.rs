//! Whether items go together.

use domain::statistics::{MIN_POOLED, Pooled, standardised_alpha};

use super::close;

#[test]
fn alpha_follows_from_correlations() {
    close(standardised_alpha(&[0.56, 0.48, 0.42]).unwrap(), 0.739_864_9, 5e-8);
    close(standardised_alpha(&[0.42, 0.56, 0.48]).unwrap(), standardised_alpha(&[0.56, 0.48, 0.42]).unwrap(), 0.0);
    close(standardised_alpha(&[0.5]).unwrap(), 2.0 / 3.0, 1e-15);
    // Two correlations belong to no number of items.
    assert_eq!((standardised_alpha(&[0.5, 0.5]), standardised_alpha(&[])), (None, None));
}

#[test]
fn items_that_contradict_each_other_have_a_negative_alpha_or_none() {
    // 3 x -0.4 / (1 - 2 x 0.4); at -0.5 the sum of three items has no variance, and below it there are no such items.
    close(standardised_alpha(&[-0.4; 3]).unwrap(), -6.0, 1e-12);
    assert_eq!((standardised_alpha(&[-0.5; 3]), standardised_alpha(&[-0.6; 3])), (None, None));
    close(standardised_alpha(&[0.3; 6]).unwrap(), 4.0 * 0.3 / 1.9, 1e-15);
}

#[test]
fn two_items_can_be_worked_out_by_hand() {
    let rows: Vec<[u8; 2]> =
        [[1, 1], [3, 3], [2, 2], [1, 2], [3, 2], [2, 2]].into_iter().cycle().take(MIN_POOLED).collect();
    let pooled = Pooled::of(&rows).unwrap();
    // Sums of squares around the mean: 20, 10 and, of the items together, 50; sum of products: 10.
    close(pooled.alpha().unwrap(), 2.0 * (1.0 - 30.0 / 50.0), 1e-15);
    let r = 10.0 / 200.0_f64.sqrt();
    close(pooled.standardised_alpha().unwrap(), 2.0 * r / (1.0 + r), 1e-15);
}

#[test]
fn fewer_than_thirty_respondents_have_no_alpha() {
    let rows: Vec<[u8; 3]> = [[1, 2, 3], [3, 4, 5], [5, 5, 4]].into_iter().cycle().take(MIN_POOLED).collect();
    assert!(Pooled::of(&rows).is_some());
    assert_eq!(Pooled::of(&rows[1..]), None);
    let single: Vec<[u8; 1]> = vec![[1]; MIN_POOLED];
    assert_eq!(Pooled::of(&single), None);
    let mut broken: Vec<Vec<u8>> = rows.iter().map(|row| row.to_vec()).collect();
    broken[7].pop();
    assert_eq!(Pooled::of(&broken), None);
}

#[test]
fn answers_without_variance_have_no_alpha() {
    let equal = Pooled::of(&[[3_u8, 3]; MIN_POOLED]).unwrap();
    assert_eq!((equal.alpha(), equal.standardised_alpha()), (None, None));
    let rows: Vec<[u8; 2]> = (0..MIN_POOLED).map(|row| if row % 2 == 0 { [3, 1] } else { [3, 5] }).collect();
    let half = Pooled::of(&rows).unwrap();
    close(half.alpha().unwrap(), 0.0, 1e-15);
    assert_eq!(half.standardised_alpha(), None);
}
