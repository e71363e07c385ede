//! What is said of why a number is what it is: it adds up, nothing is left unsaid, and what it says would raise a
//! number does raise it by that much.

use domain::explain::{Better, Explainer, Explanation, Need, Reason, Subject, Unit};
use domain::instrument::{ConstructIndex, Instrument, ItemIndex};
use domain::scoring::{Detail, Plan, Scores, Status, projected_index};
use proptest::prelude::*;

use crate::properties::people::{people, scored as scored_people};
use crate::support::{close, practice_items, practices, scored};

fn item(id: &str) -> ItemIndex {
    Instrument::builtin().item_index(id).unwrap()
}

fn construct(id: &str) -> ConstructIndex {
    Instrument::builtin().construct_index(id).unwrap()
}

fn explain(scores: &Scores, subject: Subject) -> Explanation {
    Explainer::new(Instrument::builtin(), scores).of(subject).unwrap()
}

/// The ids of the levers, each with what is needed of it.
fn levers(found: &Explanation) -> Vec<(&'static str, Need)> {
    let instrument = Instrument::builtin();
    let id = |subject| match subject {
        Subject::Item(item) => instrument[item].id.as_str(),
        Subject::Construct(construct) => instrument[construct].id.as_str(),
        Subject::Metric(metric) => instrument[metric].id.as_str(),
        _ => "",
    };
    found.levers.iter().map(|lever| (id(lever.what), lever.need)).collect()
}

fn step_and_room(need: Need) -> (f64, f64) {
    match need {
        Need::Move { step, room } => (step, room),
        other => unreachable!("{other:?} is no way to go"),
    }
}

#[test]
fn an_item_says_who_is_behind_it_and_the_next_stage() {
    let scores = scored("TE1-1", &["DS,3", "DS,4", "OPS,DK", "MLE,NA", "DE,"]);
    let found = explain(&scores, Subject::Item(item("TE1-1")));
    assert_eq!((found.status, found.value, found.count(Unit::Answers)), (Status::Scored, Some(3.5), 2));
    let left_out = [Reason::DontKnow, Reason::NotApplicable, Reason::Blank].map(|reason| found.left_out(reason));
    assert_eq!(left_out, [1, 1, 1]);
    assert_eq!(levers(&found), [("TE1-1", Need::Met(4))]);
    let unknown = explain(&scored("TE1-1", &["DS,DK"]), Subject::Item(item("TE1-1")));
    assert_eq!((unknown.status, levers(&unknown)), (Status::Withheld, vec![("TE1-1", Need::Answers)]));
    let beside = explain(&scored("TE1-1", &["DS,NA"]), Subject::Item(item("TE1-1")));
    assert_eq!((beside.status, levers(&beside)), (Status::NotApplicable, Vec::new()));
}

#[test]
fn a_construct_says_whom_it_leaves_out_and_its_longest_way_first() {
    let scores = scored("TE1-1,TE1-2,TE1-3", &["DS,4,2,3", "OPS,DK,DK,3", "MLE,NA,NA,3"]);
    let found = explain(&scores, Subject::Construct(construct("TE1")));
    assert_eq!(found.count(Unit::People), 1);
    assert_eq!((found.left_out(Reason::TooFewAnswered), found.left_out(Reason::NotAsked)), (1, 1));
    let order: Vec<&str> = levers(&found).into_iter().map(|(id, _)| id).collect();
    assert_eq!(order, ["TE1-2", "TE1-3", "TE1-1"]);
    let (step, room) = step_and_room(found.levers[0].need);
    close(Some(step), 25.0 / 3.0, 1e-12);
    close(Some(room), 25.0, 1e-12);
}

#[test]
fn severity_is_better_low() {
    let scores = scored("CH1-1,CH1-2,CH1-3", &["DS,5,2,3"]);
    let found = explain(&scores, Subject::Construct(construct("CH1")));
    assert_eq!(found.better, Better::Lower);
    // CH1-3 is reversed: 3 stays 3.
    let order: Vec<&str> = levers(&found).into_iter().map(|(id, _)| id).collect();
    assert_eq!(order, ["CH1-1", "CH1-3", "CH1-2"]);
}

#[test]
fn one_stage_more_on_one_question_raises_the_index_by_a_step() {
    let (before, after) = (practices("2", &[]), practices("2", &[("TE4-1", "3")]));
    let found = explain(&before, Subject::Maturity);
    assert_eq!((found.count(Unit::Constructs), found.total(Unit::Constructs)), (10, 11));
    assert_eq!((found.left_out(Reason::DoesNotApply), found.count(Unit::People)), (1, 1));
    let (step, _) = step_and_room(found.levers[0].need);
    close(Some(after.maturity.index.unwrap() - before.maturity.index.unwrap()), step, 1e-12);
    close(Some(step), 25.0 / (3.0 * 10.0), 1e-12);
}

