//! The report tells of a confidential round what was published, figure by figure, and no more: of the first of the two
//! hundred random rounds that the screen and the tables are tested with. Typesetting takes a second where it is not
//! optimised, so for all of them the crate's own tests look at what the typesetter is given.

use domain::privacy::Published;
use domain::report::{Context, Letterhead, ReportData, RoundReport, Standing};

use crate::random::{SMALL, below, published, random_people};
use crate::support::text_of;
use crate::told::{assert_told, construct_shown};

const ROUNDS: usize = 20;

fn printed(published: &Published) -> String {
    let text = || "x".to_owned();
    let context = Context { team: text(), round: text(), subject: text(), date: String::new(), erased: None };
    let data = ReportData::of(&SMALL, published, context);
    let (standing, letterhead) = (Standing::Preliminary, &Letterhead::default());
    text_of(
        &report::render_pdf(&RoundReport { data: &data, instrument: &SMALL, published, standing, letterhead }).unwrap(),
    )
}

#[test]
fn random_confidential_rounds_print_what_was_published() {
    let (mut state, mut seen) = (77, [0; 3]);
    for _ in 0..ROUNDS {
        let k = 3 + u8::try_from(below(&mut state, 4)).unwrap();
        let publication = published(&SMALL, k, &random_people(&mut state));
        let published = publication.published();
        let text = printed(published);
        for (construct, score) in SMALL.constructs.iter().zip(&published.scores.constructs) {
            let row = format!("{} {}", construct.name, construct_shown(score));
            assert!(text.contains(&row), "{row:?} is missing in: {text}");
        }
        // Bars of answers are drawn of questions whose answers are told, and of no others.
        let spread = published.scores.items.iter().any(|score| score.detail.is_full() && score.n > 0);
        assert_eq!(text.contains("How the answers spread A bar"), spread, "{text}");
        let more = assert_told(&text, &SMALL, published);
        seen.iter_mut().zip(more).for_each(|(all, more)| *all += more);
    }
    assert!(seen.iter().all(|seen| *seen > 30), "suppressed, coarse, full: {seen:?}");
}
