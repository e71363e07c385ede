//! The questions with a score as they were asked: the instrument's part of the codebook.

use domain::instrument::{Column as Question, Feeds, Instrument, MetricKind, RoleSet, Scale};

use super::ask::{FEEDS, feeds};
use crate::column::{Column, NEVER, fill};
use crate::{Cell, Export, Table};

/// A column of this table.
type Col<'r> = Column<Row<'r>>;

struct Row<'r> {
    instrument: &'r Instrument,
    question: Question,
}

pub(crate) fn table(export: &Export<'_>) -> Table {
    let instrument = export.instrument;
    let rows: Vec<Row<'_>> = instrument.columns().map(|question| Row { instrument, question }).collect();
    fill("questions", "Questions", &columns(), &rows)
}

impl<'r> Row<'r> {
    fn texts(&self) -> (&'r str, &'r str, RoleSet) {
        match self.question {
            Question::Item(item) => {
                let item = &self.instrument[item];
                (&item.question, &item.help, item.roles)
            }
            Question::Metric(metric) => {
                let metric = &self.instrument[metric];
                (&metric.question, &metric.help, metric.roles)
            }
        }
    }

    fn construct(&self) -> Cell {
        match self.question {
            Question::Item(item) => (&self.instrument[self.instrument[item].construct].id).into(),
            Question::Metric(_) => Cell::Empty,
        }
    }

    fn feeds(&self) -> Feeds {
        match self.question {
            Question::Item(item) => self.instrument[self.instrument[item].construct].feeds,
            Question::Metric(_) => Feeds::Delivery,
        }
    }

    fn scale(&self) -> &'static str {
        match self.question {
            Question::Item(item) => match self.instrument[item].scale {
                Scale::M5 => "M5",
                Scale::L5 => "L5",
            },
            Question::Metric(metric) => match self.instrument[metric].kind {
                MetricKind::Bands(_) => "bands",
                MetricKind::Percent => "percent",
            },
        }
    }

    /// What can be answered, from 1 upwards.
    fn points(&self) -> Vec<&'r str> {
        let instrument = self.instrument;
        match self.question {
            Question::Item(item) => match &instrument[item].anchors {
                Some(anchors) => anchors.iter().map(String::as_str).collect(),
                None => instrument.scale(instrument[item].scale).options.iter().map(|one| one.label.as_str()).collect(),
            },
            Question::Metric(metric) => match &instrument[metric].kind {
                MetricKind::Bands(bands) => bands.iter().map(String::as_str).collect(),
                MetricKind::Percent => Vec::new(),
            },
        }
    }

    fn reversed(&self) -> bool {
        matches!(self.question, Question::Item(item) if self.instrument[item].reversed)
    }
}

fn point(row: &Row<'_>, number: usize) -> Cell {
    row.points().get(number - 1).copied().into()
}

const NO_POINT: &str = "The scale has no such point.";

fn columns<'r>() -> [Col<'r>; 16] {
    [
        Col::text("id", "The question.", |row| row.instrument.column_id(row.question).into()),
        Col::text("topic", "What it is about.", |row| row.instrument.column_topic(row.question).into()),
        Col::text("question", "Its wording.", |row| row.texts().0.into()),
        Col::text("help", "What explains its terms.", |row| row.texts().1.into()).empty("It has none."),
        Col::text("construct", "The construct that it belongs to.", Row::construct)
            .empty("A delivery metric belongs to none."),
        Col::number("feeds", "What it counts towards.", "", FEEDS, |row| feeds(row.feeds()).into()).empty(NEVER),
        Col::number(
            "scale",
            "M5: five stages. L5: agreement from 1 to 5. bands: one of six, the best last. percent: from 0 to 100.",
            "",
            "M5, L5, bands, percent",
            |row| row.scale().into(),
        )
        .empty(NEVER),
        Col::text("point_1", "What 1 stands for.", |row| point(row, 1)).empty(NO_POINT),
        Col::text("point_2", "What 2 stands for.", |row| point(row, 2)).empty(NO_POINT),
        Col::text("point_3", "What 3 stands for.", |row| point(row, 3)).empty(NO_POINT),
        Col::text("point_4", "What 4 stands for.", |row| point(row, 4)).empty(NO_POINT),
        Col::text("point_5", "What 5 stands for.", |row| point(row, 5)).empty(NO_POINT),
        Col::text("point_6", "What 6 stands for.", |row| point(row, 6)).empty(NO_POINT),
        Col::number("reversed", "Worded as the opposite: a value r counts as 6 - r.", "", "yes, no", |row| {
            Cell::yes(row.reversed())
        })
        .empty(NEVER),
        Col::text("roles", "The job roles that are asked; whoever named none is asked everything.", |row| {
            Cell::list(row.texts().2.iter().map(domain::instrument::JobRole::id))
        }),
        Col::text("version", "The instrument's version.", |row| (&row.instrument.version).into()),
    ]
}
