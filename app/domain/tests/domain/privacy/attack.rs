//! Ten thousand confidential rounds, and a reader who adds and subtracts all that is published of them.

use std::env::{self, VarError};

use domain::instrument::JobRole;
use domain::privacy::{Published, Refused, publish};
use domain::round::{Mode, RoundState};
use domain::scoring::Detail;

use super::rounds::{Person, SMALL, below, later, published, random_people, sealed};
use super::solver::{Sum, answers, group, group_by_trying};

/// How many rounds are attacked: fewer only where the tests themselves are tested (`scripts/mutants.sh`).
fn rounds() -> usize {
    let rounds = match env::var("PLUMBLINE_ATTACK_ROUNDS") {
        Err(VarError::NotPresent) => return 10_000,
        given => given.unwrap().parse().unwrap(),
    };
    assert!(
        (400..=10_000).contains(&rounds) && rounds % THREADS == 0,
        "PLUMBLINE_ATTACK_ROUNDS: 400 to 10000, by fours"
    );
    rounds
}

const THREADS: usize = 4;

fn value(person: &Person, item: usize) -> bool {
    person.cells[item].parse::<u8>().is_ok()
}

/// Tells a person's answers to an item apart.
fn version(person: &Person, item: usize) -> u32 {
    person.cells[item].bytes().fold(0, |code, byte| 256 * code + u32::from(byte))
}

/// The sum of an item's values, of all who gave one.
fn item_sum(people: &[Person], item: usize) -> Sum {
    let given = people.iter().filter(|person| value(person, item));
    given.map(|person| ((person.key, item, version(person, item)), 1)).collect()
}

/// Six times the sum of a construct's scores, of those who are let in.
fn construct_sum(people: &[Person], construct: usize, of: impl Fn(&Person) -> bool) -> Sum {
    let mut sum = Sum::new();
    for person in people.iter().filter(|person| of(person)) {
        let given: Vec<usize> = (3 * construct..3 * construct + 3).filter(|item| value(person, *item)).collect();
        let weight = match given.len() {
            3 => 2,
            2 => 3,
            _ => continue,
        };
        sum.extend(given.into_iter().map(|item| ((person.key, item, version(person, item)), weight)));
    }
    sum
}

/// How many said "don't know": everybody's saying so is an unknown of its own.
fn unknown_sum(people: &[Person], item: usize) -> Sum {
    let said = |person: &Person| (person.key, 100 + item, version(person, item));
    people.iter().map(|person| (said(person), 1)).collect()
}

/// Every sum that one construct's published figures give.
fn sums(of: &Published, people: &[Person], construct: usize) -> Vec<Sum> {
    let mut sums = Vec::new();
    for item in 3 * construct..3 * construct + 3 {
        match of.scores.items[item].detail {
            Detail::Suppressed => {}
            Detail::Coarse => sums.push(item_sum(people, item)),
            Detail::Full => sums.extend([item_sum(people, item), unknown_sum(people, item)]),
        }
    }
    if of.scores.constructs[construct].detail != Detail::Suppressed {
        sums.push(construct_sum(people, construct, |_| true));
    }
    let cuts = of.cuts.iter().filter(|cut| cut.constructs[construct].detail != Detail::Suppressed);
    sums.extend(cuts.map(|cut| construct_sum(people, construct, |person| person.role == cut.role)));
    sums
}

/// Whether nothing is told of a construct that was not told before.
fn stands(before: &Published, now: &Published, construct: usize) -> bool {
    let whole = |of: &Published| {
        format!("{:?} {:?}", &of.scores.items[3 * construct..3 * construct + 3], of.scores.constructs[construct])
    };
    let told = |of: &Published| -> Vec<String> {
        let cuts = of.cuts.iter().filter(|cut| cut.constructs[construct].detail != Detail::Suppressed);
        cuts.map(|cut| format!("{:?} {:?}", cut.role, cut.constructs[construct])).collect()
    };
    let before_cuts = told(before);
    whole(before) == whole(now) && told(now).iter().all(|cut| before_cuts.contains(cut))
}

fn changed(before: &[Person], now: &[Person], construct: usize) -> usize {
    let same = |a: &Person, b: &Person| {
        let own = 3 * construct..3 * construct + 3;
        a.key == b.key && a.role == b.role && a.cells[own.clone()] == b.cells[own]
    };
    let differs = |one: &&Person, others: &[Person]| !others.iter().any(|other| same(one, other));
    let gone = before.iter().filter(|one| !now.iter().any(|other| other.key == one.key)).count();
    now.iter().filter(|one| differs(one, before)).count() + gone
}

