//! The answers of all respondents: what scoring reads.

use super::{Cell, Field, FieldError, MetricCell, SheetBuilder};
use crate::instrument::{Column, Instrument, ItemIndex, JobRole, MetricIndex, RoleSet};

/// The answers of several respondents to one instrument, and which of its columns exist at all.
#[derive(Clone, Debug)]
pub struct AnswerSheet {
    pub(super) item_columns: Vec<bool>,
    pub(super) metric_columns: Vec<bool>,
    pub(super) respondents: Vec<RespondentAnswers>,
}

/// The answers of one respondent.
#[derive(Clone, Debug)]
pub struct RespondentAnswers {
    /// Names the respondent within the sheet.
    pub id: String,
    /// Job roles; the first one counts where a respondent can count only once. None: asked everything.
    pub roles: Vec<JobRole>,
    /// Whether the answers came too fast to have been read (decided when they were handed in).
    pub fast: bool,
    pub(super) role_set: RoleSet,
    pub(super) items: Box<[Cell]>,
    pub(super) metrics: Box<[MetricCell]>,
}

impl AnswerSheet {
    /// A sheet in which every column exists.
    #[must_use]
    pub fn builder(instrument: &Instrument) -> SheetBuilder<'_> {
        SheetBuilder::new(instrument, true)
    }

    /// The respondents, in the order in which they came.
    #[must_use]
    pub fn respondents(&self) -> &[RespondentAnswers] {
        &self.respondents
    }

    /// The sheet of some of the respondents: those of a job role, or those whose answers are not flagged.
    #[must_use]
    pub fn only(&self, keep: impl Fn(&RespondentAnswers) -> bool) -> Self {
        Self {
            item_columns: self.item_columns.clone(),
            metric_columns: self.metric_columns.clone(),
            respondents: self.respondents.iter().filter(|respondent| keep(respondent)).cloned().collect(),
        }
    }

    /// Whether the column exists: one that does not was asked of nobody.
    #[must_use]
    pub fn has(&self, column: Column) -> bool {
        let flag = match column {
            Column::Item(item) => self.item_columns.get(item.get()),
            Column::Metric(metric) => self.metric_columns.get(metric.get()),
        };
        flag.copied().unwrap_or(false)
    }

    /// Whether the item was asked of the respondent: one of their job roles has it, or they have none, or they
    /// answered it all the same.
    #[must_use]
    pub fn asked(&self, instrument: &Instrument, respondent: &RespondentAnswers, item: ItemIndex) -> bool {
        self.has(Column::Item(item))
            && (respondent.roles.is_empty()
                || instrument[item].roles.overlaps(respondent.role_set)
                || !respondent.item(item).is_blank())
    }
}

impl RespondentAnswers {
    pub(crate) fn new(instrument: &Instrument, id: String) -> Self {
        Self {
            id,
            roles: Vec::new(),
            fast: false,
            role_set: RoleSet::default(),
            items: vec![Cell::Blank; instrument.items.len()].into(),
            metrics: vec![MetricCell::Blank; instrument.metrics.len()].into(),
        }
    }

    /// Sets the job roles; one that is named twice counts once.
    pub(crate) fn set_roles(&mut self, roles: impl IntoIterator<Item = JobRole>) {
        self.roles.clear();
        self.role_set = RoleSet::default();
        for role in roles {
            if !self.role_set.contains(role) {
                self.roles.push(role);
                self.role_set = self.role_set.with(role);
            }
        }
    }

    pub(crate) fn set_item(&mut self, item: ItemIndex, cell: Cell) {
        if let Some(place) = self.items.get_mut(item.get()) {
            *place = cell;
        }
    }

    pub(crate) fn set_metric(&mut self, metric: MetricIndex, cell: MetricCell) {
        if let Some(place) = self.metrics.get_mut(metric.get()) {
            *place = cell;
        }
    }

    /// Enters what was given for an item or metric.
    pub(crate) fn enter(&mut self, instrument: &Instrument, column: Column, text: &str) -> Result<(), FieldError> {
        let text = text.trim();
        // Most answers are written in the one stored way already; the rest is put into it, or refused.
        let stored = |text: &str| Field::from(column).canonical(instrument, &[text]);
        match column {
            Column::Item(item) => {
                let cell = Cell::parse(text)
                    .map_or_else(|| stored(text).map(|text| Cell::parse(&text)), |cell| Ok(Some(cell)))?;
                self.set_item(item, cell.unwrap_or_default());
            }
            Column::Metric(metric) => {
                let read = |text: &str| MetricCell::parse(&instrument[metric].kind, text);
                let cell = read(text).map_or_else(|| stored(text).map(|text| read(&text)), |cell| Ok(Some(cell)))?;
                self.set_metric(metric, cell.unwrap_or_default());
            }
        }
        Ok(())
    }

    /// The answer to an item, as given.
    #[must_use]
    pub fn item(&self, item: ItemIndex) -> Cell {
        self.items.get(item.get()).copied().unwrap_or_default()
    }

    /// The answer to a metric.
    #[must_use]
    pub fn metric(&self, metric: MetricIndex) -> MetricCell {
        self.metrics.get(metric.get()).copied().unwrap_or_default()
    }
}
