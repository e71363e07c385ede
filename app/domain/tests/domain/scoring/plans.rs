//! What a plan would bring.

use domain::instrument::{ConstructIndex, Feeds, Instrument};
use domain::scoring::{Plan, PlanFault, Scores, projected_index};

use crate::support::{close, construct, practices};

fn place(id: &str) -> ConstructIndex {
    Instrument::builtin().construct_index(id).unwrap()
}

fn plan(scores: &Scores, targets: &[(&str, f64)]) -> Plan {
    let mut plan = Plan::new();
    for (id, target) in targets {
        plan.aim(Instrument::builtin(), scores, place(id), *target).unwrap();
    }
    plan
}

fn projected(scores: &Scores, plan: &Plan) -> Option<f64> {
    projected_index(Instrument::builtin(), scores, plan)
}

#[test]
fn it_is_the_index_with_each_planned_practice_at_its_target() {
    let scores = practices("2", &[]);
    assert_eq!(projected(&scores, &Plan::new()), scores.maturity.index);
    // CE2 was not asked, so ten constructs count.
    close(projected(&scores, &plan(&scores, &[("TE4", 4.0)])), 25.0 + 50.0 / 10.0, 1e-12);
    let three = plan(&scores, &[("AD1", 5.0), ("TE4", 4.0), ("IS3", 2.5)]);
    close(projected(&scores, &three), 25.0 + (75.0 + 50.0 + 12.5) / 10.0, 1e-12);
    let practices: Vec<_> = Instrument::builtin().constructs_feeding(Feeds::Maturity).collect();
    let all: Vec<_> = practices.iter().map(|place| (Instrument::builtin()[*place].id.as_str(), 4.0)).collect();
    close(projected(&scores, &plan(&scores, &all)), 75.0, 1e-12);
    assert_eq!(construct(&scores, "TE4").mean, Some(2.0), "the scores stay what they are");
}

#[test]
fn a_practice_without_a_score_counts_at_its_target() {
    let scores = practices("2", &[]);
    close(projected(&scores, &plan(&scores, &[("CE2", 4.0)])), (10.0 * 25.0 + 75.0) / 11.0, 1e-12);
    // Without adoption there is no index; planned, there would be.
    let scores = practices("2", &[("AD1-1", "DK"), ("AD1-2", "DK"), ("AD1-3", "DK")]);
    assert_eq!(projected(&scores, &Plan::new()), None);
    close(projected(&scores, &plan(&scores, &[("AD1", 3.0)])), (9.0 * 25.0 + 50.0) / 10.0, 1e-12);
}

#[test]
fn what_has_outgrown_its_target_stays_where_it_is() {
    let early = plan(&practices("2", &[]), &[("TE4", 4.0)]);
    close(projected(&practices("5", &[]), &early), 100.0, 1e-12);
}

#[test]
fn what_is_no_aim_is_refused_each_with_its_reason() {
    let (instrument, scores) = (Instrument::builtin(), practices("3", &[]));
    let mut plan = plan(&scores, &[("TE1", 4.0)]);
    let mut aim = |id: &str, target: f64| plan.aim(instrument, &scores, place(id), target);
    assert_eq!(aim("TE2", 2.9), Err(PlanFault::BelowNow));
    assert_eq!(aim("TE2", 5.1), Err(PlanFault::NoStage));
    assert_eq!(aim("TE2", f64::NAN), Err(PlanFault::NoStage));
    assert_eq!(aim("CH1", 4.0), Err(PlanFault::NoPractice));
    assert_eq!(aim("TE2", 3.0), Ok(()), "to stay is an aim");
    assert_eq!(aim("TE1", 5.0), Ok(()));
    assert_eq!(plan.target(place("TE1")), Some(5.0), "the later aim counts");
}
