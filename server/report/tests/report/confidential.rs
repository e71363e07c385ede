//! The report tells of a confidential round what was published, figure by figure, and no more: of the two hundred random
//! rounds that the screen and the tables are tested with. Typesetting takes a sixth of a second, and six times as long where
//! it is not optimised, which is why these tests are run on a release build.

use std::thread;

use domain::privacy::{Publication, Published};
use domain::report::{Context, Letterhead, ReportData, RoundReport, Standing};

use crate::random::{SMALL, below, published, random_people};
use crate::support::text_of;
use crate::told::{assert_told, construct_shown};

const ROUNDS: usize = 200;
const WORKERS: usize = 2;

fn printed(published: &Published) -> String {
    let text = || "x".to_owned();
    let context = Context { team: text(), round: text(), subject: text(), date: String::new(), erased: None };
    let data = ReportData::of(&SMALL, published, context);
    let (standing, letterhead) = (Standing::Preliminary, &Letterhead::default());
    text_of(
        &report::render_pdf(&RoundReport { data: &data, instrument: &SMALL, published, standing, letterhead }).unwrap(),
    )
}

/// What a report prints of a round, held against what was published of it; how many figures were suppressed, coarse and full.
fn assert_printed(published: &Published) -> [usize; 3] {
    let text = printed(published);
    for (construct, score) in SMALL.constructs.iter().zip(&published.scores.constructs) {
        let row = format!("{} {}", construct.name, construct_shown(score));
        assert!(text.contains(&row), "{row:?} is missing in: {text}");
    }
    // Bars of answers are drawn of questions whose answers are told, and of no others.
    let spread = published.scores.items.iter().any(|score| score.detail.is_full() && score.n > 0);
    assert_eq!(text.contains("How the answers spread A bar"), spread, "{text}");
    assert_told(&text, &SMALL, published)
}

#[test]
fn random_confidential_rounds_print_what_was_published() {
    let mut state = 77;
    let rounds: Vec<Publication> = (0..ROUNDS)
        .map(|_| {
            let k = 3 + u8::try_from(below(&mut state, 4)).unwrap();
            published(&SMALL, k, &random_people(&mut state))
        })
        .collect();
    let sum = |a: [usize; 3], b: [usize; 3]| std::array::from_fn(|kind| a[kind] + b[kind]);
    let seen = thread::scope(|scope| {
        let workers: Vec<_> = rounds
            .chunks(ROUNDS / WORKERS)
            .map(|rounds| {
                scope.spawn(move || rounds.iter().map(|round| assert_printed(round.published())).fold([0; 3], sum))
            })
            .collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).fold([0; 3], sum)
    });
    assert!(seen.iter().all(|seen| *seen > 300), "suppressed, coarse, full: {seen:?}");
}
