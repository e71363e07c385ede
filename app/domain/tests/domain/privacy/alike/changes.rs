//! Answers that are given otherwise so that the same may be published.

use domain::instrument::{Feeds, Instrument, JobRole};
use domain::privacy::Published;
use domain::scoring::Detail;

use super::super::rounds::{Person, below};

/// A way to give other answers of which the same may be published.
pub type Change = fn(&mut u64, &Published, &mut [Person]);

/// What differs in hidden answers, and how many pairs of it have to be found at least.
pub const CHANGES: [(&str, Change, usize); 8] = [
    ("which answer is missing", missing, 30),
    ("what is suppressed", suppressed, 25),
    ("who gave more and who less", traded, 10),
    ("who said which of two challenges or benefits", swapped, 25),
    ("delivery metrics", metrics, 25),
    ("roles of few", roles, 12),
    ("how many answered a construct", one_withdrawn, 15),
    ("how many answered at all", all_withdrawn, 2),
];

pub fn width() -> usize {
    Instrument::builtin().items.len() + Instrument::builtin().metrics.len()
}

fn given(person: &Person, place: usize) -> Option<usize> {
    person.cells[place].parse().ok()
}

fn absent(state: &mut u64) -> String {
    ["", "DK", "NA"][below(state, 3)].to_owned()
}

/// Fewer than ten people or a few more, in some of whose questions so many answers are missing that they are coarse or
/// suppressed; in some teams nobody says "don't know", and in some all are of one mind.
pub fn team(state: &mut u64) -> Vec<Person> {
    let instrument = Instrument::builtin();
    let n = [6, 7, 8, 9, 11, 12, 14][below(state, 7)];
    let often: Vec<usize> = (0..=instrument.constructs.len()).map(|_| [0, 0, 5, 30, 60][below(state, 5)]).collect();
    let (level, only_blank, spread) = (below(state, 4), below(state, 2) == 0, [1, 3, 3][below(state, 3)]);
    let roles = [JobRole::Ds, JobRole::Mgr, JobRole::Po, JobRole::Exe];
    let mixed = below(state, 2) == 0;
    let mut people = Vec::new();
    for key in 0..n {
        let role = if mixed { Some(roles[[0, 0, 0, 1, 2, 3][below(state, 6)]]) } else { None };
        let mut cells: Vec<String> = (0..width())
            .map(|place| {
                let often = often[(place / 3).min(instrument.constructs.len())];
                match (below(state, 100) < often, only_blank) {
                    (true, true) => String::new(),
                    (true, false) => absent(state),
                    (false, _) => (1 + level.min(2) + below(state, spread)).to_string(),
                }
            })
            .collect();
        // The fourth metric is a percentage.
        cells[instrument.items.len() + 3] = (5 * level + below(state, 9)).to_string();
        people.push(Person { key, role, cells });
    }
    people
}

fn missing(state: &mut u64, told: &Published, people: &mut [Person]) {
    for place in 0..width() {
        let hidden = told.scores.items.get(place).is_none_or(|item| item.detail != Detail::Full);
        for person in people.iter_mut().filter(|person| hidden && given(person, place).is_none()) {
            person.cells[place] = absent(state);
        }
    }
}

fn suppressed(state: &mut u64, told: &Published, people: &mut [Person]) {
    let constructs = told.scores.constructs.iter().enumerate();
    let hidden = constructs.filter(|(_, construct)| construct.detail == Detail::Suppressed);
    let places: Vec<usize> = hidden.flat_map(|(place, _)| 3 * place..3 * place + 3).collect();
    for place in places.into_iter().filter(|place| told.scores.items[*place].detail == Detail::Suppressed) {
        for person in people.iter_mut().filter(|person| given(person, place).is_some()) {
            person.cells[place] = (1 + below(state, 5)).to_string();
        }
    }
}

fn traded(state: &mut u64, told: &Published, people: &mut [Person]) {
    let coarse: Vec<usize> =
        (0..told.scores.items.len()).filter(|place| told.scores.items[*place].detail == Detail::Coarse).collect();
    for _ in 0..=below(state, 2) {
        let [more, less] = pair(state, people.len());
        let place = coarse.get(below(state, coarse.len().max(1))).copied().unwrap_or(0);
        if let (Some(a @ 1..=4), Some(b @ 2..=5)) = (given(&people[more], place), given(&people[less], place)) {
            people[more].cells[place] = (a + 1).to_string();
            people[less].cells[place] = (b - 1).to_string();
        }
    }
}

fn swapped(state: &mut u64, _: &Published, people: &mut [Person]) {
    let instrument = Instrument::builtin();
    for feeds in [Feeds::Severity, Feeds::Realisation] {
        let places: Vec<usize> = instrument.constructs_feeding(feeds).map(|place| 3 * place.get()).collect();
        let (from, [one, other]) = (places[below(state, places.len())], pair(state, people.len()));
        if people[one].role == people[other].role {
            for place in from..from + 3 {
                let cell = std::mem::take(&mut people[one].cells[place]);
                let cell = std::mem::replace(&mut people[other].cells[place], cell);
                people[one].cells[place] = cell;
            }
        }
    }
}

fn metrics(state: &mut u64, _: &Published, people: &mut [Person]) {
    for place in Instrument::builtin().items.len()..width() {
        let person = below(state, people.len());
        if let Some(value) = given(&people[person], place) {
            people[person].cells[place] = if value < 5 { value + 1 } else { value - 1 }.to_string();
        }
    }
}

fn roles(state: &mut u64, _: &Published, people: &mut [Person]) {
    let few = [JobRole::Mgr, JobRole::Po, JobRole::Exe];
    for person in people.iter_mut().filter(|person| person.role.is_some_and(|role| few.contains(&role))) {
        person.role = Some(few[below(state, few.len())]);
    }
}

fn one_withdrawn(state: &mut u64, _: &Published, people: &mut [Person]) {
    let (person, from) = (below(state, people.len()), 3 * below(state, Instrument::builtin().constructs.len()));
    people[person].cells[from..from + 3].fill("DK".to_owned());
}

fn all_withdrawn(state: &mut u64, _: &Published, people: &mut [Person]) {
    // Challenges and benefits stay, so it is a response still.
    let person = below(state, people.len());
    for practice in Instrument::builtin().constructs_feeding(Feeds::Maturity) {
        people[person].cells[3 * practice.get()..][..3].fill("DK".to_owned());
    }
}

/// Two different places.
fn pair(state: &mut u64, n: usize) -> [usize; 2] {
    let one = below(state, n);
    [one, (one + 1 + below(state, n - 1)) % n]
}
