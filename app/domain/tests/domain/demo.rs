//! The invented organisation: its answers can be taken, and tell the story that they are to tell.

use std::collections::BTreeSet;

use domain::account::Email;
use domain::answer::{AnswerSheet, Field};
use domain::demo::{Organisation, ROUNDS, Round, Team, organisation, other_organisation};
use domain::instrument::{Feeds, Instrument};
use domain::questionnaire::is_asked;
use domain::rights::Right;
use domain::scoring::{Scores, Status, score};
use domain::statistics::Agreement;

use crate::support::construct;

fn both() -> [Organisation; 2] {
    let instrument = Instrument::builtin();
    [organisation(instrument), other_organisation(instrument)]
}

fn scores(round: &Round) -> Scores {
    let instrument = Instrument::builtin();
    let mut sheet = AnswerSheet::builder(instrument);
    for response in &round.responses {
        let mut respondent = sheet.respondent(response.person.to_string(), &[]);
        for answer in &response.answers {
            respondent.answer(&answer.field, &answer.value).unwrap();
        }
    }
    score(instrument, &sheet.build())
}

fn story(name: &str) -> Vec<Scores> {
    let [ours, _] = both();
    let team: Team = ours.teams.into_iter().find(|team| team.name == name).unwrap();
    team.rounds.iter().map(scores).collect()
}

fn indices(story: &[Scores]) -> Vec<f64> {
    story.iter().map(|scores| scores.maturity.index.unwrap()).collect()
}

fn disagreeing(scores: &Scores) -> usize {
    scores.items.iter().filter(|item| item.agreement == Some(Agreement::Disagree)).count()
}

#[test]
fn every_answer_can_be_taken_and_is_stored_as_it_stands() {
    let instrument = Instrument::builtin();
    let mut count = 0;
    for team in both().iter().flat_map(|organisation| &organisation.teams) {
        for response in team.rounds.iter().flat_map(|round| &round.responses) {
            let roles = team.people[response.person].roles.iter().copied().collect();
            let fields: BTreeSet<_> = response.answers.iter().map(|answer| &answer.field).collect();
            assert_eq!(fields.len(), response.answers.len(), "no field twice");
            for answer in &response.answers {
                let field = Field::parse(instrument, &answer.field).expect(&answer.field);
                for value in [Some(&answer.value), answer.before.as_ref()].into_iter().flatten() {
                    assert_eq!(field.canonical(instrument, &[value]).as_ref(), Ok(value));
                }
                if let Some(column) = instrument.column(&answer.field) {
                    assert!(is_asked(instrument, column, roles), "{} of {}", answer.field, team.name);
                    count += 1;
                }
            }
        }
    }
    assert!(count > 7_000, "{count}");
}

#[test]
fn all_kinds_of_answer_are_there() {
    let [ours, _] = both();
    let all = ours.teams.iter().flat_map(|team| &team.rounds).flat_map(|round| &round.responses);
    let all: Vec<_> = all.flat_map(|response| &response.answers).collect();
    let count = |value: &str| all.iter().filter(|answer| answer.value == value).count();
    assert!(count("DK") > 100 && count("NA") > 10, "{} {}", count("DK"), count("NA"));
    assert!(all.iter().any(|answer| answer.field == "PM1" && answer.value == "6"));
    assert!(all.iter().filter(|answer| answer.field.starts_with("comment.")).count() >= 12);
    assert!(all.iter().filter(|answer| answer.before.is_some()).count() > 50);
}

#[test]
fn it_is_the_same_at_every_run() {
    let [first, again] = [(); 2].map(|()| both().map(|organisation| format!("{organisation:?}")));
    assert_eq!(first, again);
}

#[test]
fn everybody_has_one_address_and_one_right() {
    let mut seen = std::collections::BTreeMap::new();
    for organisation in both() {
        let people = organisation.teams.iter().flat_map(|team| team.people);
        let people = people.map(|person| (person.email(), (person.name, person.right())));
        let keys = organisation.keys.iter().map(|key| (key.email.to_owned(), (key.name, key.right)));
        for (email, who) in keys.chain(people) {
            assert_eq!(Email::parse(&email).unwrap().folded(), email);
            assert_eq!(*seen.entry(email).or_insert((organisation.name, who)), (organisation.name, who));
        }
        assert_eq!(organisation.keys[0].right, Right::Owner);
    }
    let led =
        both()[0].teams.iter().filter(|team| team.people.iter().any(|p| p.email() == "lead@demo.example")).count();
    assert_eq!(led, 2);
}

#[test]
fn the_first_team_improves_from_round_to_round() {
    let indices = indices(&story("Claims Triage"));
    assert_eq!(indices.len(), ROUNDS);
    assert!(indices.windows(2).all(|pair| pair[1] > pair[0] + 10.0), "{indices:?}");
}

#[test]
fn the_second_disagrees_and_the_others_do_not() {
    for scores in story("Motor Pricing") {
        assert!(disagreeing(&scores) >= 20, "{}", disagreeing(&scores));
        assert!(construct(&scores, "TE4").sd.unwrap() > 0.9);
    }
    for name in ["Claims Triage", "Document Reading", "Fraud Signals"] {
        assert!(story(name).iter().all(|scores| disagreeing(scores) <= 6), "{name}");
    }
}

#[test]
fn the_third_stands_still() {
    let indices = indices(&story("Document Reading"));
    let (least, most) = indices.iter().fold((100.0_f64, 0.0_f64), |(a, b), x| (a.min(*x), b.max(*x)));
    assert!(most - least < 3.0, "{indices:?}");
}

#[test]
fn the_fourth_is_too_small_for_a_range() {
    for scores in story("Reinsurance Models") {
        assert_eq!(scores.respondents, 2);
        assert!(scores.maturity.ci95.is_none());
    }
}

#[test]
fn the_fifth_is_excellent_but_for_its_records() {
    let last = story("Fraud Signals").pop().unwrap();
    assert!(last.maturity.index.unwrap() > 75.0, "{:?}", last.maturity.index);
    assert!(last.maturity.level.secured_level.unwrap() >= 4, "{:?}", last.maturity.level);
    let instrument = Instrument::builtin();
    let practices = instrument.constructs_feeding(Feeds::Maturity).map(|place| &instrument[place].id);
    for id in practices {
        let index = construct(&last, id).index.unwrap();
        assert!(if id == "TE5" { index < 40.0 } else { index > 70.0 }, "{id}: {index}");
    }
}

#[test]
fn the_sixth_has_only_just_begun() {
    let [ours, _] = both();
    let team = ours.teams.iter().find(|team| team.name == "Customer Assistant").unwrap();
    let open = team.rounds.last().unwrap();
    assert!(open.responses.len() < team.people.len() && open.responses.iter().all(|response| !response.submitted));
    let scores = scores(open);
    assert!(scores.constructs.iter().any(|construct| construct.status == Status::Withheld));
}
