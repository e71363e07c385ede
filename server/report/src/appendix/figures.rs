//! The figures that a result begins with, and the dimensions.

use domain::instrument::{Dimension, Feeds, Instrument};
use domain::scoring::{Detail, DimensionScore, Scores, Status};

use super::cell::{NONE, absent, index, percent, range};
use super::{Room, Row, Table};

pub(super) fn table(instrument: &Instrument, scores: &Scores) -> Table {
    let mut rows = vec![Row::told("", "People who answered", vec![scores.respondents.to_string(), NONE.to_owned()])];
    rows.extend(maturity(instrument, scores));
    rows.extend(level(instrument, scores));
    rows.extend(dials(instrument, scores));
    rows.extend(unknown(scores));
    Table {
        title: "Figures of the whole",
        lead: "",
        room: Room::Half,
        columns: ["Value", "95 % range"].map(str::to_owned).into(),
        rows,
    }
}

/// How much is told of the maturity index: it follows from its practices.
fn maturity(instrument: &Instrument, scores: &Scores) -> [Row; 2] {
    let found = &scores.maturity;
    let own = instrument.constructs_feeding(Feeds::Maturity).map(|place| &scores.constructs[place.get()].detail);
    let detail = Detail::together(own, found.index.is_some());
    let name = ["Maturity index", "Maturity index, the four dimensions counting the same"];
    if let Some(words) = absent(detail, found.status) {
        return name.map(|name| Row::absent("", name, words));
    }
    [
        Row::told("", name[0], vec![index(detail, found.index), range(detail, found.ci95)]),
        Row::told("", name[1], vec![index(detail, found.equal_dimension_index), NONE.to_owned()]),
    ]
}

fn level(instrument: &Instrument, scores: &Scores) -> Vec<Row> {
    let level = &scores.maturity.level;
    let name = |number: u8| {
        let option = usize::from(number).checked_sub(1).and_then(|place| instrument.m5.options.get(place));
        format!("{number}, {}", option.map_or("", |option| &option.label))
    };
    let rules = [
        ("Secured level", level.secured_level),
        ("Level by the strict rule: every practice met", level.strict_level),
        ("Level by the rule of ISO/IEC 33020", level.iso33020_level),
    ];
    if let Some(words) = absent(Detail::Full, level.level_status) {
        return rules.map(|(rule, _)| Row::absent("", rule, words)).into();
    }
    let row = |name: &str, value: String| Row::told("", name, vec![value, NONE.to_owned()]);
    let mut rows: Vec<Row> = rules.into_iter().filter_map(|(rule, value)| Some(row(rule, name(value?)))).collect();
    for (stage, share) in level.attained.iter().flatten() {
        rows.push(row(&format!("Practices met at level {stage}, per cent"), index(Detail::Full, Some(*share))));
    }
    rows.extend(level.items_needed.map(|n| row("Practices still to meet for the next level", n.to_string())));
    rows
}

fn dials(instrument: &Instrument, scores: &Scores) -> Vec<Row> {
    let dials = [("Challenge severity (high is bad)", Feeds::Severity), ("Benefits realised", Feeds::Realisation)];
    let found = dials.into_iter().filter_map(|(name, feeds)| {
        let dimension = instrument.dimensions.iter().find(|dimension| dimension.feeds == feeds)?;
        let score = scores.dimensions.iter().find(|score| score.id == dimension.id)?;
        Some((name, score.status, detail(scores, dimension, score), score.index))
    });
    let delivery = &scores.delivery;
    let own = delivery.metrics.iter().map(|metric| &metric.detail);
    let whole =
        ("Delivery performance", delivery.status, Detail::together(own, delivery.index.is_some()), delivery.index);
    let row = |(name, status, detail, value)| match absent(detail, status) {
        Some(words) => Row::absent("", name, words),
        None => Row::told("", name, vec![index(detail, value), NONE.to_owned()]),
    };
    found.chain([whole]).map(row).collect()
}

/// The share of "don't know". Where questions are not told in full, it is not told.
fn unknown(scores: &Scores) -> Option<Row> {
    let name = "Answers that were “don’t know”, per cent of what was asked";
    match scores.visibility.dont_know_rate {
        Some(rate) => Some(Row::told("", name, vec![percent(Some(rate)), NONE.to_owned()])),
        None => absent(Detail::Suppressed, Status::Suppressed).map(|words| Row::absent("", name, words)),
    }
}

/// How much is told of a dimension: it follows from its constructs.
pub(super) fn detail(scores: &Scores, dimension: &Dimension, score: &DimensionScore) -> Detail {
    let own = dimension.constructs.iter().map(|construct| &scores.constructs[construct.get()].detail);
    Detail::together(own, score.index.is_some())
}

/// The dimensions.
pub(super) fn dimensions(instrument: &Instrument, scores: &Scores) -> Table {
    let row = |score: &DimensionScore| {
        let dimension = instrument.dimension(&score.id)?;
        let detail = detail(scores, dimension, score);
        if let Some(words) = absent(detail, score.status) {
            return Some(Row::absent(&score.id, &dimension.name, words));
        }
        let band = score.band.map_or(NONE, domain::scoring::Band::word);
        Some(Row::told(&score.id, &dimension.name, vec![index(detail, score.index), band.to_owned()]))
    };
    Table {
        title: "Dimensions",
        lead: "",
        room: Room::Half,
        columns: ["Index", "Band"].map(str::to_owned).into(),
        rows: scores.dimensions.iter().filter_map(row).collect(),
    }
}
