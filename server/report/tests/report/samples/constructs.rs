//! The constructs of the realistic sample.

use domain::report::{ConstructRow, ItemRow};

use super::parts::figure;

/// The practices, in order.
pub fn practices() -> Vec<ConstructRow> {
    [
        ("AD1", "Adoption and strategy", "Adoption", 46.875, (29.4, 64.4), false),
        ("TE1", "Pipelines and automation", "Pipelines", 58.3, (43.2, 72.8), false),
        ("TE2", "Data management", "Data", 63.1, (49.3, 76.9), false),
        ("TE3", "Tests and reproducibility", "Tests, reproducibility", 77.1, (65.4, 88.7), false),
        ("TE4", "Monitoring and incidents", "Monitoring", 38.2, (19.5, 56.9), true),
        ("TE5", "Governance and security", "Governance", 36.4, (23.4, 49.0), false),
        ("CE1", "Skills and learning", "Upskilling", 57.9, (44.1, 71.8), false),
        ("CE2", "Working together", "Collaboration", 50.0, (37.3, 62.7), false),
        ("IS1", "Standards and tooling", "Standards", 56.2, (42.5, 69.8), false),
        ("IS2", "Integration with delivery", "DevOps integration", 43.1, (26.3, 59.9), false),
        ("IS3", "Return on investment", "Return on investment", 21.4, (9.2, 32.8), true),
    ]
    .into_iter()
    .map(|(id, name, short, value, range, attention)| row((id, name, short), value, range, attention, "", ""))
    .collect()
}

/// The challenges, in order.
pub fn challenges() -> Vec<ConstructRow> {
    vec![
        row(
            ("CH1", "Technical complexity", "Complexity"),
            56.0,
            (40.1, 71.9),
            false,
            "high",
            "38 % of people agree on the whole (a mean of 4 or more), likely 14 to 69 %.",
        ),
        row(
            ("CH2", "Data and model quality", "Quality"),
            49.0,
            (31.2, 66.7),
            false,
            "moderate",
            "25 % of people agree on the whole (a mean of 4 or more), likely 7 to 59 %.",
        ),
        row(
            ("CH3", "Skill gaps", "Skill gaps"),
            76.1,
            (61.0, 91.1),
            true,
            "very high",
            "75 % of people agree on the whole (a mean of 4 or more), likely 41 to 93 %.",
        ),
        row(
            ("CH4", "Organisation and cost", "Organisation"),
            51.0,
            (36.9, 65.2),
            false,
            "high",
            "38 % of people agree on the whole (a mean of 4 or more), likely 14 to 69 %.",
        ),
    ]
}

/// The benefits, in order.
pub fn benefits() -> Vec<ConstructRow> {
    vec![
        row(
            ("BE1", "Speed of delivery", "Speed"),
            55.2,
            (41.7, 68.8),
            false,
            "high",
            "38 % of people agree on the whole (a mean of 4 or more), likely 14 to 69 %.",
        ),
        row(
            ("BE2", "Reliability", "Reliability"),
            52.1,
            (38.0, 66.2),
            false,
            "high",
            "25 % of people agree on the whole (a mean of 4 or more), likely 7 to 59 %.",
        ),
        row(
            ("BE3", "Collaboration", "Collaboration"),
            71.9,
            (58.3, 85.4),
            false,
            "high",
            "62 % of people agree on the whole (a mean of 4 or more), likely 31 to 86 %.",
        ),
        row(
            ("BE4", "Lower cost", "Cost"),
            36.5,
            (21.3, 51.6),
            false,
            "moderate",
            "0 % of people agree on the whole (a mean of 4 or more), likely 0 to 32 %.",
        ),
        row(
            ("BE5", "Compliance and trust", "Compliance"),
            54.2,
            (42.2, 66.1),
            false,
            "high",
            "25 % of people agree on the whole (a mean of 4 or more), likely 7 to 59 %.",
        ),
    ]
}

fn row(
    (id, name, short): (&str, &str, &str),
    value: f64,
    (low, high): (f64, f64),
    attention: bool,
    band: &str,
    share: &str,
) -> ConstructRow {
    let why = format!("The mean of 8 people, each the mean of the three {id} questions as answered, put on 0 to 100.");
    ConstructRow {
        id: id.to_owned(),
        name: name.to_owned(),
        short: short.to_owned(),
        figure: figure(value, low, high, &why),
        n: 8,
        band: band.to_owned(),
        attention,
        share_text: share.to_owned(),
        items: (1..=3).map(|k| item(id, k)).collect(),
    }
}

fn item(construct: &str, k: u8) -> ItemRow {
    ItemRow {
        id: format!("{construct}-{k}"),
        topic: "A topic".to_owned(),
        question: "How is this done for most models?".to_owned(),
        text: "median 3, Defined".to_owned(),
        agreement: "differ".to_owned(),
        counts: [1, 2, 3, 2, 0],
        n: 8,
        left_out: String::new(),
        reversed: false,
    }
}
