//! Commands, their output and their exit codes.

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;

use crate::server::{Server, plumbline};

fn sample(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../app/domain/tests/samples").join(name)
}

fn run(arguments: &[&str]) -> Output {
    plumbline().args(arguments).output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Every place where `actual` is not as expected; numbers may differ by 1e-9.
fn differences(path: &str, actual: &Value, expected: &Value, found: &mut Vec<String>) {
    match (actual, expected) {
        (Value::Object(actual), Value::Object(expected)) => {
            for (key, expected) in expected {
                differences(&format!("{path}/{key}"), actual.get(key).unwrap_or(&Value::Null), expected, found);
            }
        }
        (Value::Array(actual), Value::Array(expected)) => {
            for (place, expected) in expected.iter().enumerate() {
                differences(&format!("{path}/{place}"), actual.get(place).unwrap_or(&Value::Null), expected, found);
            }
        }
        (Value::Number(a), Value::Number(b)) if (a.as_f64().unwrap() - b.as_f64().unwrap()).abs() < 1e-9 => {}
        _ if actual == expected => {}
        _ => found.push(format!("{path}: {actual}, not {expected}")),
    }
}

#[test]
fn score_prints_the_expected_results() {
    for name in ["golden", "levels", "team", "edge"] {
        let output = run(&["score", sample(&format!("{name}.csv")).to_str().unwrap()]);
        assert!(output.status.success(), "{}", stderr(&output));
        let actual: Value = serde_json::from_slice(&output.stdout).unwrap();
        let expected = fs::read(sample(&format!("{name}.expected.json"))).unwrap();
        let mut found = Vec::new();
        differences(name, &actual, &serde_json::from_slice(&expected).unwrap(), &mut found);
        assert!(found.is_empty(), "{found:#?}");
        assert_eq!(actual["instrument"]["id"], "mldevops");
        assert_eq!(actual["scoring_version"], "1");
    }
}

#[test]
fn report_writes_the_same_pdf_each_time() {
    let folder = TempDir::new().unwrap();
    let make = |name: &str| {
        let path = folder.path().join(name);
        let team = sample("team.csv");
        let output =
            run(&["report", team.to_str().unwrap(), "--team-name", "Payments Risk", "--out", path.to_str().unwrap()]);
        assert!(output.status.success(), "{}", stderr(&output));
        fs::read(path).unwrap()
    };
    let pdf = make("a.pdf");
    assert!(pdf.starts_with(b"%PDF-"));
    assert!(pdf == make("b.pdf"), "the same answers make the same file");
}

#[test]
fn report_writes_workbook_and_csv_beside_the_pdf() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (team, pdf, xlsx, csv) = (sample("team.csv"), path("a.pdf"), path("a.xlsx"), path("a.csv"));
    let output = run(&["report", team.to_str().unwrap(), "--out", &pdf, "--xlsx", &xlsx, "--csv", &csv]);
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(fs::read(&xlsx).unwrap().starts_with(b"PK"));
    let scored = run(&["score", team.to_str().unwrap()]);
    let scored: serde_json::Value = serde_json::from_slice(&scored.stdout).unwrap();
    let index = &scored["constructs"][0]["index"];
    let csv = fs::read_to_string(&csv).unwrap();
    assert!(csv.contains(&format!("constructs,AD1,index,scored,exact,{index}")), "{index}");
}

#[test]
fn report_to_a_folder_that_is_not_there_fails_without_blaming_the_answers() {
    let team = sample("team.csv");
    let output = run(&["report", team.to_str().unwrap(), "--out", "/nowhere/at/all.pdf"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("/nowhere/at/all.pdf cannot be written"), "{}", stderr(&output));
}

#[test]
fn the_instrument_that_is_shown_is_in_order() {
    let folder = TempDir::new().unwrap();
    let shown = run(&["instrument", "show"]);
    assert!(shown.status.success());
    let path = folder.path().join("instrument.toml");
    fs::write(&path, &shown.stdout).unwrap();
    let checked = run(&["instrument", "check", path.to_str().unwrap()]);
    assert!(checked.status.success(), "{}", stderr(&checked));
    assert!(
        String::from_utf8_lossy(&checked.stdout).contains("mldevops 1.0.0 is in order: 60 items, 6 delivery metrics.")
    );
}

#[test]
fn a_bad_instrument_is_named_by_line_and_field() {
    let folder = TempDir::new().unwrap();
    let shown = String::from_utf8(run(&["instrument", "show"]).stdout).unwrap();
    let path = folder.path().join("instrument.toml");
    let line = 1 + shown.lines().position(|line| line == "dimension = \"AD\"").unwrap();
    fs::write(&path, shown.replacen("dimension = \"AD\"", "dimension = \"XX\"", 1)).unwrap();
    let output = run(&["instrument", "check", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    let message = stderr(&output);
    assert!(message.contains(&format!("line {line}")) && message.contains("dimension"), "{message}");
}

#[test]
fn wrong_usage_is_exit_code_2() {
    for arguments in [&["score"][..], &["fly"], &["serve", "--port", "1"], &["score", "/nowhere.csv"]] {
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
    assert_eq!(run(&["score", "--help"]).status.code(), Some(0));
}

#[test]
fn a_setting_that_is_none_is_refused_by_name() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("plumbline.toml"), "adress = \"127.0.0.1:1\"\n").unwrap();
    let output = plumbline().arg("serve").current_dir(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("adress"), "{}", stderr(&output));
}

#[test]
fn the_style_guide_is_off_unless_a_setting_says_otherwise() {
    let status = |folder: &TempDir| Server::start(folder.path()).browser.get("/styleguide").status;
    let folder = TempDir::new().unwrap();
    assert_eq!(status(&folder), 404);
    fs::write(folder.path().join("plumbline.toml"), "styleguide = true\n").unwrap();
    assert_eq!(status(&folder), 200);
}
