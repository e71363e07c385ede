//! What can go wrong.

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The publication is of another instrument, or of another version of it.
    #[error("The publication is of instrument {published}, not of {given}.")]
    OtherInstrument {
        /// Id and version that were published.
        published: String,
        /// Id and version that were given.
        given: String,
    },
    /// A time outside the years 1970 to 9999.
    #[error("The time {0} is not within the years 1970 to 9999.")]
    Time(i64),
    /// The workbook could not be written: a text above 32,767 characters, which no answer and no name has.
    #[error("The workbook cannot be written: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The CSV file could not be written.
    #[error("The CSV file cannot be written: {0}")]
    Csv(#[from] ::csv::Error),
    /// The JSON file could not be written.
    #[error("The JSON file cannot be written: {0}")]
    Json(#[from] serde_json::Error),
}
