//! Pairs of confidential rounds of which the same is published although the answers differ: nothing that is said of them
//! may tell one from the other. The same is published if the result is the same as it is written out; what is said is
//! every explanation, every sentence of a report, comparisons, and all that plans and returns are filled in with.

mod changes;
mod said;

use domain::instrument::Instrument;
use domain::privacy::{Publication, Published, publish};
use domain::round::{Mode, RoundState};
use domain::scoring::Detail;

use changes::{CHANGES, team, width};
use said::said;

use super::rounds::{Person, below, sealed};

const K: u8 = 5;

fn publication(people: &[Person], before: Option<&Publication>) -> Option<Publication> {
    let mode = Mode::Confidential { k: K };
    let answers = sealed(Instrument::builtin(), mode, RoundState::Closed, people);
    publish(Instrument::builtin(), &answers, before, 1).ok()
}

/// What is published, as it is written out; and where it is told in full how many people the index is made of, which a
/// result says beside it.
fn cells(told: &Published) -> String {
    let coarse = told.scores.constructs.iter().any(|score| score.detail == Detail::Coarse);
    let people = (!coarse).then_some(told.scores.maturity.n);
    format!("{} {people:?}", serde_json::to_string(told).unwrap())
}

/// The lines of two texts around the first that differs.
fn difference(one: &str, other: &str) -> Option<String> {
    let at = one.lines().zip(other.lines()).position(|(a, b)| a != b)?;
    let around = |text: &str| text.lines().skip(at.saturating_sub(12)).take(16).collect::<Vec<_>>().join("\n");
    Some(format!("{}\n--- and\n{}", around(one), around(other)))
}

/// Whether the same is published of both, but for the answers; then the same has to be said of both.
fn are_told_alike(what: &str, one: &Publication, other: &Publication, third: &Publication) -> bool {
    let alike = cells(one.published()) == cells(other.published());
    if alike {
        let [one, other] = [one, other].map(|publication| said(publication.published(), third.published()));
        assert!(one == other, "{what}: {}", difference(&one, &other).unwrap_or_default());
    }
    alike
}

#[test]
fn what_is_said_of_two_rounds_is_the_same_if_what_is_published_is() {
    let (mut state, mut found) = (5, [0; CHANGES.len()]);
    let third = publication(&team(&mut state), None).unwrap();
    for _ in 0..40 {
        let people = team(&mut state);
        let first = publication(&people, None).unwrap();
        for (pairs, (what, change, _)) in found.iter_mut().zip(CHANGES) {
            // Many a change shows in what is published, so a few are tried.
            for _ in 0..6 {
                let mut others = people.clone();
                change(&mut state, first.published(), &mut others);
                let second = (others != people).then(|| publication(&others, None).unwrap());
                if second.is_some_and(|second| are_told_alike(what, &first, &second, &third)) {
                    *pairs += 1;
                    break;
                }
            }
        }
    }
    for (pairs, (what, _, least)) in found.iter().zip(CHANGES) {
        assert!(*pairs >= least, "{what}: {pairs} pairs");
    }
}

#[test]
fn what_is_held_back_from_a_second_publication_shows_in_nothing_that_is_said() {
    let (mut state, mut pairs) = (9, 0);
    let third = publication(&team(&mut state), None).unwrap();
    for _ in 0..20 {
        let people = team(&mut state);
        let first = publication(&people, None).unwrap();
        // Everybody changes the first construct alike; a few change others, in two ways.
        let mut now = people.clone();
        for cell in now.iter_mut().flat_map(|person| &mut person.cells[..3]) {
            *cell = if cell == "3" { "4" } else { "3" }.to_owned();
        }
        let again = |state: &mut u64| {
            let mut now = now.clone();
            for _ in 0..3 {
                let (person, place) = (below(state, usize::from(K) - 1), 3 + below(state, width() - 9));
                now[person].cells[place] = ["1", "3", "5", "DK"][below(state, 4)].to_owned();
            }
            (publication(&now, Some(&first)), now)
        };
        let [(one, answers), (other, other_answers)] = [again(&mut state), again(&mut state)];
        let (Some(one), Some(other)) = (one, other) else { continue };
        pairs += usize::from(answers != other_answers && are_told_alike("held back", &one, &other, &third));
    }
    assert!(pairs >= 9, "{pairs} pairs");
}