#[test]
fn without_an_index_what_is_missing_would_bring_it_about() {
    let scores = practices("3", &[("AD1-1", "DK"), ("AD1-2", "DK"), ("TE1-1", "DK"), ("TE1-2", "DK")]);
    let found = explain(&scores, Subject::Maturity);
    assert_eq!((found.status, found.value), (Status::Withheld, None));
    assert_eq!(levers(&found), [("AD1", Need::Answers), ("TE1", Need::Answers)]);
    assert_eq!(found.left_out(Reason::NoScore), 2);
}

#[test]
fn a_level_says_what_the_next_one_needs_and_enough_of_it_suffices() {
    let low = [("TE4-1", "2"), ("CE1-1", "2"), ("CE1-2", "2"), ("CE1-3", "2"), ("IS1-1", "DK"), ("IS1-2", "NA")];
    let found = explain(&practices("3", &low), Subject::Level);
    assert_eq!((found.value, found.enough), (Some(2.0), Some(1)));
    assert_eq!((found.count(Unit::Questions), found.total(Unit::Questions)), (28, 29));
    assert_eq!((found.left_out(Reason::CountsAsNotMet), found.left_out(Reason::DoesNotApply)), (1, 1));
    let met = |id| (id, Need::Met(3));
    assert_eq!(levers(&found), [("TE4-1", Need::Gate(3)), met("CE1-1"), met("CE1-2"), met("CE1-3"), met("IS1-1")]);
    // One is enough, and it has to be the gate.
    let level = |others: &[(&str, &str)]| practices("3", others).maturity.level.secured_level;
    assert_eq!(level(&low[1..]), Some(3));
    let without_one: Vec<_> = low.into_iter().filter(|(id, _)| *id != "CE1-1").collect();
    assert_eq!(level(&without_one), Some(2));
}

#[test]
fn a_level_that_cannot_be_told_asks_for_its_gates_first() {
    let found = explain(&practices("3", &[("AD1-1", "DK"), ("TE4-1", "DK")]), Subject::Level);
    assert_eq!((found.status, found.value), (Status::Withheld, None));
    assert_eq!(levers(&found), [("TE4-1", Need::Answers), ("AD1-1", Need::Answers)]);
}

#[test]
fn what_the_next_level_of_a_model_needs_brings_it() {
    let instrument = Instrument::builtin();
    let columns = format!("{},CE2-1,CE2-2,CE2-3", practice_items().join(","));
    let mut values = vec![2_u8; practice_items().len() + 3];
    let score = |values: &[u8]| {
        let row: Vec<String> = values.iter().map(u8::to_string).collect();
        scored(&columns, &[&format!("DS,{}", row.join(","))])
    };
    for (place, ladder) in instrument.crosswalk.ladders.iter().enumerate() {
        values.fill(2);
        for climbed in 0..ladder.levels.len() {
            let found = explain(&score(&values), Subject::Ladder(place));
            let level = found.value.unwrap();
            assert!(!found.levers.is_empty(), "{} {climbed}", ladder.name);
            for (id, need) in levers(&found) {
                for (value, column) in values.iter_mut().zip(columns.split(',')) {
                    match need {
                        Need::Met(stage) if column == id => *value = stage,
                        // CE2-3 is reversed, so the three together reach the middle.
                        Need::Index(_) if column.starts_with(id) => *value = 3,
                        _ => {}
                    }
                }
            }
            let raised = explain(&score(&values), Subject::Ladder(place));
            assert!(raised.value.unwrap() > level, "{} from {level}", ladder.name);
            if raised.levers.is_empty() {
                break;
            }
        }
        assert!(explain(&score(&values), Subject::Ladder(place)).levers.is_empty(), "{}", ladder.name);
    }
}

#[test]
fn a_metric_moves_by_bands_or_by_percent() {
    let scores = scored("PM1,PM4,PM6", &["DS,3,15,6"]);
    let found = explain(&scores, Subject::Delivery);
    assert_eq!((found.count(Unit::Metrics), found.left_out(Reason::NoScore)), (3, 3));
    let [(first, far), (second, near)] = levers(&found)[..] else { unreachable!("PM6 is at its end") };
    assert_eq!((first, second), ("PM1", "PM4"));
    close(Some(step_and_room(far).0), 20.0 / 3.0, 1e-12);
    close(Some(step_and_room(far).1), 60.0 / 3.0, 1e-12);
    close(Some(step_and_room(near).0), 1.0 / 3.0, 1e-12);
    close(Some(step_and_room(near).1), 15.0 / 3.0, 1e-12);
    let too_few = explain(&scored("PM1,PM2", &["DS,3,DK"]), Subject::Delivery);
    assert_eq!(levers(&too_few).len(), 5, "all but PM1 are without an answer");
}

