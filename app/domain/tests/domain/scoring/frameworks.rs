//! Levels and coverage of published models.

use domain::scoring::{Certainty, LadderScore, Scores};

use crate::support::{close, practices, scored};

fn ladder<'s>(scores: &'s Scores, id: &str) -> &'s LadderScore {
    scores.frameworks.ladders.iter().find(|ladder| ladder.id == id).unwrap()
}

#[test]
fn google_levels_follow_their_rules() {
    for (value, others, level, raise) in [
        ("4", &[][..], 2, &[][..]),
        ("4", &[("TE4-1", "3"), ("IS2-1", "3")], 1, &["TE4-1", "IS2-1"]),
        ("4", &[("TE3-1", "3"), ("TE4-1", "3")], 0, &["TE3-1"]),
        ("3", &[], 0, &["TE1-1", "TE1-3", "TE2-2", "TE3-1"]),
    ] {
        let scores = practices(value, others);
        let google = ladder(&scores, "google");
        assert_eq!((google.level, google.status), (level, Certainty::Known), "{others:?}");
        assert_eq!(google.would_raise, raise, "{others:?}");
    }
    let two = practices("4", &[]);
    let all = ["TE1-1", "TE1-2", "TE1-3", "TE2-2", "TE3-1", "TE3-2", "TE4-1", "IS2-1"];
    assert_eq!(ladder(&two, "google").decided_by, all);
}

#[test]
fn aws_and_microsoft_levels_follow_theirs() {
    let scores = practices("4", &[("IS1-1", "3")]);
    assert_eq!((ladder(&scores, "aws").level, ladder(&scores, "aws").status), (2, Certainty::Known));
    assert_eq!(ladder(&practices("4", &[]), "aws").level, 3);
    // Nothing is known of CE2, which the second level needs.
    let microsoft = practices("5", &[]);
    let microsoft = ladder(&microsoft, "microsoft");
    assert_eq!((microsoft.level, microsoft.status), (1, Certainty::CannotTell));
    assert_eq!(microsoft.would_raise, ["CE2-1", "CE2-2", "CE2-3"]);
}

#[test]
fn an_index_of_exactly_50_is_at_least_50() {
    let columns = "TE1-1,TE2-1,TE3-1,IS2-1,CE2-1,CE2-2,CE2-3";
    // CE2-3 is reversed: 8/3 and 10/3 make 3, which is an index of 50.
    for (rows, level) in
        [(&["DS,4,4,4,4,2,3,3", "DS,4,4,4,4,4,3,3"], 2), (&["DS,4,4,4,4,2,3,3", "DS,4,4,4,4,3,3,3"], 1)]
    {
        let scores = scored(columns, rows);
        assert_eq!(ladder(&scores, "microsoft").level, level);
    }
}

#[test]
fn an_unanswered_item_beside_one_that_fails_leaves_no_doubt() {
    let columns = "TE1-1,TE1-3,TE2-2,TE3-1";
    let doubt = scored(columns, &["DS,4,4,4,DK"]);
    assert_eq!(ladder(&doubt, "google").status, Certainty::CannotTell);
    let none = scored(columns, &["DS,4,4,1,DK"]);
    assert_eq!(ladder(&none, "google").status, Certainty::Known);
    assert_eq!(ladder(&none, "google").would_raise, ["TE2-2", "TE3-1"]);
}

#[test]
fn coverage_is_the_share_of_tagged_practices_with_a_value_that_are_met_at_4() {
    // Of these, TE2-1 bears an EU tag and an ISO tag, TE2-2 both, TE1-1 neither; CE1-1 bears all three.
    let scores = scored("TE1-1,TE2-1,TE2-2,CE1-1", &["DS,4,4,3,DK"]);
    let [nist, eu, iso] = &scores.frameworks.coverages[..] else { unreachable!("three frameworks") };
    assert_eq!((nist.status, nist.coverage, nist.n_items), (Certainty::CannotTell, None, 0));
    assert_eq!((eu.status, eu.n_items, eu.n_met), (Certainty::Known, 2, 1));
    close(eu.coverage, 50.0, 1e-12);
    close(iso.coverage, 50.0, 1e-12);
}
