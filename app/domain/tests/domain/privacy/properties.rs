//! What holds of any confidential round.

use domain::instrument::JobRole;
use domain::scoring::{ConstructScore, Detail, Status};
use proptest::prelude::*;

use super::rounds::{Person, SMALL, published};

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![8 => (1_u8..=5).prop_map(|value| value.to_string()), 1 => Just("DK".to_owned()), 1 => Just("NA".to_owned()), 1 => Just(String::new())]
}

fn people() -> impl Strategy<Value = Vec<Person>> {
    let width = SMALL.items.len() + SMALL.metrics.len();
    let role = prop::option::of(prop::sample::select(JobRole::ALL[..3].to_vec()));
    let person = (role, prop::collection::vec(cell(), width));
    prop::collection::vec(person, 1..24).prop_map(|people| {
        let people = people.into_iter().enumerate();
        people.map(|(key, (role, cells))| Person { key, role, cells }).collect()
    })
}

fn values(people: &[Person], place: usize) -> usize {
    people.iter().filter(|person| person.cells[place].parse::<u8>().is_ok()).count()
}

fn scores<'p>(people: impl Iterator<Item = &'p Person>, construct: usize) -> usize {
    let own = |person: &Person| {
        person.cells[3 * construct..3 * construct + 3].iter().filter(|cell| cell.parse::<u8>().is_ok()).count()
    };
    people.filter(|person| own(person) >= 2).count()
}

/// Whether a construct's figure is told as its number of people allows.
fn fits(score: &ConstructScore, n: usize, k: u8) -> bool {
    let coarse = |value: f64, step: f64| value % step == 0.0;
    match score.detail {
        Detail::Suppressed => score.index.is_none() && score.mean.is_none() && score.status == Status::Suppressed,
        Detail::Coarse => {
            let range = score.index_ci95.unwrap();
            (usize::from(k)..10).contains(&n)
                && score.index.is_some_and(|index| coarse(index, 1.0))
                && coarse(range.low, 5.0)
                && coarse(range.high, 5.0)
                && (score.sd, score.median) == (None, None)
                && score.tally.values.n() == 0
        }
        Detail::Full => n >= 10 && n >= usize::from(k) && score.n as usize == n,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn each_figure_is_told_as_its_own_number_of_people_allows(people in people(), k in 3_u8..=10) {
        let publication = published(&SMALL, k, &people);
        let of = publication.published();
        for (place, item) in of.scores.items.iter().enumerate() {
            let n = values(&people, place);
            match item.detail {
                Detail::Suppressed => prop_assert!(item.mean.is_none() && item.agreement.is_none()),
                Detail::Coarse => {
                    prop_assert!((usize::from(k)..10).contains(&n));
                    prop_assert!(item.index.unwrap() % 1.0 == 0.0 && item.sd.is_none() && item.counts == [0; 5]);
                    prop_assert_eq!((item.n, item.tally.asked, item.tally.values.n()), (u32::from(k), 0, 0));
                }
                Detail::Full => prop_assert!(n >= 10 && item.n as usize == n),
            }
        }
        for (place, score) in of.scores.constructs.iter().enumerate() {
            prop_assert!(fits(score, scores(people.iter(), place), k), "{score:?}");
        }
        for cut in &of.cuts {
            for (place, score) in cut.constructs.iter().enumerate() {
                let own = people.iter().filter(|person| person.role == cut.role);
                prop_assert!(fits(score, scores(own, place), k), "{score:?}");
                // A part is told only of a whole that is told, and leaves nobody or k of it.
                if score.detail != Detail::Suppressed {
                    prop_assert!(of.scores.constructs[place].detail != Detail::Suppressed);
                    let told = |person: &&Person| {
                        of.cuts.iter().any(|cut| {
                            cut.role == person.role && cut.constructs[place].detail != Detail::Suppressed
                        })
                    };
                    let rest = scores(people.iter().filter(|person| !told(person)), place);
                    prop_assert!(rest == 0 || rest >= usize::from(k), "{rest} are left");
                }
            }
        }
        let metric = &of.scores.delivery.metrics[0];
        prop_assert_eq!(metric.detail == Detail::Suppressed, values(&people, 9) < usize::from(k));
        prop_assert!(of.scores.quality.is_empty());
    }

    #[test]
    fn what_is_withheld_depends_neither_on_the_order_of_people_nor_on_the_answers(
        (people, shuffled) in people().prop_flat_map(|people| (Just(people.clone()), Just(people).prop_shuffle())),
        k in 3_u8..=10,
    ) {
        let json = |people: &[Person]| serde_json::to_string(published(&SMALL, k, people).published()).unwrap();
        prop_assert_eq!(json(&people), json(&shuffled));
        let mut threes = people.clone();
        for person in &mut threes {
            for cell in person.cells.iter_mut().filter(|cell| cell.parse::<u8>().is_ok()) {
                "3".clone_into(cell);
            }
        }
        let details = |people: &[Person]| {
            let publication = published(&SMALL, k, people);
            let of = publication.published();
            let items: Vec<Detail> = of.scores.items.iter().map(|item| item.detail).collect();
            let cuts = of.cuts.iter().map(|cut| &cut.constructs).chain([&of.scores.constructs]);
            (items, cuts.flatten().map(|score| score.detail).collect::<Vec<_>>())
        };
        prop_assert_eq!(details(&people), details(&threes));
    }
}
