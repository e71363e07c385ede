//! Charts of an invented organisation: what every property is tried on, and what the gallery shows.

use charts::{
    Absence, Answers, Break, Chart, Direction, DotRow, Emphasis, Fives, Heatmap, Index, Interval, Link, MapPoint,
    Radar, Reading, Share, SlopeRow, StripRow, Trend, TrendSeries, Whole, Width, dots, heatmap, importance_map, radar,
    slope, strip, trend,
};

/// The practices, by the short names that rows of charts have.
pub const PRACTICES: [&str; 11] = [
    "Adoption",
    "Pipelines",
    "Data",
    "Tests, reproducibility",
    "Monitoring",
    "Governance",
    "Upskilling",
    "Collaboration",
    "Standards",
    "DevOps integration",
    "Return on investment",
];

/// A figure that is told in full.
pub fn full(index: f64, low: f64, high: f64) -> Reading {
    Reading::Full { index: Index::new(index).expect("0 to 100"), interval: Interval::new(low, high) }
}

/// A rounded one.
pub fn coarse(index: u8, low: u8, high: u8) -> Reading {
    Reading::Coarse { index: Whole::new(index).expect("0 to 100"), interval: Fives::new(low, high) }
}

/// None.
pub const fn absent(absence: Absence) -> Reading {
    Reading::Absent(absence)
}

const FIGURES: [(f64, f64, f64); 11] = [
    (47.2, 29.4, 65.0),
    (58.0, 43.1, 72.9),
    (63.4, 49.0, 77.0),
    (77.0, 65.2, 88.8),
    (38.1, 19.6, 56.6),
    (36.0, 23.5, 48.5),
    (58.4, 44.0, 72.0),
    (50.0, 37.3, 62.7),
    (56.0, 42.0, 70.0),
    (43.0, 26.5, 59.5),
    (21.0, 9.2, 32.8),
];

fn readings(shift: f64) -> Vec<Reading> {
    let moved = |value: f64| (value + shift).clamp(0.0, 100.0);
    FIGURES.iter().map(|(index, low, high)| full(moved(*index), moved(*low), moved(*high))).collect()
}

/// Every chart in one width, each with a name that can be an id.
pub fn all(width: Width) -> Vec<(&'static str, Chart)> {
    vec![
        ("dots", named(width)),
        ("dots-confidential", confidential(width)),
        ("strip", answers(width)),
        ("radar-one", radar_of(1, width)),
        ("radar-three", radar_of(3, width)),
        ("heatmap", cells(width)),
        ("slope", moves(width)),
        ("trend-one", trend_of_one(width)),
        ("trend-three", trend_of_three(width)),
        ("map-challenges", challenges(width)),
        ("map-crowded", crowded(width)),
    ]
}

fn named(width: Width) -> Chart {
    let rows = PRACTICES.iter().zip(readings(0.0)).map(|(name, reading)| DotRow {
        name: (*name).to_owned(),
        reading,
        emphasis: if matches!(*name, "Monitoring" | "Return on investment") {
            Emphasis::Attention
        } else {
            Emphasis::Usual
        },
    });
    dots("Practices", &rows.collect::<Vec<_>>(), width)
}

fn confidential(width: Width) -> Chart {
    let row = |name: &str, reading, emphasis| DotRow { name: name.to_owned(), reading, emphasis };
    let rows = [
        row("Adoption", full(0.0, 0.0, 12.0), Emphasis::Usual),
        row("Pipelines", coarse(45, 30, 60), Emphasis::Usual),
        row("Data", absent(Absence::NotShown), Emphasis::Usual),
        row("Tests, reproducibility", full(100.0, 92.0, 100.0), Emphasis::Usual),
        row("Monitoring", coarse(22, 5, 40), Emphasis::Attention),
        row("Responsibility for models in production", absent(Absence::TooFew), Emphasis::Usual),
        row("Upskilling", absent(Absence::NotAsked), Emphasis::Usual),
        row("Standards", Reading::Full { index: Index::new(50.0).expect("50"), interval: None }, Emphasis::Usual),
    ];
    dots("Practices of a small confidential group", &rows, width)
}

fn answers(width: Width) -> Chart {
    let row = |name: &str, values, dont_know| StripRow {
        name: name.to_owned(),
        answers: Answers::Counts { values, dont_know },
    };
    let rows = [
        row("Watching live models", [1, 3, 0, 3, 1], 0),
        row("Who owns a model", [2, 2, 2, 2, 0], 1),
        row("Retraining", [0, 0, 1, 4, 3], 2),
        row("Drift alerts reach a person", [6, 2, 0, 0, 0], 0),
        StripRow { name: "Access to data".to_owned(), answers: Answers::Absent(Absence::NotShown) },
        row("Rollback", [0, 0, 0, 0, 0], 8),
    ];
    strip("Answers", ["Ad hoc", "Optimising"], &rows, width)
}

fn radar_of(series: usize, width: Width) -> Chart {
    let names = PRACTICES.iter().map(|name| (*name).to_owned()).collect();
    let mut all = [("Payments Risk", 0.0), ("Lending", 14.0), ("Claims", -12.0)]
        .map(|(name, shift)| (name.to_owned(), readings(shift)));
    all[0].1[5] = absent(Absence::NotShown);
    all[1].1[0] = absent(Absence::TooFew);
    all[1].1[1] = coarse(72, 55, 90);
    let radar_data = Radar::new(names, all[..series].to_vec()).expect("11 axes");
    radar("Overview", &radar_data, width)
}

