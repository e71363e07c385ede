//! What each entry of the route table needs.

use axum::http::Method;

use super::people::Place;

/// What an entry needs of who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// The secret in the address.
    Link,
    /// The secret in the address of a round that belongs to nobody, and the right to look after a team.
    LinkAndTeam,
    /// An account.
    Account,
    /// The right to change the organisation.
    Owner,
    /// A right on the team in the address.
    Team(&'static str),
    /// A right on the team of the round in the address.
    Round(&'static str),
    /// The right to change the organisation, which the account in the address belongs to.
    Person,
}

/// A row of the matrix.
#[derive(Clone, Debug)]
pub struct Row {
    pub method: Method,
    pub path: &'static str,
    pub needs: Needs,
    /// What a form sends, so that it gets as far as its work.
    pub fields: &'static [(&'static str, &'static str)],
}

impl Row {
    /// Whose things it can be asked for.
    pub fn places(&self) -> &'static [Place] {
        match self.needs {
            Needs::Nothing | Needs::Account | Needs::Owner => &[Place::Own],
            Needs::Link | Needs::LinkAndTeam | Needs::Team(_) | Needs::Round(_) => {
                &[Place::Own, Place::Sibling, Place::Foreign]
            }
            Needs::Person => &[Place::Own, Place::Foreign],
        }
    }
}

fn get(path: &'static str, needs: Needs) -> Row {
    Row { method: Method::GET, path, needs, fields: &[] }
}

fn post(path: &'static str, needs: Needs, fields: &'static [(&'static str, &'static str)]) -> Row {
    Row { method: Method::POST, path, needs, fields }
}

/// Every row.
pub fn rows() -> Vec<Row> {
    use Needs::{Account, Link, LinkAndTeam, Nothing, Owner, Round};
    vec![
        get("/", Nothing),
        get("/start", Nothing),
        post("/start", Nothing, &[]),
        get("/check", Nothing),
        post("/check", Nothing, &[("TE1-1", "3")]),
        get("/check/{token}", Link),
        post("/check/{token}", Link, &[]),
        get("/check/{token}/report.pdf", Link),
        get("/sample", Nothing),
        get("/sample/report.pdf", Nothing),
        get("/join/{token}", Link),
        post("/join/{token}", Link, &[]),
        get("/respond/{token}", Link),
        post("/respond/{token}", Link, &[("TE1-1", "3"), ("action", "next")]),
        post("/respond/{token}/autosave", Link, &[("TE1-1", "3")]),
        get("/respond/{token}/history", Link),
        get("/manage/{token}", Link),
        get("/manage/{token}/results", Link),
        get("/manage/{token}/report.pdf", Link),
        get("/rounds/{id}/results", Round("see")),
        get("/rounds/{id}/report.pdf", Round("see")),
        get("/manage/{token}/claim", LinkAndTeam),
        post("/manage/{token}/claim", LinkAndTeam, &[("action", "next")]),
        get("/admin/audit", Owner),
        get("/admin/audit.csv", Owner),
        get("/account/data", Account),
        get("/account/data.json", Account),
        get("/account/delete", Account),
        post("/account/delete", Account, &[("action", "next")]),
    ]
}
