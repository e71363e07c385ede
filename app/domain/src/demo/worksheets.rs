//! What a team of the story has typed on a worksheet.

/// Names of lines, each with its low, base and high; the round says how often is released now, and how often that fails.
const CLAIMS: [(&str, [&str; 3]); 18] = [
    ("rate", ["70", "85", "100"]),
    ("labour.hours", ["8", "16", "24"]),
    ("speed.models", ["2", "4", "6"]),
    ("speed.days", ["15", "30", "45"]),
    ("speed.value", ["60,000", "90,000", "120,000"]),
    ("now.hours", ["10", "16", "24"]),
    ("then.fail", ["10", "15", "20"]),
    ("then.hours", ["6", "8", "16"]),
    ("failure.cost", ["200", "300", "500"]),
    ("infra.spend", ["", "120,000", ""]),
    ("infra.saved", ["5", "10", "15"]),
    ("audit.count", ["", "2", ""]),
    ("audit.hours", ["30", "40", "60"]),
    ("once.people", ["60,000", "75,000", "100,000"]),
    ("once.training", ["8,000", "12,000", "15,000"]),
    ("once.dip", ["5,000", "10,000", "20,000"]),
    ("yearly.licences", ["", "12,000", ""]),
    ("yearly.infra", ["9,000", "12,000", "18,000"]),
];

/// What the team of this name has typed about its newest closed round: as a sheet keeps it.
#[must_use]
pub fn worksheet(team: &str) -> Vec<(String, [String; 3])> {
    let lines: &[(&str, [&str; 3])] = if team == "Claims Triage" { &CLAIMS } else { &[] };
    lines.iter().map(|(line, texts)| ((*line).to_owned(), texts.map(str::to_owned))).collect()
}
