//! A result to look at before anybody has answered: that of a team which does not exist.

use std::sync::LazyLock;

use crate::answers_file::{Format, read};
use crate::instrument::Instrument;
use crate::privacy::{Published, own_file};
use crate::report::{Context, Letterhead, ReportData, RoundReport, Standing};

/// Eight invented people: pipelines they are proud of, models that hardly anybody watches, and two views of how science
/// and operations work together.
const ANSWERS: &str = include_str!("../sample/answers.csv");

/// The result of the invented team.
#[derive(Debug)]
pub struct Sample {
    /// In words, which say that it is invented.
    pub report: ReportData,
    /// Its figures.
    pub figures: Published,
}

/// The result of the invented team. Worked out once.
///
/// # Panics
///
/// Never in a released program: a test reads the answers, and their text is fixed when it is built.
#[must_use]
pub fn sample() -> &'static Sample {
    static SAMPLE: LazyLock<Sample> = LazyLock::new(|| {
        let instrument = Instrument::builtin();
        let sheet = match read(instrument, ANSWERS.as_bytes(), Format::Csv) {
            Ok(sheet) => sheet,
            Err(error) => panic!("the sample's answers cannot be read: {error}"),
        };
        let context = Context {
            team: "Payments Risk".to_owned(),
            round: "Sample with invented answers".to_owned(),
            subject: "Card fraud score".to_owned(),
            date: String::new(),
            erased: None,
        };
        let figures = own_file(instrument, &sheet);
        let mut report = ReportData::of(instrument, &figures, context);
        let notice = "This is a sample. The team does not exist and its answers are invented; the figures are worked out from them as they would be from yours.";
        report.notices.insert(0, notice.to_owned());
        Sample { report, figures }
    });
    &SAMPLE
}

/// The words of [`sample`].
#[must_use]
pub fn report() -> &'static ReportData {
    &sample().report
}

/// The same, ready to be set on paper.
#[must_use]
pub fn on_paper() -> RoundReport<'static> {
    let Sample { report, figures } = sample();
    RoundReport {
        data: report,
        instrument: Instrument::builtin(),
        published: figures,
        standing: Standing::OwnFile,
        letterhead: Letterhead::NONE,
    }
}
