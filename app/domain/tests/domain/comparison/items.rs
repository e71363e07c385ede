//! Single items of two teams.

use domain::comparison::{Compared, Evidence, ItemDifference, compare_items};
use domain::scoring::Scores;
use domain::statistics::{Magnitude, mann_whitney};

use super::{same, team};

fn te1_1(one: &Scores, other: &Scores) -> Compared<ItemDifference> {
    let mut compared = compare_items(&same(), &one.items, &other.items);
    let place = compared.iter().position(|(id, _)| *id == "TE1-1").unwrap();
    compared.swap_remove(place).1
}

#[test]
fn items_are_compared_by_order() {
    let (one, other) = ([1, 1, 2, 2, 2, 3, 3, 3, 4, 4], [1, 2, 3, 4, 4, 4, 3, 4, 4, 2]);
    let test = mann_whitney(&one, &other).unwrap();
    let Compared::Found(found) = te1_1(&team(&one), &team(&other)) else { unreachable!("both have values") };
    assert_eq!(found.people, [10, 10]);
    assert_eq!(found.delta.to_bits(), test.dominance.delta().to_bits());
    assert!(found.delta < 0.0);
    assert_eq!(found.word, test.dominance.magnitude());
    assert_eq!(found.evidence, Evidence::Tested(test.p));
}

#[test]
fn fewer_than_ten_values_have_a_size_but_no_p() {
    let Compared::Found(found) = te1_1(&team(&[4; 9]), &team(&[1; 10])) else { unreachable!("both have values") };
    assert_eq!((found.delta.to_bits(), found.word), (1.0_f64.to_bits(), Magnitude::Large));
    assert_eq!(found.evidence, Evidence::TooFew(Some(1.51)));
}

#[test]
fn an_item_whose_counts_are_kept_back_is_not_compared() {
    let mut hidden = team(&[2; 12]);
    for item in &mut hidden.items {
        item.counts = [0; 5];
    }
    assert_eq!(te1_1(&team(&[3; 12]), &hidden), Compared::Unknown);
}
