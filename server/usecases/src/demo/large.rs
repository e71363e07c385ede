//! As much as a large organisation has, to see that pages stay quick.

use domain::account::Email;
use domain::audit::Deed;
use domain::demo::{Chance, Outlook, address, answers};
use domain::ids::{AccountId, OrganisationId, TeamId, UnitId};
use domain::instrument::JobRole;
use domain::links::{JoinSecret, RespondentSecret};
use domain::rights::Right;
use domain::round::{Mode, RoundState};
use store::{
    AddAccount, AddTeam, Bulk, BulkAnswer, BulkOrganisation, BulkResponse, BulkRound, BulkUnit, Holdings, Membership,
    Note, PasswordHash, SetMembership,
};

use super::Filled;
use super::dates::Dates;
use crate::env::DAY;
use crate::{App, Error};

/// How much there is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// People with accounts, besides those to sign in with.
    pub people: usize,
    /// Teams.
    pub teams: usize,
    /// Rounds, evenly over the teams.
    pub rounds: usize,
    /// Responses a round, as far as its team has people.
    pub respondents: usize,
}

/// What was made, for whoever goes on from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seeded {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its owner.
    pub owner: AccountId,
    /// One of its teams, with as many people and rounds as most have.
    pub team: TeamId,
}

/// Units of the organisation.
const UNITS: usize = 12;
/// Rounds that are made in memory before they are written.
const AT_ONCE: usize = 100;
const FIRST: [&str; 16] = [
    "Ada", "Boris", "Clara", "Dmitri", "Esther", "Farid", "Greta", "Hugo", "Ilse", "Jamal", "Katja", "Liam", "Mina",
    "Nils", "Olga", "Pavel",
];
const LAST: [&str; 16] = [
    "Abel", "Berger", "Costa", "Dvorak", "Ekman", "Fischer", "Gallo", "Horvat", "Ivanov", "Jansen", "Kowal", "Larsen",
    "Moretti", "Nagy", "Olsen", "Petit",
];
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
const ROLES: [JobRole; 8] =
    [JobRole::Mgr, JobRole::Ds, JobRole::Mle, JobRole::Ops, JobRole::De, JobRole::Swe, JobRole::Ds, JobRole::Po];

/// Fills a database that holds nothing with an organisation of this size and marks it as a demonstration.
///
/// # Errors
/// [`Error::Unavailable`]. Nothing was loaded then.
pub async fn seed(app: &App, size: Size, password: &PasswordHash) -> Result<Filled<Seeded>, Error> {
    let mut tx = app.store.begin().await?;
    match tx.holdings().await? {
        Holdings::Nothing => {}
        Holdings::Demonstration(_) => return Ok(Filled::Again),
        Holdings::Other => return Ok(Filled::Refused),
    }
    let mut large = Large::new(app, size);
    tx.load(&large.frame(password)?).await?;
    for from in (0..size.rounds).step_by(AT_ONCE) {
        tx.load(&large.rounds(from..size.rounds.min(from + AT_ONCE))?).await?;
    }
    tx.mark_as_demonstration(password).await?;
    tx.save().await?;
    let (Some(owner), Some(team)) = (large.people.first(), large.teams.get(size.teams / 2)) else {
        return Err(Error::Broken("an organisation without people or teams".to_owned()));
    };
    Ok(Filled::Fresh(Seeded { organisation: large.id, owner: owner.0, team: team.id }))
}

struct Large<'a> {
    app: &'a App,
    size: Size,
    now: i64,
    id: OrganisationId,
    /// Accounts with names; the owner first.
    people: Vec<(AccountId, String)>,
    teams: Vec<LargeTeam>,
}

struct LargeTeam {
    id: TeamId,
    name: String,
    /// Places of its people.
    people: Vec<usize>,
}

impl<'a> Large<'a> {
    fn new(app: &'a App, size: Size) -> Self {
        let now = app.now();
        Self { app, size, now, id: app.mint().organisation(now), people: Vec::new(), teams: Vec::new() }
    }

    /// Everything but rounds.
    fn frame(&mut self, password: &PasswordHash) -> Result<Bulk, Error> {
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

    /// Some of the rounds.
    fn rounds(&self, numbers: std::ops::Range<usize>) -> Result<Bulk, Error> {
        let mut bulk = Bulk::default();
        for number in numbers {
            let team = number % self.size.teams;
            let of_team = self.size.rounds.saturating_sub(team + 1) / self.size.teams;
            let before_last = of_team - number / self.size.teams;
            // In every other team the last round is over too.
            let dates = Dates::before_last(before_last + team % 2, self.now);
            self.round(&mut bulk, team, dates)?;
        }
        Ok(bulk)
    }

    fn round(&self, bulk: &mut Bulk, number: usize, dates: Dates) -> Result<(), Error> {
        let (team, mint, instrument) = (&self.teams[number], self.app.mint(), self.app.instrument());
        let id = mint.round(dates.made);
        let over = dates.closes <= self.now;
        bulk.rounds.push(BulkRound {
            id,
            organisation_id: self.id,
            team_id: team.id,
            name: dates.name(),
            subject: String::new(),
            mode: Mode::Named,
            state: if over { RoundState::Closed } else { RoundState::Open },
            instrument_id: instrument.id.clone(),
            instrument_version: instrument.version.clone(),
            join: JoinSecret::from_random(mint.secret()),
            made_by: self.people[0].0,
            created_at: dates.made,
            opens_at: dates.opens,
            closes_at: dates.closes,
        });
        for (place, person) in team.people.iter().take(self.size.respondents).enumerate() {
            let (account, name) = &self.people[*person];
            let day = dates.answered(place);
            let key = number as u64;
            let outlook = Outlook {
                stage: 160 + Chance::at(&[key]).below(280).cast_signed(),
                divide: 0,
                apart: &[],
                team: key,
                round: dates.opens.cast_unsigned(),
                person: place as u64,
            };
            let role = ROLES[place % ROLES.len()];
            let given = answers(instrument, &[role], &outlook).map_err(|error| Error::Broken(error.to_string()))?;
            let answers = given.into_iter().map(|answer| BulkAnswer {
                field: answer.field,
                value: answer.value,
                before: answer.before,
            });
            let about = BulkAnswer { field: "job_role".to_owned(), value: role.id().to_owned(), before: None };
            bulk.responses.push(BulkResponse {
                id: mint.response(),
                round_id: id,
                key: RespondentSecret::from_random(mint.secret()).response_key(),
                label: name.clone(),
                account_id: Some(*account),
                created_day: day,
                submitted_day: (over || place % 2 == 0).then_some(day),
                answers: answers.chain([about]).collect(),
            });
        }
        Ok(())
    }
}

/// Name, address and right of one of many people: the first of every team leads it.
fn person(number: usize, teams: usize) -> (String, String, Right) {
    let mut chance = Chance::at(&[number as u64]);
    let mut one_of = |names: &[&'static str; 16]| names[chance.below(16) as usize];
    let name = format!("{} {}", one_of(&FIRST), one_of(&LAST));
    let email = address(&format!("{name} {}", number + 1), "demo.example");
    (name, email, if number < teams { Right::Lead } else { Right::Member })
}
