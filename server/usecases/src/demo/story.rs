//! The story as rows.

use std::collections::BTreeMap;

use domain::account::Email;
use domain::audit::Deed;
use domain::demo::{Intent, Organisation, Person, ROUNDS, Response, Team, intents, worksheet};
use domain::ids::{AccountId, OrganisationId, RoundId, TeamId, UnitId};
use domain::links::{JoinSecret, RespondentSecret};
use domain::plan::{self, Action, Day, Linked, Owner, Target, Title};
use domain::rights::Right;
use domain::roi::Sheet;
use domain::round::{Mode, RoundState};
use store::{
    AddAccount, AddAction, AddTeam, Bulk, BulkAnswer, BulkOrganisation, BulkResponse, BulkRound, BulkUnit,
    KeepWorksheet, Membership, Note, PasswordHash, SetMembership,
};

use super::dates::Dates;
use crate::env::DAY;
use crate::{App, Error};

/// Days before the first round in which the organisation was made.
const FOUNDED: i64 = 20;

/// Everything of an invented organisation.
pub(super) fn bulk(app: &App, organisation: &Organisation, password: &PasswordHash) -> Result<Bulk, Error> {
    let now = app.now();
    let founded = Dates::before_last(ROUNDS - 1, now).made - FOUNDED * DAY;
    let id = app.mint().organisation(founded);
    let mut story = Story { app, id, founded, now, accounts: BTreeMap::new(), owner: None, bulk: Bulk::default() };
    story.bulk.organisations.push(BulkOrganisation { id, name: organisation.name.to_owned(), at: founded });
    for key in organisation.keys {
        story.account(key.name, key.email, key.right, password)?;
    }
    story.note(founded, Deed::OrganisationMade, String::new(), organisation.name);
    let units: Vec<UnitId> = organisation.units.iter().map(|name| story.unit(name)).collect();
    for team in &organisation.teams {
        story.team(team, units.get(team.unit).copied(), password)?;
    }
    // The log is a chain, so its entries come in the order in which things happened.
    story.bulk.notes.sort_by_key(|note| note.at);
    Ok(story.bulk)
}

struct Story<'a> {
    app: &'a App,
    id: OrganisationId,
    founded: i64,
    now: i64,
    /// By address: somebody may be in two teams.
    accounts: BTreeMap<String, AccountId>,
    owner: Option<AccountId>,
    bulk: Bulk,
}