/// What the attacked rounds had to show.
#[derive(Default)]
struct Shown {
    figures: usize,
    cuts: usize,
    renewed: usize,
}

fn attack(seed: u64, rounds: usize) -> Shown {
    let (mut state, mut shown) = (seed, Shown::default());
    for round in 0..rounds {
        let people = random_people(&mut state);
        let k = u8::try_from(3 + below(&mut state, 8)).unwrap();
        let first = published(&SMALL, k, &people);
        let now = later(&mut state, &people);
        let again = sealed(&SMALL, Mode::Confidential { k }, RoundState::Closed, &now);
        // Half of the rounds are opened again.
        let second = (round % 2 == 0).then(|| publish(&SMALL, &again, Some(&first), 2));
        assert!(!matches!(second, Some(Err(Refused::NotClosed))));
        let second = second.and_then(Result::ok);
        for construct in 0..SMALL.constructs.len() {
            let mut known = sums(first.published(), &people, construct);
            shown.figures += known.len();
            let cuts = first.published().cuts.iter().map(|cut| &cut.constructs[construct]);
            shown.cuts += cuts.filter(|score| score.detail != Detail::Suppressed).count();
            if let Some(second) = &second {
                let stands = stands(first.published(), second.published(), construct);
                let few = changed(&people, &now, construct) < usize::from(k);
                assert!(known.is_empty() || stands || !few, "{seed}, {round}: told anew after too few changes");
                if !stands {
                    shown.renewed += usize::from(!known.is_empty());
                    known.extend(sums(second.published(), &now, construct));
                }
            }
            assert!(!group(usize::from(k), &known), "{seed}, {round}, construct {construct}, k {k}: {people:?}");
        }
    }
    shown
}

#[test]
fn nothing_about_fewer_than_k_follows_from_ten_thousand_published_rounds() {
    let rounds = rounds();
    // A few threads, for it is much to solve.
    let threads = (0..THREADS as u64).map(|seed| std::thread::spawn(move || attack(seed, rounds / THREADS)));
    let threads: Vec<_> = threads.collect();
    let mut all = Shown::default();
    for thread in threads {
        let shown = thread.join().unwrap();
        all.figures += shown.figures;
        all.cuts += shown.cuts;
        all.renewed += shown.renewed;
    }
    // They tell enough for the attack to mean something.
    assert!(all.figures > 5 * rounds && all.cuts > rounds / 10 && all.renewed > rounds / 20);
}

/// Every figure with k answers, and nothing else asked: no complementary suppression, no remainder refused.
fn naive(people: &[Person], construct: usize, k: usize) -> Vec<Sum> {
    let mut roles: Vec<Option<JobRole>> = people.iter().map(|person| person.role).collect();
    roles.sort_unstable();
    roles.dedup();
    let people_in = |sum: &Sum| {
        let mut keys: Vec<usize> = sum.keys().map(|unknown| unknown.0).collect();
        keys.dedup();
        keys.len()
    };
    let items = (3 * construct..3 * construct + 3).map(|item| item_sum(people, item));
    let cuts = roles.into_iter().map(|role| construct_sum(people, construct, |person| person.role == role));
    let all = items.chain([construct_sum(people, construct, |_| true)]).chain(cuts);
    all.filter(|sum| people_in(sum) >= k).collect()
}

#[test]
fn the_same_attack_succeeds_on_a_mere_threshold() {
    let (mut state, mut single, mut groups) = (7, 0, 0);
    for _ in 0..1_000 {
        let people = random_people(&mut state);
        let k = 3 + below(&mut state, 8);
        let now = later(&mut state, &people);
        let mut known = naive(&people, 0, k);
        groups += usize::from(group(k, &known));
        known.extend(naive(&now, 0, k));
        single += answers(&known);
    }
    assert!(groups > 100, "{groups} groups");
    assert!(single > 10, "{single} answers");
}

#[test]
fn the_solver_finds_what_trying_every_group_finds() {
    let (mut state, mut found) = (11, 0);
    for _ in 0..150 {
        let mut people = random_people(&mut state);
        people.truncate(9);
        let k = 3 + below(&mut state, 3);
        let known = naive(&people, 0, k);
        let slow = group_by_trying(k, &known);
        assert_eq!(group(k, &known), slow, "{people:?}");
        found += usize::from(slow);
    }
    assert!((10..140).contains(&found), "{found}");
}
