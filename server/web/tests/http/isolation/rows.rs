//! What each entry of the route table needs.

use axum::http::Method;

use super::people::Place;

/// What an entry needs of who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// A password that was given a moment ago, which nobody here has done.
    Code,
    /// Nothing lets anybody in.
    Gone,
    /// The secret in the address.
    Link,
    /// The secret in the address of a round that belongs to nobody, and the right to look after a team.
    LinkAndTeam,
    /// An account.
    Account,
    /// The right to make rounds for some team.
    Making,
    /// The right to change the organisation.
    Owner,
    /// A right on the team in the address.
    Team(&'static str),
    /// A right on the team of the round in the address.
    Round(&'static str),
    /// The right to see the results of the team of the round that is named in the query; what may not be seen is not there.
    Compared,
    /// The right to change the organisation, which the account in the address belongs to.
    Person,
    /// The same of a unit.
    Unit,
}

/// A row of the matrix.
#[derive(Clone, Debug)]
pub struct Row {
    pub method: Method,
    pub path: &'static str,
    pub needs: Needs,
    /// What a form sends, or a page's address says after its question mark, so that it gets as far as its work.
    pub fields: &'static [(&'static str, &'static str)],
}

impl Row {
    /// Whose things it can be asked for.
    pub fn places(&self) -> &'static [Place] {
        match self.needs {
            Needs::Nothing | Needs::Code | Needs::Gone | Needs::Account | Needs::Making | Needs::Owner => &[Place::Own],
            Needs::Link | Needs::LinkAndTeam | Needs::Team(_) | Needs::Round(_) | Needs::Compared => {
                &[Place::Own, Place::Sibling, Place::Foreign]
            }
            Needs::Person | Needs::Unit => &[Place::Own, Place::Foreign],
        }
    }
}

fn get(path: &'static str, needs: Needs) -> Row {
    Row { method: Method::GET, path, needs, fields: &[] }
}

fn post(path: &'static str, needs: Needs, fields: &'static [(&'static str, &'static str)]) -> Row {
    Row { method: Method::POST, path, needs, fields }
}

/// Stands for the id of the member, in fields.
pub const PERSON: &str = "PERSON";
/// Stands for the id of the place's round, in fields.
pub const ROUND: &str = "ROUND";

