//! The charts of one round, from what was published: the screen and the report draw the same.

use domain::instrument::{ConstructIndex, DimensionIndex, Feeds, Instrument, JobRole, Role};
use domain::privacy::{Cut, Published};
use domain::report::{ConstructRow, ReportData};

use crate::{
    Absence, Answers, Chart, Direction, DotRow, Emphasis, Heatmap, MapPoint, Radar, Reading, Share, StripRow, Width,
    dots, heatmap, importance_map, radar, strip,
};

/// What is drawn of a round: its figures, and what its words call for a look at.
#[derive(Clone, Copy, Debug)]
pub struct RoundCharts<'r> {
    instrument: &'r Instrument,
    published: &'r Published,
    report: &'r ReportData,
}

/// A group of constructs that is drawn together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// What feeds the maturity index.
    Practices,
    /// Where a high index is bad.
    Challenges,
    /// Where a high index is good.
    Benefits,
}

impl Group {
    const fn feeds(self) -> Feeds {
        match self {
            Self::Practices => Feeds::Maturity,
            Self::Challenges => Feeds::Severity,
            Self::Benefits => Feeds::Realisation,
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Practices => "Practices",
            Self::Challenges => "Challenges",
            Self::Benefits => "Benefits",
        }
    }
}

impl<'r> RoundCharts<'r> {
    /// `report` is the words of `published`, which was published of answers to `instrument`.
    pub const fn new(instrument: &'r Instrument, published: &'r Published, report: &'r ReportData) -> Self {
        Self { instrument, published, report }
    }

    /// Dots with their ranges, a row for each construct.
    pub fn dots(&self, group: Group, width: Width) -> Chart {
        let rows: Vec<DotRow> = self
            .constructs(group)
            .map(|place| DotRow {
                name: self.instrument[place].short.clone(),
                reading: self.reading(place),
                emphasis: self.emphasis(group, place),
            })
            .collect();
        dots(group.title(), &rows, width)
    }

    /// The web of the practices with a figure or a reason why there is none; `None` of an instrument with fewer than three
    /// practices or more than twelve.
    pub fn overview(&self, width: Width) -> Option<Chart> {
        let practices = || self.constructs(Group::Practices);
        let axes = practices().map(|place| self.instrument[place].short.clone()).collect();
        let readings = practices().map(|place| self.reading(place)).collect();
        let drawn = Radar::new(axes, vec![(self.report.team.clone(), readings)]).ok()?;
        Some(radar("Practices at a glance", &drawn, width))
    }

    /// Index against importance of the challenges or the benefits; `None` of practices, and where nobody said what
    /// matters most or it is not told.
    pub fn map(&self, group: Group, width: Width) -> Option<Chart> {
        let (title, direction) = match group {
            Group::Practices => return None,
            Group::Challenges => ("Challenges: how severe, and how many name them first", Direction::HighIsBad),
            Group::Benefits => ("Benefits: how far they are, and how many want them most", Direction::HighIsGood),
        };
        let points: Vec<MapPoint> = self
            .constructs(group)
            .map(|place| MapPoint {
                name: self.instrument[place].short.clone(),
                reading: self.reading(place),
                importance: self.importance(place),
            })
            .collect();
        let any = points.iter().any(|point| point.importance.is_some());
        any.then(|| importance_map(title, &points, direction, width))
    }

    /// The practices by job role, as far as roles are told; `None` where fewer than two have a figure.
    pub fn roles(&self, width: Width) -> Option<Chart> {
        let practices: Vec<ConstructIndex> = self.constructs(Group::Practices).collect();
        let readings = |cut: &Cut| -> Vec<Reading> {
            practices.iter().map(|place| cut.constructs.get(place.get()).map_or(NOT_SHOWN, Reading::from)).collect()
        };
        let rows = self.published.cuts.iter().map(|cut| (self.role(cut.role), readings(cut)));
        let told: Vec<_> = rows.filter(|(_, readings)| readings.iter().any(|one| one.index().is_some())).collect();
        if told.len() < 2 {
            return None;
        }
        let columns = practices.iter().map(|place| self.instrument[*place].short.clone()).collect();
        Some(heatmap("Practices by job role", &Heatmap::new(columns, told).ok()?, width))
    }

    /// How the answers to the questions of a dimension spread; `None` where no spread is told.
    pub fn answers(&self, dimension: DimensionIndex, width: Width) -> Option<Chart> {
        let dimension = self.instrument.dimensions.get(dimension.get())?;
        let items = dimension.constructs.iter().flat_map(|place| self.instrument[*place].items);
        let rows: Vec<StripRow> = items
            .filter_map(|item| {
                let answers = Answers::from(self.published.scores.items.get(item.get())?);
                Some(StripRow { name: self.instrument[item].topic.clone(), answers })
            })
            .collect();
        let told = rows.iter().any(|row| matches!(row.answers, Answers::Counts { values, .. } if values != [0; 5]));
        let options = match dimension.feeds {
            Feeds::Maturity => &self.instrument.m5.options,
            Feeds::Severity | Feeds::Realisation | Feeds::Delivery => &self.instrument.l5.options,
        };
        let ends = [options[0].label.as_str(), options[4].label.as_str()];
        told.then(|| strip(&dimension.name, ends, &rows, width))
    }

    fn constructs(&self, group: Group) -> impl Iterator<Item = ConstructIndex> {
        self.instrument.constructs_feeding(group.feeds())
    }

    fn reading(&self, place: ConstructIndex) -> Reading {
        self.published.scores.constructs.get(place.get()).map_or(NOT_SHOWN, Reading::from)
    }

    fn importance(&self, place: ConstructIndex) -> Option<Share> {
        let id = &self.instrument[place].id;
        Share::new(self.published.importance.iter().find(|one| one.id == *id)?.share()?)
    }

    fn emphasis(&self, group: Group, place: ConstructIndex) -> Emphasis {
        let rows: &[ConstructRow] = match group {
            Group::Practices => &self.report.practices,
            Group::Challenges => &self.report.challenges,
            Group::Benefits => &self.report.benefits,
        };
        let id = &self.instrument[place].id;
        let attention = rows.iter().any(|row| row.id == *id && row.attention);
        if attention { Emphasis::Attention } else { Emphasis::Usual }
    }

    fn role(&self, role: Option<JobRole>) -> String {
        let named = |role: JobRole| self.instrument.roles.iter().find(|one: &&Role| one.id == role);
        role.and_then(named).map_or_else(|| "No role named".to_owned(), |role| role.name.clone())
    }
}

const NOT_SHOWN: Reading = Reading::Absent(Absence::NotShown);
