//! What the file is: a tagged PDF that anybody can read, the same every time.

use crate::samples;
use crate::support::{contains, page_count, tags, text_of};

#[test]
fn every_sample_becomes_an_accessible_file() {
    for (name, data) in [("realistic", samples::realistic()), ("empty", samples::empty()), ("huge", samples::huge())] {
        let pdf = report::render_pdf(&samples::on_paper(&data)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(pdf.starts_with(b"%PDF-1.7"), "{name}");
        for needle in ["/StructTreeRoot", "/MarkInfo", "<pdfuaid:part>1</", "<pdfaid:part>2</", "(en-GB)", "/Alt"] {
            assert!(contains(&pdf, needle), "{name} has no {needle}");
        }
    }
}

#[test]
fn the_realistic_report_has_few_pages() {
    let realistic = page_count(&report::render_pdf(&samples::on_paper(&samples::realistic())).unwrap());
    assert!((10..=13).contains(&realistic), "{realistic} pages");
    let empty = page_count(&report::render_pdf(&samples::on_paper(&samples::empty())).unwrap());
    assert!((9..=11).contains(&empty), "{empty} pages");
}

#[test]
fn the_same_result_gives_the_same_bytes() {
    let first = report::render_pdf(&samples::on_paper(&samples::realistic())).unwrap();
    // Another report in between, and an engine of its own: neither leaves a trace.
    report::render_pdf(&samples::on_paper(&samples::empty())).unwrap();
    let second = report::Engine::new().render_pdf(&samples::on_paper(&samples::realistic())).unwrap();
    assert!(first == second);
}

#[test]
fn threads_share_one_engine() {
    let expected = report::render_pdf(&samples::on_paper(&samples::realistic())).unwrap();
    std::thread::scope(|scope| {
        let handles: Vec<_> =
            (0..4).map(|_| scope.spawn(|| report::render_pdf(&samples::on_paper(&samples::realistic())))).collect();
        for handle in handles {
            assert!(handle.join().unwrap().unwrap() == expected);
        }
    });
}

#[test]
fn the_date_is_the_results_own_or_none() {
    let dated = report::render_pdf(&samples::on_paper(&samples::realistic())).unwrap();
    assert!(contains(&dated, "D:20261123"));
    let mut data = samples::realistic();
    data.date = "at some time".into();
    let undated = report::render_pdf(&samples::on_paper(&data)).unwrap();
    assert!(!contains(&undated, "/CreationDate"));
    // Archives ask for a date, so this file does not claim to be fit for them; accessible it is.
    assert!(!contains(&undated, "<pdfaid:part>") && contains(&undated, "<pdfuaid:part>1</"));
    assert!(text_of(&undated).contains("at some time"));
}

#[test]
fn whoever_listens_finds_headings_tables_and_words_for_pictures() {
    let pdf = report::render_pdf(&samples::on_paper(&samples::realistic())).unwrap();
    let tags = tags(&pdf);
    let of = |kind: &str| tags.get(kind).copied().unwrap_or_default();
    assert_eq!(of("H1"), 1, "{tags:?}");
    assert!(of("H2") >= 12 && of("H3") >= 8, "{tags:?}");
    assert_eq!(of("TOCI"), of("H2"), "every section is in the contents: {tags:?}");
    assert!(of("Table") >= 15 && of("TH") >= 60, "{tags:?}");
    assert!(of("Figure") >= 9, "{tags:?}");
}
