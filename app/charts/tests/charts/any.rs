//! Random values for charts.

use charts::{
    Absence, Answers, Break, Chart, Direction, DotRow, Emphasis, Fives, Heatmap, Index, Interval, Link, MapPoint,
    Radar, Reading, Share, SlopeRow, StripRow, Trend, TrendSeries, Whole, Width, dots, heatmap, importance_map, radar,
    slope, strip, trend,
};
use proptest::collection::vec;
use proptest::prelude::*;

/// Names with markup, spaces, long words and other scripts.
pub fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Z <>&\"']{0,40}", any::<String>(), Just("漢".repeat(60)), Just("i".repeat(500))]
}

pub fn absence() -> impl Strategy<Value = Absence> {
    prop_oneof![Just(Absence::TooFew), Just(Absence::NotShown), Just(Absence::NotAsked)]
}

pub fn reading() -> impl Strategy<Value = Reading> {
    let ends = (0.0..=100.0_f64, 0.0..=100.0_f64);
    let full = (0.0..=100.0_f64, proptest::option::of(ends)).prop_map(|(index, ends)| Reading::Full {
        index: Index::new(index).expect("0 to 100"),
        interval: ends.and_then(|(one, other)| Interval::new(one.min(other), one.max(other))),
    });
    let fives = (0..=20_u8, 0..=20_u8);
    let coarse = (0..=100_u8, proptest::option::of(fives)).prop_map(|(index, ends)| Reading::Coarse {
        index: Whole::new(index).expect("0 to 100"),
        interval: ends.and_then(|(one, other)| Fives::new(5 * one.min(other), 5 * one.max(other))),
    });
    prop_oneof![4 => full, 2 => coarse, 1 => absence().prop_map(Reading::Absent)]
}

pub fn width() -> impl Strategy<Value = Width> {
    prop_oneof![Just(Width::Wide), Just(Width::Narrow)]
}

pub fn dot_rows() -> impl Strategy<Value = Vec<DotRow>> {
    let emphasis = prop_oneof![Just(Emphasis::Usual), Just(Emphasis::Attention)];
    vec((name(), reading(), emphasis).prop_map(|(name, reading, emphasis)| DotRow { name, reading, emphasis }), 0..12)
}

fn strip_rows() -> impl Strategy<Value = Vec<StripRow>> {
    let count = || prop_oneof![0..9_u32, Just(0_u32), any::<u32>()];
    let values = [count(), count(), count(), count(), count()];
    let answers = prop_oneof![
        5 => (values, count()).prop_map(|(values, dont_know)| Answers::Counts { values, dont_know }),
        1 => absence().prop_map(Answers::Absent),
    ];
    vec((name(), answers).prop_map(|(name, answers)| StripRow { name, answers }), 0..8)
}

fn radars() -> impl Strategy<Value = Radar> {
    (3..=12_usize, 1..=3_usize).prop_flat_map(|(axes, series)| {
        let series = vec((name(), vec(reading(), axes)), series);
        (vec(name(), axes), series).prop_map(|(axes, series)| Radar::new(axes, series).expect("within the limits"))
    })
}

fn heatmaps() -> impl Strategy<Value = Heatmap> {
    (1..=14_usize).prop_flat_map(|columns| {
        (vec(name(), columns), vec((name(), vec(reading(), columns)), 0..6))
            .prop_map(|(columns, rows)| Heatmap::new(columns, rows).expect("within the limits"))
    })
}

fn trends() -> impl Strategy<Value = Trend> {
    (2..=8_usize, 1..=3_usize).prop_flat_map(|(times, series)| {
        let one = (name(), vec(reading(), times)).prop_map(|(name, readings)| TrendSeries { name, readings });
        let broken = vec(proptest::option::weighted(0.3, name()), times - 1);
        (vec(name(), times), vec(one, series), broken).prop_map(|(times, series, broken)| {
            let breaks = broken.into_iter().zip(1..);
            let breaks = breaks.filter_map(|(words, before)| Some(Break { before, words: words? })).collect();
            Trend::new(times, series, breaks).expect("within the limits")
        })
    })
}

pub fn slope_rows() -> impl Strategy<Value = Vec<SlopeRow>> {
    let link = prop_oneof![3 => Just(Link::Same), 1 => Just(Link::Reworded)];
    let row = (name(), reading(), reading(), link).prop_map(|(name, earlier, later, link)| SlopeRow {
        name,
        earlier,
        later,
        link,
    });
    vec(row, 0..12)
}

fn map_points() -> impl Strategy<Value = Vec<MapPoint>> {
    let importance = proptest::option::weighted(0.9, 0.0..=1.0_f64)
        .prop_map(|share| share.map(|share| Share::new(share).expect("0 to 1")));
    let point =
        (name(), reading(), importance).prop_map(|(name, reading, importance)| MapPoint { name, reading, importance });
    vec(point, 0..16)
}

/// Any chart of anything.
pub fn chart() -> impl Strategy<Value = Chart> {
    let direction = prop_oneof![Just(Direction::HighIsBad), Just(Direction::HighIsGood)];
    prop_oneof![
        (name(), dot_rows(), width()).prop_map(|(title, rows, width)| dots(&title, &rows, width)),
        (name(), name(), strip_rows(), width()).prop_map(|(title, end, rows, width)| strip(
            &title,
            [&end, &end],
            &rows,
            width
        )),
        (name(), radars(), width()).prop_map(|(title, data, width)| radar(&title, &data, width)),
        (name(), heatmaps(), width()).prop_map(|(title, data, width)| heatmap(&title, &data, width)),
        (name(), trends(), width()).prop_map(|(title, data, width)| trend(&title, &data, width)),
        (name(), name(), slope_rows(), width()).prop_map(|(title, time, rows, width)| slope(
            &title,
            [&time, "later"],
            &rows,
            width
        )),
        (name(), map_points(), direction, width())
            .prop_map(|(title, points, direction, width)| importance_map(&title, &points, direction, width)),
    ]
}
