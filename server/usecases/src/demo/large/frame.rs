//! Everything that rounds hang on.

use domain::account::Email;
use domain::audit::Deed;
use domain::ids::UnitId;
use store::{AddAccount, AddTeam, Bulk, BulkOrganisation, BulkUnit, Membership, Note, PasswordHash, SetMembership};

use super::people::person;
use super::{Large, LargeTeam};
use crate::Error;
use crate::env::DAY;

/// Units of the organisation.
const UNITS: usize = 12;
const WHAT: [&str; 12] = [
    "Pricing",
    "Claims",
    "Fraud",
    "Search",
    "Ranking",
    "Forecasting",
    "Vision",
    "Speech",
    "Routing",
    "Risk",
    "Churn",
    "Quality",
];

impl Large<'_> {
    /// Everything but rounds.
    pub(super) fn frame(&mut self, password: &PasswordHash) -> Result<Bulk, Error> {
        let (organisation_id, at) = (self.id, self.now - 700 * DAY);
        let mint = self.app.mint();
        let mut bulk = Bulk::default();
        bulk.organisations.push(BulkOrganisation { id: self.id, name: "Large Example".to_owned(), at });
        let units: Vec<UnitId> = (0..UNITS).map(|_| mint.unit(at)).collect();
        let unit = |(number, id)| BulkUnit { id, organisation_id, name: format!("Unit {number:02}"), at };
        bulk.units = (1..).zip(units.iter().copied()).map(unit).collect();
        let keys = domain::demo::organisation(self.app.instrument()).keys;
        let keys = keys.iter().map(|key| (key.name.to_owned(), key.email.to_owned(), key.right));
        for (name, email, right) in keys.chain((0..self.size.people).map(|number| person(number, self.size.teams))) {
            let id = mint.account(at);
            let email = Email::parse(&email).map_err(Error::Broken)?;
            self.people.push((id, name.clone()));
            let password_hash = Some(password.clone());
            bulk.accounts.push(AddAccount { id, organisation_id, email, name, right, password_hash, at });
        }
        let first = self.people.len() - self.size.people;
        for number in 0..self.size.teams {
            let id = mint.team(at);
            let name = format!("{} {:03}", WHAT[number % WHAT.len()], number + 1);
            let unit_id = Some(units[number % UNITS]);
            bulk.teams.push(AddTeam { id, organisation_id, unit_id, name: name.clone(), at });
            let mut people: Vec<usize> =
                (number..self.size.people).step_by(self.size.teams).map(|i| first + i).collect();
            // The lead has a handful of teams, and the member two of them.
            people.extend((number < 6).then_some(1).into_iter().chain((number < 2).then_some(2)));
            self.teams.push(LargeTeam { id, name, people });
        }
        for team in &self.teams {
            let member = |place: &usize| SetMembership {
                organisation_id,
                team_id: team.id,
                account_id: self.people[*place].0,
                membership: Membership::Belongs,
                at,
            };
            bulk.members.extend(team.people.iter().map(member));
        }
        let actor = self.people.first().map(|(id, _)| *id);
        let notes = self.teams.iter().map(|team| Note {
            organisation_id,
            actor,
            deed: Deed::TeamMade,
            subject: format!("team {}", team.id),
            detail: team.name.clone(),
            at,
        });
        bulk.notes = notes.collect();
        Ok(bulk)
    }
}
