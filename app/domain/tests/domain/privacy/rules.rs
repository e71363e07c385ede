//! Each rule of what leaves a round.

use domain::answers_file::{Format, read};
use domain::instrument::{Instrument, JobRole};
use domain::privacy::{Cut, Refused, Told, own_file, publish};
use domain::round::{Mode, RoundState};
use domain::scoring::{Detail, Scores, Status, score};

use super::rounds::{Person, SMALL, person, published, sealed};

const CONFIDENTIAL: Mode = Mode::Confidential { k: 5 };

/// People without a role who all answer everything with 3 but the first item, of which the cells are given.
fn team(cells: &[&str]) -> Vec<Person> {
    let rest = ["3"; 9];
    cells.iter().enumerate().map(|(key, cell)| person(key, None, &[&[*cell], &rest[..]].concat())).collect()
}

/// People of a role who answer everything alike.
fn roles(groups: &[(JobRole, usize)]) -> Vec<Person> {
    let roles = groups.iter().flat_map(|(role, n)| std::iter::repeat_n(*role, *n));
    roles.enumerate().map(|(key, role)| person(key, Some(role), &["3"; 10])).collect()
}

fn shown(cuts: &[Cut]) -> Vec<&str> {
    cuts.iter().map(|cut| cut.role.map_or("none", JobRole::id)).collect()
}

#[test]
fn sealed_answers_say_nothing_of_themselves() {
    let answers = sealed(&SMALL, CONFIDENTIAL, RoundState::Closed, &team(&["4", "5"]));
    assert_eq!(format!("{answers:?}"), "SealedAnswers { .. }");
    let publication = published(&SMALL, 5, &team(&["4", "5"]));
    assert!(!format!("{publication:?}").contains("Value("));
}

#[test]
fn nothing_leaves_a_confidential_round_that_takes_answers() {
    for (state, out) in [
        (RoundState::Draft, false),
        (RoundState::Open, false),
        (RoundState::Closed, true),
        (RoundState::Published, true),
    ] {
        let answers = sealed(&SMALL, CONFIDENTIAL, state, &team(&["4"; 6]));
        let result = publish(&SMALL, &answers, None, 1);
        assert_eq!(result.is_ok(), out, "{state:?}");
        assert!(out || result.err() == Some(Refused::NotClosed));
    }
}

#[test]
fn ones_own_file_is_told_in_full() {
    let file = "respondent,role,TE1-1,TE1-2,TE1-3\nr1,DS,3,2,3\nr2,OPS,4,4,DK\n";
    let sheet = read(Instrument::builtin(), file.as_bytes(), Format::Csv).unwrap();
    let told = own_file(Instrument::builtin(), &sheet);
    let json = |scores: &Scores| serde_json::to_string(scores).unwrap();
    assert_eq!(json(&told.scores), json(&score(Instrument::builtin(), &sheet)));
    assert_eq!((told.scores.threshold, told.comments.len()), (None, 0));
    assert_eq!(
        told.cuts.iter().map(|cut| (cut.role, cut.respondents)).collect::<Vec<_>>(),
        [(Some(JobRole::Ds), 1), (Some(JobRole::Ops), 1)]
    );
}

#[test]
fn named_rounds_and_single_answers_give_everything_at_any_time() {
    for mode in [Mode::Named, Mode::OneAnswer] {
        let answers = sealed(&SMALL, mode, RoundState::Open, &team(&["4"]));
        let publication = publish(&SMALL, &answers, None, 1).unwrap();
        let Told { scores, cuts, .. } = &**publication.published();
        assert_eq!((scores.threshold, scores.items[0].counts), (None, [0, 0, 0, 1, 0]));
        assert_eq!((cuts.len(), cuts[0].respondents), (1, 1));
        assert_eq!(cuts[0].constructs[0].n, 1);
    }
}

#[test]
fn below_k_a_figure_is_suppressed() {
    for k in 3..=10_u8 {
        let n = usize::from(k);
        let publication = published(&SMALL, k, &team(&vec!["4"; n - 1]));
        let scores = &publication.published().scores;
        assert!(scores.items.iter().all(|item| item.detail == Detail::Suppressed && item.mean.is_none()));
        assert!(scores.constructs.iter().all(|score| score.status == Status::Suppressed && score.index.is_none()));
        assert!(scores.delivery.metrics.iter().all(|metric| metric.score.is_none()));
        assert_eq!((scores.maturity.status, scores.dimensions[0].status), (Status::Suppressed, Status::Suppressed));
        assert!(scores.priorities.is_empty() && scores.visibility.dont_know_rate.is_none());
        let publication = published(&SMALL, k, &team(&vec!["4"; n]));
        assert!(publication.published().scores.items.iter().all(|item| item.mean.is_some()));
    }
}

#[test]
fn k_counts_the_people_behind_each_figure() {
    let mut people = team(&["4", "4", "4", "4", "4", "4"]);
    people[0].cells[3] = "DK".to_owned();
    people[1].cells[3] = "NA".to_owned();
    let publication = published(&SMALL, 5, &people);
    let details: Vec<Detail> = publication.published().scores.items[3..6].iter().map(|item| item.detail).collect();
    // Two items beside the construct would tell what the four have said together who answered all three.
    assert_eq!(details, [Detail::Suppressed, Detail::Coarse, Detail::Suppressed]);
}

