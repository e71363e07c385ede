//! What stands in the report of a round is what was published of it, figure by figure.

use domain::instrument::Instrument;
use domain::report::{Context, ReportData, RoundReport, Standing};
use domain::round::Mode;

use crate::samples::{self, DIGEST, Round, below, round};
use crate::support::{page_count, page_text, text_of};
use crate::told::assert_told;

#[test]
fn the_report_of_a_confidential_round_has_what_was_published_and_no_more() {
    let mut state = 22;
    let mut seen = [0; 3];
    // Of the whole questionnaire; two hundred rounds of a small one are tested as what the typesetter is given.
    for _ in 0..8 {
        let k = 3 + u8::try_from(below(&mut state, 4)).unwrap();
        let made = round(Mode::Confidential { k }, 3 + below(&mut state, 15), "Payments Risk", "", 0);
        let text = text_of(&report::render_pdf(&made.on_paper()).unwrap());
        let more = assert_told(&text, Instrument::builtin(), &made.published);
        seen.iter_mut().zip(more).for_each(|(all, more)| *all += more);
    }
    assert!(seen.iter().all(|seen| *seen > 50), "suppressed, coarse, full: {seen:?}");
}

#[test]
fn with_too_few_people_no_figure_is_in_the_report() {
    let made = round(Mode::Confidential { k: 5 }, 4, "Payments Risk", "A comment that nobody may see.", 3);
    let text = text_of(&report::render_pdf(&made.on_paper()).unwrap());
    let seen = assert_told(&text, Instrument::builtin(), &made.published);
    assert_eq!(seen[1..], [0, 0]);
    assert!(!text.contains("How the answers spread") && !text.contains("A comment that nobody may see."), "{text}");
}

/// The text of the same round as it stands.
fn text_with(made: &Round, standing: Standing<'_>) -> String {
    text_of(&report::render_pdf(&RoundReport { standing, ..made.on_paper() }).unwrap())
}

#[test]
fn it_bears_the_digest_of_the_publication_or_says_that_it_is_preliminary() {
    let made = round(Mode::Named, 2, "Payments Risk", "", 0);
    let kept = text_with(&made, Standing::Kept(DIGEST));
    assert!(kept.contains(&format!("SHA-256: {DIGEST}")) && kept.contains("As published"), "{kept}");
    let open = text_with(&made, Standing::Preliminary);
    assert!(open.contains("Preliminary: answers can still change it") && open.contains("This report is preliminary"));
    let file = text_with(&made, Standing::OwnFile);
    assert!(file.contains("worked out from a file of answers"), "{file}");
    assert!(!open.contains("SHA-256:") && !file.contains("SHA-256:"));
}

#[test]
fn the_summary_is_one_page_and_names_the_first_things_to_do() {
    let sizes =
        [(Mode::Named, 1), (Mode::Named, 9), (Mode::Confidential { k: 5 }, 8), (Mode::Confidential { k: 5 }, 30)];
    for (mode, people) in sizes {
        let made = round(mode, people, "Payments Risk", "", 0);
        let pdf = report::render_pdf(&made.on_paper()).unwrap();
        let page = page_text(&pdf, 2);
        assert!(page.contains("Summary") && page.contains("The first things to do"), "{people}: {page}");
        for one in made.report.priorities.iter().take(3) {
            assert!(page.contains(&one.action), "{people}: {:?} is missing in: {page}", one.action);
        }
        assert!(page_text(&pdf, 3).contains("Practices Dot"), "{people}");
    }
}

#[test]
fn of_a_round_that_is_not_published_there_are_no_figures() {
    let made = round(Mode::Confidential { k: 5 }, 0, "Payments Risk", "", 0);
    let words = |text: &str| text.to_owned();
    let context = Context {
        team: words("Payments Risk"),
        round: words("November"),
        subject: String::new(),
        date: String::new(),
        erased: None,
    };
    let data = ReportData::unpublished(Instrument::builtin(), context);
    let paper = RoundReport { data: &data, standing: Standing::Preliminary, ..made.on_paper() };
    let pdf = report::render_pdf(&paper).unwrap();
    let text = text_of(&pdf);
    assert!(text.contains(&data.summary), "{text}");
    assert!(!text.contains("Appendix:") && !text.contains("of 100 "), "{text}");
    assert!(page_count(&pdf) <= 4, "{text}");
}

#[test]
fn the_organisation_is_on_the_cover() {
    let data = samples::realistic();
    let pdf = report::render_pdf(&samples::on_paper(&data)).unwrap();
    let page = page_text(&pdf, 1);
    for words in ["Northwind Bank", &data.heading, &data.round, &data.date, &data.answered, "Contents", "secured"] {
        assert!(page.contains(words), "{words:?} is missing in: {page}");
    }
}
