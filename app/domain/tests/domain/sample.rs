//! The invented result keeps its story, and says that it is invented.

use domain::sample;

#[test]
fn the_sample_says_that_it_is_invented() {
    let report = sample::report();
    assert!(report.notices[0].contains("answers are invented"));
    assert_eq!(report.round, "Sample with invented answers");
    assert_eq!(report.answered, "8 people answered");
}

#[test]
fn its_pipelines_are_strong_its_monitoring_weak_and_its_people_of_two_minds() {
    let report = sample::report();
    let index = |id: &str| {
        let rows = report.practices.iter().chain(&report.challenges);
        rows.into_iter().find(|row| row.id == id).unwrap().figure.value.unwrap()
    };
    assert!(report.maturity.value.is_some() && report.maturity.range.is_some());
    let mut practices: Vec<f64> = report.practices.iter().map(|row| row.figure.value.unwrap()).collect();
    practices.sort_by(f64::total_cmp);
    assert_eq!(practices.first(), Some(&index("TE4")));
    assert_eq!(practices.last(), Some(&index("TE1")));
    assert!(report.level.secured.is_some() && !report.level.blocking.is_empty());
    let apart: Vec<&str> = report.disagreements.iter().map(|row| row.id.as_str()).collect();
    for id in ["TE4-1", "CE2-2", "IS2-2"] {
        assert!(apart.contains(&id), "{id} in {apart:?}");
    }
}

#[test]
fn it_says_what_would_raise_or_lower_its_figures() {
    let report = sample::report();
    let ends = |text: &str, end: &str| assert!(text.ends_with(end), "{text}");
    ends(
        &report.maturity.why,
        " If everybody answered one question one stage higher, it would rise by 0.8. What would raise it most: monitoring (by up to 7) and governance (by up to 6).",
    );
    ends(
        &report.dials[0].figure.why,
        " Easing skill gaps (by up to 18) and fragmented tooling (by up to 13) would lower it most.",
    );
    let monitoring = report.practices.iter().find(|row| row.id == "TE4").unwrap();
    assert!(!monitoring.figure.why.contains("would raise"), "two of its questions have the same way to go");
    let adoption = report.practices.iter().find(|row| row.id == "AD1").unwrap();
    ends(&adoption.figure.why, " What would raise it most: live models covered.");
    assert!(report.models.iter().any(|model| model.raise.contains("watching live models (TE4-1) at stage 4")));
}