#[test]
fn a_question_is_told_without_its_construct() {
    // Six answer the first question, two of them the second as well: two have a score.
    let mut people = team(&["4"; 6]);
    for (key, person) in people.iter_mut().enumerate() {
        person.cells[usize::from(key < 2) + 1..3].fill(String::new());
    }
    let publication = published(&SMALL, 5, &people);
    let scores = &publication.published().scores;
    let details: Vec<Detail> = scores.items[..3].iter().map(|item| item.detail).collect();
    assert_eq!(details, [Detail::Coarse, Detail::Suppressed, Detail::Suppressed]);
    assert_eq!((scores.items[0].index, scores.constructs[0].status), (Some(75.0), Status::Suppressed));
}

#[test]
fn below_ten_a_figure_is_coarse() {
    let publication = published(&SMALL, 5, &team(&["1", "2", "3", "4", "4", "5", "5"]));
    let scores = &publication.published().scores;
    let item = &scores.items[0];
    // 24 over 7 is 3.43, an index of 60.7.
    assert_eq!((item.detail, item.index, item.n), (Detail::Coarse, Some(61.0), 5));
    assert!(item.agreement.is_some());
    assert_eq!((item.median, item.lower_median, item.sd, item.ad, item.rwg), (None, None, None, None, None));
    assert_eq!((item.counts, item.dont_know, item.not_applicable), ([0; 5], 0, 0));
    assert_eq!((item.tally.values.n(), item.tally.asked), (0, 0));
    let construct = &scores.constructs[0];
    assert_eq!((construct.index, construct.median, construct.sd), (Some(54.0), None, None));
    let range = construct.index_ci95.unwrap();
    assert_eq!((range.low % 5.0, range.high % 5.0), (0.0, 0.0));
    assert!(range.low <= 53.6 && range.high >= 53.6);
    assert_eq!(construct.tally.values.n(), 0);
    assert!(scores.challenges[0].share_agree.is_none() && scores.benefits[0].share_ci95.is_none());
    assert!(scores.quality.is_empty());
}

#[test]
fn all_the_same_looks_like_nearly_the_same() {
    let publication = published(&SMALL, 5, &team(&["3"; 6]));
    let range = publication.published().scores.constructs[0].index_ci95.unwrap();
    assert_eq!((range.low, range.high), (45.0, 55.0));
}

#[test]
fn from_ten_on_a_figure_is_whole() {
    let publication = published(&SMALL, 5, &team(&["4"; 10]));
    let scores = &publication.published().scores;
    assert_eq!((scores.items[0].n, scores.items[0].counts), (10, [0, 0, 0, 10, 0]));
    assert_eq!((scores.constructs[0].n, scores.constructs[0].detail), (10, Detail::Full));
    assert!(scores.quality.is_empty(), "quality speaks of single people");
}

#[test]
fn one_incomplete_answer_hides_an_item_rather_than_a_gate_and_keeps_the_construct() {
    let mut people = team(&["4"; 8]);
    people[0].cells[1] = "DK".to_owned();
    let publication = published(&SMALL, 5, &people);
    let scores = &publication.published().scores;
    // Three times the construct less the three items would be half of what that one person said.
    let details: Vec<Detail> = scores.items[..3].iter().map(|item| item.detail).collect();
    assert_eq!(details, [Detail::Coarse, Detail::Suppressed, Detail::Coarse]);
    assert_eq!(scores.constructs[0].detail, Detail::Coarse);
}

#[test]
fn a_role_is_told_if_it_and_the_rest_have_k() {
    for (groups, expected) in [
        (&[(JobRole::Ds, 7), (JobRole::Mgr, 1)][..], &[][..]),
        (&[(JobRole::Ds, 5), (JobRole::Mgr, 5)], &["DS", "MGR"]),
        // One hidden part takes the next smallest with it.
        (&[(JobRole::Ds, 9), (JobRole::Mle, 6), (JobRole::Mgr, 1)], &["DS"]),
        // Two hidden parts that are four people together take it too.
        (&[(JobRole::Ds, 9), (JobRole::Mle, 6), (JobRole::Mgr, 2), (JobRole::Po, 2)], &["DS"]),
        (&[(JobRole::Ds, 9), (JobRole::Mle, 6), (JobRole::Mgr, 3), (JobRole::Po, 2)], &["DS", "MLE"]),
    ] {
        let publication = published(&SMALL, 5, &roles(groups));
        assert_eq!(shown(&publication.published().cuts), expected, "{groups:?}");
    }
}

#[test]
fn the_eighth_answer_does_not_follow_from_a_cut_of_seven() {
    // Eight scores of mean 3.5 of which seven have mean 3.571429: the eighth is 3.
    let mut people = roles(&[(JobRole::Ds, 7), (JobRole::Mgr, 1)]);
    for person in &mut people[..4] {
        person.cells[..3].fill("4".to_owned());
    }
    let publication = published(&SMALL, 3, &people);
    assert!(publication.published().scores.constructs[0].index.is_some());
    assert_eq!(shown(&publication.published().cuts), [""; 0]);
}

#[test]
fn a_level_needs_every_gate_published() {
    let instrument = Instrument::builtin();
    let full = vec!["3"; instrument.items.len() + instrument.metrics.len()];
    let mut people: Vec<Person> = (0..6).map(|key| person(key, None, &full)).collect();
    let level = |people: &[Person]| published(instrument, 5, people).published().scores.maturity.level.clone();
    let all = level(&people);
    assert_eq!((all.level_status, all.secured_level), (Status::Scored, Some(3)));
    let gate = instrument.gates[0].get();
    people[0].cells[gate] = "DK".to_owned();
    people[1].cells[gate] = "DK".to_owned();
    let without = level(&people);
    assert_eq!((without.level_status, without.secured_level), (Status::Suppressed, None));
    assert!(without.blocking.is_empty());
}