impl Story<'_> {
    /// The account of this address, made if it is not there.
    fn account(&mut self, name: &str, email: &str, right: Right, password: &PasswordHash) -> Result<AccountId, Error> {
        if let Some(id) = self.accounts.get(email) {
            return Ok(*id);
        }
        let id = self.app.mint().account(self.founded);
        self.accounts.insert(email.to_owned(), id);
        if right == Right::Owner {
            self.owner = self.owner.or(Some(id));
        }
        self.bulk.accounts.push(AddAccount {
            id,
            organisation_id: self.id,
            email: Email::parse(email).map_err(Error::Broken)?,
            name: name.to_owned(),
            right,
            password_hash: Some(password.clone()),
            at: self.founded,
        });
        self.note(self.founded + DAY, Deed::AccountMade, format!("account {id}"), email);
        Ok(id)
    }

    fn unit(&mut self, name: &str) -> UnitId {
        let id = self.app.mint().unit(self.founded);
        self.bulk.units.push(BulkUnit { id, organisation_id: self.id, name: name.to_owned(), at: self.founded });
        self.note(self.founded + DAY, Deed::UnitMade, format!("unit {id}"), name);
        id
    }

    fn team(&mut self, team: &Team, unit_id: Option<UnitId>, password: &PasswordHash) -> Result<(), Error> {
        let id = self.app.mint().team(self.founded);
        let (organisation_id, at, membership) = (self.id, self.founded + 2 * DAY, Membership::Belongs);
        self.bulk.teams.push(AddTeam { id, organisation_id, unit_id, name: team.name.to_owned(), at });
        self.note(at, Deed::TeamMade, format!("team {id}"), team.name);
        let mut people = Vec::new();
        for person in team.people {
            let account_id = self.account(person.name, &person.email(), person.right(), password)?;
            self.bulk.members.push(SetMembership { organisation_id, team_id: id, account_id, membership, at });
            people.push(account_id);
        }
        let leads = |person: &Person| matches!(person.right(), Right::Lead | Right::Owner);
        let lead = team.people.iter().zip(&people).find(|(person, _)| leads(person)).map(|(_, id)| *id);
        for (place, round) in team.rounds.iter().enumerate() {
            let dates = Dates::before_last(team.rounds.len() - 1 - place, self.now);
            self.round(team, id, &people, lead, dates, &round.responses);
        }
        let first = self.bulk.rounds.len().saturating_sub(team.rounds.len());
        let rounds: Vec<_> = self.bulk.rounds[first..].iter().map(|round| (round.id, round.closes_at)).collect();
        for intent in intents(team.name) {
            self.intent(id, intent, &rounds, &people)?;
        }
        let rounds = self.bulk.rounds[first..].to_vec();
        self.worksheet(team, &rounds);
        Ok(())
    }

    /// What the team has typed about the worth of it, in the week after its newest round was closed.
    fn worksheet(&mut self, team: &Team, rounds: &[BulkRound]) {
        let typed = worksheet(team.name);
        let closed = rounds.iter().rev().find(|round| round.state != RoundState::Open);
        if let Some(round) = closed.filter(|_| !typed.is_empty()) {
            let (round_id, at) = (round.id, (round.closes_at + 5 * DAY).min(self.now));
            self.bulk.worksheets.push(KeepWorksheet { round_id, sheet: Sheet::kept(typed), seen: 0, at });
            self.note(at, Deed::WorksheetKept, format!("round {round_id}"), &format!("{}, {}", team.name, round.name));
        }
    }

    /// An action of the team's plan, made the week after its round was closed.
    fn intent(
        &mut self,
        team_id: TeamId,
        intent: &Intent,
        rounds: &[(RoundId, i64)],
        people: &[AccountId],
    ) -> Result<(), Error> {
        let broken = |what: &dyn std::fmt::Display| Error::Broken(what.to_string());
        let round = rounds.get(intent.round).copied();
        let at = round.map_or(self.now, |(_, closes)| (closes + 7 * DAY).min(self.now));
        let owner = intent.owner.and_then(|place| people.get(place)).map_or(Owner::Nobody, |id| Owner::Member(*id));
        let action = Action {
            title: Title::parse("title", intent.title).map_err(|fault| broken(&fault.message))?,
            linked: Linked::new(self.app.instrument(), intent.practice, &[]).map_err(|fault| broken(&fault))?,
            owner,
            due: intent.due.map(|days| Day::of(self.now + days * DAY)),
            status: intent.status,
            target: Target::new(intent.target).map_err(|fault| broken(&fault))?,
            note: plan::Note::parse("note", intent.note).map_err(|fault| broken(&fault.message))?,
        };
        let id = self.app.mint().action(at);
        let round_id = round.map(|(id, _)| id);
        self.note(at, Deed::ActionMade, format!("team {team_id}"), intent.title);
        self.bulk.actions.push(AddAction { id, organisation_id: self.id, team_id, round_id, action, at });
        Ok(())
    }

    fn round(
        &mut self,
        team: &Team,
        team_id: TeamId,
        people: &[AccountId],
        lead: Option<AccountId>,
        dates: Dates,
        responses: &[Response],
    ) {
        let Some(made_by) = lead.or(self.owner) else { return };
        let mint = self.app.mint();
        let id = mint.round(dates.made);
        let over = dates.closes <= self.now;
        let instrument = self.app.instrument();
        self.bulk.rounds.push(BulkRound {
            id,
            organisation_id: self.id,
            team_id,
            name: dates.name(),
            subject: team.subject.to_owned(),
            mode: Mode::Named,
            state: if over { RoundState::Closed } else { RoundState::Open },
            instrument_id: instrument.id.clone(),
            instrument_version: instrument.version.clone(),
            join: JoinSecret::from_random(mint.secret()),
            made_by,
            created_at: dates.made,
            opens_at: dates.opens,
            closes_at: dates.closes,
        });
        for response in responses {
            let day = dates.answered(response.person);
            self.bulk.responses.push(BulkResponse {
                id: mint.response(),
                round_id: id,
                key: RespondentSecret::from_random(mint.secret()).response_key(),
                label: team.people[response.person].name.to_owned(),
                account_id: Some(people[response.person]),
                created_day: day,
                submitted_day: response.submitted.then_some(day),
                answers: answers(response),
            });
        }
        let what = format!("{}, {}", team.name, dates.name());
        let deeds = [(dates.made, Deed::RoundMade), (dates.opens, Deed::RoundOpened)];
        let closed = over.then_some((dates.closes, Deed::RoundClosed));
        for (at, deed) in deeds.into_iter().chain(closed) {
            let note = self.noted(at, Some(made_by), deed, format!("round {id}"), &what);
            self.bulk.notes.push(note);
        }
    }

    /// Logs what the owner did.
    fn note(&mut self, at: i64, deed: Deed, subject: String, detail: &str) {
        let note = self.noted(at, self.owner, deed, subject, detail);
        self.bulk.notes.push(note);
    }

    fn noted(&self, at: i64, actor: Option<AccountId>, deed: Deed, subject: String, detail: &str) -> Note {
        Note { organisation_id: self.id, actor, deed, subject, detail: detail.to_owned(), at }
    }
}

fn answers(response: &Response) -> Vec<BulkAnswer> {
    let answers = response.answers.iter().cloned();
    answers.map(|answer| BulkAnswer { field: answer.field, value: answer.value, before: answer.before }).collect()
}
