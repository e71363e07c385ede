//! The eight people of the sample team answer over HTTP; the result holds the numbers that were worked out elsewhere.

use serde_json::Value;

use crate::helpers::TestApp;

const CSV: &str = include_str!("../../../../app/domain/tests/samples/team.csv");
const EXPECTED: &str = include_str!("../../../../app/domain/tests/samples/team.expected.json");

#[track_caller]
fn same(what: &str, actual: &Value, expected: &Value) {
    match (actual.as_f64(), expected.as_f64()) {
        (Some(actual), Some(expected)) => assert!((actual - expected).abs() < 1e-9, "{what}: {actual}, not {expected}"),
        _ => assert_eq!(actual, expected, "{what}"),
    }
}

#[track_caller]
fn same_range(what: &str, actual: &Value, expected: &Value) {
    for end in [0, 1] {
        same(what, &actual[end], &expected[end]);
    }
}

/// Finds the row of a list with this id.
fn row<'v>(list: &'v Value, id: &Value) -> &'v Value {
    list.as_array().unwrap().iter().find(|row| row["id"] == *id).unwrap_or_else(|| panic!("no row {id}"))
}

async fn answered(app: &TestApp) -> String {
    let (manage, share) = app.round().await;
    let mut lines = CSV.lines();
    let columns: Vec<&str> = lines.next().unwrap().split(',').collect();
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        let respond = app.join(&share, cells[0]).await;
        let mut profile = vec![("job_role", "")];
        profile.extend(cells[1].split(';').map(|role| ("job_role", role)));
        app.post(&format!("{respond}?section=profile"), &profile).await;
        // Constructs as the pages group them: the part of the id before the hyphen; metrics share a page.
        let mut sections: Vec<(&str, Vec<(&str, &str)>)> = Vec::new();
        for (column, cell) in columns.iter().zip(&cells).skip(2).filter(|(_, cell)| !cell.is_empty()) {
            let section = if column.starts_with("PM") { "PM" } else { column.split('-').next().unwrap() };
            match sections.last_mut().filter(|(last, _)| *last == section) {
                Some((_, fields)) => fields.push((column, cell)),
                None => sections.push((section, vec![(column, cell)])),
            }
        }
        for (section, fields) in sections {
            app.post(&format!("{respond}?section={section}"), &fields).await.leads_to();
        }
        app.post(&format!("{respond}?section=review"), &[("action", "submit")]).await.leads_to();
    }
    manage
}

#[tokio::test]
async fn the_sample_team_gives_the_expected_numbers() {
    let app = TestApp::new().await;
    let manage = answered(&app).await;
    let report = app.report(&manage).await;
    let expected: Value = serde_json::from_str(EXPECTED).unwrap();

    assert_eq!(report["answered"], "8 people answered");
    same("index", &report["maturity"]["value"], &expected["maturity"]["index"]);
    same_range("range", &report["maturity"]["range"], &expected["maturity"]["ci95"]);
    same("level", &report["level"]["secured"], &expected["maturity"]["secured_level"]);
    let blocking: Vec<&Value> = report["level"]["blocking"].as_array().unwrap().iter().map(|row| &row["id"]).collect();
    assert_eq!(blocking, expected["maturity"]["blocking"].as_array().unwrap().iter().collect::<Vec<_>>());
    for rung in report["level"]["rungs"].as_array().unwrap().iter().filter(|rung| rung["level"] != 1) {
        same("attained", &rung["share"], &expected["maturity"]["attained"][rung["level"].to_string()]);
    }
    let mut rows = 0;
    for part in ["practices", "challenges", "benefits"] {
        for actual in report[part].as_array().unwrap() {
            let wanted = row(&expected["constructs"], &actual["id"]);
            same("construct", &actual["figure"]["value"], &wanted["index"]);
            same_range("construct's range", &actual["figure"]["range"], &wanted["index_ci95"]);
            same("construct's n", &actual["n"], &wanted["n"]);
            for item in actual["items"].as_array().unwrap() {
                let wanted = row(&expected["items"], &item["id"]);
                assert_eq!(item["counts"], wanted["counts"]);
                same("item's n", &item["n"], &wanted["n"]);
            }
            rows += 1;
        }
    }
    assert_eq!(rows, 20);
    same("delivery", &report["dials"][2]["figure"]["value"], &expected["delivery"]["index"]);
    for actual in report["delivery"].as_array().unwrap() {
        same("metric", &actual["figure"]["value"], &row(&expected["delivery"]["metrics"], &actual["id"])["score"]);
    }
    let severity = expected["dimensions"].as_array().unwrap().iter().find(|row| row["id"] == "CH").unwrap();
    same("severity", &report["dials"][0]["figure"]["value"], &severity["index"]);

    let page = app.get(&format!("{manage}/results")).await;
    for text in ["likely 41 to 58", "Level 2, Emerging", "63 % · 7 questions to go"] {
        assert!(page.text().contains(text), "{text}");
    }
}
