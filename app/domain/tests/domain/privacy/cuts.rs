//! The figures of a confidential round by job role.

use domain::instrument::JobRole::{self, Ds, Mgr, Mle, Po};
use domain::privacy::{Cut, Publication, publish};
use domain::round::{Mode, RoundState};
use domain::scoring::{Detail, Status};

use super::rounds::{Person, SMALL, person, published, sealed};

/// So many people of a role, who answer everything with a value.
type Group<'g> = (Option<JobRole>, usize, &'g str);

fn team(groups: &[Group<'_>]) -> Vec<Person> {
    let people = groups.iter().flat_map(|(role, n, value)| std::iter::repeat_n((*role, *value), *n));
    people.enumerate().map(|(key, (role, value))| person(key, role, &[value; 10])).collect()
}

fn cuts(publication: &Publication) -> &[Cut] {
    &publication.published().cuts
}

/// Which cuts tell of a construct.
fn telling(publication: &Publication, construct: usize) -> Vec<Option<JobRole>> {
    let telling = cuts(publication).iter().filter(|cut| cut.constructs[construct].detail != Detail::Suppressed);
    telling.map(|cut| cut.role).collect()
}

#[test]
fn each_tells_of_its_own_people() {
    let publication = published(&SMALL, 5, &team(&[(Some(Ds), 7, "4"), (Some(Mle), 12, "2"), (None, 5, "5")]));
    let found = |place: usize| {
        let cut = &cuts(&publication)[place];
        let score = &cut.constructs[0];
        (cut.role, cut.respondents, score.detail, score.n, score.index, cut.dimensions[0].index)
    };
    // Of fewer than ten the least number it can be.
    assert_eq!(found(0), (Some(Ds), 5, Detail::Coarse, 5, Some(75.0), Some(75.0)));
    assert_eq!(found(1), (Some(Mle), 12, Detail::Full, 12, Some(25.0), Some(25.0)));
    assert_eq!(found(2), (None, 5, Detail::Coarse, 5, Some(100.0), Some(100.0)));
    assert_eq!(cuts(&publication).len(), 3);
}

#[test]
fn the_role_balanced_mean_is_that_of_the_roles_as_told() {
    let balanced =
        |groups: &[Group<'_>]| published(&SMALL, 5, &team(groups)).published().scores.constructs[0].role_balanced_mean;
    assert_eq!(balanced(&[(Some(Ds), 7, "4"), (Some(Mle), 12, "2")]), Some(3.0));
    // Two roles that are not told of: with them it would be another.
    assert_eq!(balanced(&[(Some(Ds), 7, "4"), (Some(Mle), 12, "2"), (Some(Mgr), 3, "5"), (Some(Po), 3, "1")]), None);
}

#[test]
fn one_part_is_never_hidden_alone_be_it_large() {
    // The nine and the six could be told of, but not beside a single manager.
    let mut people = team(&[(Some(Ds), 9, "3"), (Some(Mle), 6, "3"), (Some(Mgr), 1, "3")]);
    assert_eq!(telling(&published(&SMALL, 5, &people), 0), [Some(Ds)]);
    // Where the manager has no score, the six would be hidden alone.
    people[15].cells[..3].fill(String::new());
    let publication = published(&SMALL, 5, &people);
    assert_eq!((telling(&publication, 0), telling(&publication, 1)), (vec![], vec![Some(Ds)]));
    assert_eq!(cuts(&publication)[0].constructs[0].status, Status::Suppressed);
}

#[test]
fn a_cut_in_which_too_few_have_changed_is_hidden_with_its_complement() {
    let first_people = team(&[(Some(Ds), 7, "3"), (Some(Mle), 7, "3")]);
    let first = published(&SMALL, 5, &first_people);
    assert_eq!(telling(&first, 0), [Some(Ds), Some(Mle)]);
    let second = |ds: usize, mle: usize| {
        let mut people = first_people.clone();
        for changed in (0..ds).chain(7..7 + mle) {
            people[changed].cells[..3].fill("5".to_owned());
        }
        let answers = sealed(&SMALL, Mode::Confidential { k: 5 }, RoundState::Closed, &people);
        let second = publish(&SMALL, &answers, Some(&first), 1).unwrap();
        assert!(second.published().scores.constructs[0].mean > Some(3.0), "the whole is told anew");
        telling(&second, 0)
    };
    // What the one cut tells more than before would be the one person who changed in it.
    assert_eq!((second(1, 5), second(5, 1)), (vec![], vec![]));
    assert_eq!((second(4, 6), second(6, 4)), (vec![], vec![]));
    assert_eq!((second(5, 5), second(0, 6)), (vec![Some(Ds), Some(Mle)], vec![Some(Ds), Some(Mle)]));
}
