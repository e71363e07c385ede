//! The same by job role, one at a time.

use domain::privacy::Cut;
use domain::scoring::{ConstructScore, Detail, DimensionScore, Status};

use super::ask::{full, precision, status, told};
use crate::column::{Column, NEVER, fill};
use crate::{Cell, Export, Table};

/// A column of this table.
type Col<'r> = Column<Row<'r>>;

enum What<'r> {
    Construct(&'r ConstructScore),
    Dimension(&'r DimensionScore, Detail),
    Maturity(Detail),
}

struct Row<'r> {
    cut: &'r Cut,
    what: What<'r>,
}

pub(super) fn table(export: &Export<'_>) -> Table {
    let rows: Vec<Row<'_>> = export.published.cuts.iter().flat_map(|cut| of(export, cut)).collect();
    fill("roles", "Roles", &columns(), &rows)
}

fn of<'e>(export: &Export<'e>, cut: &'e Cut) -> Vec<Row<'e>> {
    let instrument = export.instrument;
    let constructs = cut.constructs.iter().map(What::Construct);
    let dimensions = cut.dimensions.iter().map(|score| {
        let own = instrument.dimension(&score.id).into_iter().flat_map(|dimension| &dimension.constructs);
        let own = own.map(|construct| &cut.constructs[construct.get()].detail);
        What::Dimension(score, Detail::together(own, score.index.is_some()))
    });
    // The index of a part is rounded where any of its constructs is.
    let all = cut.constructs.iter().map(|score| &score.detail);
    let maturity = What::Maturity(Detail::together(all, cut.maturity_index.is_some()));
    constructs.chain(dimensions).chain([maturity]).map(|what| Row { cut, what }).collect()
}

impl<'r> Row<'r> {
    fn role(&self) -> &'static str {
        self.cut.role.map_or("none", domain::instrument::JobRole::id)
    }

    fn measure(&self) -> &str {
        match &self.what {
            What::Construct(score) => &score.id,
            What::Dimension(score, _) => &score.id,
            What::Maturity(_) => "maturity_index",
        }
    }

    fn kind(&self) -> &'static str {
        match self.what {
            What::Construct(_) => "construct",
            What::Dimension(..) => "dimension",
            What::Maturity(_) => "maturity",
        }
    }

    fn status(&self) -> Status {
        match &self.what {
            What::Construct(score) => score.status,
            What::Dimension(score, _) => score.status,
            What::Maturity(detail) => match (self.index(), detail) {
                (Some(_), _) => Status::Scored,
                (None, Detail::Suppressed) => Status::Suppressed,
                (None, _) => Status::Withheld,
            },
        }
    }

    fn detail(&self) -> Detail {
        match &self.what {
            What::Construct(score) => score.detail,
            What::Dimension(_, detail) | What::Maturity(detail) => *detail,
        }
    }

    fn index(&self) -> Option<f64> {
        match &self.what {
            What::Construct(score) => score.index,
            What::Dimension(score, _) => score.index,
            What::Maturity(_) => self.cut.maturity_index,
        }
    }

    fn construct(&self, value: impl Fn(&'r ConstructScore) -> Cell) -> Cell {
        match &self.what {
            What::Construct(score) => value(score),
            What::Dimension(..) | What::Maturity(_) => Cell::Empty,
        }
    }
}

/// What an empty cell means where only constructs have a value.
const CONSTRUCTS_ONLY: &str = "The row is no construct, or is coarse or suppressed: see status and precision.";

fn columns<'r>() -> [Col<'r>; 14] {
    [
        Col::text("id", "Role and measure.", |row| format!("{}.{}", row.role(), row.measure()).into()),
        Col::text(
            "role",
            "The first job role; none for those who named none. A role that is not there is not published.",
            |row| row.role().into(),
        ),
        Col::number(
            "respondents_at_least",
            "How many respondents have this role, at least.",
            "people",
            "1 and more",
            |row| row.cut.respondents.into(),
        )
        .empty(NEVER),
        Col::text("measure", "The construct, dimension, or maturity_index.", |row| row.measure().into()),
        Col::number("kind", "What the measure is.", "", "construct, dimension, maturity", |row| row.kind().into())
            .empty(NEVER),
        Col::status(|row| status(row.status()).into()),
        Col::precision(|row| precision(row.detail(), row.index().is_some())),
        Col::number("n", "How many respondents have a score.", "people", "0 and more", |row| {
            row.construct(|score| full(score.detail, score.n))
        })
        .empty(CONSTRUCTS_ONLY),
        Col::at_least(|row| row.construct(|score| told(score.detail, score.n))).empty(CONSTRUCTS_ONLY),
        Col::number("index", "The index.", "percent", "0 to 100", |row| row.index().into()),
        Col::number("index_low", "Lower end of its 95 % range.", "percent", "0 to 100", |row| {
            row.construct(|score| score.index_ci95.map(|range| range.low).into())
        })
        .empty(CONSTRUCTS_ONLY),
        Col::number("index_high", "Upper end of its 95 % range.", "percent", "0 to 100", |row| {
            row.construct(|score| score.index_ci95.map(|range| range.high).into())
        })
        .empty(CONSTRUCTS_ONLY),
        Col::number("median", "Median of the respondents' scores.", "points", "1 to 5", |row| {
            row.construct(|score| score.median.into())
        })
        .empty(CONSTRUCTS_ONLY),
        Col::number("sd", "Standard deviation of the respondents' scores.", "points", "0 to 2.9", |row| {
            row.construct(|score| score.sd.into())
        })
        .empty(CONSTRUCTS_ONLY),
    ]
}
