//! Lines over time and around a web: where they run, where they stop, and what stands at them.

use charts::{
    Absence, Break, Chart, Extent, Link, Paint, Radar, Reading, Shape, SlopeRow, Trend, TrendSeries, Width, radar,
    slope, trend,
};

use crate::samples::{absent, coarse, full};

fn course(before: Option<usize>) -> String {
    let readings = vec![full(20.0, 10.0, 30.0), full(30.0, 20.0, 40.0), full(40.0, 30.0, 50.0)];
    let series = vec![TrendSeries { name: "Index".to_owned(), readings }];
    let breaks = before.map(|before| Break { before, words: "Reworded".to_owned() }).into_iter().collect();
    let times = ["2024", "2025", "2026"].map(str::to_owned).into();
    trend("Index", &Trend::new(times, series, breaks).expect("three times"), Width::Wide).print()
}

/// The points of each data line.
fn data_lines(svg: &str) -> Vec<usize> {
    let lines = svg.split("<polyline points=\"").skip(1).filter(|line| line.contains(r##"stroke="#17506b""##));
    lines.map(|line| line.split('"').next().unwrap_or("").split(' ').count()).collect()
}

#[test]
fn a_break_interrupts_the_line_and_says_why() {
    assert_eq!(data_lines(&course(None)), [3]);
    assert!(!course(None).contains("Reworded"));
    let broken = course(Some(2));
    assert_eq!(data_lines(&broken), [2], "the third time stands alone");
    assert!(broken.contains(">Reworded</text>"), "{broken}");
    assert!(broken.contains("<polygon points=") && broken.contains(r##"fill="#8a5a12""##), "{broken}");
}

#[test]
fn reworded_constructs_are_not_joined() {
    let joined = |link| {
        let (earlier, later) = (full(20.0, 10.0, 30.0), full(60.0, 50.0, 70.0));
        let row = SlopeRow { name: "Monitoring".to_owned(), earlier, later, link };
        let svg = slope("Change", ["2025", "2026"], &[row], Width::Wide).print();
        (svg.contains(r#"stroke-width="2""#), svg.contains(">Reworded, not compared</text>"))
    };
    assert_eq!(joined(Link::Same), (true, false));
    assert_eq!(joined(Link::Reworded), (false, true));
}

/// All shapes, those of groups too.
fn shapes(chart: &Chart) -> Vec<Shape> {
    let flat = |shape: &Shape| match shape {
        Shape::Group { shapes, .. } => shapes.clone(),
        other => vec![other.clone()],
    };
    chart.scene().shapes.iter().flat_map(flat).collect()
}

fn texts(chart: &Chart, wanted: impl Fn(&str) -> bool) -> Vec<(String, Extent)> {
    let text = |shape: &Shape| match shape {
        Shape::Text { text, .. } if wanted(text) => Some((text.clone(), shape.extent()?)),
        _ => None,
    };
    shapes(chart).iter().filter_map(text).collect()
}

fn several(readings: &[Reading; 3], times: &[&str], breaks: Vec<Break>, width: Width) -> Chart {
    let series =
        readings.iter().map(|reading| TrendSeries { name: "Team".to_owned(), readings: vec![*reading; times.len()] });
    let times = times.iter().map(|time| (*time).to_owned()).collect();
    trend("Index", &Trend::new(times, series.collect(), breaks).expect("within the limits"), width)
}

#[test]
fn last_figures_of_lines_that_meet_stand_under_one_another() {
    for at in [0.0, 50.0, 100.0] {
        let chart = several(&[full(at, at, at); 3], &["2025", "2026"], Vec::new(), Width::Narrow);
        let last = texts(&chart, |text| text == format!("{at}"));
        let right: Vec<_> = last.iter().filter(|(_, at)| at.left > 280.0).collect();
        assert_eq!(right.len(), 3, "{last:?}");
        let ends = ["100", "0"].map(|end| texts(&chart, |text| text == end)[0].1);
        assert!(right.iter().all(|(_, at)| at.top >= ends[0].top && at.foot <= ends[1].foot), "{right:?}");
        for (place, (_, one)) in right.iter().enumerate() {
            assert!(right[place + 1..].iter().all(|(_, other)| one.overlap(*other) == 0.0), "{right:?}");
        }
    }
}

#[test]
fn where_times_are_close_some_are_named_and_always_the_last() {
    let times = ["A spring", "B autumn", "C spring", "D autumn", "E spring", "F autumn", "G spring", "H autumn"];
    let named = |width| {
        let chart = several(&[full(50.0, 40.0, 60.0); 3], &times, Vec::new(), width);
        // A name begins with its letter, and may go on in a line below.
        let letters = texts(&chart, |text| text.chars().nth(1).is_none_or(|c| c == ' ') && text != "0");
        letters.into_iter().filter_map(|(text, _)| text.chars().next()).collect::<String>()
    };
    assert_eq!(named(Width::Wide), "ABCDEFGH");
    assert_eq!(named(Width::Narrow), "BDFH");
}

#[test]
fn no_dashed_line_crosses_the_words_of_a_break() {
    let breaks = [1, 2, 3].map(|before| Break { before, words: "All of the questions are new".to_owned() });
    let chart = several(&[full(50.0, 40.0, 60.0); 3], &["2023", "2024", "2025", "2026"], breaks.into(), Width::Narrow);
    let words = texts(&chart, |text| text.starts_with("All of"));
    assert_eq!(words.len(), 3);
    let lines = shapes(&chart)
        .into_iter()
        .filter(|shape| matches!(shape, Shape::Path { paint: Paint::Brass, points, .. } if (points[0].0 - points[1].0).abs() < 0.01));
    for line in lines.filter_map(|line| line.extent()) {
        let wide = Extent { left: line.left - 0.5, right: line.right + 0.5, ..line };
        assert!(words.iter().all(|(_, at)| at.overlap(wide) == 0.0), "{wide:?} {words:?}");
    }
}

#[test]
fn words_of_a_break_that_are_cut_stand_whole_in_a_note() {
    let notes = |words: &str, width| {
        let breaks = vec![Break { before: 1, words: words.to_owned() }];
        let chart = several(&[full(50.0, 40.0, 60.0); 3], &["2025", "2026"], breaks, width);
        texts(&chart, |text| text.starts_with("Break before")).into_iter().map(|(text, _)| text).collect::<Vec<_>>()
    };
    let long = "All questions on monitoring are new";
    assert_eq!(notes(long, Width::Narrow), ["Break before 2026: All questions on monitoring are new."]);
    assert_eq!(notes(long, Width::Wide), [""; 0]);
    assert_eq!(notes("New questions", Width::Narrow), [""; 0]);
}

#[test]
fn a_missing_figure_among_several_lines_is_a_cross_that_a_note_explains() {
    let chart = several(
        &[full(50.0, 40.0, 60.0), absent(Absence::NotShown), full(20.0, 10.0, 30.0)],
        &["2025", "2026"],
        Vec::new(),
        Width::Wide,
    );
    assert_eq!(texts(&chart, |text| text == "× Team: not shown in 2025 and 2026.").len(), 1);
    // Words at each place would cover one another.
    assert!(!shapes(&chart).iter().any(|shape| matches!(shape, Shape::Upright { .. })));
}

#[test]
fn a_rounded_figure_is_a_hollow_mark() {
    let hollow = |reading| {
        let chart = several(&[reading; 3], &["2025", "2026"], Vec::new(), Width::Wide);
        let inner = |shape: &&Shape| {
            matches!(shape, Shape::Circle { paint: Paint::Paper, .. } | Shape::Polygon { paint: Paint::Paper, .. })
        };
        (shapes(&chart).iter().filter(inner).count(), texts(&chart, |text| text.starts_with("A hollow mark")).len())
    };
    assert_eq!(hollow(full(45.0, 30.0, 60.0)), (0, 0));
    assert_eq!(hollow(coarse(45, 30, 60)), (6, 1));
}

fn web(readings: [Reading; 4]) -> Vec<usize> {
    let axes = ["A", "B", "C", "D"].map(str::to_owned).into();
    let data = Radar::new(axes, vec![("Team".to_owned(), readings.into())]).expect("four axes");
    let lines = shapes(&radar("Overview", &data, Width::Wide)).into_iter().filter_map(|shape| match shape {
        // The line of the legend is level; no line of this data is.
        Shape::Path { points, paint: Paint::Deep, .. } if (points[0].1 - points[1].1).abs() > 0.01 => {
            Some(points.len())
        }
        _ => None,
    });
    lines.collect()
}

#[test]
fn a_web_is_closed_unless_a_figure_is_missing() {
    let at = |value: f64| full(value, value, value);
    let gap = absent(Absence::TooFew);
    assert_eq!(web([at(10.0), at(20.0), at(30.0), at(40.0)]), [5]);
    assert_eq!(web([at(10.0), gap, at(30.0), at(40.0)]), [3], "from the third axis past the first");
    assert_eq!(web([at(10.0), at(20.0), gap, at(40.0)]), [3], "in one piece");
    assert_eq!(web([at(10.0), gap, at(30.0), gap]), [0; 0], "single figures are not joined");
}
