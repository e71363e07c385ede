//! What to do next.

use domain::scoring::{gap, priority};

use crate::support::{close, practices, scored};

#[test]
fn the_formula_gives_the_published_figures() {
    close(Some(priority(gap(4.0, 2.2), 0.70, 0.65, 2)), 0.151_875, 1e-12);
    close(Some(priority(gap(4.0, 3.0), 0.75, 0.575, 1)), 0.165_625, 1e-12);
    close(Some(priority(gap(4.0, 1.8), 0.60, 0.40, 1)), 0.275, 1e-12);
    close(Some(gap(4.0, 4.5)), 0.0, 0.0);
}

#[test]
fn severity_and_shortfall_are_means_over_what_has_a_score() {
    // TE3 acts on CH1 and CH2, and on BE2 and BE5. Only CH2 (4: .75) and BE2 (2: shortfall .75) are answered.
    let columns = "TE3-1,TE3-2,TE3-3,CH2-1,CH2-2,CH2-3,BE2-1,BE2-2,BE2-3";
    let scores = scored(columns, &["DS,3,3,3,4,4,4,2,2,4"]);
    let [te3] = &scores.priorities[..] else { unreachable!("one practice is scored") };
    assert_eq!(te3.practice, "TE3");
    close(Some(te3.severity_fraction), 0.75, 1e-12);
    close(Some(te3.shortfall_fraction), 0.75, 1e-12);
    close(Some(te3.priority), 0.25 * 0.75 / 2.0, 1e-12);
}

#[test]
fn what_blocks_the_next_level_comes_first_and_ties_keep_their_order() {
    // Everything at 4 but one gate: only TE4 blocks level 4, though CE1 and IS3 (effort 1) would come first.
    let low = [("TE4-1", "3"), ("CE1-1", "2"), ("IS3-1", "2")];
    let order: Vec<(String, bool)> =
        practices("4", &low).priorities.into_iter().map(|row| (row.practice, row.blocks_next_level)).collect();
    let names: Vec<&str> = order.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["TE4", "CE1", "IS3", "AD1", "TE1", "TE2", "TE3", "TE5", "IS1", "IS2"]);
    assert_eq!(order.iter().filter(|(_, blocks)| *blocks).count(), 1);
}

#[test]
fn priorities_that_are_equal_but_for_rounding_are_ties() {
    // Both are 7/36, by different ways; in floating point the second comes out larger by a hair.
    let columns =
        "TE1-1,TE1-2,TE1-3,TE4-1,TE4-2,TE4-3,CH1-1,CH1-2,CH1-3,CH2-1,CH2-2,CH2-3,BE1-1,BE1-2,BE1-3,BE2-1,BE2-2,BE2-3";
    let scores = scored(columns, &["DS,1,1,2,1,1,2,3,3,4,2,2,2,3,3,2,1,1,4"]);
    let [first, second] = &scores.priorities[..] else { unreachable!("two practices are scored") };
    assert_eq!((first.practice.as_str(), second.practice.as_str()), ("TE1", "TE4"));
    close(Some(first.priority), 7.0 / 36.0, 1e-12);
    assert!(first.priority < second.priority, "rounding no longer shows: the case tests nothing");
    // Nor does a third practice upset that, none of whose challenges and benefits has a score.
    let scores = scored(&format!("{columns},IS3-1,IS3-2,IS3-3"), &["DS,1,1,2,1,1,2,3,3,4,2,2,2,3,3,2,1,1,4,4,4,4"]);
    let names: Vec<&str> = scores.priorities.iter().map(|row| row.practice.as_str()).collect();
    assert_eq!(names, ["TE1", "TE4", "IS3"]);
}

#[test]
fn of_equal_gaps_the_one_with_the_worse_challenge_comes_first() {
    // TE1 eases CH1, a quarter severe, and TE4 eases CH2, three quarters; both take as long.
    let columns = "TE1-1,TE1-2,TE1-3,TE4-1,TE4-2,TE4-3,CH1-1,CH1-2,CH1-3,CH2-1,CH2-2,CH2-3";
    let scores = scored(columns, &["DS,2,2,2,2,2,2,2,2,4,4,4,4"]);
    let rows: Vec<_> = scores.priorities.iter().map(|row| (row.practice.as_str(), row.priority)).collect();
    assert_eq!(rows, [("TE4", 0.5 * (0.375 + 0.25) / 2.0), ("TE1", 0.5 * (0.125 + 0.25) / 2.0)]);
}
