//! Rounds to publish.

use std::sync::LazyLock;

use domain::instrument::{Files, Instrument, JobRole};
use domain::privacy::{Publication, SealedAnswers, publish};
use domain::round::{Mode, RoundState};

/// Three constructs of three items, and a metric: quick to publish ten thousand times.
pub static SMALL: LazyLock<Instrument> = LazyLock::new(|| {
    Instrument::parse_with(Files {
        instrument: include_str!("../../samples/small/instrument.toml"),
        crosswalk: include_str!("../../samples/small/crosswalk.toml"),
        practices: include_str!("../../samples/small/practices.toml"),
        reference: include_str!("../../samples/small/reference.toml"),
    })
    .unwrap()
});

/// A respondent. `cells` are the stored texts in the instrument's order, items first, then metrics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub key: usize,
    pub role: Option<JobRole>,
    pub cells: Vec<String>,
}

pub fn person(key: usize, role: Option<JobRole>, cells: &[&str]) -> Person {
    Person { key, role, cells: cells.iter().map(ToString::to_string).collect() }
}

pub fn sealed(instrument: &Instrument, mode: Mode, state: RoundState, people: &[Person]) -> SealedAnswers {
    let mut builder = SealedAnswers::builder(instrument, mode, state);
    let ids = instrument.items.iter().map(|item| &item.id).chain(instrument.metrics.iter().map(|metric| &metric.id));
    let ids: Vec<&String> = ids.collect();
    for person in people {
        let mut respondent = builder.respondent(person.key.to_string(), format!("Person {}", person.key));
        if let Some(role) = person.role {
            respondent.answer("job_role", role.id()).unwrap();
        }
        for (id, cell) in ids.iter().zip(&person.cells) {
            respondent.answer(id, cell).unwrap();
        }
    }
    builder.seal()
}

/// Publishes a closed confidential round for the first time.
pub fn published(instrument: &Instrument, k: u8, people: &[Person]) -> Publication {
    let answers = sealed(instrument, Mode::Confidential { k }, RoundState::Closed, people);
    publish(instrument, &answers, None, 1).unwrap()
}

/// The next number of a sequence (`SplitMix64`) below `limit`.
pub fn below(state: &mut u64, limit: usize) -> usize {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    usize::try_from((mixed ^ (mixed >> 31)) % limit as u64).unwrap()
}

fn cell(state: &mut u64, missing: usize) -> String {
    if below(state, 100) < missing {
        ["", "DK", "NA"][below(state, 3)].to_owned()
    } else {
        (1 + below(state, 5)).to_string()
    }
}

pub fn random_person(state: &mut u64, key: usize, roles: usize, missing: usize) -> Person {
    let role = below(state, roles + 1);
    let cells = (0..SMALL.items.len() + SMALL.metrics.len()).map(|_| cell(state, missing)).collect();
    Person { key, role: (role < roles).then(|| JobRole::ALL[role]), cells }
}

/// A random team: how many, how many roles, how much is missing.
pub fn random_people(state: &mut u64) -> Vec<Person> {
    let n = 3 + below(state, 15);
    let roles = 1 + below(state, 3);
    let missing = [0, 2, 5, 15, 40][below(state, 5)];
    (0..n).map(|key| random_person(state, key, roles, missing)).collect()
}

/// The same team later: some answer anew, some come, some go.
pub fn later(state: &mut u64, people: &[Person]) -> Vec<Person> {
    let change = [5, 20, 50][below(state, 3)];
    let mut now: Vec<Person> = people.iter().filter(|_| below(state, 100) >= change / 5).cloned().collect();
    for person in &mut now {
        for place in 0..person.cells.len() {
            if below(state, 100) < change {
                person.cells[place] = cell(state, 5);
            }
        }
    }
    let more = below(state, 8);
    now.extend((0..more).map(|one| random_person(state, people.len() + one, 2, 5)));
    now
}
