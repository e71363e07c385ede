//! The people of the story. All of them are invented.

use super::{Key, Person};
use crate::instrument::JobRole::{self, De, Ds, Grc, Mgr, Mle, Ops, Po, Swe};
use crate::rights::Right;

const OWNER: Key = Key { name: "Helen Marsh", email: "owner@demo.example", right: Right::Owner };
const LEAD: Key = Key { name: "Rosa Lindqvist", email: "lead@demo.example", right: Right::Lead };
const MEMBER: Key = Key { name: "Tomas Okafor", email: "member@demo.example", right: Right::Member };
const VIEWER: Key = Key { name: "Yusuf Demir", email: "viewer@demo.example", right: Right::Viewer };
const OTHER: Key = Key { name: "Grace Adeyemi", email: "owner@other.example", right: Right::Owner };

pub(super) const KEYS: [Key; 4] = [OWNER, LEAD, MEMBER, VIEWER];
pub(super) const OTHER_KEYS: [Key; 1] = [OTHER];
pub(super) const UNITS: [&str; 2] = ["Pricing and claims", "Customers and fraud"];
pub(super) const OTHER_UNITS: [&str; 1] = ["Routing"];

const fn person(name: &'static str, roles: &'static [JobRole]) -> Person {
    Person { name, roles, key: None }
}

const fn with_key(key: Key, roles: &'static [JobRole]) -> Person {
    Person { name: key.name, roles, key: Some(key) }
}

pub(super) const CLAIMS: [Person; 8] = [
    with_key(LEAD, &[Mgr]),
    with_key(MEMBER, &[Ds]),
    person("Ines Carvalho", &[Ds]),
    person("Petr Novak", &[Mle]),
    person("Aoife Brennan", &[De]),
    person("Samuel Kofi", &[Ops]),
    person("Mei Tanaka", &[Swe]),
    person("Julian Hart", &[Po]),
];

pub(super) const MOTOR: [Person; 8] = [
    with_key(LEAD, &[Mgr]),
    person("Lukas Brandt", &[Ds]),
    person("Priya Raman", &[Ds]),
    person("Camille Roux", &[Ds, Mle]),
    person("Marek Zielinski", &[Mle]),
    person("Dana Whitfield", &[Ops]),
    person("Oluwaseun Bello", &[Ops]),
    person("Erik Solberg", &[Ops, Swe]),
];

pub(super) const DOCUMENTS: [Person; 8] = [
    person("Beatriz Moreno", &[Mgr]),
    person("Karl Jensen", &[Ds]),
    person("Fatima Zahra", &[Ds]),
    person("Owen Pritchard", &[Mle]),
    person("Yuki Mori", &[De]),
    person("Andrei Popescu", &[Ops]),
    person("Chloe Martin", &[Swe]),
    person("Henrik Dahl", &[Grc]),
];

pub(super) const REINSURANCE: [Person; 2] = [person("Sofia Castellano", &[Ds, Mgr]), person("Matthew Irwin", &[Mle])];

pub(super) const FRAUD: [Person; 8] = [
    person("Naomi Feld", &[Mgr]),
    person("Arjun Mehta", &[Ds]),
    person("Elif Kaya", &[Ds]),
    person("Simon Aubert", &[Mle]),
    person("Hana Svobodova", &[Mle]),
    person("Kwame Boateng", &[De]),
    person("Ruth Eilers", &[Ops]),
    person("Daniel Osei", &[Swe]),
];

pub(super) const ASSISTANT: [Person; 8] = [
    person("Isabel Ferrer", &[Mgr]),
    person("Jonas Weber", &[Ds]),
    person("Leila Haddad", &[Ds]),
    person("Victor Petrov", &[Mle]),
    person("Molly Fraser", &[De]),
    person("Tariq Aziz", &[Ops]),
    person("Agnes Lund", &[Swe]),
    person("Paolo Ricci", &[Po]),
];

pub(super) const ROUTES: [Person; 4] = [
    with_key(OTHER, &[Mgr]),
    person("Ben Carver", &[Ds]),
    person("Zuzana Kral", &[Mle]),
    person("Amadou Diallo", &[Ops]),
];

pub(super) const LOADS: [Person; 3] =
    [person("Nora Quist", &[Mgr]), person("Felix Amsel", &[Ds]), person("Jana Vidic", &[Ops])];
