//! Whole results, compared field by field with those worked out independently.

use domain::answers_file::{Format, read};
use domain::instrument::Instrument;
use domain::scoring::score;
use serde_json::Value;

/// Results are not rounded, so only the last digits may differ.
const TOLERANCE: f64 = 1e-9;

/// Every difference from `expected`, by its path. The result may hold more fields and longer lists of frameworks.
fn differences(path: &str, expected: &Value, found: Option<&Value>, all: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Some(Value::Object(found))) => {
            for (key, value) in expected {
                differences(&format!("{path}.{key}"), value, found.get(key), all);
            }
        }
        (Value::Array(expected), Some(Value::Array(found))) => {
            if expected.len() != found.len() && path != ".frameworks" {
                all.push(format!("{path}: expected {} entries, found {}", expected.len(), found.len()));
            }
            for (i, value) in expected.iter().enumerate() {
                differences(&format!("{path}[{i}]"), value, found.get(i), all);
            }
        }
        (Value::Number(expected), Some(Value::Number(found))) => {
            let (expected, found) = (expected.as_f64().unwrap(), found.as_f64().unwrap());
            // Written so that a NaN would be a difference.
            let close = (expected - found).abs() <= TOLERANCE;
            if !close {
                all.push(format!("{path}: expected {expected}, found {found}"));
            }
        }
        (expected, Some(found)) if expected == found => {}
        (expected, found) => all.push(format!("{path}: expected {expected}, found {found:?}")),
    }
}

fn check(csv: &str, expected: &str) {
    let instrument = Instrument::builtin();
    let sheet = read(instrument, csv.as_bytes(), Format::Csv).unwrap();
    let found = serde_json::to_value(score(instrument, &sheet)).unwrap();
    let expected: Value = serde_json::from_str(expected).unwrap();
    let mut all = Vec::new();
    differences("", &expected, Some(&found), &mut all);
    assert!(all.is_empty(), "{} differences:\n{}", all.len(), all.join("\n"));
}

#[test]
fn golden() {
    check(include_str!("../samples/golden.csv"), include_str!("../samples/golden.expected.json"));
}

#[test]
fn levels() {
    check(include_str!("../samples/levels.csv"), include_str!("../samples/levels.expected.json"));
}

#[test]
fn team() {
    check(include_str!("../samples/team.csv"), include_str!("../samples/team.expected.json"));
}

#[test]
fn edge() {
    check(include_str!("../samples/edge.csv"), include_str!("../samples/edge.expected.json"));
}

#[test]
fn the_comparison_finds_every_kind_of_difference() {
    let expected = serde_json::json!({"a": [1, 2.5, {"b": "x"}], "c": null, "d": [1]});
    let found = serde_json::json!({"a": [1, 2.6, {"b": "y"}], "c": 1, "d": [1, 2], "more": 1});
    let mut all = Vec::new();
    differences("", &expected, Some(&found), &mut all);
    assert_eq!(
        all.iter().map(|line| line.split(':').next().unwrap()).collect::<Vec<_>>(),
        [".a[1]", ".a[2].b", ".c", ".d"]
    );
}
