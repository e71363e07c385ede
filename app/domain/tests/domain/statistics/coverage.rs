//! The published table of how often ranges hold the truth is what the simulation gives.

#[path = "../../../examples/coverage/simulation.rs"]
mod simulation;

use simulation::{HEADING, SHAPES, SIZES, TEAMS, row};

const PUBLISHED: &str = include_str!("../../../../../docs/statistics.md");

#[test]
fn the_table_of_coverage_is_what_the_simulation_gives() {
    let (_, table) = PUBLISHED.split_once(HEADING).unwrap();
    let rows: Vec<&str> = table.trim_start().lines().take_while(|line| line.starts_with('|')).collect();
    assert_eq!(rows.len(), SHAPES.len() * SIZES.len());
    // The smallest teams only, for large ones take long to draw: who changes a rule or a shape changes these too.
    for (shape, published) in SHAPES.iter().zip(rows.chunks(SIZES.len())) {
        assert_eq!(published[0], row(shape, SIZES[0]));
    }
    assert!(PUBLISHED.contains("2,000 teams") && TEAMS == 2_000);
}
