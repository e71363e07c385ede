//! Bad answers files: each gives a clear message with line and column, and exit code 2; nothing is scored.

use std::fs;

use tempfile::TempDir;

use crate::server::plumbline;

/// File name, content, and what the message must hold.
const BAD: [(&str, &str, &[&str]); 12] = [
    ("item.csv", "respondent,role,TE9-1\nr1,DS,3\n", &["line 1", "column 3", "TE9-1"]),
    ("role.csv", "respondent,role,TE1-1\nr1,CEO,3\n", &["line 2", "column 2", "CEO"]),
    ("scale.csv", "respondent,role,TE1-1\nr1,DS,3\nr2,DS,6\n", &["line 3", "column 3", "TE1-1", "1 to 5"]),
    ("band.csv", "respondent,role,PM1\nr1,DS,7\n", &["line 2", "column 3", "PM1"]),
    ("percent.csv", "respondent,role,PM4\nr1,DS,101\n", &["line 2", "column 3", "PM4", "0 to 100"]),
    ("twice.csv", "respondent,role,TE1-1\nr1,DS,3\nr1,DS,4\n", &["line 3", "column 1", "r1"]),
    ("broken.csv", "respondent,role,TE1-1\nr1,DS\n", &["line 2", "column 3"]),
    ("quote.csv", "respondent,role,TE1-1\n\"r1,DS,3\n", &["line 2"]),
    ("nobody.csv", "respondent,role,TE1-1\n", &["respondent"]),
    ("header.csv", "name,role,TE1-1\nr1,DS,3\n", &["line 1", "column 1", "respondent"]),
    (
        "item.json",
        "{\"respondents\":[{\"id\":\"r1\",\"roles\":[\"DS\"],\n\"answers\":{\"TE9-1\":3}}]}",
        &["line 2", "column", "TE9-1"],
    ),
    ("comma.json", "{\"respondents\":[\n{\"id\":\"r1\",}]}", &["line 2", "column"]),
];

#[test]
fn each_bad_file_is_told_where_and_what() {
    let folder = TempDir::new().unwrap();
    for (name, content, parts) in BAD {
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        let output = plumbline().arg("score").arg(&path).output().unwrap();
        let message = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{name}: {message}");
        assert!(output.stdout.is_empty(), "{name}: nothing is scored");
        for part in parts.iter().chain(&[name]) {
            assert!(message.contains(part), "{name}: {part:?} is not in {message:?}");
        }
    }
}
