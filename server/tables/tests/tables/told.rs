//! What stands in the workbook of a confidential round is what was published of it, figure by figure.

use std::collections::BTreeMap;

use calamine::Data;
use domain::privacy::Published;
use domain::scoring::{ConstructScore, Detail, ItemScore, Status};

use crate::support::{Row, Sheet, assert_row, count, number, rows, word, workbooks};

fn precision(detail: Detail, mean: Option<f64>) -> Data {
    match (detail, mean) {
        (Detail::Full, Some(_)) => word("exact"),
        (Detail::Coarse, Some(_)) => word("coarse"),
        _ => Data::Empty,
    }
}

fn assert_construct(row: &Row<'_>, score: &ConstructScore) {
    let status = match score.status {
        Status::Scored => "scored",
        Status::Withheld => "withheld",
        Status::NotApplicable => "not_applicable",
        Status::Suppressed => "suppressed",
    };
    let least = if score.detail == Detail::Suppressed { None } else { Some(f64::from(score.n)) };
    assert_row(
        row,
        &[
            ("id", word(&score.id)),
            ("status", word(status)),
            ("precision", precision(score.detail, score.mean)),
            ("n", count(score.detail, score.n)),
            ("n_at_least", number(least)),
            ("mean", number(score.mean)),
            ("mean_low", number(score.ci95.map(|range| range.low))),
            ("mean_high", number(score.ci95.map(|range| range.high))),
            ("index", number(score.index)),
            ("index_low", number(score.index_ci95.map(|range| range.low))),
            ("index_high", number(score.index_ci95.map(|range| range.high))),
            ("median", number(score.median)),
            ("sd", number(score.sd)),
            ("role_balanced_mean", number(score.role_balanced_mean)),
        ],
    );
}

fn assert_item(row: &Row<'_>, score: &ItemScore) {
    let n = [1, 2, 3, 4, 5].map(|value| format!("count_{value}"));
    let counts = n.iter().zip(score.counts).map(|(name, value)| (name.as_str(), count(score.detail, value)));
    assert_row(row, &counts.collect::<Vec<_>>());
    assert_row(
        row,
        &[
            ("id", word(&score.id)),
            ("precision", precision(score.detail, score.mean)),
            ("n", count(score.detail, score.n)),
            ("mean", number(score.mean)),
            ("index", number(score.index)),
            ("median", number(score.median)),
            ("lower_median", number(score.lower_median.map(f64::from))),
            ("sd", number(score.sd)),
            ("ad", number(score.ad)),
            ("rwg", number(score.rwg)),
            ("dont_know", count(score.detail, score.dont_know)),
            ("not_applicable", count(score.detail, score.not_applicable)),
        ],
    );
    assert_eq!(*row["status"] == word("suppressed"), score.detail == Detail::Suppressed);
    assert_eq!(*row["status"] == word("scored"), score.mean.is_some());
}

/// Coarse figures are whole numbers with ranges in fives, whatever the table.
fn assert_coarse(row: &Row<'_>) {
    let of = |name: &str| match row.get(name) {
        Some(Data::Float(value)) => Some(*value),
        _ => None,
    };
    for index in ["index", "severity", "realisation"].iter().filter_map(|name| of(name)) {
        assert_eq!(index.fract().to_bits(), 0.0_f64.to_bits(), "{row:?}");
    }
    for end in ["index_low", "index_high"].iter().filter_map(|name| of(name)) {
        assert_eq!((end / 5.0).fract().to_bits(), 0.0_f64.to_bits(), "{row:?}");
    }
    for hidden in ["n", "median", "sd", "ad", "rwg", "share_agree", "count_1", "dont_know"] {
        // Of a delivery metric the median is its one figure.
        let delivery = row.contains_key("score") && hidden == "median";
        assert!(delivery || row.get(hidden).is_none_or(|cell| **cell == Data::Empty), "{hidden} of {row:?}");
    }
}

fn assert_suppressed(row: &Row<'_>) {
    let figures =
        row.iter().filter(|(name, cell)| ![&"respondents_at_least"].contains(name) && matches!(cell, Data::Float(_)));
    assert_eq!(figures.count(), 0, "{row:?}");
}

fn assert_told(sheets: &BTreeMap<String, Sheet>, published: &Published) -> [usize; 3] {
    let scores = &published.scores;
    assert_eq!(sheets["Constructs"].1.len(), scores.constructs.len());
    rows(&sheets["Constructs"]).zip(&scores.constructs).for_each(|(row, score)| assert_construct(&row, score));
    assert_eq!(sheets["Items"].1.len(), scores.items.len());
    rows(&sheets["Items"]).zip(&scores.items).for_each(|(row, score)| assert_item(&row, score));
    assert_eq!(sheets["Quality"].1.len(), 0);
    let mut seen = [0; 3];
    for row in ["Summary", "Constructs", "Items", "Dimensions", "Challenges", "Benefits", "Delivery", "Roles"]
        .iter()
        .flat_map(|name| rows(&sheets[*name]))
    {
        match (row["status"].to_string().as_str(), row["precision"].to_string().as_str()) {
            ("suppressed", precision) => {
                assert_eq!(precision, "");
                assert_suppressed(&row);
                seen[0] += 1;
            }
            (_, "coarse") => {
                assert_coarse(&row);
                seen[1] += 1;
            }
            (status, precision) => {
                assert_eq!(precision == "exact", status == "scored", "{row:?}");
                seen[2] += 1;
            }
        }
    }
    seen
}

#[test]
fn the_workbook_of_a_confidential_round_has_what_was_published_and_no_more() {
    let mut seen = [0; 3];
    for (published, sheets) in workbooks() {
        let more = assert_told(sheets, published);
        seen.iter_mut().zip(more).for_each(|(all, more)| *all += more);
    }
    assert!(seen.iter().all(|seen| *seen > 500), "suppressed, coarse, exact: {seen:?}");
}
