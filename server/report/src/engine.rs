//! From a result, a quick check or a comparison to the bytes of its PDF.

use std::sync::LazyLock;

use domain::comparison::ComparisonReport;
use domain::quick_check::CheckData;
use domain::report::{Letterhead, Logo, RoundReport};
use typst::foundations::{Bytes, Dict, IntoValue, Smart};
use typst::syntax::Source;
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::error::{ReportError, in_words};
use crate::fonts::{Fonts, Reach};
use crate::world::ReportWorld;
use crate::{check_input, comparison_input, date, input, sources};

/// For so many renderings typst keeps what they did not use again. What all reports share is used by each; what is one
/// report's own is 45 MB, so no more of them than are made at once on a small machine.
const KEPT_RENDERINGS: usize = 2;

/// The parsed fonts and templates. Costs some milliseconds once; then any number of threads may render with it.
pub struct Engine {
    fonts: Fonts,
    sources: Vec<Source>,
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

impl Engine {
    /// Parses what is compiled in.
    pub fn new() -> Self {
        Self { fonts: Fonts::embedded(), sources: sources::parsed() }
    }

    /// The engine that the whole process shares.
    pub fn shared() -> &'static Self {
        static SHARED: LazyLock<Engine> = LazyLock::new(Engine::new);
        &SHARED
    }

    /// The result as the bytes of a PDF.
    pub fn render_pdf(&self, report: &RoundReport<'_>) -> Result<Vec<u8>, ReportError> {
        match self.render(&Paper::Result(report)) {
            // A logo that cannot be drawn, say of broken pixels, stops no report.
            Err(_) if report.letterhead.logo.is_some() => {
                let letterhead = Letterhead { logo: None, ..report.letterhead.clone() };
                self.render(&Paper::Result(&RoundReport { letterhead: &letterhead, ..*report }))
            }
            rendered => rendered,
        }
    }

    /// The quick check as the bytes of a PDF of one page.
    pub fn render_check_pdf(&self, data: &CheckData) -> Result<Vec<u8>, ReportError> {
        self.render(&Paper::Check(data))
    }

    /// Rounds side by side as the bytes of a PDF.
    pub fn render_comparison_pdf(&self, report: &ComparisonReport<'_>) -> Result<Vec<u8>, ReportError> {
        match self.render(&Paper::Comparison(report)) {
            Err(_) if report.letterhead.logo.is_some() => {
                let letterhead = Letterhead { logo: None, ..report.letterhead.clone() };
                self.render(&Paper::Comparison(&ComparisonReport { letterhead: &letterhead, ..*report }))
            }
            rendered => rendered,
        }
    }

    fn render(&self, paper: &Paper<'_>) -> Result<Vec<u8>, ReportError> {
        let rendered = match self.render_with(paper, Reach::All) {
            // Some scripts join letters into shapes that stand for no text, which the standards forbid. What is
            // set in the design's own fonts, one character at a time, cannot do that.
            Err(ReportError::Export(_)) => self.render_with(paper, Reach::Own),
            rendered => rendered,
        };
        comemo::evict(KEPT_RENDERINGS);
        rendered
    }

    fn render_with(&self, paper: &Paper<'_>, reach: Reach) -> Result<Vec<u8>, ReportError> {
        let data = Bytes::new(paper.input(&self.fonts, reach)?).into_value();
        let logo = paper.logo().map(|logo| ("logo".into(), Bytes::new(logo.bytes().to_vec()).into_value()));
        let inputs: Dict = [("data".into(), data)].into_iter().chain(logo).collect();
        let Some(main) = self.sources.get(paper.template()) else {
            return Err(ReportError::Layout("there is no template".to_owned()));
        };
        let world = ReportWorld {
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            fonts: &self.fonts,
            sources: &self.sources,
            main: main.id(),
        };
        let document: PagedDocument =
            typst::compile(&world).output.map_err(|errors| ReportError::Layout(in_words(&errors)))?;
        let options = PdfOptions {
            creator: Smart::Custom(Some("Plumbline".to_owned())),
            standards: standards(paper.date())?,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(|errors| ReportError::Export(in_words(&errors)))
    }
}

/// What is to be printed.
enum Paper<'d> {
    Result(&'d RoundReport<'d>),
    Check(&'d CheckData),
    Comparison(&'d ComparisonReport<'d>),
}

impl Paper<'_> {
    /// The place of its template.
    fn template(&self) -> usize {
        match self {
            Self::Result(_) => sources::REPORT,
            Self::Check(_) => sources::CHECK,
            Self::Comparison(_) => sources::COMPARISON,
        }
    }

    /// What its template is given.
    fn input(&self, fonts: &Fonts, reach: Reach) -> Result<Vec<u8>, serde_json::Error> {
        match self {
            Self::Result(report) => input::bytes(report, fonts, reach),
            Self::Check(data) => check_input::bytes(data, fonts, reach),
            Self::Comparison(report) => comparison_input::bytes(report, fonts, reach),
        }
    }

    /// The logo that it bears.
    fn logo(&self) -> Option<&Logo> {
        match self {
            Self::Result(report) => report.letterhead.logo.as_ref(),
            Self::Comparison(report) => report.letterhead.logo.as_ref(),
            Self::Check(_) => None,
        }
    }

    /// Its day in words.
    fn date(&self) -> &str {
        match self {
            Self::Result(report) => &report.data.date,
            Self::Check(data) => &data.date,
            Self::Comparison(report) => report.date,
        }
    }
}

/// Accessible always; fit for archives too if the day is known, which archives ask for.
fn standards(day: &str) -> Result<PdfStandards, ReportError> {
    let wanted: &[PdfStandard] = match date::parse(day) {
        Some(_) => &[PdfStandard::Ua_1, PdfStandard::A_2a],
        None => &[PdfStandard::Ua_1],
    };
    PdfStandards::new(wanted).map_err(|error| ReportError::Export(error.message().to_string()))
}
