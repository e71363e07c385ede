//! The page of a result tells of a confidential round what was published, figure by figure, and no more.

use app::pages::results::{Leads, Result as Shown, page};
use app::shell::{Frame, document};
use domain::instrument::Feeds;
use domain::privacy::Published;
use domain::report::{Context, ReportData};
use domain::scoring::{ConstructScore, Detail, ItemScore, Status};

use random::{SMALL, below, published, random_people};

#[path = "../../../../app/domain/tests/domain/privacy/rounds.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod random;

/// The page as the browser gets it.
fn screen(published: &Published) -> String {
    let text = || "x".to_owned();
    let context = Context { team: text(), round: text(), subject: text(), date: String::new(), erased: None };
    let report = ReportData::of(&SMALL, published, context);
    let frame = Frame { nonce: String::new(), assets: String::new(), viewer: None, demo: false };
    let shown = Shown { report: &report, instrument: &SMALL, published };
    document(&frame, || page(Leads::Link("token"), shown))
}

/// What stands between `from`, after `start`, and `to`.
fn between<'h>(html: &'h str, start: &str, from: &str, to: &str) -> &'h str {
    let own = html.split_once(start).unwrap_or_else(|| panic!("{start} is not on the page")).1;
    own.split_once(from).unwrap().1.split_once(to).unwrap().0
}

fn of_construct(score: &ConstructScore) -> String {
    match (score.detail, score.status, score.index) {
        (Detail::Suppressed, ..) | (_, Status::Suppressed, _) => "Not shown".to_owned(),
        (Detail::Coarse, _, Some(index)) => format!("about {index}"),
        (Detail::Full, _, Some(index)) => format!("{:.0}", index.round()),
        (_, Status::NotApplicable, None) => "Not asked".to_owned(),
        (_, _, None) => "Too few to tell".to_owned(),
    }
}

/// Whether the drawing by role has a figure here: it is of practices.
fn shown_by_role(score: &ConstructScore) -> bool {
    let feeds = SMALL.construct(&score.id).unwrap().feeds;
    feeds == Feeds::Maturity && score.detail != Detail::Suppressed && score.index.is_some()
}

/// How the words about a question begin.
fn of_item(score: &ItemScore) -> String {
    match (score.detail, score.index) {
        (Detail::Suppressed, _) => "Not shown: ".to_owned(),
        (Detail::Coarse, Some(index)) => format!("About {index} on 0 to 100. "),
        (Detail::Full, Some(_)) => "M".to_owned(),
        (_, None) => "No answers.".to_owned(),
    }
}

#[test]
fn two_hundred_random_confidential_rounds_show_what_was_published() {
    let (mut state, mut hidden, mut coarse, mut full) = (77, 0, 0, 0);
    for _ in 0..200 {
        let k = 3 + u8::try_from(below(&mut state, 4)).unwrap();
        let publication = published(&SMALL, k, &random_people(&mut state));
        let told = publication.published();
        let html = screen(told);
        for score in &told.scores.constructs {
            let start = format!(r#" id="{}""#, score.id);
            assert_eq!(between(&html, &start, r#"<span aria-hidden="true">"#, "</span>"), of_construct(score));
            match score.detail {
                Detail::Suppressed => hidden += 1,
                Detail::Coarse => coarse += 1,
                Detail::Full => full += 1,
            }
        }
        for score in &told.scores.items {
            let start = format!(r#"<span class="soft small">{}</span>"#, score.id);
            let shown = between(&html, &start, r#"<p class="small">"#, "</p>");
            assert!(shown.starts_with(&of_item(score)), "{}: {shown}", score.id);
            let own = between(&html, &start, r#"<div class="item-side">"#, "</li>");
            assert_eq!(own.contains("chart-spread"), score.detail.is_full() && score.n > 0, "{}: {own}", score.id);
        }
        // Figures by role are those of the roles that are told.
        let of_roles = told.cuts.iter().filter(|cut| cut.constructs.iter().any(shown_by_role)).count();
        assert_eq!(html.contains(r#"id="role-map-table""#), of_roles >= 2, "{of_roles} roles are told");
    }
    assert!(hidden > 50 && coarse > 50 && full > 50, "{hidden} {coarse} {full}");
}
