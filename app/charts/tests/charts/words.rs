//! What a chart says to whoever does not see it.

use charts::{Chart, Width};

use crate::samples;

fn sample(name: &str) -> Chart {
    let (_, chart) = samples::all(Width::Wide).into_iter().find(|(found, _)| *found == name).expect("a sample");
    chart
}

#[test]
fn descriptions_say_the_finding() {
    let all: Vec<String> =
        samples::all(Width::Wide).iter().map(|(name, chart)| format!("{name}: {}", chart.description())).collect();
    insta::assert_snapshot!(all.join("\n"), @"
    dots: Highest of 11: Tests, reproducibility, 77 (65 to 89). Lowest: Return on investment, 21 (9 to 33); their ranges do not overlap.
    dots-confidential: Highest of 5: Tests, reproducibility, 100 (92 to 100). Lowest: Adoption, 0 (0 to 12); their ranges do not overlap. Without a figure: 3 rows.
    strip: Most answers of 4 or 5: Retraining, 7 of 8. Fewest: Drift alerts reach a person, 0 of 8. Most don’t-knows: Rollback, 8. Nothing to show: 1 question.
    radar-one: Payments Risk: highest on Tests, reproducibility (77), lowest on Return on investment (21). No figure for Governance (not shown).
    radar-three: Payments Risk: highest on Tests, reproducibility (77), lowest on Return on investment (21). No figure for Governance (not shown). Lending: highest on Tests, reproducibility (91), lowest on Return on investment (35). No figure for Adoption (too few to tell). Claims: highest on Tests, reproducibility (65), lowest on Return on investment (9).
    heatmap: Highest: Pricing and forecasting, Return on investment, about 100. Lowest: Claims, Return on investment, 6. Without a figure: 4 of 44 cells.
    slope: From Spring 2026 to Autumn 2026: 5 of 8 rose, 2 fell. Largest move: Return on investment, from 21 (9 to 33) to 51 (39 to 63); the ranges do not overlap. Not compared: 3.
    trend-one: Maturity index went from 36 (24 to 48) in Spring 2024 to 58 (46 to 70) in Autumn 2026; the ranges overlap. Break between Autumn 2023 and Spring 2024, not compared: Monitoring was reworded in version 2.
    trend-three: Payments Risk went from 52 (40 to 64) in Spring 2026 to 58 (46 to 70) in Autumn 2026; the ranges overlap. Lending went from 61 (52 to 70) in Spring 2026 to 60 (51 to 69) in Autumn 2026; the ranges overlap. Claims went from 57 (47 to 67) in Spring 2026 to 62 (52 to 72) in Autumn 2026; the ranges overlap. Break between Spring 2024 and Autumn 2024, not compared: Monitoring was reworded in version 2. Break between Autumn 2025 and Spring 2026, not compared: Governance has new questions.
    map-challenges: To work on first: Skill gaps (72, named by 62 %) and Data access (58, named by 50 %). Not on the map: Budget (not shown).
    map-crowded: To work on first: Monitoring (38, named by 60 %) and DevOps integration (43, named by 60 %).
    ");
}

#[test]
fn both_widths_say_the_same() {
    for ((name, wide), (_, narrow)) in samples::all(Width::Wide).iter().zip(&samples::all(Width::Narrow)) {
        assert_eq!(wide.description(), narrow.description(), "{name}");
        assert_eq!(wide.table(), narrow.table(), "{name}");
    }
}

fn table(name: &str) -> String {
    let chart = sample(name);
    let rows = std::iter::once(chart.table().head()).chain(chart.table().rows().iter().map(Vec::as_slice));
    rows.map(|row| row.join(" | ")).collect::<Vec<_>>().join("\n")
}

#[test]
fn tables_hold_what_is_drawn() {
    insta::assert_snapshot!(table("dots-confidential"), @"
    Name | Index, 0 to 100 | 95 % range
    Adoption | 0 | 0 to 12
    Pipelines | about 45 | 30 to 60
    Data | Not shown | –
    Tests, reproducibility | 100 | 92 to 100
    Monitoring | about 22 | 5 to 40
    Responsibility for models in production | Too few to tell | –
    Upskilling | Not asked | –
    Standards | 50 | –
    ");
    insta::assert_snapshot!(table("strip"), @"
    Question | 1 | 2 | 3 | 4 | 5 | Don’t know
    Watching live models | 1 | 3 | 0 | 3 | 1 | 0
    Who owns a model | 2 | 2 | 2 | 2 | 0 | 1
    Retraining | 0 | 0 | 1 | 4 | 3 | 2
    Drift alerts reach a person | 6 | 2 | 0 | 0 | 0 | 0
    Access to data | Not shown | Not shown | Not shown | Not shown | Not shown | Not shown
    Rollback | 0 | 0 | 0 | 0 | 0 | 8
    ");
    insta::assert_snapshot!(table("slope"), @"
    Name | Spring 2026 | Autumn 2026 | Change
    Adoption | 47 (29 to 65) | 59 (41 to 77) | up 12
    Pipelines | 58 (43 to 73) | 61 (46 to 76) | Reworded, not compared
    Data | 63 (49 to 77) | 57 (43 to 71) | down 6
    Tests, reproducibility | 77 (65 to 89) | 77 (65 to 89) | no change
    Monitoring | 38 (20 to 57) | 63 (45 to 82) | up 25
    Governance | Not shown | 44 (32 to 57) | Cannot be compared
    Upskilling | 58 (44 to 72) | 44 (30 to 58) | down 14
    Collaboration | 50 (37 to 63) | Too few to tell | Cannot be compared
    Standards | about 50 (35 to 65) | 61 (47 to 75) | up about 11
    DevOps integration | 43 (27 to 60) | 52 (36 to 69) | up 9
    Return on investment | 21 (9 to 33) | 51 (39 to 63) | up 30
    ");
    insta::assert_snapshot!(table("trend-one"), @"
    Time | Maturity index
    Spring 2023 | 24 (12 to 36)
    Autumn 2023 | about 31 (15 to 45)
    Spring 2024 (break before: Monitoring was reworded in version 2) | 36 (24 to 48)
    Autumn 2024 | 41 (29 to 53)
    Spring 2025 | Not shown
    Autumn 2025 | 44 (32 to 56)
    Spring 2026 | 52 (40 to 64)
    Autumn 2026 | 58 (46 to 70)
    ");
    insta::assert_snapshot!(table("map-challenges"), @"
    Name | Index, 0 to 100 | Named as important by | Part of the map
    Skill gaps | 72 | 62 % | Work on these first
    Data access | 58 | 50 % | Work on these first
    Working in silos | 36 | 38 % | Can wait
    Tooling | about 64 | 12 % | Severe, seldom named
    Budget | Not shown | Not shown | –
    ");
}
