use std::fs;

use super::table;

#[test]
fn a_file_without_a_sibling_counts_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for (name, size) in [("a.css", 300), ("a.css.br", 20), ("a.css.gz", 30), ("b.png", 7)] {
        fs::write(folder.path().join(name), vec![0; size]).unwrap();
    }
    let table = table(folder.path()).unwrap();
    let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(rows, [["file", "bytes", "brotli"], ["a.css", "300", "20"], ["b.png", "7", "7"], ["all", "307", "27"],]);
}

#[test]
fn an_empty_folder_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let error = table(folder.path()).unwrap_err();
    assert!(error.to_string().contains("cargo xtask assets"), "{error}");
}
