//! The maturity index and its interval.

use domain::scoring::Status;

use crate::support::{close, construct, scored};

/// Three items of each of these constructs.
fn columns(constructs: &str) -> String {
    let items = |construct: &str| format!("{construct}-1,{construct}-2,{construct}-3");
    constructs.split(' ').map(items).collect::<Vec<_>>().join(",")
}

fn row(value: &str, constructs: &str) -> String {
    format!("DS,{}", vec![value; 3 * constructs.split(' ').count()].join(","))
}

#[test]
fn it_needs_all_four_dimensions_and_eight_constructs() {
    let status = |constructs: &str| scored(&columns(constructs), &[&row("3", constructs)]).maturity.status;
    assert_eq!(status("AD1 TE1 TE2 TE3 TE4 TE5 CE1 IS1"), Status::Scored);
    assert_eq!(status("AD1 TE1 TE2 TE3 TE4 CE1 IS1"), Status::Withheld);
    assert_eq!(status("TE1 TE2 TE3 TE4 TE5 CE1 CE2 IS1 IS2 IS3"), Status::Withheld);
}

#[test]
fn challenges_and_benefits_are_never_part_of_it() {
    let practice = "AD1 TE1 TE2 TE3 TE4 TE5 CE1 IS1";
    let all = "AD1 TE1 TE2 TE3 TE4 TE5 CE1 IS1 CH1 CH2 BE1 BE2";
    let (few, more) = (vec!["3"; 24], vec!["5"; 12]);
    let with = scored(&columns(all), &[&format!("DS,{},{}", few.join(","), more.join(","))]);
    let without = scored(&columns(practice), &[&row("3", practice)]);
    assert_eq!(with.maturity.index, without.maturity.index);
    close(with.maturity.index, 50.0, 1e-12);
}

#[test]
fn constructs_weigh_the_same_and_beside_it_dimensions_do() {
    let constructs = "AD1 TE1 TE2 TE3 TE4 TE5 CE1 IS1";
    let values = [vec!["5"; 3], vec!["3"; 15], vec!["1"; 3], vec!["2"; 3]].concat().join(",");
    let scores = scored(&columns(constructs), &[&format!("DS,{values}")]);
    close(scores.maturity.index, (100.0 + 5.0 * 50.0 + 0.0 + 25.0) / 8.0, 1e-12);
    close(scores.maturity.equal_dimension_index, (100.0 + 50.0 + 0.0 + 25.0) / 4.0, 1e-12);
}

#[test]
fn its_interval_needs_three_respondents_with_a_practice_score() {
    let constructs = "AD1 TE1 TE2 TE3 TE4 TE5 CE1 IS1";
    let [low, middle, high] = ["2", "3", "5"].map(|value| row(value, constructs));
    let nobody = row("DK", constructs);
    let two = scored(&columns(constructs), &[&low, &high, &nobody]);
    assert_eq!((two.maturity.ci95, two.maturity.n), (None, 2));
    let three = scored(&columns(constructs), &[&low, &middle, &high, &nobody]);
    // With one construct score each, the jackknife error is that of a mean: sd / sqrt(n), and t(2) = 4.302653.
    let sd = ((2.0_f64 - 10.0 / 3.0).powi(2) + (3.0_f64 - 10.0 / 3.0).powi(2) + (5.0_f64 - 10.0 / 3.0).powi(2)) / 2.0;
    let reach = 25.0 * 4.302_652_729_9 * (sd / 3.0).sqrt();
    let centre = 25.0 * (10.0 / 3.0 - 1.0);
    let interval = three.maturity.ci95.unwrap();
    close(Some(interval.low), (centre - reach).max(0.0), 1e-7);
    close(Some(interval.high), (centre + reach).min(100.0), 1e-7);
}

#[test]
fn there_is_no_interval_if_the_index_hangs_on_one_respondent() {
    let constructs = "AD1 TE1 TE2 TE3 TE4 TE5 CE1 IS1";
    let without_adoption = format!("DS,DK,DK,DK,{}", vec!["3"; 21].join(","));
    let scores = scored(&columns(constructs), &[&row("3", constructs), &without_adoption, &without_adoption]);
    assert_eq!(scores.maturity.status, Status::Scored);
    assert_eq!((scores.maturity.ci95, scores.maturity.n), (None, 3));
}

#[test]
fn a_construct_that_only_the_one_left_out_could_score_does_not_apply_without_them() {
    let constructs = "TE1 TE2 TE3 TE4 TE5 AD1 CE1 IS1 IS2 IS3";
    let rest = vec!["3"; 24].join(",");
    // Without the first, TE1 applies to nobody and TE2 has no score: three of four technical constructs are enough.
    let first = format!("DS,3,DK,DK,4,4,4,{rest}");
    let other = format!("DS,NA,NA,NA,3,DK,DK,{rest}");
    let scores = scored(&columns(constructs), &[&first, &other, &other]);
    assert_eq!(construct(&scores, "TE1").status, Status::Withheld);
    assert!(scores.maturity.ci95.is_some());
}

#[test]
fn two_constructs_that_only_the_one_left_out_could_score_keep_the_index_if_they_apply_to_nobody_else() {
    let constructs = "TE1 TE2 TE3 TE4 TE5 AD1 CE1 IS1 IS2 IS3";
    let rest = vec!["3"; 24].join(",");
    let first = format!("DS,4,4,4,4,4,4,{rest}");
    let interval = |both: &str| {
        let other = format!("DS,{both},{both},{rest}");
        scored(&columns(constructs), &[&first, &other, &other]).maturity.ci95
    };
    assert!(interval("NA,NA,NA").is_some());
    // Where they apply, three technical constructs of five have a score without the first.
    assert_eq!(interval("3,DK,DK"), None);
}

#[test]
fn it_says_how_many_constructs_it_is_made_of() {
    let constructs = "AD1 TE1 TE2 TE3 TE4 TE5 CE1 IS1 CH1";
    assert_eq!(scored(&columns(constructs), &[&row("3", constructs)]).maturity.constructs_scored, 8);
}
