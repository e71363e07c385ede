//! What may go wrong. None of it is the reader's doing, so all of it is for the log.

use typst::diag::SourceDiagnostic;

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The result could not be written as data for the template.
    #[error("the result could not be handed to the template: {0}")]
    Data(#[from] serde_json::Error),
    /// The template failed.
    #[error("the report could not be laid out: {0}")]
    Layout(String),
    /// The pages were laid out, but break a rule of the PDF standards.
    #[error("the report could not be written as a PDF: {0}")]
    Export(String),
}

/// The messages and hints of typst on one line.
pub(crate) fn in_words<'a>(diagnostics: impl IntoIterator<Item = &'a SourceDiagnostic>) -> String {
    let parts = diagnostics.into_iter().flat_map(|diagnostic| {
        let hints = diagnostic.hints.iter().map(|hint| format!("hint: {}", hint.v));
        std::iter::once(diagnostic.message.to_string()).chain(hints)
    });
    parts.collect::<Vec<_>>().join("; ")
}