fn cells(width: Width) -> Chart {
    let names = PRACTICES.iter().map(|name| (*name).to_owned()).collect();
    let teams = [("Payments Risk", 0.0), ("Lending", 17.0), ("Claims", -15.0), ("Pricing and forecasting", 30.0)];
    let mut rows: Vec<_> = teams.iter().map(|(name, shift)| ((*name).to_owned(), readings(*shift))).collect();
    rows[1].1[3] = absent(Absence::NotShown);
    rows[1].1[4] = absent(Absence::NotShown);
    rows[2].1[0] = absent(Absence::TooFew);
    rows[2].1[6] = absent(Absence::NotAsked);
    rows[3].1 = (0..11).map(|i| coarse(40 + 6 * i, 20 + 5 * i, 50 + 5 * i)).collect();
    heatmap("Teams by practice", &Heatmap::new(names, rows).expect("11 columns"), width)
}

fn moves(width: Width) -> Chart {
    let shifts = [12.0, 3.0, -6.0, 0.0, 25.0, 8.0, -14.0, 0.0, 5.0, 9.0, 30.0];
    let mut rows: Vec<SlopeRow> = PRACTICES
        .iter()
        .zip(readings(0.0))
        .zip(shifts)
        .enumerate()
        .map(|(place, ((name, earlier), shift))| SlopeRow {
            name: (*name).to_owned(),
            earlier,
            later: readings(shift)[place],
            link: Link::Same,
        })
        .collect();
    rows[1].link = Link::Reworded;
    rows[5].earlier = absent(Absence::NotShown);
    rows[7].later = absent(Absence::TooFew);
    rows[8].earlier = coarse(50, 35, 65);
    slope("What changed", ["Spring 2026", "Autumn 2026"], &rows, width)
}

fn times() -> Vec<String> {
    [
        "Spring 2023",
        "Autumn 2023",
        "Spring 2024",
        "Autumn 2024",
        "Spring 2025",
        "Autumn 2025",
        "Spring 2026",
        "Autumn 2026",
    ]
    .map(str::to_owned)
    .into()
}

fn course(values: [f64; 8], reach: f64) -> Vec<Reading> {
    let reading = |value: f64| full(value, (value - reach).max(0.0), (value + reach).min(100.0));
    values.map(reading).into()
}

fn trend_of_one(width: Width) -> Chart {
    let mut readings = course([24.0, 31.0, 36.0, 41.0, 47.0, 44.0, 52.0, 58.0], 12.0);
    readings[1] = coarse(31, 15, 45);
    readings[4] = absent(Absence::NotShown);
    let series = vec![TrendSeries { name: "Maturity index".to_owned(), readings }];
    let breaks = vec![Break { before: 2, words: "Monitoring was reworded in version 2".to_owned() }];
    trend("Maturity index over time", &Trend::new(times(), series, breaks).expect("8 times"), width)
}

fn trend_of_three(width: Width) -> Chart {
    let mut lending = course([40.0, 44.0, 43.0, 50.0, 55.0, 57.0, 61.0, 60.0], 9.0);
    lending[2] = absent(Absence::TooFew);
    let mut claims = course([15.0, 18.0, 22.0, 30.0, 41.0, 50.0, 57.0, 62.0], 10.0);
    claims[0] = absent(Absence::NotAsked);
    let series = vec![
        TrendSeries {
            name: "Payments Risk".to_owned(),
            readings: course([24.0, 31.0, 36.0, 41.0, 47.0, 44.0, 52.0, 58.0], 12.0),
        },
        TrendSeries { name: "Lending".to_owned(), readings: lending },
        TrendSeries { name: "Claims".to_owned(), readings: claims },
    ];
    let breaks = vec![
        Break { before: 3, words: "Monitoring was reworded in version 2".to_owned() },
        Break { before: 6, words: "Governance has new questions".to_owned() },
    ];
    trend("Three teams over time", &Trend::new(times(), series, breaks).expect("8 times"), width)
}

fn challenges(width: Width) -> Chart {
    let point =
        |name: &str, reading, share: f64| MapPoint { name: name.to_owned(), reading, importance: Share::new(share) };
    let points = [
        point("Skill gaps", full(72.0, 60.0, 84.0), 0.62),
        point("Data access", full(58.0, 40.0, 70.0), 0.50),
        point("Working in silos", full(36.0, 20.0, 52.0), 0.38),
        point("Tooling", coarse(64, 45, 80), 0.12),
        MapPoint { name: "Budget".to_owned(), reading: absent(Absence::NotShown), importance: None },
    ];
    importance_map("Challenges", &points, Direction::HighIsBad, width)
}

fn crowded(width: Width) -> Chart {
    let points: Vec<MapPoint> = PRACTICES
        .iter()
        .zip(readings(0.0))
        .enumerate()
        .map(|(place, (name, reading))| MapPoint {
            name: (*name).to_owned(),
            reading,
            importance: Share::new([0.3, 0.31, 0.32, 0.3, 0.6][place % 5]),
        })
        .collect();
    importance_map("Benefits, crowded", &points, Direction::HighIsGood, width)
}
