//! What a template can see: the library with its data, the fonts, the other templates, and nothing else.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use crate::fonts::Fonts;

/// The world of one report.
pub(crate) struct ReportWorld<'a> {
    /// The standard library with the report's data among its inputs.
    pub library: LazyHash<Library>,
    /// The fonts.
    pub fonts: &'a Fonts,
    /// The templates.
    pub sources: &'a [Source],
    /// The id of the one that is run.
    pub main: FileId,
}

impl World for ReportWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.iter().find(|source| source.id() == id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index)
    }

    /// There is no clock: the day of a report is part of its data.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
