//! Makes a sheet, respondent by respondent.

use super::field::{Field, FieldError};
use super::{AnswerSheet, Cell, MetricCell, RespondentAnswers};
use crate::instrument::{Column, Instrument, ItemIndex, JobRole, MetricIndex};

/// Makes an [`AnswerSheet`] from stored answers.
#[derive(Debug)]
pub struct SheetBuilder<'i> {
    instrument: &'i Instrument,
    sheet: AnswerSheet,
}

/// One respondent of a sheet that is being made.
#[derive(Debug)]
pub struct RespondentBuilder<'b> {
    instrument: &'b Instrument,
    respondent: &'b mut RespondentAnswers,
}

impl<'i> SheetBuilder<'i> {
    /// `all_columns`: whether every column exists from the start, or only those that [`SheetBuilder::column`] adds.
    pub(crate) fn new(instrument: &'i Instrument, all_columns: bool) -> Self {
        let sheet = AnswerSheet {
            item_columns: vec![all_columns; instrument.items.len()],
            metric_columns: vec![all_columns; instrument.metrics.len()],
            respondents: Vec::new(),
        };
        Self { instrument, sheet }
    }

    /// Makes a column exist.
    pub(crate) fn column(&mut self, column: Column) {
        let flag = match column {
            Column::Item(item) => self.sheet.item_columns.get_mut(item.get()),
            Column::Metric(metric) => self.sheet.metric_columns.get_mut(metric.get()),
        };
        if let Some(flag) = flag {
            *flag = true;
        }
    }

    /// Adds a respondent. Job roles may also come as the answer `job_role`.
    pub fn respondent(&mut self, id: impl Into<String>, roles: &[JobRole]) -> RespondentBuilder<'_> {
        let place = self.sheet.respondents.len();
        let mut respondent = RespondentAnswers::new(self.instrument, id.into());
        respondent.set_roles(roles.iter().copied());
        self.sheet.respondents.push(respondent);
        RespondentBuilder { instrument: self.instrument, respondent: &mut self.sheet.respondents[place] }
    }

    /// Adds a respondent who is filled in already.
    pub(crate) fn push(&mut self, respondent: RespondentAnswers) {
        self.sheet.respondents.push(respondent);
    }

    /// How many respondents there are so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sheet.respondents.len()
    }

    /// Whether there is no respondent yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sheet.respondents.is_empty()
    }

    /// The sheet.
    #[must_use]
    pub fn build(self) -> AnswerSheet {
        self.sheet
    }
}

impl RespondentBuilder<'_> {
    /// Enters the answer of a field by the field's name. What is not scored (comments, profile and so on) and fields
    /// that the instrument does not know are passed over.
    ///
    /// # Errors
    ///
    /// The text is no answer to that field.
    pub fn answer(&mut self, field: &str, text: &str) -> Result<&mut Self, FieldError> {
        let Some(field) = Field::parse(self.instrument, field) else { return Ok(self) };
        match field {
            Field::Item(item) => self.respondent.enter(self.instrument, Column::Item(item), text)?,
            Field::Metric(metric) => self.respondent.enter(self.instrument, Column::Metric(metric), text)?,
            Field::JobRole => {
                let text = field.canonical(self.instrument, &[text])?;
                self.respondent.set_roles(text.split(';').filter_map(JobRole::parse));
            }
            _ => {}
        }
        Ok(self)
    }

    /// Enters the answer to an item.
    pub fn item(&mut self, item: ItemIndex, cell: Cell) -> &mut Self {
        self.respondent.set_item(item, cell);
        self
    }

    /// Enters the answer to a metric.
    pub fn metric(&mut self, metric: MetricIndex, cell: MetricCell) -> &mut Self {
        self.respondent.set_metric(metric, cell);
        self
    }

    /// Marks answers that came too fast to have been read.
    pub fn fast(&mut self, fast: bool) -> &mut Self {
        self.respondent.fast = fast;
        self
    }
}
