//! What many people are called.

use domain::demo::{Chance, address};
use domain::rights::Right;

const FIRST: [&str; 16] = [
    "Ada", "Boris", "Clara", "Dmitri", "Esther", "Farid", "Greta", "Hugo", "Ilse", "Jamal", "Katja", "Liam", "Mina",
    "Nils", "Olga", "Pavel",
];
const LAST: [&str; 16] = [
    "Abel", "Berger", "Costa", "Dvorak", "Ekman", "Fischer", "Gallo", "Horvat", "Ivanov", "Jansen", "Kowal", "Larsen",
    "Moretti", "Nagy", "Olsen", "Petit",
];

/// Name, address and right of one of many people: the first of every team leads it.
pub(super) fn person(number: usize, teams: usize) -> (String, String, Right) {
    let mut chance = Chance::at(&[number as u64]);
    let mut one_of = |names: &[&'static str; 16]| names[chance.below(16) as usize];
    let name = format!("{} {}", one_of(&FIRST), one_of(&LAST));
    let email = address(&format!("{name} {}", number + 1), "demo.example");
    (name, email, if number < teams { Right::Lead } else { Right::Member })
}
