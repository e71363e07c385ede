use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::{Outputs, files, write};

fn outputs(files: &[(&str, &[u8])]) -> Outputs {
    let owned = files.iter();
    owned.map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect()
}

/// Gives every file a time in the past and returns it.
fn age(folder: &Path) -> SystemTime {
    let past = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000);
    for path in files(folder).unwrap() {
        let file = fs::File::options().write(true).open(folder.join(path)).unwrap();
        file.set_modified(past).unwrap();
    }
    past
}

#[test]
fn siblings_are_made_where_they_are_smaller_and_decode_to_the_original() {
    let folder = tempfile::tempdir().unwrap();
    let long = b"body { margin: 0 }\n".repeat(100);
    write(folder.path(), &outputs(&[("a.css", &long), ("b.js", b"1"), ("fonts/c.woff2", &long)])).unwrap();
    assert_eq!(files(folder.path()).unwrap(), ["a.css", "a.css.br", "a.css.gz", "b.js", "fonts/c.woff2"]);

    let mut decoded = Vec::new();
    let mut encoded = fs::File::open(folder.path().join("a.css.br")).unwrap();
    brotli::BrotliDecompress(&mut encoded, &mut decoded).unwrap();
    assert_eq!(decoded, long);

    let mut decoded = Vec::new();
    let encoded = fs::File::open(folder.path().join("a.css.gz")).unwrap();
    std::io::copy(&mut flate2::read::GzDecoder::new(encoded), &mut decoded).unwrap();
    assert_eq!(decoded, long);
}

#[test]
fn unchanged_files_keep_their_time_and_changed_ones_do_not() {
    let folder = tempfile::tempdir().unwrap();
    let (long, longer) = (b"same ".repeat(100), b"same ".repeat(200));
    write(folder.path(), &outputs(&[("a.css", &long), ("b.css", &long)])).unwrap();
    let past = age(folder.path());
    write(folder.path(), &outputs(&[("a.css", &long), ("b.css", &longer)])).unwrap();

    let rewritten: Vec<String> = files(folder.path())
        .unwrap()
        .into_iter()
        .filter(|path| fs::metadata(folder.path().join(path)).unwrap().modified().unwrap() != past)
        .collect();
    assert_eq!(rewritten, ["b.css", "b.css.br", "b.css.gz"]);
}

#[test]
fn what_is_no_longer_produced_is_removed_with_its_siblings() {
    let folder = tempfile::tempdir().unwrap();
    let long = b"text ".repeat(100);
    write(folder.path(), &outputs(&[("a.txt", &long), ("b.txt", &long)])).unwrap();
    write(folder.path(), &outputs(&[("b.txt", b"short")])).unwrap();
    assert_eq!(files(folder.path()).unwrap(), ["b.txt"]);
}