#[test]
fn a_priority_says_what_it_eases_and_what_would_settle_it() {
    let scores = practices("3", &[("TE4-1", "2")]);
    let found = explain(&scores, Subject::Priority(construct("TE4")));
    assert_eq!(levers(&found), [("TE4-1", Need::Gate(3)), ("TE4", Need::Mean(4.0))]);
    assert_eq!((found.count(Unit::Constructs), found.total(Unit::Constructs)), (0, 2));
    assert!(Explainer::new(Instrument::builtin(), &scores).of(Subject::Priority(construct("CH1"))).is_none());
}

#[test]
fn what_is_not_published_explains_nothing() {
    let mut scores = scored("TE1-1,TE1-2,TE1-3,PM1,PM2,PM4", &["DS,4,2,3,2,2,5", "OPS,DK,DK,NA,1,1,5"]);
    let te1 = construct("TE1");
    scores.constructs[te1.get()].status = Status::Suppressed;
    scores.items[item("TE1-1").get()].detail = Detail::Suppressed;
    scores.dimensions[1].status = Status::Suppressed;
    scores.maturity.status = Status::Suppressed;
    scores.maturity.level.level_status = Status::Suppressed;
    scores.delivery.status = Status::Suppressed;
    let dimension = Instrument::builtin()[te1].dimension;
    for subject in [
        Subject::Construct(te1),
        Subject::Item(item("TE1-1")),
        Subject::Dimension(dimension),
        Subject::Maturity,
        Subject::Level,
        Subject::Delivery,
    ] {
        let found = explain(&scores, subject);
        assert_eq!((found.status, found.value), (Status::Suppressed, None));
        let empty = found.entered.is_empty() && found.left_out.is_empty() && found.parts.is_empty();
        assert!(empty && found.levers.is_empty(), "{found:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn parts_add_up_and_nobody_is_left_unsaid(given in people(6)) {
        let scores = scored_people(&given);
        let explainer = Explainer::new(Instrument::builtin(), &scores);
        for subject in explainer.subjects() {
            let found = explainer.of(subject).unwrap();
            prop_assert_eq!(found.subject, subject);
            prop_assert_eq!(found.status == Status::Scored, found.value.is_some(), "{:?}", found);
            prop_assert!(found.left_out.iter().all(|left| left.count > 0));
            let rooms = found.levers.iter().filter_map(|lever| match lever.need {
                Need::Move { step, room } => Some((step, room)),
                _ => None,
            });
            let rooms: Vec<(f64, f64)> = rooms.collect();
            prop_assert!(rooms.iter().all(|(step, room)| 0.0 < *step && step <= room));
            prop_assert!(rooms.is_sorted_by(|a, b| a.1 >= b.1));
            match subject {
                Subject::Dimension(_) | Subject::Maturity | Subject::Delivery => {
                    let sum: f64 = found.parts.iter().map(|part| part.value * part.weight.unwrap()).sum();
                    prop_assert!(found.value.is_none_or(|value| (value - sum).abs() < 1e-9), "{:?}", found);
                }
                Subject::Construct(_) => {
                    let people = found.count(Unit::People) + found.left_out(Reason::TooFewAnswered) + found.left_out(Reason::NotAsked);
                    prop_assert_eq!(people, given.len());
                }
                Subject::Item(item) => {
                    let reasons = [Reason::DontKnow, Reason::NotApplicable, Reason::Blank];
                    let left: usize = reasons.into_iter().map(|reason| found.left_out(reason)).sum();
                    prop_assert_eq!(found.count(Unit::Answers) + left, scores.items[item.get()].tally.asked as usize);
                }
                _ => {}
            }
        }
    }

    #[test]
    fn going_all_the_way_raises_the_index_by_the_room(given in people(6)) {
        let scores = scored_people(&given);
        let found = explain(&scores, Subject::Maturity);
        let Some(now) = found.value else { return Ok(()) };
        for lever in &found.levers {
            let Subject::Construct(practice) = lever.what else { unreachable!("an index consists of practices") };
            let mut plan = Plan::new();
            plan.aim(Instrument::builtin(), &scores, practice, 5.0).unwrap();
            let then = projected_index(Instrument::builtin(), &scores, &plan).unwrap();
            prop_assert!((then - now - step_and_room(lever.need).1).abs() < 1e-9);
        }
    }
}
