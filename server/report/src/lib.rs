//! A result as a PDF report, a quick check as one of a single page: tagged, accessible (PDF/UA-1) and fit for
//! archives (PDF/A-2a).
//!
//! Pure: the same [`RoundReport`] or [`CheckData`] gives the same bytes, and neither clock, file nor network is touched. Text reaches the
//! typesetter as data only, never as source, so nothing that somebody wrote can be run; what no font can draw becomes a
//! visible mark, so no text can stop a report.
//!
//! To add a section: a file in `templates/parts/`, its line in `templates/report.typ` and in `sources.rs`, and a test
//! that looks for its words in the finished file.

mod appendix;
mod chart;
mod check_input;
mod comparison_input;
#[cfg(test)]
mod confidential;
mod cover;
mod date;
mod engine;
mod error;
mod fonts;
mod input;
mod sources;
mod text;
mod world;

use domain::comparison::ComparisonReport;
use domain::quick_check::CheckData;
use domain::report::RoundReport;

pub use engine::Engine;
pub use error::ReportError;

/// The result as the bytes of a PDF, by the engine that the whole process shares. Takes some 20 to 200 milliseconds of
/// one core: a server calls it where that holds nobody up.
pub fn render_pdf(report: &RoundReport<'_>) -> Result<Vec<u8>, ReportError> {
    Engine::shared().render_pdf(report)
}

/// The quick check as the bytes of a PDF of one page, by the same engine.
pub fn render_check_pdf(data: &CheckData) -> Result<Vec<u8>, ReportError> {
    Engine::shared().render_check_pdf(data)
}

/// Rounds side by side as the bytes of a PDF, by the same engine.
pub fn render_comparison_pdf(report: &ComparisonReport<'_>) -> Result<Vec<u8>, ReportError> {
    Engine::shared().render_comparison_pdf(report)
}
