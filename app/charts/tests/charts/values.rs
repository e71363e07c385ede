//! Values out of range do not exist.

use charts::{
    Absence, Fives, Heatmap, HeatmapFault, Index, Interval, Radar, RadarFault, Reading, Share, Step, Whole, step,
};
use charts::{Break, Trend, TrendFault, TrendSeries};

use crate::samples::{absent, coarse, full};

#[test]
fn figures_lie_within_their_scale() {
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.01, 100.01] {
        assert_eq!(Index::new(odd), None, "{odd}");
        assert_eq!(Interval::new(odd, 100.0), None, "{odd}");
        assert_eq!(Interval::new(0.0, odd), None, "{odd}");
        assert_eq!(Share::new(odd), None, "{odd}");
    }
    assert_eq!(Share::new(1.01), None);
    assert_eq!(Interval::new(50.1, 50.0), None);
    assert_eq!(Whole::new(101), None);
    for (low, high) in [(10, 5), (1, 5), (5, 11), (100, 105)] {
        assert_eq!(Fives::new(low, high), None, "{low} to {high}");
    }
}

#[test]
fn figures_are_shown_whole_and_never_as_minus_nothing() {
    let shown = |value: f64| Index::new(value).map(|index| index.to_string());
    assert_eq!([0.49, 0.5, 49.83, 100.0].map(shown), ["0", "1", "50", "100"].map(|text| Some(text.to_owned())));
    assert_eq!(shown(-0.0).as_deref(), Some("0"));
    assert_eq!(Share::new(-0.0).map(|share| share.to_string()).as_deref(), Some("0 %"));
    assert_eq!(Share::new(0.426).map(|share| share.to_string()).as_deref(), Some("43 %"));
    assert_eq!(full(47.2, 29.4, 65.0).to_string(), "47");
    assert_eq!(coarse(45, 30, 60).to_string(), "about 45");
    assert_eq!(absent(Absence::TooFew).to_string(), "Too few to tell");
}

#[test]
fn ranges_meet_where_they_share_a_point() {
    let range = |low, high| Interval::new(low, high).expect("in order");
    assert!(range(0.0, 50.0).meets(range(50.0, 60.0)));
    assert!(range(10.0, 90.0).meets(range(40.0, 50.0)));
    assert!(!range(0.0, 49.9).meets(range(50.0, 60.0)));
    assert!(!range(50.0, 60.0).meets(range(0.0, 49.9)));
}

#[test]
fn a_step_follows_the_figure_as_it_is_shown() {
    let found = |value: f64| step(Index::new(value).expect("0 to 100")).get();
    assert_eq!([0.0, 19.4, 19.5, 20.0, 39.4, 39.6].map(found), [0, 0, 1, 1, 1, 2]);
    assert_eq!([59.4, 59.5, 79.4, 79.5, 99.0, 100.0].map(found), [2, 3, 3, 4, 4, 4]);
    assert_eq!(Step::ALL.map(Step::get), [0, 1, 2, 3, 4]);
}

fn names(n: usize) -> Vec<String> {
    (0..n).map(|place| place.to_string()).collect()
}

fn readings(n: usize) -> Vec<Reading> {
    vec![absent(Absence::TooFew); n]
}

#[test]
fn a_radar_has_three_to_twelve_axes_and_a_reading_for_each() {
    let made = |axes, series: &[usize]| {
        Radar::new(names(axes), series.iter().map(|n| (String::new(), readings(*n))).collect()).map(|_| ())
    };
    assert_eq!(made(2, &[2]), Err(RadarFault::Axes));
    assert_eq!(made(13, &[13]), Err(RadarFault::Axes));
    assert_eq!(made(3, &[]), Err(RadarFault::Series));
    assert_eq!(made(3, &[3; 4]), Err(RadarFault::Series));
    assert_eq!(made(3, &[3, 4]), Err(RadarFault::Readings));
    assert_eq!([made(3, &[3]), made(12, &[12; 3])], [Ok(()), Ok(())]);
}

#[test]
fn a_heatmap_has_a_reading_for_each_column() {
    let made = |columns, row| Heatmap::new(names(columns), vec![(String::new(), readings(row))]).map(|_| ());
    assert_eq!(made(0, 0), Err(HeatmapFault::Columns));
    assert_eq!(made(15, 15), Err(HeatmapFault::Columns));
    assert_eq!(made(3, 2), Err(HeatmapFault::Readings));
    assert_eq!(made(14, 14), Ok(()));
}

#[test]
fn a_trend_has_breaks_between_its_times_only() {
    let made = |times, series: &[usize], breaks: &[usize]| {
        let series = series.iter().map(|n| TrendSeries { name: String::new(), readings: readings(*n) }).collect();
        let breaks = breaks.iter().map(|before| Break { before: *before, words: String::new() }).collect();
        Trend::new(names(times), series, breaks).map(|_| ())
    };
    assert_eq!(made(1, &[1], &[]), Err(TrendFault::Times));
    assert_eq!(made(9, &[9], &[]), Err(TrendFault::Times));
    assert_eq!(made(2, &[], &[]), Err(TrendFault::Series));
    assert_eq!(made(2, &[2; 4], &[]), Err(TrendFault::Series));
    assert_eq!(made(2, &[3], &[]), Err(TrendFault::Readings));
    for breaks in [&[0][..], &[3], &[2, 1], &[1, 1]] {
        assert_eq!(made(3, &[3], breaks), Err(TrendFault::Breaks), "{breaks:?}");
    }
    assert_eq!(made(8, &[8; 3], &[1, 4, 7]), Ok(()));
}
