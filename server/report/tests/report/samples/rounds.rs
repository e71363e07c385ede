//! Rounds that were answered and published, as a server does it.

use domain::instrument::{Instrument, JobRole};
use domain::privacy::{Published, SealedAnswers, publish};
use domain::report::{Context, Letterhead, ReportData, RoundReport, Standing};
use domain::round::{Mode, RoundState};

use super::{DIGEST, LETTERHEAD};

/// What was published, and its words.
pub struct Round {
    pub published: Published,
    pub report: ReportData,
}

impl Round {
    /// As it is printed.
    pub fn on_paper(&self) -> RoundReport<'_> {
        let letterhead: &Letterhead = &LETTERHEAD;
        let standing = Standing::Kept(DIGEST);
        RoundReport {
            data: &self.report,
            instrument: Instrument::builtin(),
            published: &self.published,
            standing,
            letterhead,
        }
    }
}

/// The next number of a sequence (`SplitMix64`) below `limit`.
pub fn below(state: &mut u64, limit: usize) -> usize {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    usize::try_from((mixed ^ (mixed >> 31)) % limit as u64).unwrap_or_default()
}

/// A round of so many people, who answer nearly everything and write `comment` beside `commented` questions.
pub fn round(mode: Mode, people: usize, team: &str, comment: &str, commented: usize) -> Round {
    let instrument = Instrument::builtin();
    let mut builder = SealedAnswers::builder(instrument, mode, RoundState::Closed);
    let mut state = 7 + people as u64;
    for person in 0..people {
        let mut respondent = builder.respondent(person.to_string(), format!("Person {person}"));
        let mut answer = |field: &str, text: &str| {
            respondent.answer(field, text).map_or_else(|fault| panic!("{field}: {fault:?}"), drop);
        };
        answer("job_role", JobRole::ALL[below(&mut state, 4)].id());
        answer("strategy.top-challenges", ["CH1;CH2", "CH2;CH3", "CH2;CH4"][below(&mut state, 3)]);
        answer("strategy.top-benefits", ["BE1;BE2", "BE2;BE3", "BE1;BE5"][below(&mut state, 3)]);
        for (place, item) in instrument.items.iter().enumerate() {
            let low = place * 7 % 3;
            match below(&mut state, 30) {
                0 => answer(&item.id, "DK"),
                1 => answer(&item.id, "NA"),
                _ => answer(&item.id, &(1 + (low + below(&mut state, 3)).min(4)).to_string()),
            }
            if place < commented && !comment.is_empty() {
                answer(&format!("comment.{}", item.id), comment);
            }
        }
        for metric in &instrument.metrics {
            answer(&metric.id, &(1 + below(&mut state, 5)).to_string());
        }
    }
    let published = match publish(instrument, &builder.seal(), None, 1) {
        Ok(publication) => publication.published().clone(),
        Err(refused) => panic!("{refused}"),
    };
    let text = |words: &str| words.to_owned();
    let context = Context {
        team: text(team),
        round: text("November 2026"),
        subject: text("Card fraud score"),
        date: text("23 November 2026"),
        erased: None,
    };
    Round { report: ReportData::of(instrument, &published, context), published }
}