/// Every row.
#[expect(clippy::too_many_lines, reason = "one line an entry")]
pub fn rows() -> Vec<Row> {
    use Needs::{Account, Code, Compared, Gone, Link, LinkAndTeam, Making, Nothing, Owner, Person, Round, Team, Unit};
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
        get("/manage/{token}/report.xlsx", Link),
        get("/manage/{token}/report.csv", Link),
        get("/manage/{token}/report.json", Link),
        get("/report/{token}", Link),
        get("/report/{token}/report.pdf", Link),
        get("/login", Nothing),
        post("/login", Nothing, &[("email", "nobody@example.org"), ("password", "x")]),
        get("/login/code", Code),
        post("/login/code", Nothing, &[("code", "123456")]),
        post("/logout", Account, &[]),
        get("/invitation/{token}", Link),
        post("/invitation/{token}", Link, &[]),
        get("/forgot", Nothing),
        post("/forgot", Nothing, &[("email", "nobody@example.org")]),
        get("/reset/{token}", Link),
        post("/reset/{token}", Link, &[]),
        // Once somebody can sign in, nothing is here.
        get("/setup", Gone),
        get("/setup/{token}", Gone),
        post("/setup/{token}", Gone, &[]),
        get("/dashboard", Account),
        get("/search", Account),
        get("/teams", Account),
        get("/teams/new", Owner),
        post("/teams/new", Owner, &[("name", "A new one")]),
        get("/teams/overview", Account),
        Row { fields: &[("rounds", ROUND)], ..get("/compare", Compared) },
        Row { fields: &[("rounds", ROUND)], ..get("/compare.pdf", Compared) },
        get("/teams/{id}", Team("see")),
        post("/teams/{id}", Team("manage"), &[("team", "Another name")]),
        Row { fields: &[("person", PERSON)], ..get("/teams/{id}/members", Team("manage")) },
        post("/teams/{id}/members", Team("manage"), &[("person", PERSON), ("action", "add")]),
        post("/teams/{id}/invite", Team("manage"), &[("email", "new@example.org")]),
        get("/teams/{id}/archive", Team("own organisation")),
        post("/teams/{id}/archive", Team("own organisation"), &[("action", "archive")]),
        get("/rounds/new", Making),
        post("/rounds/new", Making, &[("round", "May")]),
        get("/rounds/{id}", Round("see")),
        post("/rounds/{id}/answer", Round("answer"), &[]),
        post("/rounds/{id}/share", Round("manage"), &[]),
        get("/rounds/{id}/meeting", Round("answer")),
        post("/rounds/{id}/meeting", Round("answer"), &[("action", "reveal"), ("version", "1")]),
        get("/rounds/{id}/meeting/live", Round("answer")),
        get("/vote/{token}", Link),
        post("/vote/{token}", Link, &[("action", "join")]),
        get("/vote/{token}/live", Link),
        get("/rounds/{id}/invitations", Round("manage")),
        post("/rounds/{id}/invitations", Round("manage"), &[("people", "Ada")]),
        // Of an invitation that is not there; those of other rounds are looked for in `personal.rs`.
        post("/rounds/{id}/invitations/replace", Round("manage"), &[("id", "x")]),
        post("/rounds/{id}/invitations/withdraw", Round("manage"), &[("id", "x")]),
        get("/rounds/{id}/remind", Round("manage")),
        post("/rounds/{id}/remind", Round("manage"), &[]),
        get("/rounds/{id}/report-links", Round("manage")),
        post("/rounds/{id}/report-links", Round("manage"), &[("days", "7")]),
        // Of a link that is not there; those of other rounds are looked for in `sharing.rs`.
        post("/rounds/{id}/report-links/withdraw", Round("manage"), &[("id", "x")]),
        get("/rounds/{id}/edit", Round("manage")),
        post("/rounds/{id}/edit", Round("manage"), &[("round", "May")]),
        post("/rounds/{id}/open", Round("manage"), &[]),
        get("/rounds/{id}/close", Round("manage")),
        post("/rounds/{id}/close", Round("manage"), &[]),
        get("/rounds/{id}/reopen", Round("manage")),
        post("/rounds/{id}/reopen", Round("manage"), &[]),
        post("/rounds/{id}/publish", Round("manage"), &[]),
        get("/rounds/{id}/delete", Round("manage")),
        post("/rounds/{id}/delete", Round("manage"), &[]),
        get("/plan", Account),
        get("/rounds/{id}/worksheet", Round("see")),
        post("/rounds/{id}/worksheet", Round("manage"), &[("rate.base", "85")]),
        get("/teams/{id}/plan", Team("see")),
        get("/teams/{id}/plan/new", Team("manage")),
        post("/teams/{id}/plan/new", Team("manage"), &[("title", "Do it"), ("practice", "TE4"), ("target", "75")]),
        get("/teams/{id}/plan/{action}", Team("manage")),
        post("/teams/{id}/plan/{action}", Team("manage"), &[("title", "Do it"), ("practice", "TE4"), ("target", "75")]),
        post("/teams/{id}/plan/{action}/status", Team("manage"), &[("action", "done")]),
        get("/teams/{id}/plan/{action}/delete", Team("manage")),
        post("/teams/{id}/plan/{action}/delete", Team("manage"), &[]),
        get("/admin", Owner),
        get("/admin/people", Owner),
        get("/admin/people/new", Owner),
        post("/admin/people/new", Owner, &[("email", "new@example.org")]),
        get("/admin/people/{id}", Person),
        post("/admin/people/{id}", Person, &[("name", "Another")]),
        post("/admin/people/{id}/link", Person, &[]),
        get("/admin/people/{id}/switch", Person),
        post("/admin/people/{id}/switch", Person, &[("action", "off")]),
        get("/admin/people/{id}/delete", Person),
        post("/admin/people/{id}/delete", Person, &[]),
        get("/admin/units", Owner),
        post("/admin/units", Owner, &[("name", "A unit")]),
        get("/admin/units/{id}", Unit),
        post("/admin/units/{id}", Unit, &[("name", "A unit")]),
        get("/admin/units/{id}/delete", Unit),
        post("/admin/units/{id}/delete", Unit, &[]),
        get("/admin/settings", Owner),
        post("/admin/settings", Owner, &[("name", "Ours")]),
        get("/admin/letterhead", Owner),
        get("/admin/letterhead/logo", Owner),
        post("/admin/letterhead", Owner, &[("accent", "#17506b")]),
        get("/admin/import", Owner),
        post(
            "/admin/import",
            Owner,
            &[
                (
                    "csv",
                    "email
a@example.org",
                ),
                ("action", "import"),
            ],
        ),
        get("/account", Account),
        post("/account", Account, &[("name", "A. Body")]),
        get("/account/password", Account),
        post("/account/password", Account, &[]),
        get("/account/second-factor", Account),
        post("/account/second-factor", Account, &[]),
        get("/account/sessions", Account),
        post("/account/sessions", Account, &[("action", "others")]),
        get("/rounds/{id}/results", Round("see")),
        get("/rounds/{id}/report.pdf", Round("see")),
        get("/rounds/{id}/report.xlsx", Round("see")),
        get("/rounds/{id}/report.csv", Round("see")),
        get("/rounds/{id}/report.json", Round("see")),
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
