//! The wall: every entry of the route table, asked for by everybody, for what is theirs, a sibling's and a stranger's.
//!
//! [`rows`] says what each entry needs; an entry without a row fails the test, and so does a row without an entry. What
//! must come of it stands in [`expected`], written out by hand and not taken from the program's own table of rights.

mod people;
mod rows;

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use web::Door;

use crate::helpers::Answer;
use people::{Person, Place, World};
use rows::{Needs, Row, rows};

/// What must come of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// The handler does its work, or complains about what was sent.
    LetIn,
    /// 403.
    Refused,
    /// 404.
    NotFound,
    /// Led to sign in: 303 for a page, 401 for a form.
    SignIn,
}

/// What must come of it, by who asks and whose it is.
fn expected(needs: Needs, person: Person, place: Place) -> Outcome {
    use Outcome::{LetIn, NotFound, Refused, SignIn};
    use Person::{Anonymous, Expired, ForeignOwner, Lead, Member, Owner, Respondent, Viewer};
    use Place::{Foreign, Own, Sibling};
    let signed_in = !matches!(person, Anonymous | Respondent | Expired);
    match needs {
        Needs::Nothing => LetIn,
        Needs::Code => SignIn,
        Needs::Gone => NotFound,
        // The link alone counts, not who holds it. A sibling stands for another kind of link, a stranger for none.
        Needs::Link => {
            if place == Own {
                LetIn
            } else {
                NotFound
            }
        }
        _ if !signed_in => SignIn,
        // A round that belongs to nobody can be taken by whoever looks after teams anywhere.
        Needs::LinkAndTeam => match (place, person) {
            (Sibling | Foreign, _) => NotFound,
            (Own, Lead | Owner | ForeignOwner) => LetIn,
            (Own, _) => Refused,
        },
        Needs::Account => LetIn,
        // A comparison does not say which of its rounds is not there and which may not be seen.
        Needs::Compared => match expected(Needs::Round("see"), person, place) {
            Refused => NotFound,
            other => other,
        },
        Needs::Making => {
            if matches!(person, Member | Viewer) {
                Refused
            } else {
                LetIn
            }
        }
        Needs::Owner => match (person, place) {
            (Owner | ForeignOwner, Own | Sibling) => LetIn,
            (_, _) => Refused,
        },
        // What belongs to another organisation is not there; that comes before any right.
        Needs::Team(..) | Needs::Round(..) | Needs::Person | Needs::Unit
            if (person == ForeignOwner) != (place == Foreign) =>
        {
            NotFound
        }
        Needs::Person | Needs::Unit => {
            if matches!(person, Owner | ForeignOwner) {
                LetIn
            } else {
                Refused
            }
        }
        Needs::Team(may) | Needs::Round(may) => {
            let lets_in = match may {
                "see" => [(Owner, "all"), (Lead, "own"), (Member, "own"), (Viewer, "all")],
                "answer" => [(Owner, "own"), (Lead, "own"), (Member, "own"), (Viewer, "none")],
                "manage" => [(Owner, "all"), (Lead, "own"), (Member, "none"), (Viewer, "none")],
                "own organisation" => [(Owner, "all"), (Lead, "none"), (Member, "none"), (Viewer, "none")],
                other => panic!("{other}"),
            };
            // In their own organisation the foreign owner is an owner who belongs to no team.
            let reach = lets_in.iter().find(|(who, _)| *who == person).map_or(lets_in[0].1, |(_, reach)| *reach);
            match (reach, place) {
                ("all", _) | ("own", Own) => LetIn,
                _ => Refused,
            }
        }
    }
}

fn outcome(method: &Method, answer: &Answer) -> Option<Outcome> {
    let to_login =
        |answer: &Answer| answer.headers.get("location").is_some_and(|to| to.to_str().unwrap().starts_with("/login"));
    match answer.status {
        StatusCode::SEE_OTHER if *method == Method::GET && to_login(answer) => Some(Outcome::SignIn),
        StatusCode::UNAUTHORIZED => Some(Outcome::SignIn),
        StatusCode::FORBIDDEN => Some(Outcome::Refused),
        StatusCode::NOT_FOUND => Some(Outcome::NotFound),
        status if status.is_server_error() => None,
        _ => Some(Outcome::LetIn),
    }
}

#[test]
fn every_entry_has_a_row_and_every_row_an_entry() {
    let entries: BTreeSet<String> =
        web::entries().iter().map(|entry| format!("{} {}", entry.method, entry.path)).collect();
    let rows: BTreeSet<String> = rows().iter().map(|row| format!("{} {}", row.method, row.path)).collect();
    let without: Vec<_> = entries.difference(&rows).collect();
    assert!(without.is_empty(), "entries without a row: {without:#?}");
    let stale: Vec<_> = rows.difference(&entries).collect();
    assert!(stale.is_empty(), "rows without an entry: {stale:#?}");
}

#[test]
fn the_door_of_an_entry_is_that_of_its_row() {
    for entry in web::entries() {
        let row = rows().into_iter().find(|row| row.method == entry.method && row.path == entry.path).unwrap();
        let door = match row.needs {
            Needs::Link => Door::Link,
            Needs::Gone if entry.path.contains("{token}") => Door::Link,
            Needs::Nothing | Needs::Code | Needs::Gone => Door::Anybody,
            _ => Door::SignedIn,
        };
        assert_eq!(entry.door, door, "{} {}", entry.method, entry.path);
    }
}

#[tokio::test]
async fn nobody_gets_through_the_wall() {
    let mut holes = Vec::new();
    let mut tried = 0;
    for row in rows() {
        // A form changes things, so each of those that are let in meets the world as it was.
        let mut world = World::new().await;
        for person in Person::ALL {
            for &place in row.places() {
                let wanted = expected(row.needs, person, place);
                let answer = world.ask(&row, person, place).await;
                tried += 1;
                let got = outcome(&row.method, &answer);
                let leak = wanted != Outcome::LetIn && place != Place::Own && answer.text().contains(place.secret());
                if got != Some(wanted) || leak {
                    let Row { method, path, .. } = &row;
                    let status = answer.status;
                    holes.push(format!(
                        "{method} {path} as {person:?} for {place:?}: {wanted:?}, but {status} (leak: {leak})"
                    ));
                }
                if row.method == Method::POST && wanted == Outcome::LetIn {
                    world = World::new().await;
                }
            }
        }
    }
    assert!(holes.is_empty(), "{} of {tried}:\n{}", holes.len(), holes.join("\n"));
    assert!(tried > 300, "{tried}");
}
