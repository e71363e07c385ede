//! What an import would make and change, and doing it.

use std::collections::{BTreeMap, BTreeSet};

use domain::account::folded;
use domain::audit::Deed;
use domain::ids::{AccountId, TeamId, UnitId};
use domain::rights::Right;
use store::{
    AddAccount, AddTeam, AddUnit, Audited, ImportPeople, Membership, Part, Person, Retitled, SetMembership, TeamPlace,
    Unit,
};

use super::table::{Fault, Row, path, read};
use crate::accounts::Owner;
use crate::mail::{self, Letter};
use crate::teams::unit_path;
use crate::{App, Error};

/// Everybody and every team of an organisation; more cannot be imported into.
const EVERYTHING: Part = Part { offset: 0, limit: 100_000 };

/// What an import comes to, in words.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// What would be, or was, made and changed, in sentences.
    pub sentences: Vec<String>,
    /// Teams that the table names with another unit than theirs. An import moves no team.
    pub staying: Vec<Staying>,
}

/// A team that stays where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staying {
    /// The team.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// Its unit with those above it; empty without one.
    pub unit: String,
    /// The unit that the table gives it.
    pub wanted: String,
}

/// What an import comes to.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// In words.
    pub told: Told,
    command: ImportPeople,
}

/// What is there before the import.
struct Present {
    people: BTreeMap<String, Person>,
    teams: BTreeMap<String, Vec<Standing>>,
    /// Names of teams that were put away.
    put_away: BTreeSet<String>,
    units: BTreeMap<String, UnitId>,
}

/// A team, and the path of its unit; empty without one.
struct Standing {
    id: TeamId,
    unit: String,
}

impl Present {
    async fn load(app: &App, owner: &Owner) -> Result<Self, Error> {
        let organisation = owner.organisation();
        let mut snapshot = app.store.snapshot().await?;
        let people = snapshot.people(organisation, "%", EVERYTHING).await?;
        let places = snapshot.team_places(organisation).await?;
        let units: Vec<Unit> = snapshot.units(organisation).await?;
        let mut teams: BTreeMap<String, Vec<Standing>> = BTreeMap::new();
        let mut put_away = BTreeSet::new();
        for TeamPlace { id, name, unit_id, archived } in places {
            if archived {
                put_away.insert(folded(&name));
            } else {
                let unit = unit_id.map(|unit| unit_path(&units, unit)).unwrap_or_default();
                teams.entry(folded(&name)).or_default().push(Standing { id, unit });
            }
        }
        let path_of = |unit: &Unit| folded(&unit_path(&units, unit.place.id));
        Ok(Self {
            people: people.into_iter().map(|person| (person.email.to_lowercase(), person)).collect(),
            teams,
            put_away,
            units: units.iter().map(|unit| (path_of(unit), unit.place.id)).collect(),
        })
    }
}

/// Tries a table: what it would make and change, or every fault. Nothing is changed.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn look(app: &App, owner: &Owner, table: &str) -> Result<Result<Plan, Vec<Fault>>, Error> {
    let rows = match read(table) {
        Ok(rows) => rows,
        Err(faults) => return Ok(Err(faults)),
    };
    let present = Present::load(app, owner).await?;
    let taken = taken(app, &rows, &present).await?;
    if !taken.is_empty() {
        return Ok(Err(taken));
    }
    let planner = Planner { app, owner, present, plan: ImportPeople::default(), staying: BTreeMap::new() };
    Ok(planner.plan(&rows))
}

/// New people whose address belongs to an account of another organisation.
async fn taken(app: &App, rows: &[Row], present: &Present) -> Result<Vec<Fault>, Error> {
    let mut snapshot = app.store.snapshot().await?;
    let mut faults = Vec::new();
    for row in rows.iter().filter(|row| !present.people.contains_key(&row.email.folded())) {
        if snapshot.account_by_email(&row.email).await?.is_some() {
            let message = "This address cannot be used here; ask its person for another one.".to_owned();
            faults.push(Fault { line: row.line, column: "email".to_owned(), message });
        }
    }
    Ok(faults)
}

/// Imports a table: all of it in one go, or nothing. Whoever is new is invited by mail where mail is sent.
///
/// # Errors
/// [`Error::Unavailable`]; nothing was changed.
pub async fn run(app: &App, owner: &Owner, table: &str) -> Result<Result<Plan, Vec<Fault>>, Error> {
    let plan = match look(app, owner, table).await? {
        Ok(plan) => plan,
        Err(faults) => return Ok(Err(faults)),
    };
    let subject = format!("organisation {}", owner.organisation());
    let note = owner.note(app, Deed::Imported, subject, plan.told.sentences.join(" "));
    app.store.execute(Audited { command: plan.command.clone(), note }).await?;
    for account in &plan.command.accounts {
        mail::ask(app, account.id, Letter::Invitation).await?;
    }
    Ok(Ok(plan))
}

struct Planner<'a> {
    app: &'a App,
    owner: &'a Owner,
    present: Present,
    plan: ImportPeople,
    /// By their names.
    staying: BTreeMap<String, Staying>,
}

