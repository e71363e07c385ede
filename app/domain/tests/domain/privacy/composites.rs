//! What follows from the figures of a confidential round: dimensions, index, level and delivery performance.

use domain::instrument::{Instrument, JobRole};
use domain::privacy::{Cut, publish};
use domain::round::{Mode, RoundState};
use domain::scoring::{Band, Scores, Status};

use super::rounds::{Person, SMALL, below, person, published, sealed};

/// Answers of `n` people to the built-in questionnaire, by person and question or metric.
fn people(n: usize, cell: impl Fn(usize, &str) -> String) -> Vec<Person> {
    let instrument = Instrument::builtin();
    let ids = instrument.items.iter().map(|item| &item.id).chain(instrument.metrics.iter().map(|metric| &metric.id));
    let ids: Vec<&String> = ids.collect();
    (0..n).map(|key| Person { cells: ids.iter().map(|id| cell(key, id)).collect(), ..person(key, None, &[]) }).collect()
}

/// Such as are of no whole index, of which the fifth technical practice has only those of the first `few` people.
fn varied(n: usize, few: usize) -> Vec<Person> {
    people(n, |key, id| {
        let mut state = id.bytes().fold(100 * key as u64, |state, byte| 31 * state + u64::from(byte));
        if id.starts_with("TE5") && key >= few { String::new() } else { (2 + below(&mut state, 3)).to_string() }
    })
}

fn confidential(people: &[Person]) -> Scores {
    published(Instrument::builtin(), 5, people).published().scores.clone()
}

fn named(people: &[Person]) -> Scores {
    let instrument = Instrument::builtin();
    let answers = sealed(instrument, Mode::Named, RoundState::Open, people);
    publish(instrument, &answers, None, 1).unwrap().published().scores.clone()
}

fn dimension(scores: &Scores, id: &str) -> (Status, f64) {
    let found = scores.dimensions.iter().find(|dimension| dimension.id == id).unwrap();
    (found.status, found.index.unwrap())
}

/// The mean index of the constructs whose names begin so.
fn mean_index(scores: &Scores, prefixes: &[&str]) -> f64 {
    let own = scores.constructs.iter().filter(|score| prefixes.iter().any(|prefix| score.id.starts_with(prefix)));
    let indices: Vec<f64> = own.map(|score| score.index.unwrap()).collect();
    indices.iter().sum::<f64>() / indices.len() as f64
}

#[test]
fn what_holds_a_coarse_figure_is_told_as_a_whole_number_and_the_rest_is_not() {
    let scores = confidential(&varied(12, 7));
    let technical = mean_index(&scores, &["TE"]);
    assert!(technical.fract() > 0.0, "the case tests nothing");
    assert_eq!(dimension(&scores, "TE"), (Status::Scored, technical.round()));
    for whole in ["AD", "CE", "IS", "CH", "BE"] {
        let exact = mean_index(&scores, &[whole]);
        assert!(exact.fract() > 0.0, "the case tests nothing");
        assert!((dimension(&scores, whole).1 - exact).abs() < 1e-9, "{whole}");
    }
    let index = mean_index(&scores, &["AD", "TE", "CE", "IS"]);
    assert!(index.fract() > 0.0, "the case tests nothing");
    assert_eq!(scores.maturity.index, Some(index.round()));
    assert_eq!(scores.maturity.equal_dimension_index.map(f64::fract), Some(0.0));
}

#[test]
fn so_it_is_in_a_cut() {
    let mut people = varied(17, 17);
    people
        .iter_mut()
        .enumerate()
        .for_each(|(key, one)| one.role = Some(if key < 10 { JobRole::Ds } else { JobRole::Mle }));
    let whole = published(Instrument::builtin(), 5, &people);
    let [full, coarse] = &whole.published().cuts[..] else { unreachable!("two roles") };
    let index = |cut: &Cut| {
        let practices = cut.constructs.iter().filter(|score| ["AD", "TE", "CE", "IS"].contains(&&score.id[..2]));
        let indices: Vec<f64> = practices.map(|score| score.index.unwrap()).collect();
        indices.iter().sum::<f64>() / indices.len() as f64
    };
    assert!(index(full).fract() > 0.0 && index(coarse).fract() > 0.0, "the case tests nothing");
    assert_eq!((full.respondents, coarse.respondents), (10, 5));
    assert!((full.maturity_index.unwrap() - index(full)).abs() < 1e-9);
    assert_eq!(coarse.maturity_index, Some(index(coarse).round()));
    assert_eq!(coarse.dimensions[1].index.map(f64::fract), Some(0.0));
}

