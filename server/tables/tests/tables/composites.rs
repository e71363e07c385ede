//! What follows from items and constructs is in the workbook as it was published.

use std::collections::BTreeMap;

use domain::privacy::Cut;
use domain::scoring::{Band, Detail, Scores};

use crate::support::{Row, Sheet, assert_row, count, number, rows, word, words, workbooks};

fn assert_dimensions(sheets: &BTreeMap<String, Sheet>, scores: &Scores) {
    let all: Vec<Row<'_>> = rows(&sheets["Dimensions"]).collect();
    assert_eq!(all.len(), scores.dimensions.len());
    for (row, score) in all.iter().zip(&scores.dimensions) {
        let band = score.band.map(Band::word);
        assert_row(row, &[("id", word(&score.id)), ("index", number(score.index)), ("band", words(band))]);
        assert_eq!(row["status"].to_string(), serde_json::to_value(score.status).unwrap().as_str().unwrap());
    }
}

fn assert_dials(sheets: &BTreeMap<String, Sheet>, scores: &Scores) {
    let challenges: Vec<Row<'_>> = rows(&sheets["Challenges"]).collect();
    assert_eq!(challenges.len(), scores.challenges.len());
    for (row, score) in challenges.iter().zip(&scores.challenges) {
        assert_row(
            row,
            &[
                ("id", word(&score.id)),
                ("severity", number(score.severity)),
                ("band", words(score.band.map(Band::word))),
                ("share_agree", number(score.share_agree)),
                ("share_low", number(score.share_ci95.map(|range| range.low))),
                ("share_high", number(score.share_ci95.map(|range| range.high))),
            ],
        );
    }
    let benefits: Vec<Row<'_>> = rows(&sheets["Benefits"]).collect();
    assert_eq!(benefits.len(), scores.benefits.len());
    for (row, score) in benefits.iter().zip(&scores.benefits) {
        assert_row(
            row,
            &[
                ("id", word(&score.id)),
                ("realisation", number(score.realisation)),
                ("band", words(score.band.map(Band::word))),
                ("share_agree", number(score.share_agree)),
                ("share_low", number(score.share_ci95.map(|range| range.low))),
                ("share_high", number(score.share_ci95.map(|range| range.high))),
            ],
        );
    }
}

fn assert_delivery(sheets: &BTreeMap<String, Sheet>, scores: &Scores) {
    let all: Vec<Row<'_>> = rows(&sheets["Delivery"]).collect();
    assert_eq!(all.len(), scores.delivery.metrics.len());
    for (row, score) in all.iter().zip(&scores.delivery.metrics) {
        assert_row(
            row,
            &[
                ("id", word(&score.id)),
                ("n", count(score.detail, u32::try_from(score.n).unwrap())),
                ("median", number(score.median)),
                ("score", number(score.score)),
            ],
        );
        assert_eq!(*row["status"] == word("suppressed"), score.detail == Detail::Suppressed);
    }
}

fn assert_plans(sheets: &BTreeMap<String, Sheet>, scores: &Scores) {
    let frameworks: Vec<Row<'_>> = rows(&sheets["Frameworks"]).collect();
    let (ladders, coverages) = (&scores.frameworks.ladders, &scores.frameworks.coverages);
    assert_eq!(frameworks.len(), ladders.len() + coverages.len());
    for (row, score) in frameworks.iter().zip(ladders) {
        let raise = Some(score.would_raise.join("; ")).filter(|ids| !ids.is_empty());
        let level = number(Some(f64::from(score.level)));
        assert_row(row, &[("id", word(&score.id)), ("level", level), ("would_raise", words(raise.as_deref()))]);
    }
    for (row, score) in frameworks[ladders.len()..].iter().zip(coverages) {
        let n = number(Some(f64::from(score.n_items)));
        assert_row(row, &[("id", word(&score.id)), ("coverage", number(score.coverage)), ("n_items", n)]);
    }
    let priorities: Vec<Row<'_>> = rows(&sheets["Priorities"]).collect();
    assert_eq!(priorities.len(), scores.priorities.len());
    for (row, score) in priorities.iter().zip(&scores.priorities) {
        assert_row(
            row,
            &[
                ("id", word(&score.practice)),
                ("gap_fraction", number(Some(score.gap_fraction))),
                ("severity_fraction", number(Some(score.severity_fraction))),
                ("shortfall_fraction", number(Some(score.shortfall_fraction))),
                ("priority", number(Some(score.priority))),
                ("blocks_next_level", word(if score.blocks_next_level { "yes" } else { "no" })),
            ],
        );
    }
}

fn assert_summary(sheets: &BTreeMap<String, Sheet>, scores: &Scores) {
    let all: BTreeMap<String, Row<'_>> = rows(&sheets["Summary"]).map(|row| (row["id"].to_string(), row)).collect();
    let (maturity, level) = (&scores.maturity, &scores.maturity.level);
    let attained = |stage: u8| level.attained.as_ref().map(|attained| attained[&stage]);
    for (id, value) in [
        ("respondents", Some(scores.respondents as f64)),
        ("maturity_index", maturity.index),
        ("equal_dimension_index", maturity.equal_dimension_index),
        ("secured_level", level.secured_level.map(f64::from)),
        ("strict_level", level.strict_level.map(f64::from)),
        ("iso33020_level", level.iso33020_level.map(f64::from)),
        ("attained_2", attained(2)),
        ("attained_5", attained(5)),
        ("items_needed", level.items_needed.map(f64::from)),
        ("delivery", scores.delivery.index),
        ("dont_know_rate", scores.visibility.dont_know_rate),
    ] {
        assert_row(&all[id], &[("value", number(value))]);
    }
    let range = maturity.ci95;
    let ends = [("low", number(range.map(|range| range.low))), ("high", number(range.map(|range| range.high)))];
    assert_row(&all["maturity_index"], &ends);
}

fn assert_roles(sheets: &BTreeMap<String, Sheet>, cuts: &[Cut]) {
    let mut all = rows(&sheets["Roles"]);
    for cut in cuts {
        let role = cut.role.map_or("none", |role| role.id());
        for score in &cut.constructs {
            assert_row(
                &all.next().unwrap(),
                &[
                    ("id", word(&format!("{role}.{}", score.id))),
                    ("respondents_at_least", number(Some(cut.respondents as f64))),
                    ("n", count(score.detail, score.n)),
                    ("index", number(score.index)),
                    ("index_low", number(score.index_ci95.map(|range| range.low))),
                    ("median", number(score.median)),
                    ("sd", number(score.sd)),
                ],
            );
        }
        for score in &cut.dimensions {
            let id = word(&format!("{role}.{}", score.id));
            assert_row(&all.next().unwrap(), &[("id", id), ("index", number(score.index))]);
        }
        let id = word(&format!("{role}.maturity_index"));
        assert_row(&all.next().unwrap(), &[("id", id), ("index", number(cut.maturity_index))]);
    }
    assert!(all.next().is_none());
}

#[test]
fn the_other_sheets_of_a_confidential_round_have_what_was_published() {
    let mut roles = 0;
    for (published, sheets) in workbooks() {
        assert_dimensions(sheets, &published.scores);
        assert_dials(sheets, &published.scores);
        assert_delivery(sheets, &published.scores);
        assert_plans(sheets, &published.scores);
        assert_summary(sheets, &published.scores);
        assert_roles(sheets, &published.cuts);
        roles += published.cuts.len();
    }
    assert!(roles > 50, "{roles}");
}