impl Planner<'_> {
    fn plan(mut self, rows: &[Row]) -> Result<Plan, Vec<Fault>> {
        let mut faults = Vec::new();
        let (mut homes, at) = (BTreeMap::new(), self.app.now());
        for row in rows {
            // A unit is made for new teams, or for itself; not for teams that stay where they are.
            if row.teams.is_empty() {
                self.unit(&row.unit);
            }
            let person = self.person(row).unwrap_or_else(|fault| {
                faults.push(fault);
                AccountId::new(uuid::Uuid::nil())
            });
            for team in &row.teams {
                let home = homes.entry(folded(team)).or_insert_with(|| path(&row.unit));
                if !row.unit.is_empty() && *home != path(&row.unit) {
                    let message = format!("{team} stands in another unit on an earlier line.");
                    faults.push(Fault { line: row.line, column: "unit".to_owned(), message });
                }
                match self.team(row, team) {
                    Ok(team_id) => self.plan.members.push(SetMembership {
                        organisation_id: self.owner.organisation(),
                        team_id,
                        account_id: person,
                        membership: Membership::Belongs,
                        at,
                    }),
                    Err(fault) => faults.push(fault),
                }
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        self.plan.organisation_id = Some(self.owner.organisation());
        let count = |n: usize, one: &str, more: &str| format!("{n} {}", if n == 1 { one } else { more });
        let mut sentences = vec![
            format!("{} in the table.", count(rows.len(), "person", "people")),
            format!("{} made.", count(self.plan.accounts.len(), "new account is", "new accounts are")),
            format!("{} given another name or right.", count(self.plan.changed.len(), "account is", "accounts are")),
            format!(
                "{} and {} made.",
                count(self.plan.teams.len(), "team", "teams"),
                count(self.plan.units.len(), "unit is", "units are")
            ),
        ];
        if !self.plan.accounts.is_empty() {
            let mailed = self.app.sends_mail();
            let how = if mailed {
                "Whoever is new is invited by mail."
            } else {
                "This server sends no mail: the page of each new person makes their invitation."
            };
            sentences.push(how.to_owned());
        }
        let staying = self.staying.into_values().collect();
        Ok(Plan { told: Told { sentences, staying }, command: self.plan })
    }

    /// The unit of a path, made where it is not there.
    fn unit(&mut self, names: &[String]) -> Option<UnitId> {
        let mut parent = None;
        for depth in 1..=names.len() {
            let key = path(&names[..depth]);
            let known = self.present.units.get(&key).copied();
            let id = known.unwrap_or_else(|| {
                let at = self.app.now();
                let id = self.app.mint().unit(at);
                let (organisation_id, name) = (self.owner.organisation(), names[depth - 1].clone());
                self.plan.units.push(AddUnit { id, organisation_id, parent, name, at });
                self.present.units.insert(key, id);
                id
            });
            parent = Some(id);
        }
        parent
    }

    /// The team of a name, made where it is not there. One that is there stays in its unit.
    fn team(&mut self, row: &Row, name: &str) -> Result<TeamId, Fault> {
        let key = folded(name);
        let fault = |message| Err(Fault { line: row.line, column: "team".to_owned(), message });
        match self.present.teams.get(&key).map(Vec::as_slice) {
            Some([Standing { id, unit }]) => {
                if !row.unit.is_empty() && folded(unit) != path(&row.unit) {
                    let (unit, wanted) = (unit.clone(), row.unit.join(" / "));
                    self.staying.insert(key, Staying { id: *id, name: name.to_owned(), unit, wanted });
                }
                Ok(*id)
            }
            Some([_, ..]) => fault(format!("There are several teams called {name}; rename one first.")),
            Some([]) | None if self.present.put_away.contains(&key) => {
                fault(format!("{name} was put away. Restore it on its page first, or give the new team another name."))
            }
            Some([]) | None => {
                let unit_id = self.unit(&row.unit);
                let at = self.app.now();
                let id = self.app.mint().team(at);
                let organisation_id = self.owner.organisation();
                self.plan.teams.push(AddTeam { id, organisation_id, unit_id, name: name.to_owned(), at });
                self.present.teams.insert(key, vec![Standing { id, unit: row.unit.join(" / ") }]);
                Ok(id)
            }
        }
    }

    /// The account of an address, made or changed where it has to be.
    fn person(&mut self, row: &Row) -> Result<AccountId, Fault> {
        let Some(person) = self.present.people.get(&row.email.folded()) else {
            let at = self.app.now();
            let id = self.app.mint().account(at);
            self.plan.accounts.push(AddAccount {
                id,
                organisation_id: self.owner.organisation(),
                email: row.email.clone(),
                name: row.name.clone(),
                right: row.right.unwrap_or(Right::Member),
                password_hash: None,
                at,
            });
            return Ok(id);
        };
        let name = if row.name.is_empty() { person.name.clone() } else { row.name.clone() };
        let right = row.right.unwrap_or(person.right);
        if person.right == Right::Owner && right != Right::Owner {
            let message = "This is an owner; taking that right away is done on their own page.".to_owned();
            return Err(Fault { line: row.line, column: "right".to_owned(), message });
        }
        let id = person.id;
        if name != person.name || right != person.right {
            self.plan.changed.push(Retitled { account_id: id, name, right });
        }
        Ok(id)
    }
}