#[test]
fn the_range_of_the_index_is_widened_only_beside_coarse_practices() {
    for n in [10, 12] {
        let people = varied(n, n);
        let (ours, whole) = (confidential(&people).maturity, named(&people).maturity);
        assert_eq!((ours.ci95, ours.n, ours.index), (whole.ci95, u32::try_from(n).unwrap(), whole.index));
        assert!(ours.ci95.unwrap().low % 5.0 > 0.0);
    }
    let people = varied(12, 7);
    let (ours, whole) = (confidential(&people).maturity, named(&people).maturity.ci95.unwrap());
    let range = ours.ci95.unwrap();
    assert_eq!((range.low % 5.0, range.high % 5.0, ours.n), (0.0, 0.0, 5));
    assert!(range.low <= whole.low && range.high >= whole.high);
}

#[test]
fn a_hidden_part_leaves_what_the_others_suffice_for() {
    let scores = confidential(&people(12, |key, id| {
        if key >= 4 && (id.starts_with("TE5") || id == "PM6") { String::new() } else { "3".to_owned() }
    }));
    let hidden = scores.constructs.iter().filter(|score| score.status == Status::Suppressed);
    assert_eq!(hidden.map(|score| score.id.as_str()).collect::<Vec<_>>(), ["TE5"]);
    assert_eq!(dimension(&scores, "TE"), (Status::Scored, 50.0));
    assert_eq!((scores.maturity.status, scores.maturity.index), (Status::Scored, Some(50.0)));
    assert_eq!(scores.maturity.level.level_status, Status::Scored);
    assert_eq!((scores.delivery.metrics[5].score, scores.delivery.status), (None, Status::Scored));
}

#[test]
fn what_is_withheld_though_all_is_told_is_not_called_suppressed() {
    // The small questionnaire has too few practices for an index and a level, and too few metrics.
    let statuses = |n: usize| {
        let team: Vec<Person> = (0..n).map(|key| person(key, None, &["3"; 10])).collect();
        let publication = published(&SMALL, 5, &team);
        let scores = &publication.published().scores;
        [scores.maturity.status, scores.maturity.level.level_status, scores.delivery.status]
    };
    assert_eq!(statuses(6), [Status::Withheld; 3]);
    assert_eq!(statuses(12), [Status::Withheld; 3]);
    assert_eq!(statuses(4), [Status::Suppressed; 3]);
}

#[test]
fn of_a_gate_it_is_told_whether_the_next_level_is_met_and_no_more() {
    let instrument = Instrument::builtin();
    let first = &instrument[instrument.gates[0]].id;
    let scores = confidential(&people(12, |_, id| if id == first { "5" } else { "3" }.to_owned()));
    let level = &scores.maturity.level;
    assert_eq!(level.secured_level, Some(3));
    let gates: Vec<Option<u8>> = level.basis.gates.iter().map(|gate| gate.met_at).collect();
    assert_eq!(gates, [Some(4), Some(3), Some(3), Some(3)]);
}

#[test]
fn delivery_follows_from_the_metrics_as_they_are_told() {
    let answers = [("PM1", "3"), ("PM2", "4"), ("PM3", "6"), ("PM4", "12.5"), ("PM5", "20"), ("PM6", "1")];
    let index = |n: usize| {
        let of = |id: &str| answers.iter().find(|(metric, _)| *metric == id).map_or("3", |(_, answer)| answer);
        confidential(&people(n, |_, id| of(id).to_owned())).delivery.index
    };
    // 40, 60, 100, 85 (12.5 is told as 15), 80 and 0, and the mean as a whole number.
    assert_eq!(index(9), Some(61.0));
    assert_eq!(index(10), Some((40.0 + 60.0 + 100.0 + 87.5 + 80.0) / 6.0));
}

#[test]
fn bands_are_those_of_the_whole_numbers_as_told() {
    let bands = |one: [&str; 3], rest: [&str; 3]| {
        let cells = |own: [&str; 3]| person(0, None, &[&["3"; 3][..], &own, &["3"; 4]].concat());
        let people: Vec<Person> =
            (0..6).map(|key| Person { key, ..if key == 0 { cells(one) } else { cells(rest) } }).collect();
        let publication = published(&SMALL, 5, &people);
        let scores = &publication.published().scores;
        assert_eq!(scores.challenges[0].share_agree.or(scores.items[3].share_agree().map(|(share, _)| share)), None);
        (scores.challenges[0].severity, scores.challenges[0].band, scores.dimensions[1].band)
    };
    // The third question of the challenge is reversed.
    for (one, rest, index, band) in [
        (["1", "1", "5"], ["2", "2", "4"], 21.0, Band::Low),
        (["2", "2", "4"], ["2", "2", "4"], 25.0, Band::Moderate),
        (["3", "3", "4"], ["3", "3", "3"], 49.0, Band::Moderate),
        (["3", "3", "3"], ["3", "3", "3"], 50.0, Band::High),
        (["4", "4", "3"], ["4", "4", "2"], 74.0, Band::High),
        (["4", "4", "2"], ["4", "4", "2"], 75.0, Band::VeryHigh),
    ] {
        assert_eq!(bands(one, rest), (Some(index), Some(band), Some(band)));
    }
}
