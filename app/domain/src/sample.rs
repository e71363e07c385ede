//! A result to look at before anybody has answered: that of a team which does not exist.

use std::sync::LazyLock;

use crate::answers_file::{Format, read};
use crate::instrument::Instrument;
use crate::report::{Context, ReportData};
use crate::scoring::score;

/// Eight invented people: pipelines they are proud of, models that hardly anybody watches, and two views of how science
/// and operations work together.
const ANSWERS: &str = include_str!("../sample/answers.csv");

/// The result of the invented team, which says that it is invented. Worked out once.
///
/// # Panics
///
/// Never in a released program: a test reads the answers, and their text is fixed when it is built.
#[must_use]
pub fn report() -> &'static ReportData {
    static REPORT: LazyLock<ReportData> = LazyLock::new(|| {
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
        let mut report = ReportData::new(instrument, &score(instrument, &sheet), context);
        let notice = "This is a sample. The team does not exist and its answers are invented; the figures are worked out from them as they would be from yours.";
        report.notices.insert(0, notice.to_owned());
        report
    });
    &REPORT
}
