//! The published figures of a round, one by one.

use domain::figures::{Figure, INDEX, LEVEL};
use domain::instrument::Instrument;
use domain::privacy::publish;
use domain::round::{Mode, RoundState};
use domain::scoring::{Detail, Scores, Status};

use crate::privacy::rounds::{Person, person, published, sealed};
use crate::support::scored;

/// People who give `stage` to every question; the first gives one less to the first.
fn people(n: usize, stage: &str) -> Vec<Person> {
    let instrument = Instrument::builtin();
    let cells = vec![stage; instrument.items.len()];
    let mut people: Vec<Person> = (0..n).map(|key| person(key, None, &cells)).collect();
    "2".clone_into(&mut people[0].cells[0]);
    people
}

fn confidential(n: usize) -> Scores {
    published(Instrument::builtin(), 5, &people(n, "3")).published().scores.clone()
}

fn figure(scores: &Scores, id: &str) -> Figure {
    Figure::all(scores).into_iter().find(|figure| figure.id == id).unwrap()
}

#[test]
fn there_are_index_level_and_every_construct() {
    let answers = sealed(Instrument::builtin(), Mode::Named, RoundState::Closed, &people(3, "4"));
    let scores = publish(Instrument::builtin(), &answers, None, 0).unwrap().published().scores.clone();
    let figures = Figure::all(&scores);
    let ids: Vec<&str> = figures.iter().map(|figure| figure.id.as_str()).collect();
    assert_eq!(ids[..3], [INDEX, LEVEL, "AD1"]);
    assert_eq!(ids.len(), 2 + Instrument::builtin().constructs.len());
    let index = figure(&scores, INDEX);
    assert_eq!((index.value, index.interval, index.n), (scores.maturity.index, scores.maturity.ci95, 3));
    assert_eq!((index.text().as_str(), index.detail), ("73", Detail::Full));
    let level = figure(&scores, LEVEL);
    assert_eq!((level.value, level.text().as_str()), (Some(4.0), "4"));
    let te1 = figure(&scores, "TE1");
    assert_eq!((te1.value, te1.n, te1.text().as_str()), (Some(75.0), 3, "75"));
    assert_eq!(te1.range_text(), "", "all the same");
}

#[test]
fn a_figure_of_few_people_is_told_as_it_was_published() {
    let scores = confidential(6);
    let [index, te1] = [figure(&scores, INDEX), figure(&scores, "TE1")];
    assert_eq!((te1.detail, te1.text().as_str(), te1.n), (Detail::Coarse, "about 50", 5));
    assert_eq!(te1.brief(), "~50");
    assert_eq!(te1.range_text(), "likely 45 to 55");
    assert_eq!((index.detail, index.text().as_str(), index.n), (Detail::Coarse, "about 50", 6));
    let hidden = confidential(4);
    for id in [INDEX, LEVEL, "TE1"] {
        let figure = figure(&hidden, id);
        assert_eq!((figure.status, figure.value, figure.text().as_str()), (Status::Suppressed, None, "Not shown"));
        assert_eq!((figure.step(), figure.brief().as_str()), (None, "not shown"));
    }
    assert_eq!(figure(&confidential(12), "TE1").detail, Detail::Full);
}

#[test]
fn what_has_no_figure_says_why() {
    let scores = scored("TE1-1,TE1-2,TE1-3,TE2-1,TE2-2,TE2-3", &["DS,3,3,3,3,,"]);
    assert_eq!(figure(&scores, "TE2").text(), "Too few to tell");
    assert_eq!(figure(&scores, "TE2").brief(), "too few");
    assert_eq!(figure(&scores, "TE3").text(), "Not asked");
    assert_eq!(figure(&scores, INDEX).text(), "Too few to tell");
    let nobody = sealed(Instrument::builtin(), Mode::Named, RoundState::Closed, &[]);
    let nobody = publish(Instrument::builtin(), &nobody, None, 0).unwrap();
    assert_eq!(figure(&nobody.published().scores, "TE3").text(), "Too few to tell");
}

#[test]
fn a_step_follows_from_the_number_that_is_shown() {
    let index = |value: f64| {
        let figure = figure(&scored("TE1-1,TE1-2,TE1-3", &["DS,3,3,3"]), "TE1");
        Figure { value: Some(value), ..figure }.step()
    };
    let steps = [0.0, 19.4, 19.5, 39.0, 40.0, 59.49, 59.5, 79.0, 80.0, 100.0].map(index);
    assert_eq!(steps, [1, 1, 2, 2, 3, 3, 4, 4, 5, 5].map(Some));
    let level = figure(&confidential(12), LEVEL);
    assert_eq!((level.value, level.step()), (Some(3.0), Some(3)));
}

#[test]
fn figures_are_read_as_they_were_kept_to_the_last_digit() {
    let instrument = Instrument::builtin();
    // Thirds and sevenths, coarse and hidden ones, and none at all.
    let mixed = |n: usize| -> Vec<Person> {
        let stages = ["1", "2", "4", "5", "3"];
        let cells = |key: usize| (0..instrument.items.len()).map(|item| stages[(item * 7 + key * key) % 5]).collect();
        (0..n).map(|key| person(key, None, &cells(key) as &Vec<&str>)).collect()
    };
    let named = |people: &[Person]| {
        let answers = sealed(instrument, Mode::Named, RoundState::Closed, people);
        publish(instrument, &answers, None, 0).unwrap().published().scores.clone()
    };
    let secret = |n: usize| published(instrument, 5, &mixed(n)).published().scores.clone();
    let mut long = 0;
    for scores in [named(&mixed(7)), named(&mixed(0)), secret(13), secret(7), secret(3)] {
        let figures = Figure::all(&scores);
        let kept: Vec<String> = figures.iter().map(Figure::kept).collect();
        assert_eq!(Figure::restored(&kept.join(",")).unwrap(), figures);
        long += kept.iter().filter(|one| one.len() > 100).count();
    }
    assert!(long > 10, "some need all their digits");
    assert_eq!(Figure::restored("").unwrap(), []);
    assert!(Figure::restored("{},").is_err());
}
